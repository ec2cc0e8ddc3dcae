"""Columns that give width to one another until the rows of a table are as low as they get."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

# What the paragraphs of a cell need if no line of them breaks, and what is lost in each line that
# breaks, as words are not torn; both in points.
Paragraph = tuple[float, float]
Cells = Sequence[Sequence[Paragraph]]

_STEPS = (6, 3, 1)  # in parts of the width of the table
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
    count = max(map(len, cells), default=0)
    every = max(1, math.ceil(count / _ROWS))

    @cache
    def lines(column: int, width: float) -> tuple[int, ...]:
        return tuple(_lines(cell, width - padding) for cell in cells[column][::every])

    now = [round(width, 3) for width in widths]
    heights = [lines(column, width) for column, width in enumerate(now)]
    rows = list(zip(*heights, strict=True))
    if len(widths) < 2 or not rows or max(map(max, rows)) < _HIGH:
        return list(widths)
    part = sum(widths) / _PARTS
    floor = [
        max(
            low,
            min(_KEPT * width, padding + max(need for cell in cells[index] for need, _ in cell)),
        )
        for index, (low, width) in enumerate(zip(least, widths, strict=True))
    ]
    for _ in range(_MOVES):
        best = (0.0, -1, -1, 0.0)
        total = _high(heights)
        for taker in range(len(now)):
            for step in (part * size for size in _STEPS):
                wider = lines(taker, round(now[taker] + step, 3))
                if wider == heights[taker]:
                    continue
                for giver, width in enumerate(now):
                    if giver == taker or width - step < floor[giver]:
                        continue
                    tried = [*heights]
                    tried[taker] = wider
                    tried[giver] = lines(giver, round(width - step, 3))
                    saved = total - _high(tried)
                    best = max(best, (saved / step, taker, giver, step))
        _, taker, giver, step = best
        if taker < 0:
            break
        now[taker] = round(now[taker] + step, 3)
        now[giver] = round(now[giver] - step, 3)
        heights[taker], heights[giver] = lines(taker, now[taker]), lines(giver, now[giver])
    return now


def _high(heights: Sequence[Sequence[int]]) -> float:
    """How high the rows are, in lines; a little for each line that is no higher than another.

    So a row becomes lower in two moves where two of its cells are equally high.
    """
    return sum(map(max, zip(*heights, strict=True))) + _FULL * sum(map(sum, heights))


def _lines(cell: Sequence[Paragraph], room: float) -> int:
    """About how many lines the paragraphs of a cell take in a room, in points."""
    return sum(
        1 if need <= room else max(2, math.ceil((need - lost) / max(room - lost, 1.0)))
        for need, lost in cell
    ) or 1  # fmt: skip
