"""Columns that give width to one another until the rows of a table are as low as they get."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from orgspec.frozen import frozen

# What the paragraphs of a cell need if no line of them breaks, and what is lost in each line that
# breaks, as words are not torn; both in points.
Paragraph = tuple[float, float]
Cells = tuple[tuple[Paragraph, ...], ...]

_Lines = tuple[list[int], int]  # the lines of each cell, and of all
_Move = tuple[tuple[int, float], ...]  # columns with their widths after it
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


@lru_cache(maxsize=1024)
def level(
    cells: tuple[Cells, ...], widths: tuple[float, ...], least: tuple[float, ...], padding: float
) -> tuple[float, ...]:
    """The widths with which the rows need the fewest lines.

    They are remembered: posts of one kind have tables in common.

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

    now = [round(width, 2) for width in widths]
    if len(now) < 2 or not any(map(_Column.breaks, columns, now)):
        return widths
    natural = [column.natural for column in columns]
    floor = [
        max(low, min(_KEPT * width, need))
        for low, width, need in zip(least, now, natural, strict=True)
    ]
    for _ in range(_MOVES):
        move = _best(now, floor, natural, lines)
        if not move:
            break
        for column, width in move:
            now[column] = width
    return (*now[:-1], sum(widths) - sum(now[:-1]))


def _best(
    now: Sequence[float], floor: Sequence[float], natural: Sequence[float], lines: _LinesOf
) -> _Move:
    """The move that saves most for its step; an empty one if none saves anything."""
    best: _Move = ()
    gain = 0.0
    columns = [lines(column, width) for column, width in enumerate(now)]
    height = _height(columns)
    spare = [given - max(need, low) for given, need, low in zip(now, natural, floor, strict=True)]
    for most, taker, step in _takers(now, columns, natural, lines):
        if most <= gain:
            break
        free = [0.0 if i == taker else max(0.0, more) for i, more in enumerate(spare)]
        for move in _moves(now, taker, step, free, floor):
            moved = columns.copy()
            for column, width in move:
                moved[column] = lines(column, width)
            saved = (height - _height(moved)) / step
            if saved > gain + 1e-9:
                best, gain = move, saved
    return best


def _takers(
    now: Sequence[float], columns: Sequence[_Lines], natural: Sequence[float], lines: _LinesOf
) -> list[tuple[float, int, float]]:
    """What a step may save at most, the column that takes it, the step; the most first.

    That is what it saves where no line of another column breaks for it.
    """
    part = sum(now) / _PARTS
    height = _height(columns)
    takers = []
    for taker, width in enumerate(now):
        if width > natural[taker] + 0.01:  # no line of it breaks
            continue
        taken = columns[taker][1]
        for size in _STEPS:
            step = part * size
            fewer = lines(taker, round(width + step, 2))
            if fewer[1] == taken:  # nor would it be with less
                break
            saved = height - _height([*columns[:taker], fewer, *columns[taker + 1 :]])
            takers.append((saved / step, taker, step))
    return sorted(takers, key=lambda each: -each[0])


def _moves(
    now: Sequence[float], taker: int, step: float, free: Sequence[float], floor: Sequence[float]
) -> Iterator[_Move]:
    """Each way in which a column that has too little may take a step.

    It takes what others do not need; where that is not enough, all from one of them.
    """
    room = sum(free)
    taken = (taker, round(now[taker] + step, 2))
    if room >= step:
        given = [(i, round(now[i] - step * more / room, 2)) for i, more in enumerate(free) if more]
        yield (taken, *given)
        return
    for giver, width in enumerate(now):
        if giver != taker and width - step >= floor[giver]:
            yield taken, (giver, round(width - step, 2))


def _height(columns: Sequence[_Lines]) -> float:
    """How high the rows are, in lines; a little for each line that is no higher than another.

    So a row becomes lower in two moves where two of its cells are equally high.
    """
    highest: int = sum(map(max, *[cells for cells, _ in columns]))
    return highest + _FULL * sum([every for _, every in columns])
