"""What every form of a report is made from."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable

from orgspec.diagnostics import Diagnostic, Label, Severity
from orgspec.frozen import frozen
from orgspec.report.fingerprint import fingerprints


@frozen
class Report:
    """The findings of a check, with what the forms say around them.

    Attributes:
        findings: those that the profile shows, in their order.
        files: how many files were read.
        entities: how many entities they declare.
        locale: the language of the report.
        base: the folder of the manifest below the root of the repository, with forward slashes,
            or empty: services such as GitHub want paths from the repository's root.
        withheld: the codes that could not be judged since a file could not be parsed.
    """

    findings: tuple[Diagnostic, ...]
    files: int = 0
    entities: int = 0
    locale: str = "en"
    base: str = ""
    withheld: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        found = Counter(each.severity for each in self.findings)
        return {level: found[level] for level in Severity}

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """For each finding what tells it from the others whatever line it stands on."""
        return fingerprints(self.findings)

    def path(self, path: str) -> str:
        """A path from the root of the repository; one outside the specification is kept."""
        return posixpath.normpath(posixpath.join(self.base, path)) if path else path

    def said(self, diagnostic: Diagnostic) -> str:
        """The message, and on lines of its own what to do and the related places."""
        lines = [diagnostic.message.in_(self.locale)]
        if diagnostic.help is not None:
            lines.append(diagnostic.help.in_(self.locale))
        lines += self.places(diagnostic.related)
        return "\n".join(lines)

    def places(self, labels: Iterable[Label]) -> list[str]:
        """Places with what is said of them, a line each; those without words are left out."""
        colon = "：" if self.locale.startswith("zh") else ": "
        return [
            f"{self.path(label.source.path)}:{label.source.position(label.span.start).line}"
            f"{colon}{label.message.in_(self.locale)}"
            for label in labels
            if label.message is not None
        ]
