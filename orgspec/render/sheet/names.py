"""Names of worksheets, as Excel allows them."""

from __future__ import annotations

import re

from orgspec.render.sheet.text import cleaned, cut

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel accepts, near to the wanted one and unlike those taken, which it joins.

    Excel allows 31 characters (UTF-16 units), none of `[]:*?/\\`, no apostrophe at either end, not
    the word History, and tells names apart without regard to case.

    >>> sheet_name("A/B: plan?", set())
    'A B plan'
    """
    allowed = " ".join(_FORBIDDEN.sub(" ", cleaned(wanted)).split()).strip("' ") or "Sheet"
    if allowed.lower() == "history":
        allowed = f"{allowed}_"
    name = _trimmed(allowed, _LONGEST)
    number = 2
    while name.lower() in taken:
        suffix = f" ({number})"
        name = _trimmed(allowed, _LONGEST - len(suffix)) + suffix
        number += 1
    taken.add(name.lower())
    return name


def _trimmed(name: str, units: int) -> str:
    """The beginning of a name, without what a name must not end with.

    It ends with a whole word where that leaves more than half of it.
    """
    kept = cut(name, units)
    if kept != name and name[len(kept)] != " " and kept.rfind(" ") > units // 2:
        kept = kept[: kept.rfind(" ")]
    return kept.rstrip("' ")
