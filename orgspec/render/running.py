"""Running heads and feet in one line, however long the names in them are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from orgspec.margins import Counter, Margin, Said

_COUNTED = "999"  # stands for a number that only the paper knows
_BETWEEN = " · "
_MORE = "…"
_APART = "  "  # before what stands apart in a text

Measure = Callable[[str], float]


def measured(said: Said, width: Measure) -> float:
    """How wide a text of a margin is, its counters as wide as a long number."""
    text = "".join(_COUNTED if isinstance(piece, Counter) else piece for piece in said)
    return width(text) if text else 0.0


def in_one_line(margin: Margin, room: float, gap: float, width: Measure) -> Margin:
    """The texts of a margin so that they stand side by side in one line.

    Where they are too long, the left one goes without what stands before its first dot (the
    organisation, which the first page names). What is too long even so ends in an ellipsis: what
    exceeds its half of the line, as far as its neighbour needs the other half; what stands apart
    at its end (the version) stays. What stands in the middle has half the line at least.

    Args:
        margin: its texts.
        room: the length of the line.
        gap: what is free between two texts at least, in the unit of `room`.
        width: the width of a text in that unit.
    """
    left, centre, right = (measured(said, width) for said in _said(margin))
    free = room - gap
    if centre:
        side = (room - centre) / 2 - gap
        if max(left, right) <= side:
            return margin
    elif left + right <= free:
        return margin
    margin = replace(margin, left=_without_first(margin.left))
    left = measured(margin.left, width)
    if centre:
        centre = min(centre, max(room / 2, room - 2 * gap - 2 * max(left, right)))
        sides = ((room - centre) / 2 - gap,) * 2
    else:
        sides = max(free / 2, free - right), max(free / 2, free - left)
    return Margin(
        _cut(margin.left, sides[0], width),
        _cut(margin.centre, centre, width),
        _cut(margin.right, sides[1], width),
    )


def _said(margin: Margin) -> tuple[Said, Said, Said]:
    """The three texts."""
    return margin.left, margin.centre, margin.right


def _without_first(said: Said) -> Said:
    """A text without its first part; all of it where it has one part or counters."""
    if len(said) != 1 or isinstance(said[0], Counter):
        return said
    return (said[0].partition(_BETWEEN)[2] or said[0],)


def _up_to(text: str, width: Measure) -> Callable[[int], float]:
    """How wide the first so many characters of a text are."""
    return lambda count: width(text[:count])


def _cut(said: Said, room: float, width: Measure) -> Said:
    """A text that ends in an ellipsis where it would be wider than its room.

    Of a text with counters the longest piece is cut, for the number is what one looks for.
    """
    excess = measured(said, width) - room
    texts = [piece for piece in said if not isinstance(piece, Counter)]
    if excess <= 0 or not texts:
        return said
    longest = max(texts, key=len)
    name, gap, end = longest.rpartition(_APART)
    if not gap or 2 * width(gap + end) > room:
        name, gap, end = longest, "", ""
    least = width(longest) - excess - width(_MORE + gap + end)
    kept = name[: bisect_right(range(1, len(name) + 1), least, key=_up_to(name, width))]
    cut = kept.rstrip(" ·|") + _MORE + gap + end
    return tuple(cut if piece is longest else piece for piece in said)
