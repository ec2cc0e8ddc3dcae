"""How wide the columns of a table are: what their texts need, shared out where that is too much."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from orgspec.document import RowKind, Table
from orgspec.reckoning import Entry
from orgspec.render.sheet import look
from orgspec.render.sheet.plan import readable
from orgspec.render.sheet.text import lines_text

_NARROWEST, _WIDEST = 8.0, 60.0  # width units
_WRITTEN = 13.0  # width units that a pen needs
_LEAST = 12.0  # width units for a text that takes several lines
_POWER = 3  # of the mean that stands for the highest cell of a row
_FILTERED = "▾"  # what a title shares its line with
_FEW_WORDS = 20.0  # width units
_NEARLY = 0.85  # of what a few words need: a little more, and they stay on one line
_STEPS = 40


def column_widths(table: Table, formats: look.Formats, first: float = 0.0) -> list[float]:
    """The widths of the columns of a table, in width units; the first has at least that of `first`.

    Where they would be printed too small, columns of long texts are narrower: their texts take
    more lines, each column as many as keeps the rows low. Columns of a few words keep their width.
    """
    count = range(len(table.columns))
    wide = [_width(table, index, formats) for index in count]
    wide[:1] = [max(each, first) for each in wide[:1]]
    room = readable(len(wide))
    if sum(wide) <= room:
        return wide
    least = [
        wide[index]
        if isinstance(table.columns[index].rule, Entry)
        else max(_LEAST, _longest_word(table, index, formats))
        for index in count
    ]
    least[0] = max(least[0], first)
    return shared(wide, least, [_need(table, index, formats) for index in count], room)


def shared(
    wide: Sequence[float], least: Sequence[float], needs: Sequence[float], room: float
) -> list[float]:
    """Widths of columns that fill a room: each as its need is to the others', but within limits.

    `wide` is what each needs at most, `least` what it needs at least, though that may be too much.
    Where a few words nearly have all they need they get all.
    """
    given = _filled(wide, least, needs, room)
    low = [
        most if most <= _FEW_WORDS and has >= _NEARLY * most else least_
        for has, most, least_ in zip(given, wide, least, strict=True)
    ]
    return [round(width, 2) for width in _filled(wide, low, needs, room)]


def _filled(
    wide: Sequence[float], least: Sequence[float], needs: Sequence[float], room: float
) -> list[float]:
    """The widths that fill the room, as far as `wide` and `least` let them."""

    def given(share: float) -> list[float]:
        limits = zip(wide, least, needs, strict=True)
        return [min(most, max(low, share * need)) for most, low, need in limits]

    known = [need for need in needs if need]
    low, high = 0.0, room / min(known, default=1.0)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(given(middle)) > room else (middle, high)
    return given(low)


def _cells(table: Table, index: int) -> Iterator[tuple[str, float]]:
    """The texts of a column, with what its depth takes of the width."""
    for row in table.rows:
        if row.kind is not RowKind.GROUP and index < len(row.cells):
            cell = row.cells[index]
            yield lines_text(cell), look.DEEPER * cell.depth


def _width(table: Table, index: int, formats: look.Formats) -> float:
    """The width of a column: what its widest line needs, within limits."""
    column = table.columns[index]
    needed = [formats.units(column.title + _FILTERED, bold=True)]
    needed += [_WRITTEN] if isinstance(column.rule, Entry) else []
    needed += [formats.units(text, bold=True) + deep for text, deep in _cells(table, index)]
    return min(max(_NARROWEST, *needed), _WIDEST)


def _longest_word(table: Table, index: int, formats: look.Formats) -> float:
    """What the longest word of a column needs; Chinese breaks anywhere."""
    words = table.columns[index].title.split()
    words[-1:] = [words[-1] + _FILTERED] if words else []
    words += [word for text, _ in _cells(table, index) for word in text.split()]
    longest = max((word for word in words if word.isascii()), key=len, default="")
    return max(formats.units(word, bold=True) for word in (longest, *words[:1]))


def _need(table: Table, index: int, formats: look.Formats) -> float:
    """How much width a column needs beside others, by how much text its cells hold.

    With so much, the sum of the heights of rows is least, if a row is as high as a mean of its
    cells in which the highest count most.
    """
    held = (
        sum(formats.units(line) for line in text.split("\n")) + deep
        for text, deep in _cells(table, index)
        if text
    )
    return math.pow(sum(each**_POWER for each in held), 1 / (_POWER + 1))
