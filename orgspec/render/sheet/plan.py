"""Where everything of a matrix stands on its sheet, and how wide and on which paper."""

from __future__ import annotations

import math
from collections.abc import Sequence

from orgspec.document import Matrix
from orgspec.frozen import frozen
from orgspec.render.letters import sign_of
from orgspec.render.notes import matrix_notes
from orgspec.render.sheet import look

HEAD_ROW, FIRST_ROW = 2, 3
_MOST_LYING_TITLES = 6
_LONGEST_CELL = 46.0  # width units
_UNIT = 5.25  # points of a width unit
_PADDING = 3.75  # points that Excel adds to a column
_MARGINS = 66.0  # points

A4, A3 = 9, 8  # as Excel numbers paper
_SIZES = ((A4, 841.9, 595.3), (A3, 1190.6, 841.9))
_WIDTHS = tuple((size, width) for size, width, _ in _SIZES)
_ENDS, _TITLE, _REPEATED = 105.0, 44.0, 24.0  # points: head and foot, title, titles of columns
_FEW, _SLACK = 0.2, 0.06  # of a page; programs reckon rows a little differently
_SOME = 0.36  # of a page, where all can still be read
_EARLY = 0.03
PAGE = (_WIDTHS[0][1] - _MARGINS) / _UNIT  # width units that A4 on its side holds
LEAST_SCALE = 0.64  # smaller, and ten points are no longer read with ease
_TINY = 0.55  # smaller, and they are read with a glass
_GOOD_SCALE = 0.8  # running text is read longer than letters


@frozen
class Plan:
    """Columns and rows of the sheet, counted from 0; -1 for a column that there is none of.

    `check` is a column, of a transposed matrix the row of that number instead.
    """

    number: int
    group: int
    activity: int
    party: int
    limit: int
    sums: int
    check: int
    findings: int
    first: int
    last: int
    totals: int
    width: int

    @property
    def last_party(self) -> int:
        """The column of the last party, that of the first where there is none."""
        return max((self.limit if self.limit >= 0 else self.sums) - 1, self.party)


@frozen
class Paper:
    """The paper that a sheet is printed on, and how many pages of it stand side by side."""

    size: int
    across: int


def plan_of(matrix: Matrix) -> Plan:
    """The plan of a matrix."""
    group = 1 if any(row.group for row in matrix.rows) else -1
    activity = 2 if group == 1 else 1
    party = activity + 1
    after = party + len(matrix.columns)
    limit = after if matrix.has_limits else -1
    sums = after + matrix.has_limits
    last = FIRST_ROW + max(len(matrix.rows), 1) - 1
    end = sums + len(matrix.letters)
    totals = last + 1
    check = totals + len(matrix.letters) if matrix.transposed else end
    end += not matrix.transposed
    findings = end if matrix_notes(matrix) else -1
    width = end + (findings >= 0)
    return Plan(0, group, activity, party, limit, sums, check, findings, FIRST_ROW, last, totals, width)  # fmt: skip


def is_upright(matrix: Matrix, formats: look.Formats) -> bool:
    """Whether the titles of the columns stand upright: if they lay, all would be printed small."""
    if len(matrix.columns) <= _MOST_LYING_TITLES:
        return False
    lying = sum(_widths(matrix, plan_of(matrix), formats, upright=False)) * _UNIT
    return lying > (_WIDTHS[0][1] - _MARGINS) / _GOOD_SCALE


def widths(matrix: Matrix, plan: Plan, formats: look.Formats) -> list[float]:
    """The width of every column, in width units."""
    return _widths(matrix, plan, formats, upright=is_upright(matrix, formats))


def _widths(matrix: Matrix, plan: Plan, formats: look.Formats, *, upright: bool) -> list[float]:
    """The same, for titles that stand upright or lie."""
    found = [0.0] * plan.width
    found[plan.number] = 6.5
    if plan.group >= 0:
        found[plan.group] = _group_width(matrix, formats)
    found[plan.activity] = _activity_width(matrix, formats)
    party = _party_width(matrix, formats, upright=upright)
    for index in range(len(matrix.columns)):
        found[plan.party + index] = party
    if plan.limit >= 0:
        found[plan.limit] = _limit_width(matrix, formats)
    for index, letter in enumerate(matrix.letters):
        found[plan.sums + index] = max(5.4, formats.units(letter.sign, bold=True))
    if not matrix.transposed:
        found[plan.check] = 10.5
    if plan.findings >= 0:
        found[plan.findings] = max(8.0, formats.units(matrix.labels["findings"], bold=True) + 1)
    return found


def _party_width(matrix: Matrix, formats: look.Formats, *, upright: bool) -> float:
    """The width of the column of one party: at least that of the widest letters."""
    used = {cell.letters for row in matrix.rows for cell in row.cells if cell.letters}
    widest = max((formats.units(sign_of(matrix, x).text, bold=True) for x in used), default=0.0)
    return max(6.2 if upright else 12.5, widest)


def _group_width(matrix: Matrix, formats: look.Formats) -> float:
    """The width of the column of groups."""
    widest = max((formats.units(row.group) for row in matrix.rows), default=0.0)
    return min(max(widest, 11.0), 26.0)


def _activity_width(matrix: Matrix, formats: look.Formats) -> float:
    """The width of the column of activities."""
    widest = max((formats.units(row.title) for row in matrix.rows), default=0.0)
    return min(max(widest, 24.0), _LONGEST_CELL)


def _limit_width(matrix: Matrix, formats: look.Formats) -> float:
    """The width of the column of limits."""
    widest = max((formats.units(row.limit) for row in matrix.rows), default=0.0)
    return min(max(widest, 9.0), 22.0)


def readable(columns: int) -> float:
    """The width units that a number of columns may take on A4 to be printed at a size to read."""
    points = (_WIDTHS[0][1] - _MARGINS) / _GOOD_SCALE
    return (points - columns * _PADDING) / _UNIT


def table_paper(wide: list[float]) -> int:
    """The paper of a table of some widths: A4 on its side, or A3 where that is too small."""
    return A4 if sum(wide) * _UNIT <= (_WIDTHS[0][1] - _MARGINS) / LEAST_SCALE else A3


def pages_high(
    size: int, wide: list[float], high: float, repeated: float = _REPEATED, least: float = 1.0
) -> int:
    """How many pages a table of some widths is printed on; 0 where it takes as many as it needs.

    One whose last page would hold a few rows is printed a little smaller, on one page less; one
    that a page holds at the size of `least` is printed on that. `high` are the points of its rows,
    without `repeated`, the titles of its columns on every page.
    """
    scale = _scale(size, wide)
    pages = (high + _TITLE) / _room(size, scale, repeated) + _SLACK
    if pages >= 1 and _room(size, least, repeated + _TITLE) >= high:
        return 1
    whole, rest = divmod(pages, 1)
    smaller = scale * whole / (pages - _SLACK)
    few = rest < (_SOME if smaller >= LEAST_SCALE else _FEW + _SLACK) and smaller >= _TINY
    return int(whole) if few else 0


def _scale(size: int, wide: list[float]) -> float:
    """How large rows of some widths are printed on a page of a size, at most as they are."""
    paper = next(width for each, width in _WIDTHS if each == size)
    return min(1.0, (paper - _MARGINS) / (sum(wide) * _UNIT + len(wide) * _PADDING))


def _room(size: int, scale: float, repeated: float) -> float:
    """How many points of rows a page of a size holds below the titles."""
    tall = next(each[2] for each in _SIZES if each[0] == size)
    return (tall - _ENDS) / scale - repeated


def page_starts(
    size: int, wide: list[float], high: Sequence[float], kept: Sequence[bool], above: float = 0.0
) -> tuple[int, list[int]]:
    """The rows that pages begin with, but the first: none of those `kept` with the one above.

    `high` are the points of the rows, `above` of what stands above the first. Before them the size
    in percent that keeps a few rows from taking a page; 0 where the widths decide it.
    """
    scale = _scale(size, wide)
    if scale < 1:
        return 0, _starts(_room(size, scale, _REPEATED), high, kept, above)
    for percent in range(100, int(100 * _GOOD_SCALE) - 1, -2):
        room = _room(size, percent / 100, _REPEATED)
        starts = _starts(room, high, kept, above)
        if not starts or sum(high[starts[-1] :]) > _FEW * room:
            return percent, starts
    return 100, _starts(_room(size, 1.0, _REPEATED), high, kept, above)


def _starts(room: float, high: Sequence[float], kept: Sequence[bool], above: float) -> list[int]:
    """The same for pages of a height; they end a little early, so that no program ends them."""
    starts, filled, begun = [], _TITLE + above, 0
    for at, points in enumerate(high):
        if filled + points > room * (1 - _EARLY) and at > begun:
            start = at
            while kept[start] and start > begun + 1:
                start -= 1
            start = at if kept[start] else start  # all of a page belongs together
            starts.append(start)
            begun, filled = start, sum(high[start:at])
        filled += points
    return starts


def paper_of(plan: Plan, wide: list[float]) -> Paper:
    """A4 on its side or A3, whichever can be read with all on one page; else several pages of A3.

    `wide` are the widths of the columns, in width units; those before the parties repeat.
    """
    repeated = sum(wide[: plan.party]) * _UNIT
    needed = sum(wide[plan.party :]) * _UNIT
    rooms = [(size, (paper - _MARGINS) / LEAST_SCALE - repeated) for size, paper in _WIDTHS]
    for size, room in rooms:
        if needed <= room:
            return Paper(size, 1)
    # A column is never cut in two, so the last of a page may leave room.
    size, room = rooms[-1]
    return Paper(size, math.ceil(needed / max(room - max(wide) * _UNIT, 1.0)))
