"""Tables and facts of a document as worksheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgspec.document import (
    Align,
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
    RowKind,
    Signature,
    Table,
)
from orgspec.render import palette
from orgspec.render.sheet import look
from orgspec.render.sheet.facts import write_around, write_head_line
from orgspec.render.sheet.figures import Figure, day, figure, summed
from orgspec.render.sheet.logo import indented, insert_logo
from orgspec.render.sheet.plan import narrowed, pages_high, table_paper
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
_NARROWEST, _WIDEST = 8.0, 60.0  # width units


def write_table(
    sheet: Worksheet,
    document: Document,
    title: str,
    table: Table,
    formats: look.Formats,
    above: Sequence[Facts | Signature] = (),
    below: Sequence[Facts | Signature] = (),
) -> None:
    """Write a table with its title to an empty sheet; the header freezes and repeats in print.

    What stands above the table scrolls with it: then the header does not freeze.
    """
    write_title(sheet, document, title, formats)
    widths = narrowed([_width(table, index) for index in range(len(table.columns))])
    paper = table_paper(widths)
    sheet.set_paper(paper)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    head = first = write_around(
        sheet, write_head_line(sheet, document, title, formats), above, widths, formats
    )
    if any(column.title for column in table.columns):
        _write_head(sheet, head, table, widths, formats)
        first = head + 1
        if not above:
            sheet.freeze_panes(first, 0)
        sheet.repeat_rows(head)
        last = first + _filtered(table) - 1
        if last >= first and all(column.title for column in table.columns):
            sheet.autofilter(head, 0, last, len(table.columns) - 1)
    high = [
        _write_row(sheet, first, each, table, widths, formats) for each in range(len(table.rows))
    ]
    if not above and not below:
        sheet.fit_to_pages(1, pages_high(paper, widths, sum(high)))
    write_around(sheet, first + len(table.rows) + 1, below, widths, formats)


def _write_head(
    sheet: Worksheet, at: int, table: Table, widths: list[float], formats: look.Formats
) -> None:
    """The titles of the columns, in row `at`."""
    head = formats.cell(bold=True, font_color=theme().on_bar, bg_color=theme().bar, align="center")
    high = [24.0]
    for index, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.write_string(at, index, cell_text(column.title), head)
        high.append(formats.height(column.title, width, bold=True))
    sheet.set_row(at, max(high))


def write_title(sheet: Worksheet, document: Document, title: str, formats: look.Formats) -> None:
    """The first row of a sheet: its title."""
    size = {"font_size": 14, "bold": True, "font_color": theme().words}
    text = " · ".join(filter(None, (document.draft, title)))
    sheet.write_string(0, 0, cell_text(text), formats.get(**size, **indented(document)))
    sheet.set_row(0, 26)
    insert_logo(sheet, document)


def _write_row(
    sheet: Worksheet,
    first: int,
    number: int,
    table: Table,
    widths: list[float],
    formats: look.Formats,
) -> float:
    """One row of a table that begins in row `first`, with the height in points that it needs."""
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
        sums = summed(table, number, index) if total and column.align is not Align.START else None
        rows = range(first + sums.start, first + sums.stop) if sums is not None else None
        # Where figures stand among words, they name a thing: a version 2.0, a post 101.
        found = day(text) or (figure(text) if column.align is not Align.START else None)
        if found is not None:
            _write_number(sheet, (at, index), found, formats, properties, rows)
        else:
            _write_text(sheet, (at, index), text, cell, formats, properties, total)
        strong = "bold" in properties or any(run[1] is Emphasis.STRONG for run in pieces(cell))
        high.append(formats.height(text, widths[index] - 2 * cell.depth, bold=strong))
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
    found: Figure,
    formats: look.Formats,
    properties: dict[str, object],
    sums: range | None,
) -> None:
    """Write a number so that it is shown as it was written.

    A sum of rows of the sheet becomes a formula, which also follows the filter.
    """
    from xlsxwriter.utility import xl_range

    form: Format = formats.cell(**properties, text_wrap=False, num_format=found.form)
    if sums is None:
        sheet.write_number(*place, float(found.value), form)
    else:
        cells = xl_range(sums.start, place[1], sums.stop - 1, place[1])
        sheet.write_formula(*place, f"=SUBTOTAL(9,{cells})", form, float(found.value))


def _width(table: Table, index: int) -> float:
    """The width of a column: what its widest line needs, within limits."""
    texts = [table.columns[index].title + "▾"]
    texts += [
        "\u2003" * row.cells[index].depth + lines_text(row.cells[index])
        for row in table.rows
        if row.kind is not RowKind.GROUP and index < len(row.cells)
    ]
    return min(max(_NARROWEST, *(look.units(text, bold=True) for text in texts)), _WIDEST)


def _filtered(table: Table) -> int:
    """How many rows the filter covers: the sum of all at the end stays outside."""
    count = len(table.rows)
    ends = count and table.rows[count - 1].kind is RowKind.TOTAL
    return count - 1 if ends else count
