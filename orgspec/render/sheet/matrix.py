"""A responsibility matrix as a worksheet that can be edited: colours and counts follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgspec.document import Document, Letter, Matrix
from orgspec.render import palette
from orgspec.render.notes import Note, matrix_notes
from orgspec.render.sheet import look
from orgspec.render.sheet.formulas import all_of, count, exactly_one, holds
from orgspec.render.sheet.text import cell_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _LEGEND_ROW, _HEAD_ROW, _FIRST_ROW = 0, 1, 2, 3
_MOST_LYING_TITLES = 14
_SUM_WIDTH = 5.4
_LONGEST_CELL = 46.0  # width units
_HIGHEST_TITLE = 150.0  # points


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything of a matrix stands: columns and rows of the sheet, counted from 0."""

    number: int
    group: int  # -1 where no row has a group
    activity: int
    party: int
    sums: int
    check: int
    first: int
    last: int
    totals: int


def plan_of(matrix: Matrix) -> Plan:
    """The plan of a matrix."""
    group = 1 if any(row.group for row in matrix.rows) else -1
    activity = 2 if group == 1 else 1
    party = activity + 1
    sums = party + len(matrix.columns)
    last = _FIRST_ROW + max(len(matrix.rows), 1) - 1
    check = sums + len(matrix.letters)
    return Plan(0, group, activity, party, sums, check, _FIRST_ROW, last, last + 1)


def allowed(matrix: Matrix) -> tuple[str, ...]:
    """What a cell may hold: each letter, accountable with responsible, and what is in use."""
    signs = [letter.sign for letter in matrix.letters]
    both = "/".join(letter.sign for letter in _accountable_and_responsible(matrix))
    used = ["/".join(cell.letters) for row in matrix.rows for cell in row.cells if cell.letters]
    return tuple(dict.fromkeys(filter(None, [*signs, both, *sorted(used)])))


def write_matrix(
    sheet: Worksheet, document: Document, matrix: Matrix, formats: look.Formats, choices: str
) -> None:
    """Write the matrix to an empty sheet; `choices` is the range that lists the letters."""
    plan = plan_of(matrix)
    _write_title(sheet, document, matrix, formats)
    _write_head(sheet, matrix, plan, formats)
    notes = matrix_notes(matrix)
    for index in range(len(matrix.rows)):
        _write_row(sheet, matrix, plan, index, formats, notes)
    _write_totals(sheet, matrix, plan, formats)
    _colour(sheet, matrix, plan, formats)
    body = (plan.first, plan.party, plan.last, plan.sums - 1)
    sheet.data_validation(*body, {"validate": "list", "source": choices, "ignore_blank": True})
    sheet.freeze_panes(plan.first, plan.party)
    sheet.autofilter(_HEAD_ROW, 0, plan.last, plan.check)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.repeat_columns(0, plan.activity)


def _accountable_and_responsible(matrix: Matrix) -> tuple[Letter, ...]:
    """The accountable and the responsible letter, or nothing where the scheme lacks one."""
    found = [
        next((letter for letter in matrix.letters if letter.acts_as == role), None)
        for role in ("A", "R")
    ]
    return tuple(letter for letter in found if letter) if all(found) else ()


def _write_title(
    sheet: Worksheet, document: Document, matrix: Matrix, formats: look.Formats
) -> None:
    """The title and, below it, what the letters mean."""
    title = " · ".join(filter(None, (document.draft, document.subject, document.title)))
    size = {"font_size": 16, "bold": True, "font_color": look.BAR}
    sheet.write_string(_TITLE_ROW, 0, cell_text(title), formats.get(**size))
    sheet.set_row(_TITLE_ROW, 26)
    legend = [f"{letter.sign} {letter.name}" for letter in matrix.letters]
    both = _accountable_and_responsible(matrix)
    if both:
        signs = "/".join(letter.sign for letter in both)
        legend.append(f"{signs} {matrix.labels['accountable_and_responsible']}")
    muted = formats.get(font_color=look.MUTED, font_size=9)
    sheet.write_string(_LEGEND_ROW, 0, cell_text("    ".join(legend)), muted)
    sheet.set_row(_LEGEND_ROW, 18)


def _write_head(sheet: Worksheet, matrix: Matrix, plan: Plan, formats: look.Formats) -> None:
    """The header row, with the widths of its columns and a height that fits."""
    labels = matrix.labels
    head = {"bold": True, "font_color": "#FFFFFF", "bg_color": look.BAR, "align": "center"}
    fixed = formats.cell(**head)
    sheet.write_string(_HEAD_ROW, plan.number, cell_text(labels["number"]), fixed)
    if plan.group >= 0:
        sheet.write_string(_HEAD_ROW, plan.group, cell_text(labels["group"]), fixed)
    sheet.write_string(_HEAD_ROW, plan.activity, cell_text(labels["activity"]), fixed)
    upright = len(matrix.columns) > _MOST_LYING_TITLES
    for index, column in enumerate(matrix.columns):
        colour = palette.department(column.colour)
        shown = {**head, "top": 5, "top_color": colour, "rotation": 90 if upright else 0}
        text = cell_text(column.title)
        sheet.write_string(_HEAD_ROW, plan.party + index, text, formats.cell(**shown))
    for index, letter in enumerate(matrix.letters):
        sheet.write_string(_HEAD_ROW, plan.sums + index, cell_text(letter.sign), fixed)
    sheet.write_string(_HEAD_ROW, plan.check, cell_text(labels["check"]), fixed)
    party_width = _set_widths(sheet, matrix, plan, upright)
    titles = [column.title for column in matrix.columns]
    if upright:
        highest = max((look.units(title, bold=True) * 5.4 for title in titles), default=30.0)
        sheet.set_row(_HEAD_ROW, min(highest + 22, _HIGHEST_TITLE))
    else:
        heights = [look.height(title, party_width - 2.2, bold=True) for title in titles]
        sheet.set_row(_HEAD_ROW, max([32.0, *heights]))


def _set_widths(sheet: Worksheet, matrix: Matrix, plan: Plan, upright: bool) -> float:
    """Set the widths of all columns; returns that of a party."""
    sheet.set_column(plan.number, plan.number, 6.5)
    if plan.group >= 0:
        sheet.set_column(plan.group, plan.group, _group_width(matrix))
    sheet.set_column(plan.activity, plan.activity, _activity_width(matrix))
    party = 6.2 if upright else 12.5
    if matrix.columns:
        sheet.set_column(plan.party, plan.sums - 1, party)
    if matrix.letters:
        sheet.set_column(plan.sums, plan.check - 1, _SUM_WIDTH)
    sheet.set_column(plan.check, plan.check, 10.5)
    return party


def _group_width(matrix: Matrix) -> float:
    """The width of the column of groups."""
    widest = max((look.units(row.group) for row in matrix.rows), default=0.0)
    return min(max(widest, 11.0), 24.0)


def _activity_width(matrix: Matrix) -> float:
    """The width of the column of activities."""
    widest = max((look.units(row.title) for row in matrix.rows), default=0.0)
    return min(max(widest, 24.0), _LONGEST_CELL)


def _write_row(
    sheet: Worksheet,
    matrix: Matrix,
    plan: Plan,
    index: int,
    formats: look.Formats,
    notes: tuple[Note, ...],
) -> None:
    """One row: number, group, title, letters, counts and the check."""
    row, at = matrix.rows[index], plan.first + index
    texts = {note.column: note.text for note in notes if note.row == index}
    centred = formats.cell(align="center")
    found = {"border": 2, "border_color": look.WARNING}
    sheet.write_number(at, plan.number, index + 1, centred)
    if plan.group >= 0:
        sheet.write_string(at, plan.group, cell_text(row.group), centred)
    title = formats.cell(indent=1, **(found if -1 in texts else {}))
    sheet.write_string(at, plan.activity, cell_text(row.title), title)
    for position, cell in enumerate(row.cells):
        framed = found if position in texts else {}
        letters = formats.cell(align="center", bold=True, **framed)
        sheet.write_string(at, plan.party + position, cell_text("/".join(cell.letters)), letters)
    for position, text in texts.items():
        column = plan.activity if position < 0 else plan.party + position
        sheet.write_comment(at, column, cell_text(text), {"author": "orgspec", "x_scale": 1.6})
    _write_counts(sheet, matrix, plan, index, formats)
    high = [look.height(row.title, _activity_width(matrix)), 20.0]
    if plan.group >= 0:
        high.append(look.height(row.group, _group_width(matrix)))
    sheet.set_row(at, max(high))


def _write_counts(
    sheet: Worksheet, matrix: Matrix, plan: Plan, index: int, formats: look.Formats
) -> None:
    """The counts of a row as formulas, and whether exactly one party is accountable."""
    from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

    at, totals = plan.first + index, matrix.totals(matrix.rows[index])
    centred = formats.cell(align="center", font_color=look.MUTED)
    cells = xl_range(at, plan.party, at, max(plan.sums - 1, plan.party))
    for position, letter in enumerate(matrix.letters):
        formula = count(letter.sign, cells)
        sheet.write_formula(at, plan.sums + position, formula, centred, totals[letter.sign])
    accountable = {
        position: letter for position, letter in enumerate(matrix.letters) if letter.acts_as == "A"
    }
    if not accountable:
        sheet.write_blank(at, plan.check, None, centred)
        return
    signs = "+".join(letter.sign for letter in accountable.values())
    number = sum(totals[letter.sign] for letter in accountable.values())
    counts = [xl_rowcol_to_cell(at, plan.sums + position) for position in accountable]
    shown = "✓" if number == 1 else f"✗ {signs} × {number}"
    ticked = formats.cell(align="center", bold=True)
    sheet.write_formula(at, plan.check, exactly_one(counts, signs), ticked, shown)


def _write_totals(sheet: Worksheet, matrix: Matrix, plan: Plan, formats: look.Formats) -> None:
    """Below the rows, how often each party has each letter."""
    from xlsxwriter.utility import xl_range

    total = formats.cell(bold=True, bg_color=look.TINT, align="center")
    label = formats.cell(bold=True, bg_color=look.TINT, indent=1)
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    for position, letter in enumerate(matrix.letters):
        at = plan.totals + position
        for column in range(plan.activity):
            sheet.write_blank(at, column, None, total)
        words = f"{matrix.labels['total']}  {letter.sign} {letter.name}"
        sheet.write_string(at, plan.activity, cell_text(words), label)
        for index, numbers in enumerate(columns):
            cells = xl_range(plan.first, plan.party + index, plan.last, plan.party + index)
            formula = count(letter.sign, cells)
            sheet.write_formula(at, plan.party + index, formula, total, numbers[letter.sign])
        for column in range(plan.sums, plan.check + 1):
            sheet.write_blank(at, column, None, total)
        cells = xl_range(plan.first, plan.sums + position, plan.last, plan.sums + position)
        whole = sum(numbers[letter.sign] for numbers in columns)
        sheet.write_formula(at, plan.sums + position, f"=SUM({cells})", total, whole)
        sheet.set_row(at, 18)


def _colour(sheet: Worksheet, matrix: Matrix, plan: Plan, formats: look.Formats) -> None:
    """Colours by condition, so that an edited cell takes the colour of its new letters."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    body = (plan.first, plan.party, plan.last, max(plan.sums - 1, plan.party))
    cell = xl_rowcol_to_cell(plan.first, plan.party)
    both = _accountable_and_responsible(matrix)
    rules = [(both, look.ACCOUNTABLE_AND_RESPONSIBLE)] if both else []
    ranked = sorted(matrix.letters, key=lambda letter: "ARSCI".find(letter.acts_as) % 6)
    rules += [((letter,), look.LETTERS.get(letter.acts_as, look.LETTERS["I"])) for letter in ranked]
    for letters, (fill, ink) in rules:
        criteria = all_of(holds(letter.sign, cell) for letter in letters)
        form = formats.bare(bg_color=fill, font_color=ink)
        rule = {"type": "formula", "criteria": criteria, "format": form, "stop_if_true": True}
        sheet.conditional_format(*body, rule)
    checks = (plan.first, plan.check, plan.last, plan.check)
    for criteria, colour in (("begins with", look.FINE), ("not containing", look.WARNING)):
        rule = {"type": "text", "criteria": criteria, "value": "✓"}
        sheet.conditional_format(*checks, {**rule, "format": formats.bare(font_color=colour)})
