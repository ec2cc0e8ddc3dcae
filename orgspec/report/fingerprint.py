"""What tells one finding from another whatever line it stands on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from orgspec.diagnostics import Diagnostic


def fingerprints(findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """A hash for each finding, unique among them and the same in every language.

    Made from the code, the entity (or else the file), the text at the place and the entities of
    the related places: none of them changes where lines are added above, a file is moved, or a
    name is translated. Findings alike in all of that are numbered in their order.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        key = "\0".join(_parts(finding))
        made.append(_hash(f"{key}\0{seen[key]}"))
        seen[key] += 1
    return tuple(made)


def _parts(finding: Diagnostic) -> Iterator[str]:
    """What does not change as long as the finding is the same."""
    place = finding.place
    yield finding.code
    yield finding.address or place.source.path
    yield " ".join(place.source.text[place.span.start : place.span.end][:500].split())
    yield from sorted({label.address for label in finding.related} - {"", finding.address})


def _hash(text: str) -> str:
    """32 hexadecimal digits of SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
