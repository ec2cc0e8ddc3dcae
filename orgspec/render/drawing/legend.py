"""The legend below a chart."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import LegendEntry
from orgspec.frozen import frozen
from orgspec.render import fonts, palette
from orgspec.render.drawing.shapes import box, label
from orgspec.render.drawing.swim import marks
from orgspec.render.drawing.xml import element
from orgspec.render.layout.geometry import Box

SIZE = 12.0
ROW = 24.0
_SPACE = 26.0
_MARK = {"colour": 12.0, "vacant": 24.0, "solid": 28.0, "dotted": 28.0}
_MARK_GAP = 7.0


@frozen
class Legend:
    """A legend, its upper edge at `y` = 0."""

    xml: str
    width: float
    height: float


def legend(entries: Sequence[LegendEntry], x: float, y: float, width: float) -> Legend:
    """The entries in as many rows as they need, about equally long, rightwards and down."""
    parts = []
    widths = [_mark_width(each) + _MARK_GAP + fonts.width(each.text, SIZE) for each in entries]
    lefts = _lefts(widths, _even(widths, width))
    row = -1
    for entry, left in zip(entries, lefts, strict=True):
        row += not left
        middle = y + row * ROW + ROW / 2
        parts.append(_mark(entry, x + left, middle))
        text_x = x + left + _mark_width(entry) + _MARK_GAP
        parts.append(label(entry.text, text_x, middle + SIZE * 0.37, SIZE, palette.SECONDARY))
    widest = max((left + needed for left, needed in zip(lefts, widths, strict=True)), default=0.0)
    return Legend("".join(parts), widest, lefts.count(0.0) * ROW)


def _lefts(widths: Sequence[float], most: float) -> list[float]:
    """Where each entry begins in rows that are at most so long; a row begins at 0."""
    lefts: list[float] = []
    left = 0.0
    for width in widths:
        if left and left + width > most:
            left = 0.0
        lefts.append(left)
        left += width + _SPACE
    return lefts


def _even(widths: Sequence[float], most: float) -> float:
    """The least length of rows with which there are no more of them."""
    rows = _lefts(widths, most).count(0.0)
    length = sum(widths) / max(1, rows)
    while length < most and _lefts(widths, length).count(0.0) > rows:
        length += ROW
    return min(length, most)


def _mark_width(entry: LegendEntry) -> float:
    """The width of the sign of an entry."""
    return _MARK.get(entry.kind) or marks.WIDTHS.get(entry.kind, _MARK["colour"])


def _mark(entry: LegendEntry, x: float, middle: float) -> str:
    """The sign of an entry."""
    width = _mark_width(entry)
    if entry.kind in marks.WIDTHS:
        return marks.mark(entry.kind, entry.colour, x, middle)
    if entry.kind == "vacant":
        place = Box(x, middle - 7, width, 14)
        return box(place, 4, palette.VACANT_FILL, stroke=palette.VACANT, stroke_width=1.3,
                   dashes="3.5 2.5")  # fmt: skip
    if entry.kind in ("solid", "dotted"):
        dotted = entry.kind == "dotted"
        return element(
            "path", d=f"M{x:.2f} {middle:.2f}h{width:.2f}", fill="none",
            stroke=palette.DOTTED if dotted else palette.CONNECTOR,
            stroke_width=1.9 if dotted else 1.6, stroke_dasharray="3 4.6" if dotted else None,
            stroke_linecap="round",
        )  # fmt: skip
    return box(Box(x, middle - 6, 12, 12), 3, palette.department(entry.colour))
