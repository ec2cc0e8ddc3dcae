"""Columns that give width to one another until the rows of a table are as low as they get."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache

# What the paragraphs of a cell need if no line of them breaks, and what is lost in each line that
# breaks, as words are not torn; both in points.
Paragraph = tuple[float, float]
Cells = Sequence[Sequence[Paragraph]]

_Widths = tuple[float, ...]
_Lines = Callable[[int, float], tuple[int, ...]]

_STEPS = (10, 6, 3, 1)  # in parts of the width of the table
_PARTS = 48
_MOVES = 10
_ROWS = 40  # of a longer table, the rows that speak for all
_HIGH = 2  # a table whose rows all have one line is left as it is
_FULL = 0.12  # what a line counts in a cell that is not the highest of its row
_KEPT = 0.62  # of its width, what a column keeps whose lines would break


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

    @cache
    def lines(column: int, width: float) -> tuple[int, ...]:
        return tuple(_lines(cell, width - padding) for cell in cells[column][::every])

    now = tuple(round(width, 2) for width in widths)
    height = _height(now, lines)
    if len(now) < 2 or max(max(lines(*each), default=0) for each in enumerate(now)) < _HIGH:
        return list(widths)
    natural = [padding + max(need for cell in column for need, _ in cell) for column in cells]
    floor = [
        max(low, min(_KEPT * width, need))
        for low, width, need in zip(least, now, natural, strict=True)
    ]
    for _ in range(_MOVES):
        best, gain = None, 0.0
        for moved, step in _moves(now, floor, natural, lines):
            saved = (height - _height(moved, lines)) / step
            if saved > gain + 1e-9:
                best, gain = moved, saved
        if best is None:
            break
        now, height = best, _height(best, lines)
    return [*now[:-1], sum(widths) - sum(now[:-1])]


def _moves(
    now: _Widths, floor: Sequence[float], natural: Sequence[float], lines: _Lines
) -> Iterator[tuple[_Widths, float]]:
    """Each way in which a column that has too little may take a step, and how wide that is.

    It takes what others do not need; where that is not enough, all from one of them.
    """
    part = sum(now) / _PARTS
    for taker, width in enumerate(now):
        free = [
            0.0 if index == taker else max(0.0, given - max(need, floor[index]))
            for index, (given, need) in enumerate(zip(now, natural, strict=True))
        ]
        for size in _STEPS:
            step = part * size
            if lines(taker, round(width + step, 2)) == lines(taker, width):
                continue
            if sum(free) >= step:
                yield _given(now, taker, [step * each / sum(free) for each in free]), step
                continue
            for giver, given in enumerate(now):
                if giver != taker and given - step >= floor[giver]:
                    yield _given(now, taker, [step * (i == giver) for i in range(len(now))]), step


def _given(now: _Widths, taker: int, shares: Sequence[float]) -> _Widths:
    """The widths after each column gave its share to one of them."""
    return tuple(
        round(width + sum(shares) if index == taker else width - share, 2)
        for index, (width, share) in enumerate(zip(now, shares, strict=True))
    )


def _height(widths: _Widths, lines: _Lines) -> float:
    """How high the rows are, in lines; a little for each line that is no higher than another.

    So a row becomes lower in two moves where two of its cells are equally high.
    """
    columns = [lines(column, width) for column, width in enumerate(widths)]
    rows: list[tuple[int, ...]] = list(zip(*columns, strict=True))
    return sum(map(max, rows)) + _FULL * sum(map(sum, rows))


def _lines(cell: Sequence[Paragraph], room: float) -> int:
    """About how many lines the paragraphs of a cell take in a room, in points."""
    return sum(
        1 if need <= room else max(2, math.ceil((need - lost) / max(room - lost, 1.0)))
        for need, lost in cell
    )
