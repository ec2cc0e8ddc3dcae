"""The legend below a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgspec.document import LegendEntry
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


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend, its upper edge at `y` = 0."""

    xml: str
    width: float
    height: float


def legend(entries: Sequence[LegendEntry], x: float, y: float, width: float) -> Legend:
    """The entries in as many rows as they need, from a place rightwards and down."""
    parts = []
    left, row, widest = 0.0, 0, 0.0
    for entry in entries:
        needed = _mark_width(entry) + _MARK_GAP + fonts.width(entry.text, SIZE)
        if left and left + needed > width:
            left, row = 0.0, row + 1
        middle = y + row * ROW + ROW / 2
        parts.append(_mark(entry, x + left, middle))
        text_x = x + left + _mark_width(entry) + _MARK_GAP
        parts.append(label(entry.text, text_x, middle + SIZE * 0.37, SIZE, palette.SECONDARY))
        widest = max(widest, left + needed)
        left += needed + _SPACE
    return Legend("".join(parts), widest, (row + 1) * ROW if entries else 0.0)


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
