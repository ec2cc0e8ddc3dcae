"""How high a row becomes, where that is sure: the typesetter need not try it.

It is sure where every line that a cell says surely fits, so that none is broken. A line is as high
as its capitals, those of our fonts: of a font of the house nothing is sure.
"""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import Row, RowKind, Table
from orgspec.render import fonts
from orgspec.render.press.measuring import Said, said_in

_CAPITALS = 0.733  # em
BETWEEN_ITEMS = 0.62
"""The space between the items of a list in em, as in the template."""


def lines_high(lines: float, leading: float, smaller: float = 0.0) -> float:
    """How high lines are, with the `leading` between them, both in em.

    They are as high as so many of usual size without `smaller` of them.
    """
    return (lines - smaller) * _CAPITALS + max(0.0, lines - 1) * leading


def exact_heights(
    table: Table, said: list[list[Said]], rooms: list[float], size: float, leading: float
) -> tuple[float | None, ...]:
    """How high what stands in the titles of the columns and in each row becomes, in points.

    Args:
        table: the table.
        said: what is said in each column, its title first, without the titles of groups.
        rooms: the width of what stands in each column, in points.
        size: of the type, in points.
        leading: the space between lines, in em.
    """
    cells = zip(*said, strict=True)
    return (
        exact_height(next(cells), rooms, size, leading),
        *[
            _group_height(row, sum(rooms), size, leading)
            if row.kind is RowKind.GROUP
            else exact_height(next(cells), rooms, size, leading)
            for row in table.rows
        ],
    )


def exact_height(
    row: Sequence[Said], rooms: Sequence[float], size: float, leading: float
) -> float | None:
    """How high what stands in the cells of a row becomes, in points; None where it is to be tried."""
    if fonts.faces() != (None, None):
        return None
    highest = 0.0
    for cell, room in zip(row, rooms, strict=True):
        height = _height(cell, (room - cell.indent) / size, leading)
        if height is None:
            return None
        highest = max(highest, height)
    return round(highest * size, 3) or None  # where nothing is said, a try costs nothing


def _height(cell: Said, room: float, leading: float) -> float | None:
    """How high a cell becomes, in em, if no line of it is broken in `room` em."""
    if len(cell.texts) == 1 and not cell.texts[0].text and not cell.items:
        return 0.0
    if not cell.even or any(not text.pieces or text.line > room for text in cell.texts):
        return None
    if 0 < cell.items < len(cell.texts) and any(text.scale < 1 for text in cell.texts):
        return None
    # The line of a bullet is as high as that.
    lines = sum([_CAPITALS * (1 if cell.items else text.scale) for text in cell.texts])
    apart = max(0, cell.items - 1)
    return lines + BETWEEN_ITEMS * apart + leading * max(0, len(cell.texts) - 1 - apart)


def _group_height(row: Row, room: float, size: float, leading: float) -> float | None:
    """The same of the title of a group, which stands across all columns, in points."""
    cells = row.cells[:1]
    return exact_height(
        [said_in(cell, fonts.faces()) for cell in cells], [room] * len(cells), size, leading
    )
