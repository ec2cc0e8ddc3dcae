"""Names of worksheets, as Excel allows them."""

from __future__ import annotations

import re

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]+")


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel accepts, near to the wanted one and unlike those taken, which it joins.

    Excel allows 31 characters (UTF-16 units), none of `[]:*?/\\`, no apostrophe at either end, not
    the word History, and tells names apart without regard to case.

    >>> sheet_name("A/B: plan?", set())
    'A B plan'
    """
    cleaned = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("' ") or "Sheet"
    if cleaned.lower() == "history":
        cleaned = f"{cleaned}_"
    name = _cut(cleaned, _LONGEST)
    number = 2
    while name.lower() in taken:
        suffix = f" ({number})"
        name = _cut(cleaned, _LONGEST - len(suffix)) + suffix
        number += 1
    taken.add(name.lower())
    return name


def _cut(text: str, units: int) -> str:
    """The beginning of a text that has at most so many UTF-16 units."""
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text.rstrip("' ")
