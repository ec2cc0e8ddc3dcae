"""Labels with their values as plain data for the templates."""

from __future__ import annotations

from orgspec.document import Cell, Facts, plain
from orgspec.render import fonts
from orgspec.render.press.cells import BODY_SIZE, cell_data, high
from orgspec.render.press.measuring import measured
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import Sheet
from orgspec.render.press.words import breakable

_LABEL = 17.0  # the insets and borders of a cell with a label, and of the one with its value

# Labels with values that take less than this share of a page are not split.
_TOGETHER = 0.3


def facts_data(facts: Facts, sheet: Sheet, label: float) -> Data:
    """Labels and values, with the number of columns that each value spans.

    Args:
        facts: the labels and values.
        sheet: what they stand on.
        label: the width of a cell with a label, in points.
    """
    across = max(1, facts.across)
    pairs: list[list[object]] = []
    column = 0
    heights: list[float] = []  # of the rows
    flat: list[bool] = []  # whether each surely takes one line
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
            flat.append(fonts.faces() == (None, None))  # others have capitals as high as they like
        heights[-1] = max(heights[-1], high(value, room))
        flat[-1] &= _is_flat(name, label - _LABEL) and _is_flat_cell(cell, room)
        column = 0 if fills else (column + 1) % across
    height = sum(heights)
    return {
        "kind": "facts",
        "across": across,
        "pairs": pairs,
        "flat": flat,
        "together": height < _TOGETHER * sheet.room,
        "rows": len(heights),
        "height": height,
    }


def _is_flat(text: str, room: float) -> bool:
    """Whether a text surely takes one line, as high as the capitals of our fonts."""
    return "\n" not in text and measured(text, fonts.faces()).line * BODY_SIZE <= room


def _is_flat_cell(cell: Cell, room: float) -> bool:
    """The same of a value, which has one paragraph or items."""
    return not cell.bullets and all(_is_flat(plain(line), room) for line in cell.lines)
