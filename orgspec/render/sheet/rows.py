"""Rows of a table on a worksheet: texts, numbers, sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from orgspec.document import Align, Cell, Column, Emphasis, RowKind, Table
from orgspec.reckoning import Excess
from orgspec.render import palette
from orgspec.render.sheet import look
from orgspec.render.sheet.entries import entry_form
from orgspec.render.sheet.figures import GENERAL, Figure, day, figure
from orgspec.render.sheet.text import cell_text, cleaned, lines_text, pieces
from orgspec.render.theme import theme

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ALIGN = {Align.START: "left", Align.CENTER: "center", Align.END: "right"}
_EMPHASIS: dict[Emphasis, dict[str, object]] = {
    Emphasis.PLAIN: {},
    Emphasis.STRONG: {"bold": True},
    Emphasis.MUTED: {"font_color": look.MUTED},
}


def write_row(
    sheet: Worksheet,
    first: int,
    number: int,
    table: Table,
    widths: Sequence[float],
    formats: look.Formats,
    formulas: Mapping[tuple[int, int], str],
) -> float:
    """One row of a table that begins in row `first`, with the height in points that it needs.

    `formulas` are those of the table, by row and column.
    """
    row, at = table.rows[number], first + number
    if row.kind is RowKind.GROUP:
        form = formats.cell(bold=True, bg_color=look.group(), text_wrap=False, indent=1)
        text = "  ".join(" ".join(lines_text(cell).split("\n")) for cell in row.cells)
        sheet.write_string(at, 0, cell_text(text), form)
        for index in range(1, len(table.columns)):
            sheet.write_blank(at, index, None, form)
        sheet.set_row(at, 20)
        return 20.0
    total = row.kind is RowKind.TOTAL
    high = [20.0]
    for index, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
        text = cell_text(lines_text(cell))
        properties = _properties(cell, column, total)
        if cell.depth:
            properties["indent"] = 1 + 2 * cell.depth
        formula = formulas.get((number, index), "")
        if formula and isinstance(column.rule, Excess):  # its colour follows the figure
            properties.pop("bg_color", None)
            properties |= {"bg_color": theme().tint} if total else {}
        # Where figures stand among words, they name a thing: a version 2.0, a post 101.
        found = day(text) or (figure(text) if column.align is not Align.START else None)
        if formula or found is not None:
            _write_number(sheet, (at, index), found, formats, properties, formula)
        elif not text:
            form = entry_form(table, number, index)
            properties |= {"num_format": form} if form else {}
            sheet.write_blank(at, index, None, formats.cell(**properties))
        else:
            _write_text(sheet, (at, index), text, cell, formats, properties, total)
        strong = "bold" in properties or any(run[1] is Emphasis.STRONG for run in pieces(cell))
        high.append(formats.height(text, widths[index] - look.DEEPER * cell.depth, bold=strong))
    sheet.set_row(at, max(high))
    return max(high)


def _write_text(
    sheet: Worksheet,
    place: tuple[int, int],
    text: str,
    cell: Cell,
    formats: look.Formats,
    properties: dict[str, object],
    total: bool,
) -> None:
    """Write a text, of which some may be strong and some muted; all of a total is strong."""
    parts = [(cleaned(said), emphasis) for said, emphasis in pieces(cell)]
    form = formats.cell(**properties)
    mixed = len({emphasis for _, emphasis in parts}) > 1 and all(said for said, _ in parts)
    if not mixed or total or "".join(said for said, _ in parts) != text:
        sheet.write_string(*place, text, form)
        return
    fragments: list[object] = []
    for said, emphasis in parts:
        fragments += [formats.get(**_EMPHASIS[emphasis]), said]
    sheet.write_rich_string(*place, *fragments, form)


def _properties(cell: Cell, column: Column, total: bool) -> dict[str, object]:
    """How a cell looks: bold where all its text is, tinted in a row of totals or of labels.

    What repeats the text in another language has no say.
    """
    said = (run for line in cell.lines for run in line if run.text.strip() and not run.lang)
    strong = all(run.emphasis is Emphasis.STRONG for run in said)
    properties: dict[str, object] = {"align": _ALIGN[column.align]}
    if column.align is Align.START:  # at the right LibreOffice indents some cells, some not
        properties["indent"] = 1
    if total or (strong and cell.lines):
        properties["bold"] = True
    if total or ("bold" in properties and not column.title):
        properties["bg_color"] = theme().tint
    if cell.tone.value in palette.TONES:
        properties["bg_color"] = palette.TONES[cell.tone.value]
    return properties


def _write_number(
    sheet: Worksheet,
    place: tuple[int, int],
    found: Figure | None,
    formats: look.Formats,
    properties: dict[str, object],
    formula: str,
) -> None:
    """Write a number so that it is shown as it was written, or the formula that gives it.

    Programs that do not compute show the number; none is shown where it is not known yet.
    """
    shown = found.form if found is not None else GENERAL
    form: Format = formats.cell(**properties, text_wrap=False, num_format=shown)
    value = float(found.value) if found is not None else ""
    if formula:
        sheet.write_formula(*place, formula, form, value)
    else:
        sheet.write_number(*place, value, form)
