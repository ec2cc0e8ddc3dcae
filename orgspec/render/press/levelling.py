"""Columns that give width to one another until the rows of a table are as low as they get."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from orgspec.frozen import frozen

# What the paragraphs of a cell need if no line of them breaks, and what is lost in each line that
# breaks, as words are not torn; both in points.
Paragraph = tuple[float, float]
Cells = Sequence[Sequence[Paragraph]]

_Widths = tuple[float, ...]
_Lines = tuple[list[int], int]  # the lines of each cell, and of all
_LinesOf = Callable[[int, float], _Lines]

_STEPS = (8, 4, 2, 1)  # in parts of the width of the table
_PARTS = 48
_MOVES = 5
_ROWS = 40  # of a longer table, the rows that speak for all
_FULL = 0.12  # what a line counts in a cell that is not the highest of its row
_KEPT = 0.62  # of its width, what a column keeps whose lines would break


@frozen
class _Column:
    """What the lines of a column depend on.

    Attributes:
        natural: the width from which on no line breaks, in points.
        padding: what of the width is no room for text, in points.
        paragraphs: how many each cell has.
        longest: each paragraph with the place of its cell, those that need most first.
    """

    natural: float
    padding: float
    paragraphs: list[int]
    longest: list[tuple[float, float, int]]

    @classmethod
    def of(cls, cells: Cells, padding: float) -> _Column:
        """A column of some cells."""
        each = [(need, lost, row) for row, cell in enumerate(cells) for need, lost in cell]
        each.sort(reverse=True)
        return cls(padding + each[0][0], padding, [len(cell) for cell in cells], each)

    def breaks(self, width: float) -> bool:
        """Whether a row has more than one line."""
        return width < self.natural or max(self.paragraphs) > 1

    def lines(self, width: float) -> _Lines:
        """About how many lines the cells take."""
        cells, room = self.paragraphs.copy(), width - self.padding
        for need, lost, row in self.longest:
            if need <= room:
                break
            cells[row] += max(2, math.ceil((need - lost) / max(room - lost, 1.0))) - 1
        return cells, sum(cells)


def level(
    cells: Sequence[Cells], widths: Sequence[float], least: Sequence[float], padding: float
) -> list[float]:
    """The widths with which the rows need the fewest lines.

    Args:
        cells: of each column, the cells of its rows, header and all.
        widths: the width of each column in points, to begin with.
        least: what each column keeps, in points.
        padding: what of each width is no room for text, in points.
    """
    every = max(1, math.ceil(max(map(len, cells), default=0) / _ROWS))
    columns = [_Column.of(column[::every], padding) for column in cells]

    @cache
    def lines(column: int, width: float) -> _Lines:
        return columns[column].lines(width)

    now = tuple(round(width, 2) for width in widths)
    if len(now) < 2 or not any(map(_Column.breaks, columns, now)):
        return list(widths)
    height = _height(now, lines)
    natural = [column.natural for column in columns]
    floor = [
        max(low, min(_KEPT * width, need))
        for low, width, need in zip(least, now, natural, strict=True)
    ]
    for _ in range(_MOVES):
        found = _best(now, height, floor, natural, lines)
        if found is None:
            break
        now, height = found
    return [*now[:-1], sum(widths) - sum(now[:-1])]


def _best(
    now: _Widths, height: float, floor: Sequence[float], natural: Sequence[float], lines: _LinesOf
) -> tuple[_Widths, float] | None:
    """The move that saves most for its step, and how high the rows are after it."""
    best, gain = None, 0.0
    spare = [given - max(need, low) for given, need, low in zip(now, natural, floor, strict=True)]
    for most, taker, step in _takers(now, natural, lines):
        if most <= gain:
            break
        free = [0.0 if i == taker else max(0.0, more) for i, more in enumerate(spare)]
        for moved in _moves(now, taker, step, free, floor):
            after = _height(moved, lines)
            if (height - after) / step > gain + 1e-9:
                best, gain = (moved, after), (height - after) / step
    return best


def _takers(
    now: _Widths, natural: Sequence[float], lines: _LinesOf
) -> list[tuple[float, int, float]]:
    """What a step may save at most, the column that takes it, the step; the most first.

    That is what it saves if no other column gets more lines by giving.
    """
    part = sum(now) / _PARTS
    columns = [lines(column, width) for column, width in enumerate(now)]
    highest = sum(map(max, *[cells for cells, _ in columns]))
    takers = []
    for taker, width in enumerate(now):
        if width > natural[taker] + 0.01:  # no line of it breaks
            continue
        taken = columns[taker][1]
        others = [column for i, (column, _) in enumerate(columns) if i != taker]
        for size in _STEPS:
            step = part * size
            fewer, left = lines(taker, round(width + step, 2))
            if left == taken:  # nor would it be with less
                break
            lower = highest - sum(map(max, fewer, *others))
            takers.append(((lower + _FULL * (taken - left)) / step, taker, step))
    return sorted(takers, key=lambda each: -each[0])


def _moves(
    now: _Widths, taker: int, step: float, free: Sequence[float], floor: Sequence[float]
) -> Iterator[_Widths]:
    """Each way in which a column that has too little may take a step.

    It takes what others do not need; where that is not enough, all from one of them.
    """
    room = sum(free)
    if room >= step:
        yield _given(now, taker, [step * each / room for each in free])
        return
    for giver, given in enumerate(now):
        if giver != taker and given - step >= floor[giver]:
            yield _given(now, taker, [step * (i == giver) for i in range(len(now))])


def _given(now: _Widths, taker: int, shares: Sequence[float]) -> _Widths:
    """The widths after each column gave its share to one of them."""
    widths = [round(width - share, 2) for width, share in zip(now, shares, strict=True)]
    widths[taker] = round(now[taker] + sum(shares), 2)
    return tuple(widths)


def _height(widths: _Widths, lines: _LinesOf) -> float:
    """How high the rows are, in lines; a little for each line that is no higher than another.

    So a row becomes lower in two moves where two of its cells are equally high.
    """
    columns = [lines(column, width) for column, width in enumerate(widths)]
    highest: int = sum(map(max, *[cells for cells, _ in columns]))
    return highest + _FULL * sum([every for _, every in columns])
