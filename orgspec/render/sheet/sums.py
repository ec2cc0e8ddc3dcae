"""How often each letter stands in the rows and columns of a sheet, and whether one answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgspec.document import Matrix
from orgspec.render.sheet import look
from orgspec.render.sheet.formulas import count, exactly_one
from orgspec.render.sheet.plan import Plan
from orgspec.render.sheet.text import cell_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LOWEST = 18.0  # points of a row


def write_counts(
    sheet: Worksheet, matrix: Matrix, plan: Plan, index: int, formats: look.Formats
) -> None:
    """The counts of a row as formulas, and whether exactly one party is accountable."""
    from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

    at, totals = plan.first + index, matrix.totals(matrix.rows[index])
    centred = formats.cell(align="center", font_color=look.MUTED)
    cells = xl_range(at, plan.party, at, plan.last_party)
    for position, letter in enumerate(matrix.letters):
        formula = count(letter.sign, cells)
        sheet.write_formula(at, plan.sums + position, formula, centred, totals[letter.sign])
    if matrix.transposed:
        return
    places = [xl_rowcol_to_cell(at, plan.sums + position) for position in _accountable(matrix)]
    _write_check(sheet, matrix, (at, plan.check), places, totals, formats)


def write_check_row(sheet: Worksheet, matrix: Matrix, plan: Plan, formats: look.Formats) -> float:
    """Below the totals of a transposed matrix, whether one party answers for each column.

    Returns its height in points.
    """
    from xlsxwriter.utility import xl_rowcol_to_cell

    label = formats.cell(bold=True, bg_color=look.theme().tint, indent=1)
    blank = formats.cell(bg_color=look.theme().tint)
    for column in range(plan.width):
        sheet.write_blank(plan.check, column, None, blank)
    sheet.write_string(plan.check, plan.activity, cell_text(matrix.labels["check"]), label)
    for index in range(len(matrix.columns)):
        column = plan.party + index
        places = [
            xl_rowcol_to_cell(plan.totals + position, column) for position in _accountable(matrix)
        ]
        totals = matrix.column_totals(index)
        _write_check(sheet, matrix, (plan.check, column), places, totals, formats)
    sheet.set_row(plan.check, _LOWEST)
    return _LOWEST


def _accountable(matrix: Matrix) -> list[int]:
    """The places of the letters of who answers."""
    return [place for place, letter in enumerate(matrix.letters) if letter.acts_as == "A"]


def _write_check(
    sheet: Worksheet,
    matrix: Matrix,
    place: tuple[int, int],
    counts: list[str],
    totals: dict[str, int],
    formats: look.Formats,
) -> None:
    """A tick where the cells `counts` make exactly one, else how many there are."""
    if not counts:
        sheet.write_blank(*place, None, formats.cell(align="center", font_color=look.MUTED))
        return
    letters = [matrix.letters[index].sign for index in _accountable(matrix)]
    signs = "+".join(letters)
    number = sum(totals[sign] for sign in letters)
    shown = "✓" if number == 1 else f"✗ {signs} × {number}"
    ticked = formats.cell(align="center", bold=True)
    sheet.write_formula(*place, exactly_one(counts, signs), ticked, shown)


def write_totals(
    sheet: Worksheet, matrix: Matrix, plan: Plan, wide: Sequence[float], formats: look.Formats
) -> float:
    """Below the rows, how often each party has each letter; `wide` are the widths of columns.

    Returns the height of these rows in points.
    """
    from xlsxwriter.utility import xl_range

    total = formats.cell(bold=True, bg_color=look.theme().tint, align="center")
    label = formats.cell(bold=True, bg_color=look.theme().tint, indent=1)
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    every = 0.0
    for position, letter in enumerate(matrix.letters):
        at = plan.totals + position
        for column in range(plan.width):
            sheet.write_blank(at, column, None, total)
        words = f"{matrix.labels['total']} {letter.sign} {letter.name}"
        sheet.write_string(at, plan.activity, cell_text(words), label)
        for index, numbers in enumerate(columns):
            cells = xl_range(plan.first, plan.party + index, plan.last, plan.party + index)
            formula = count(letter.sign, cells)
            sheet.write_formula(at, plan.party + index, formula, total, numbers[letter.sign])
        cells = xl_range(plan.first, plan.sums + position, plan.last, plan.sums + position)
        whole = sum(numbers[letter.sign] for numbers in columns)
        sheet.write_formula(at, plan.sums + position, f"=SUM({cells})", total, whole)
        high = max(_LOWEST, formats.height(words, wide[plan.activity] - 2, bold=True))
        sheet.set_row(at, high)
        every += high
    return every
