"""Columns of a sheet that are filled in by hand: what may be typed there, and in what form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgspec.document import RowKind, Table
from orgspec.reckoning import Entry, Excess
from orgspec.render import palette
from orgspec.render.sheet.figures import figure
from orgspec.render.sheet.look import Formats
from orgspec.render.sheet.reckoned import body_rows, place
from orgspec.render.sheet.text import lines_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PERCENT = re.compile(r"\d(?:\.(\d+))?\s?%")
_FIGURE = re.compile(r"\d[\d,.]*")
_BOUND = 1e15  # more digits a cell does not hold


def entry_form(table: Table, at: int, column: int) -> str:
    """The number format of a cell to be filled in; empty for any other cell."""
    row, rule = table.rows[at], table.columns[column].rule
    if row.kind is not RowKind.BODY or not isinstance(rule, Entry):
        return ""
    beside = _beside(table, at, rule)
    if percent := _PERCENT.search(beside):  # typed more finely than it was asked for
        return f"0.{'0' * (len(percent[1] or '') + 1)}%"
    found = _FIGURE.search(beside)
    grouped = found is not None and "," in found[0] and figure(found[0].rstrip(",.")) is not None
    return "#,##0" if grouped else "General"


def _beside(table: Table, at: int, rule: Entry) -> str:
    """What stands in the column that a cell is to be like."""
    column, cells = place(table, rule.like), table.rows[at].cells
    return lines_text(cells[column]) if column is not None and column < len(cells) else ""


def set_entries(sheet: Worksheet, table: Table, first: int) -> None:
    """Only numbers from 0 on where a score is wanted; a question where no number is typed that is
    to be held against one. `first` is the row of the first row of the table.
    """
    for column, titled in enumerate(table.columns):
        if not isinstance(titled.rule, Entry):
            continue
        for at in body_rows(table):
            place_of = (first + at, column, first + at, column)
            if not titled.rule.like:
                rule = {"validate": "decimal", "criteria": ">=", "value": 0}
                sheet.data_validation(*place_of, rule)
            elif _FIGURE.search(_beside(table, at, titled.rule)):
                limits = {"minimum": -_BOUND, "maximum": _BOUND, "error_type": "warning"}
                rule = {"validate": "decimal", "criteria": "between", **limits}
                sheet.data_validation(*place_of, rule)


def set_tones(sheet: Worksheet, table: Table, first: int, formats: Formats) -> None:
    """A colour where one figure is above another, which follows when either is edited."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    for column, titled in enumerate(table.columns):
        if isinstance(titled.rule, Excess) and table.rows and titled.rule.tone in palette.TONES:
            cell = xl_rowcol_to_cell(first, column)
            rule = {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({cell}),{cell}>0)",
                "format": formats.bare(bg_color=palette.TONES[titled.rule.tone.value]),
            }
            sheet.conditional_format(first, column, first + len(table.rows) - 1, column, rule)
