"""Numbers and days in cells: how they are read, and which sums the sheet can compute itself."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import NamedTuple

from orgspec.document import Cell, RowKind, Table
from orgspec.render.sheet.text import cell_text, lines_text

_NUMBER = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(%?)")
GENERAL = "General"  # who writes 0.5 in place of 1 sees what was written
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_DAY_ZERO = dt.date(1899, 12, 30)  # Excel counts days from it, and holds 1900 for a leap year
_RIGHT_FROM = dt.date(1900, 3, 1)


class Figure(NamedTuple):
    """A number, and the format in which Excel shows it as it was written."""

    value: Decimal
    form: str


def figure(text: str) -> Figure | None:
    """The number that a text is and nothing else; None for any other text, also for `007`."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    sign, whole, fraction, percent = found.groups()
    if len(whole) > 1 and whole.startswith("0"):
        return None
    shown = "#,##0" if "," in whole else "0"
    if fraction:
        shown += "." + "0" * (len(fraction) - 1)
    if shown[0] == "0" and not percent and not (fraction or "").endswith("0"):
        shown = GENERAL
    value = Decimal(f"{sign}{whole.replace(',', '')}{fraction or ''}")
    return Figure(value / 100 if percent else value, shown + percent)


def day(text: str) -> Figure | None:
    """The day that a text is and nothing else, as Excel counts days; None for any other text."""
    if not _DAY.fullmatch(text):
        return None
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        return None
    if found < _RIGHT_FROM:
        return None
    return Figure(Decimal((found - _DAY_ZERO).days), "yyyy-mm-dd")


def summed(table: Table, at: int, column: int) -> range | None:
    """The rows of which a total is the sum, so that the sheet can compute it; None if of none.

    The last row may sum up all above it; another one sums up those right above it, which have
    the same first cell.
    """
    total = value_of(table, at, column)
    if total is None:
        return None
    above = rows_above(table, at)
    values = [
        Decimal(0) if _is_empty(table, row, column) else value_of(table, row, column)
        for row in above
        if table.rows[row].kind is RowKind.BODY
    ]
    known = [value for value in values if value is not None]
    return above if known and len(known) == len(values) and sum(known) == total else None


def rows_above(table: Table, at: int) -> range:
    """The rows that a total may be the sum of."""
    return range(at) if at == len(table.rows) - 1 else range(_beginning(table, at), at)


def _beginning(table: Table, at: int) -> int:
    """The first of the rows right above a total that belong to it."""
    start = at
    while start and table.rows[start - 1].kind is RowKind.BODY:
        if _cell(table, start - 1, 0).lines != _cell(table, at, 0).lines:
            break
        start -= 1
    return start


def _cell(table: Table, row: int, column: int) -> Cell:
    """A cell; rows may be shorter than the table."""
    cells = table.rows[row].cells
    return cells[column] if column < len(cells) else Cell()


def _is_empty(table: Table, row: int, column: int) -> bool:
    """Whether nothing stands in a cell."""
    return not lines_text(_cell(table, row, column))


def value_of(table: Table, row: int, column: int) -> Decimal | None:
    """The number in a cell of a table; None if it holds none."""
    found = figure(cell_text(lines_text(_cell(table, row, column))))
    return found.value if found is not None else None
