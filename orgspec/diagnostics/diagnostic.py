"""A finding as everybody reports it: what, where, how bad, what to do."""

from __future__ import annotations

from enum import StrEnum

from orgspec.diagnostics.message import Message
from orgspec.frozen import frozen
from orgspec.source import Source, Span


class Severity(StrEnum):
    """How bad a finding is; errors make `build` refuse."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return ("error", "warning", "info").index(self.value)


@frozen
class Label:
    """A place in a source, what is to be said of it, and the entity that it lies in (or "")."""

    source: Source
    span: Span
    message: Message | None = None
    address: str = ""


@frozen
class Edit:
    """Put `text` in place of a span of one source."""

    source: Source
    span: Span
    text: str


@frozen
class Fix:
    """Edits that mend a finding. `safe`: certainly right; else probably right."""

    title: Message
    edits: tuple[Edit, ...]
    safe: bool = False


@frozen
class Diagnostic:
    """One finding.

    Attributes:
        code: the code of the check, never reused (`RAC001`).
        name: its kebab name (`no-accountable`).
        place: the smallest span that is wrong; its message stands under the caret.
        related: every other declaration that is involved.
        address: the entity that it is about (`duty/contract-handling`), or empty.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    place: Label
    help: Message | None = None
    related: tuple[Label, ...] = ()
    address: str = ""
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, str, int, str]:
        """File, place, code: the order in which findings are shown."""
        return (
            self.place.source.path,
            self.place.span.start,
            self.code,
            self.place.span.end,
            self.address,
        )
