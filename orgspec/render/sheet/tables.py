"""Tables and facts of a document as worksheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgspec.document import Document, Facts, RowKind, Signature, Table
from orgspec.reckoning import Entry
from orgspec.render.sheet import look
from orgspec.render.sheet.entries import set_entries, set_tones
from orgspec.render.sheet.facts import head_line, write_around, write_head_line
from orgspec.render.sheet.logo import indented, insert_logo
from orgspec.render.sheet.plan import PAGE, narrowed, page_starts, pages_high, table_paper
from orgspec.render.sheet.reckoned import Placed, formulas
from orgspec.render.sheet.rows import write_row
from orgspec.render.sheet.text import cell_text, lines_text
from orgspec.render.theme import theme

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_NARROWEST, _WIDEST = 8.0, 60.0  # width units
_WRITTEN = 13.0  # width units that a pen needs
_FROZEN = 200.0  # points above a table: about a third of what a small screen shows of a sheet


def write_table(
    sheet: Worksheet,
    document: Document,
    title: str,
    table: Table,
    formats: look.Formats,
    above: Sequence[Facts | Signature] = (),
    below: Sequence[Facts | Signature] = (),
    others: Sequence[Placed] = (),
) -> None:
    """Write a table with its title to an empty sheet; the header freezes and repeats in print.

    What stands above the table freezes with it, unless that takes too much of a screen. `others`
    are the tables of the document, which this one may sum up.
    """
    write_title(sheet, document, title, formats)
    widths = narrowed([_width(table, index) for index in range(len(table.columns))])
    paper = table_paper(widths)
    sheet.set_paper(paper)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    start = write_head_line(sheet, document, title, formats)
    head, before = write_around(sheet, start, above, widths, formats)
    first = head + _is_titled(table)
    if first > head:
        _write_head(sheet, head, table, widths, formats)
        _set_view(sheet, head, table, freezes=before <= _FROZEN)
    placed = Placed(sheet.name, first, table)
    reckoned = formulas(placed, others)
    high = [
        write_row(sheet, first, each, table, widths, formats, reckoned)
        for each in range(len(table.rows))
    ]
    set_entries(sheet, table, first)
    set_tones(sheet, table, first, formats)
    if not above and not below:
        _set_pages(sheet, first, table, widths, high, head_line(document, title))
    write_around(sheet, first + len(table.rows) + 1, below, widths, formats, placed)


def _set_pages(
    sheet: Worksheet,
    first: int,
    table: Table,
    widths: list[float],
    high: list[float],
    said: str,
) -> None:
    """How many pages a table is printed on, and that no page begins with the sum of another.

    What is `said` above the table reaches beyond it: where that is wide, the program finds the
    size.
    """
    paper = table_paper(widths)
    pages = pages_high(paper, widths, sum(high))
    sums = [row.kind is RowKind.TOTAL for row in table.rows]
    if pages != 1 and any(sums):
        percent, starts = page_starts(paper, widths, high, sums)
        if 0 < percent < 100 and look.units(said) <= PAGE:
            sheet.set_print_scale(percent)
        else:
            sheet.fit_to_pages(1, 0)
        sheet.set_h_pagebreaks([first + at for at in starts])
    else:
        sheet.fit_to_pages(1, pages)


def placed(document: Document, title: str, sheet: str, table: Table) -> Placed:
    """Where a table stands on a sheet of its own."""
    head = 2 if head_line(document, title) else 1
    return Placed(sheet, head + _is_titled(table), table)


def _is_titled(table: Table) -> bool:
    """Whether a table has a row of titles."""
    return any(column.title for column in table.columns)


def _set_view(sheet: Worksheet, head: int, table: Table, *, freezes: bool) -> None:
    """The titles in row `head` repeat in print, filter, and freeze."""
    if freezes:
        sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)
    last = head + _filtered(table)
    if last > head and all(column.title for column in table.columns):
        sheet.autofilter(head, 0, last, len(table.columns) - 1)


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


def _width(table: Table, index: int) -> float:
    """The width of a column: what its widest line needs, within limits."""
    column = table.columns[index]
    needed = [look.units(column.title + "▾", bold=True)]
    needed += [_WRITTEN] if isinstance(column.rule, Entry) else []
    needed += [
        look.units(lines_text(row.cells[index]), bold=True) + look.DEEPER * row.cells[index].depth
        for row in table.rows
        if row.kind is not RowKind.GROUP and index < len(row.cells)
    ]
    return min(max(_NARROWEST, *needed), _WIDEST)


def _filtered(table: Table) -> int:
    """How many rows the filter covers: the sum of all at the end stays outside."""
    count = len(table.rows)
    ends = count and table.rows[count - 1].kind is RowKind.TOTAL
    return count - 1 if ends else count
