"""The rows of a chart by grade: their grounds and names."""

from __future__ import annotations

from orgspec.render import palette
from orgspec.render.drawing.shapes import box, label
from orgspec.render.layout.rows import PlacedRow

_TITLE, _NOTE = 17.0, 12.0


def row(placed: PlacedRow) -> str:
    """The ground of a row and its name at the left; to be drawn below the cards."""
    colour = palette.DEPARTMENTS[0]
    ground = palette.mixed(colour, palette.CARD, 0.045)
    parts = [
        box(placed.box, 8, ground, stroke=palette.mixed(colour, palette.CARD, 0.16),
            stroke_width=1),
        box(placed.head, 8, palette.mixed(colour, palette.CARD, 0.12)),
    ]  # fmt: skip
    middle = placed.head.centre
    height = len(placed.title) * (_TITLE + 5) + _NOTE + 3
    y = middle.y - height / 2
    for line in placed.title:
        y += _TITLE + 5
        parts.append(
            label(line, middle.x, y - 5, _TITLE, palette.TITLE, bold=True, anchor="middle")
        )
    y += _NOTE + 3
    parts.append(label(placed.note, middle.x, y - 2, _NOTE, palette.SECONDARY, anchor="middle"))
    return "".join(parts)
