"""Documents as Excel workbooks: matrices that count and colour themselves, tables as sheets."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from orgspec.document import Document, Matrix, Table
from orgspec.margins import foot_margin, head_margin
from orgspec.render.house import in_house_style
from orgspec.render.letters import sign_of
from orgspec.render.notes import matrix_notes
from orgspec.render.sheet import look
from orgspec.render.sheet.contents import Grid, form_of, sheets
from orgspec.render.sheet.facts import write_head_line
from orgspec.render.sheet.matrix import write_matrix
from orgspec.render.sheet.names import sheet_name
from orgspec.render.sheet.reckoned import Placed
from orgspec.render.sheet.rules import allowed, define_names
from orgspec.render.sheet.tables import placed, write_table, write_title
from orgspec.render.sheet.text import cell_text, cleaned, margin_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# The file says when it was made; one date for all, so that the same input gives the same bytes.
_CREATED = datetime(2000, 1, 1)
_A4 = 9
_LEGEND_FIRST_ROW = 2
_LEGEND = (10.0, 44.0, 70.0)  # width units: letter or number, name or place, finding
_WHOLE = "A1:XFD1048576"


@in_house_style
def render(document: Document) -> bytes:
    """The document as an XLSX workbook.

    Each matrix takes a sheet of its own and one for its legend and findings, which is hidden where
    nothing was found; each table or grid of facts takes a sheet; facts that a document begins with,
    and those around its only table, stand on the sheet of that. All text is written as text: none of it becomes a formula or a link.
    """
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties(
        {
            "title": cleaned(document.title),
            "subject": cleaned(document.subject),
            "author": cleaned(document.organisation),
            "company": cleaned(document.organisation),
            "created": _CREATED,
        }
    )
    formats = look.Formats(book, document.locale)
    taken: set[str] = set()
    matrices = 0
    form = form_of(document)
    if form is not None:
        sheet = book.add_worksheet(sheet_name(document.title, taken))
        _set_page(sheet, document)
        write_table(sheet, document, form.title, form.table, formats, form.above, form.below)
    named = _named(document, taken) if form is None else ()
    tables = [
        placed(document, grid.title, names[0], grid.content)
        for grid, names in named
        if isinstance(grid.content, Table) and not grid.above
    ]
    for grid, names in named:
        matrices += isinstance(grid.content, Matrix)
        _add_grid(book, document, grid, formats, names, matrices, tables)
    book.close()
    return stream.getvalue()


def _named(document: Document, taken: set[str]) -> tuple[tuple[Grid, list[str]], ...]:
    """The grids of a document with the names of their sheets: a matrix has one for its legend."""
    found = []
    for grid in sheets(document):
        names = [grid.title]
        if isinstance(grid.content, Matrix):
            names.append(" ".join(letter.sign for letter in grid.content.letters))
        found.append((grid, [sheet_name(name, taken) for name in names]))
    return tuple(found)


def _add_grid(
    book: Workbook,
    document: Document,
    grid: Grid,
    formats: look.Formats,
    names: list[str],
    number: int,
    tables: list[Placed],
) -> None:
    """Add the sheet of a grid, for the matrix of a number also the sheet of its legend.

    `names` are those of the sheets, `tables` all of the document, of which one may sum up another.
    """
    title = names[0]
    sheet = book.add_worksheet(title)
    _set_page(sheet, document)
    if not isinstance(grid.content, Matrix):
        others = [table for table in tables if table.sheet != title]
        said = f"{document.title} · {grid.title}" if grid.above else grid.title
        around = (grid.above, grid.below)
        write_table(sheet, document, said, grid.content, formats, *around, others)
        return
    matrix, name = grid.content, names[1]
    legend = book.add_worksheet(name)
    _set_page(legend, document)
    choices = _write_legend(legend, document, matrix, formats)
    if not matrix_notes(matrix):
        # The line above the matrix says the same; printed, it would be a page of a few words.
        legend.hide()
    quoted = name.replace("'", "''")
    write_matrix(sheet, document, matrix, formats, f"='{quoted}'!{choices}")
    define_names(book, title, f"='{quoted}'!{choices}", matrix, number)


def _set_page(sheet: Worksheet, document: Document) -> None:
    """A4 on its side, one page wide, with the running head and foot of the document."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.45, right=0.45, top=0.75, bottom=0.7)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": _WHOLE})  # a version, a number of a thing
    whole = {"scale_with_doc": False}  # legible however small a wide sheet is printed
    sheet.set_header(margin_text(head_margin(document), document.draft), whole)
    sheet.set_footer(margin_text(foot_margin(document)), whole)


def _write_legend(
    sheet: Worksheet, document: Document, matrix: Matrix, formats: look.Formats
) -> str:
    """What each choice means, then what was found; returns the range of the choices."""
    from xlsxwriter.utility import xl_range_abs

    write_title(sheet, document, document.title, formats)
    for column, width in enumerate(_LEGEND):
        sheet.set_column(column, column, width)
    write_head_line(sheet, document, document.title, _LEGEND, formats)
    choices = allowed(matrix)
    for at, choice in enumerate(choices, _LEGEND_FIRST_ROW):
        sign = sign_of(matrix, choice.split("/"))
        fill, ink = _colours(sign.tone)
        pill = formats.cell(bold=True, align="center", bg_color=fill, font_color=ink)
        sheet.write_string(at, 0, cell_text(choice), pill)
        sheet.write_string(at, 1, cell_text(sign.name), formats.cell(indent=1))
        sheet.set_row(at, 20)
    last = _LEGEND_FIRST_ROW + len(choices) - 1
    _write_findings(sheet, matrix, formats, last + 2)
    return str(xl_range_abs(_LEGEND_FIRST_ROW, 0, max(last, _LEGEND_FIRST_ROW), 0))


def _write_findings(sheet: Worksheet, matrix: Matrix, formats: look.Formats, at: int) -> None:
    """The findings of the matrix: number, place, text."""
    notes = matrix_notes(matrix)
    if not notes:
        return
    head = formats.get(bold=True, font_color=look.WARNING, font_size=12)
    sheet.write_string(at, 0, cell_text(matrix.labels["findings"]), head)
    sheet.set_row(at, 22)
    for row, note in enumerate(notes, at + 1):
        sheet.write_number(row, 0, note.number, formats.cell(align="center"))
        sheet.write_string(row, 1, cell_text(note.place), formats.cell(indent=1))
        sheet.write_string(row, 2, cell_text(note.text), formats.cell(indent=1))
        high = (formats.height(note.place, _LEGEND[1]), formats.height(note.text, _LEGEND[2]))
        sheet.set_row(row, max(20.0, *high))


def _colours(tone: str) -> tuple[str, str]:
    """The fill and the text colour of letters that stand together."""
    if tone == "AR":
        return look.ACCOUNTABLE_AND_RESPONSIBLE
    return look.LETTERS.get(tone, look.LETTERS["I"])
