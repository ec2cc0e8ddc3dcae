"""Labels with their values as plain data for the templates."""

from __future__ import annotations

from orgspec.document import Facts
from orgspec.render import fonts
from orgspec.render.press.cells import BODY_SIZE, cell_data, high
from orgspec.render.press.exact import exact_height
from orgspec.render.press.measuring import Said, said_in, said_of
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import Sheet
from orgspec.render.press.words import breakable

_LABEL = 17.0  # the insets and borders of a cell with a label, and of the one with its value

# Labels with values that take less than this share of a page are not split.
_TOGETHER = 0.3


def facts_data(facts: Facts, sheet: Sheet, label: float, leading: float) -> Data:
    """Labels and values, with the number of columns that each value spans.

    Args:
        facts: the labels and values.
        sheet: what they stand on.
        label: the width of a cell with a label, in points.
        leading: the space between lines, in em.
    """
    across = max(1, facts.across)
    faces = fonts.faces()
    pairs: list[list[object]] = []
    column = 0
    heights: list[float] = []  # of the rows
    said: list[list[Said]] = []  # what is measured of each row, and the room for it
    rooms: list[list[float]] = []
    for index, (name, value) in enumerate(facts.pairs):
        following = facts.pairs[index + 1 : index + 2]
        fills = name in facts.wide or not following or following[0][0] in facts.wide
        span = 2 * (across - column) - 1 if fills or column == across - 1 else 1
        room = sheet.body * (span + 1) / 2 / across - label - _LABEL
        cell = facts.cell(name, value)
        pairs.append(
            [breakable(name, label - _LABEL, BODY_SIZE), cell_data(cell, room, BODY_SIZE), span]
        )
        if column == 0 or not heights:
            heights.append(0.0)
            said.append([])
            rooms.append([])
        heights[-1] = max(heights[-1], high(value, room, leading))
        said[-1] += [said_of(name, faces), said_in(cell, faces)]
        rooms[-1] += [label - _LABEL, room]
        column = 0 if fills else (column + 1) % across
    height = sum(heights)
    return {
        "kind": "facts",
        "across": across,
        "pairs": pairs,
        "exact": [
            exact_height(row, room, BODY_SIZE, leading)
            for row, room in zip(said, rooms, strict=True)
        ],
        "together": height < _TOGETHER * sheet.room,
        "rows": len(heights),
        "height": height,
    }
