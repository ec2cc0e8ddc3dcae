"""A responsibility matrix as a worksheet that can be edited: colours and counts follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgspec.document import Document, Matrix, MatrixCell
from orgspec.render import palette
from orgspec.render.letters import legend, sign_of, usual_double
from orgspec.render.notes import Note, matrix_notes
from orgspec.render.sheet import look
from orgspec.render.sheet.facts import SMALL, head_entries, in_lines
from orgspec.render.sheet.logo import indented, insert_logo
from orgspec.render.sheet.plan import (
    HEAD_ROW,
    Plan,
    is_upright,
    paper_of,
    plan_of,
    widths,
)
from orgspec.render.sheet.rules import set_choices, set_colours, set_view
from orgspec.render.sheet.sums import write_check_row, write_counts, write_totals
from orgspec.render.sheet.text import cell_text, write_words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _LEGEND_ROW = 0, 1
_HIGHEST_TITLE = 150.0  # points
_COMMENT_LINE, _COMMENT_CHARACTER = 17, 7  # pixels


def write_matrix(
    sheet: Worksheet, document: Document, matrix: Matrix, formats: look.Formats, choices: str
) -> None:
    """Write the matrix to an empty sheet; `choices` is the range that lists the letters."""
    plan = plan_of(matrix)
    wide = widths(matrix, plan, formats)
    notes = matrix_notes(matrix)
    _write_title(sheet, document, matrix, formats, _room(plan, wide))
    head = _write_head(sheet, matrix, plan, wide, formats, notes)
    by_row: dict[int, list[Note]] = {}
    for note in notes:
        by_row.setdefault(note.row, []).append(note)
    high = 0.0
    for index in range(len(matrix.rows)):
        high += _write_row(sheet, matrix, plan, wide, index, formats, by_row.get(index, ()))
        write_counts(sheet, matrix, plan, index, formats)
    high += write_totals(sheet, matrix, plan, wide, formats)
    if matrix.transposed:
        high += write_check_row(sheet, matrix, plan, formats)
    set_colours(sheet, matrix, plan, formats)
    set_choices(sheet, matrix, plan, choices)
    set_view(sheet, plan, wide, high, head)


def _room(plan: Plan, wide: list[float]) -> list[float]:
    """The widths of the columns that what is said above the matrix may take.

    It is the whole table, or what repeats on every page where several stand side by side: what
    runs beyond would be cut, or make all of the page smaller.
    """
    return wide if paper_of(plan, wide).across == 1 else wide[: plan.party]


def _write_title(
    sheet: Worksheet,
    document: Document,
    matrix: Matrix,
    formats: look.Formats,
    room: list[float],
) -> None:
    """The title and, below it, what the letters mean and the head of the document."""
    title = " · ".join(filter(None, (document.draft, document.subject, document.title)))
    size = {"font_size": 16, "bold": True, "font_color": look.theme().words}
    sheet.write_string(_TITLE_ROW, 0, cell_text(title), formats.get(**size, **indented(document)))
    sheet.set_row(_TITLE_ROW, 26)
    insert_logo(sheet, document)
    signs = list(legend(matrix))
    both = usual_double(matrix)
    if both and sign_of(matrix, both) not in signs:
        signs.append(sign_of(matrix, both))
    muted = formats.get(font_color=look.MUTED, font_size=SMALL, text_wrap=True)
    entries = [f"{sign.text} {sign.name}" for sign in signs]
    line = in_lines([*entries, *head_entries(document, title)], sum(room), formats)
    sheet.merge_range(_LEGEND_ROW, 0, _LEGEND_ROW, len(room) - 1, cell_text(line), muted)
    sheet.set_row(_LEGEND_ROW, max(18.0, formats.height(line, sum(room), SMALL)))


def _write_head(
    sheet: Worksheet,
    matrix: Matrix,
    plan: Plan,
    wide: list[float],
    formats: look.Formats,
    notes: Sequence[Note],
) -> float:
    """The header row, with the widths of its columns and a height in points that fits."""
    head = {
        "bold": True,
        "font_color": look.theme().on_bar,
        "bg_color": look.theme().bar,
        "align": "center",
    }
    fixed = formats.cell(**head)
    for column, text in _fixed_titles(matrix, plan):
        sheet.write_string(HEAD_ROW, column, cell_text(text), fixed)
    for index, width in enumerate(wide):
        sheet.set_column(index, index, width)
    upright = is_upright(matrix, formats)
    texts = {note.column: note.text for note in notes if note.row < 0}
    for index, party in enumerate(matrix.columns):
        shown = {**head, "top": 5, "top_color": palette.department(party.colour)}
        if index in texts:
            shown |= {"bottom": 5, "bottom_color": look.WARNING}
            _comment(sheet, HEAD_ROW, plan.party + index, [texts[index]])
        form = formats.cell(**shown, rotation=90 if upright else 0)
        sheet.write_string(HEAD_ROW, plan.party + index, cell_text(party.title), form)
    room = (wide[plan.party] if matrix.columns else 12.5) - 2.2
    high = _head_height(matrix, room, formats, upright=upright)
    sheet.set_row(HEAD_ROW, high)
    return high


def _fixed_titles(matrix: Matrix, plan: Plan) -> list[tuple[int, str]]:
    """The titles of all columns but those of parties."""
    labels = matrix.labels
    found = [(plan.number, labels["number"]), (plan.activity, labels["activity"])]
    if plan.group >= 0:
        found.append((plan.group, labels["group"]))
    if plan.limit >= 0:
        found.append((plan.limit, labels["limit"]))
    found += [(plan.sums + index, letter.sign) for index, letter in enumerate(matrix.letters)]
    if not matrix.transposed:
        found.append((plan.check, labels["check"]))
    if plan.findings >= 0:
        found.append((plan.findings, labels["findings"]))
    return found


def _head_height(matrix: Matrix, room: float, formats: look.Formats, *, upright: bool) -> float:
    """How high the header row must be, in points; `room` is the width of a title, in units."""
    titles = [column.title for column in matrix.columns]
    if upright:
        highest = max((formats.units(title, bold=True) * 5.4 for title in titles), default=30.0)
        return min(highest + 22, _HIGHEST_TITLE)
    return max([32.0, *(formats.height(title, room, bold=True) for title in titles)])


def _write_row(
    sheet: Worksheet,
    matrix: Matrix,
    plan: Plan,
    wide: list[float],
    index: int,
    formats: look.Formats,
    notes: Sequence[Note],
) -> float:
    """One row: number, group, title, letters with their sources, limit, numbers of findings.

    Returns its height in points.
    """
    row, at = matrix.rows[index], plan.first + index
    texts = {note.column: note.text for note in notes}
    centred = formats.cell(align="center")
    found = {"border": 2, "border_color": look.WARNING}
    sheet.write_number(at, plan.number, matrix.number_of(index), centred)
    if plan.group >= 0:
        write_words(sheet, at, plan.group, row.group, centred)
    title = formats.cell(indent=1, **(found if -1 in texts else {}))
    sheet.write_string(at, plan.activity, cell_text(row.title), title)
    if -1 in texts:
        _comment(sheet, at, plan.activity, [texts[-1]])
    for position, cell in enumerate(row.cells):
        column = plan.party + position
        framed = found if position in texts else {}
        letters = formats.cell(align="center", bold=True, text_wrap=False, **framed)
        write_words(sheet, at, column, "/".join(cell.letters), letters)
        _comment(sheet, at, column, _said(matrix, cell, texts.get(position, "")))
    if plan.limit >= 0:
        write_words(sheet, at, plan.limit, row.limit, centred)
    if plan.findings >= 0:
        numbers = ", ".join(str(note.number) for note in notes)
        marked = formats.cell(align="center", bold=True, font_color=look.WARNING)
        write_words(sheet, at, plan.findings, numbers, marked)
    high = [formats.height(row.title, wide[plan.activity]), 20.0]
    if plan.group >= 0:
        high.append(formats.height(row.group, wide[plan.group]))
    if plan.limit >= 0:
        high.append(formats.height(row.limit, wide[plan.limit]))
    sheet.set_row(at, max(high))
    return max(high)


def _said(matrix: Matrix, cell: MatrixCell, finding: str) -> list[str]:
    """What the comment of a cell says: what is wrong, what the letters mean, where they are from."""
    lines = [finding] if finding else []
    if cell.sources:
        sign = sign_of(matrix, cell.letters)
        lines.append(f"{sign.text} {sign.name}")
    for source in cell.sources:
        whose = f"{'/'.join(source.letters)}: " if len(cell.sources) > 1 else ""
        lines.append(whose + " · ".join(part for part in (source.place, source.how) if part))
    return lines


def _comment(sheet: Worksheet, row: int, column: int, lines: list[str]) -> None:
    """A comment that is wide and high enough for its lines; none for no lines."""
    if not lines:
        return
    texts = [cell_text(line) for line in lines]
    wide = [sum(2 if ord(each) > 0x2E7F else 1 for each in text) for text in texts]
    width = min(max(130, max(wide) * _COMMENT_CHARACTER + 16), 380)
    needed = sum(-(-each * _COMMENT_CHARACTER // (width - 16)) for each in wide)
    options = {"author": "orgspec", "width": width, "height": _COMMENT_LINE * needed + 12}
    sheet.write_comment(row, column, "\n".join(texts), options)
