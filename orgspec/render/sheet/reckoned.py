"""Which cells of a table its sheet reckons itself, so that they follow what is typed beside them.

A cell becomes a formula only where that gives what the document says; else it stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from orgspec.document import Align, Row, RowKind, Table
from orgspec.frozen import frozen
from orgspec.reckoning import Count, Excess, Weighed
from orgspec.render.sheet.figures import rows_above, summed, value_of
from orgspec.render.sheet.text import lines_text

_MOST_ARGUMENTS, _LONGEST = 255, 8000  # of a formula in Excel


@frozen
class Placed:
    """A table, the name of the sheet that it stands on, and the row where its first row stands."""

    sheet: str
    first: int
    table: Table


def formulas(placed: Placed, others: Sequence[Placed] = ()) -> Mapping[tuple[int, int], str]:
    """The formulas of a table by row and column; `others` are the tables that a digest sums up."""
    table = placed.table
    found = {}
    for at, row in enumerate(table.rows):
        for column in range(len(row.cells) if row.kind is not RowKind.GROUP else 0):
            formula = _formula(placed, others, at, column)
            if formula and len(formula) < _LONGEST:
                found[at, column] = formula
    return found


def _formula(placed: Placed, others: Sequence[Placed], at: int, column: int) -> str:
    """The formula of one cell; empty if it has none."""
    row, titled = placed.table.rows[at], placed.table.columns[column]
    if row.sums:
        return next(filter(None, (_digest(placed, at, column, other) for other in others)), "")
    if row.kind is RowKind.TOTAL and titled.align is not Align.START:
        return _total(placed, at, column)
    if row.kind is RowKind.BODY and isinstance(titled.rule, Excess):
        return _excess(placed, at, column, titled.rule)
    return ""


def _total(placed: Placed, at: int, column: int) -> str:
    """The sum of the rows above; nothing while some of them are not known that others tell of."""
    table, titled = placed.table, placed.table.columns[column]
    if (rows := summed(table, at, column)) is not None:
        return f"=SUBTOTAL(9,{_cells(column, rows, placed.first)})"
    keyed = (each for each, one in enumerate(table.columns) if one.key)
    whole = next((each for each in keyed if summed(table, at, each)), None)
    if not titled.key or whole is None or lines_text(table.rows[at].cells[column]):
        return ""
    rows = rows_above(table, at)
    here, beside = (_cells(each, rows, placed.first) for each in (column, whole))
    return f'=IF(SUBTOTAL(2,{here})<SUBTOTAL(2,{beside}),"",SUBTOTAL(9,{here}))'


def _digest(placed: Placed, at: int, column: int, other: Placed) -> str:
    """The sum of the rows of another table that a row sums up, if it is what stands there."""
    row, titled = placed.table.rows[at], placed.table.columns[column]
    rows = rows_of(other.table, row)
    if isinstance(titled.rule, Count):
        return _counted(placed, at, column, place(other.table, titled.rule.of), rows, other)
    there = place(other.table, titled.key)
    if there is None or not rows or len(rows) < len(row.sums):
        return ""
    values = [value_of(other.table, each, there) for each in rows]
    if value_of(placed.table, at, column) == sum(filter(None, values), Decimal(0)):
        return f"={_over('SUM', there, rows, other)}"
    if None in values and not lines_text(row.cells[column]):  # told as soon as all of them are
        count, sum_ = (_over(name, there, rows, other) for name in ("COUNT", "SUM"))
        return f'=IF({count}<{len(rows)},"",{sum_})'
    return ""


def _counted(
    placed: Placed, at: int, column: int, there: int | None, rows: Sequence[int], other: Placed
) -> str:
    """How many rows of another table have something in the column `there`, if that is told."""
    if there is None or not rows or value_of(placed.table, at, column) != len(rows):
        return ""
    return f"={_over('COUNTA', there, rows, other)}"


def _over(function: str, column: int, rows: Iterable[int], other: Placed) -> str:
    """A function over the cells of a column in some rows of a table on another sheet."""
    name = other.sheet.replace("'", "''")
    cells = [f"'{name}'!{_cells(column, each, other.first)}" for each in _runs(rows)]
    parts = range(0, len(cells), _MOST_ARGUMENTS)
    return "+".join(f"{function}({','.join(cells[i : i + _MOST_ARGUMENTS])})" for i in parts)


def rows_of(table: Table, row: Row) -> list[int]:
    """The rows of a table that a row of its digest sums up."""
    wanted = frozenset(row.sums)
    return [at for at, each in enumerate(table.rows) if each.key and each.key in wanted]


def _excess(placed: Placed, at: int, column: int, rule: Excess) -> str:
    """What one figure of the row is above another; nothing while one of them is not known."""
    table = placed.table
    more, less = place(table, rule.more), place(table, rule.less)
    if more is None or less is None:
        return ""
    high, low = value_of(table, at, more), value_of(table, at, less)
    if high is None and low is None:
        return ""
    known = max(Decimal(0), high - low) if high is not None and low is not None else None
    if value_of(table, at, column) != known:
        return ""
    above, below = (_cells(each, range(at, at + 1), placed.first) for each in (more, less))
    return f'=IF(COUNT({above},{below})<2,"",MAX(0,{above}-{below}))'


def weighed(placed: Placed, rule: Weighed) -> str:
    """The sum of scores by weight; nothing until all that weighs has a score. Empty if it has none."""
    weight, score = place(placed.table, rule.weight), place(placed.table, rule.score)
    rows = body_rows(placed.table)
    if weight is None or score is None or not rows:
        return ""
    weights, scores = (_cells(each, rows, placed.first) for each in (weight, score))
    missing = f"SUMPRODUCT(ISNUMBER({weights})*(1-ISNUMBER({scores})))"
    return f'=IF({missing}>0,"",ROUND(SUMPRODUCT({weights},{scores}),2))'


def place(table: Table, key: str) -> int | None:
    """Which column has a key."""
    keys = [column.key for column in table.columns]
    return keys.index(key) if key and key in keys else None


def body_rows(table: Table) -> range:
    """From the first to the last row that is no sum."""
    found = [at for at, row in enumerate(table.rows) if row.kind is RowKind.BODY]
    return range(found[0], found[-1] + 1) if found else range(0)


def _runs(rows: Iterable[int]) -> Iterator[range]:
    """Numbers in order as ranges without gaps."""
    start = end = -1
    for each in rows:
        if each != end and end >= 0:
            yield range(start, end)
            start = each
        elif end < 0:
            start = each
        end = each + 1
    if end >= 0:
        yield range(start, end)


def _cells(column: int, rows: range, first: int) -> str:
    """The cells of a column in some rows of a table whose first row stands in row `first`."""
    from xlsxwriter.utility import xl_range

    return str(xl_range(first + rows.start, column, first + rows.stop - 1, column))
