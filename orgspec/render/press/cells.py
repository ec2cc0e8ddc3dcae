"""What stands in a cell or a paragraph as plain data for the templates, and how high it becomes."""

from __future__ import annotations

from orgspec.document import Cell, Inline, plain
from orgspec.render import fonts, palette
from orgspec.render.press.exact import lines_high
from orgspec.render.press.inline import lines, said
from orgspec.render.press.measuring import indent

BODY_SIZE = 9.5
SPACE = 10.0
"""Points below a paragraph, or above and below the text of a cell."""


def high(text: Inline, width: float, leading: float, space: float = SPACE) -> float:
    """About how high a paragraph becomes in lines of a width, with the space below; in points.

    `leading` is the space between lines, in em.
    """
    parts = plain(text).split("\n")
    count = sum(1 + fonts.width(part, BODY_SIZE) // max(BODY_SIZE, width) for part in parts)
    return lines_high(count, leading) * BODY_SIZE + space


def cell_data(cell: Cell, room: float, size: float) -> object:
    """A cell: its text, or where it is a list or has a colour of its own what it is."""
    fill = palette.TONES.get(cell.tone.value)
    if cell.bullets:
        items = [said(line, room - indent(cell), size) for line in cell.lines]
        return {"items": items, "fill": fill}
    text = lines(cell.lines, room - indent(cell), size)
    if fill is None and not cell.depth:
        return text
    return {"text": text, "fill": fill, "indent": indent(cell)}
