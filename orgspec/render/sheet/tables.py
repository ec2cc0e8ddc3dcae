"""Tables and facts of a document as worksheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgspec.document import Document, RowKind, Table
from orgspec.render.sheet import look
from orgspec.render.sheet.columns import column_widths
from orgspec.render.sheet.entries import set_entries, set_tones
from orgspec.render.sheet.facts import (
    GAP,
    Around,
    head_entries,
    label_width,
    with_whole_labels,
    write_around,
    write_head_line,
)
from orgspec.render.sheet.logo import indented, insert_logo
from orgspec.render.sheet.plan import page_starts, pages_high, table_paper
from orgspec.render.sheet.reckoned import Placed, formulas
from orgspec.render.sheet.rows import write_row
from orgspec.render.sheet.text import cell_text, write_words
from orgspec.render.theme import theme

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FROZEN = 200.0  # points above a table: about a third of what a small screen shows of a sheet


def write_table(
    sheet: Worksheet,
    document: Document,
    title: str,
    table: Table,
    formats: look.Formats,
    above: Sequence[Around] = (),
    below: Sequence[Around] = (),
    others: Sequence[Placed] = (),
) -> None:
    """Write a table with its title to an empty sheet; the header freezes and repeats in print.

    What stands above the table freezes with it, unless that takes too much of a screen. `others`
    are the tables of the document, which this one may sum up.
    """
    write_title(sheet, document, title, formats)
    widths = column_widths(table, formats, label_width((*above, *below), formats))
    widths = with_whole_labels(widths, (*above, *below), formats)
    sheet.set_paper(table_paper(widths))
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    start = write_head_line(sheet, document, title, widths, formats)
    before = write_around(sheet, start, above, widths, formats)
    head = start + len(before)
    first = head + _is_titled(table)
    if first > head:
        _write_head(sheet, head, table, widths, formats)
        _set_view(sheet, head, table, freezes=sum(before) <= _FROZEN)
    placed = Placed(sheet.name, first, table)
    reckoned = formulas(placed, others)
    high = [
        write_row(sheet, first, each, table, widths, formats, reckoned)
        for each in range(len(table.rows))
    ]
    set_entries(sheet, table, first)
    set_tones(sheet, table, first, formats)
    after = write_around(sheet, first + len(table.rows) + 1, below, widths, formats, placed)
    _set_pages(sheet, first, table, widths, (before, high, after))


def _set_pages(
    sheet: Worksheet,
    first: int,
    table: Table,
    widths: list[float],
    high: tuple[list[float], list[float], list[float]],
) -> None:
    """How many pages a table is printed on, and that no page begins with the sum of another.

    `high` are the heights in points of the rows above the table, of the table, and below it. What
    stands below it is never alone on a page.
    """
    paper = table_paper(widths)
    above, body, below = high
    pages = pages_high(paper, widths, sum(map(sum, high)))
    kept = [row.kind is RowKind.TOTAL for row in table.rows]
    kept += [True] * (len(below) + 1) if below else []
    if pages != 1 and any(kept):
        rows = [*body, GAP, *below] if below else body
        percent, starts = page_starts(paper, widths, rows, kept, sum(above))
        if 0 < percent < 100:
            sheet.set_print_scale(percent)
        else:
            sheet.fit_to_pages(1, 0)
        sheet.set_h_pagebreaks([first + at for at in starts])
    else:
        sheet.fit_to_pages(1, pages)


def placed(document: Document, title: str, sheet: str, table: Table) -> Placed:
    """Where a table stands on a sheet of its own."""
    head = 2 if head_entries(document, title) else 1
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
        write_words(sheet, at, index, column.title, head)
        high.append(formats.height(column.title, width, bold=True))
    sheet.set_row(at, max(high))


def write_title(sheet: Worksheet, document: Document, title: str, formats: look.Formats) -> None:
    """The first row of a sheet: its title."""
    size = {"font_size": 14, "bold": True, "font_color": theme().words}
    text = " · ".join(filter(None, (document.draft, title)))
    sheet.write_string(0, 0, cell_text(text), formats.get(**size, **indented(document)))
    sheet.set_row(0, 26)
    insert_logo(sheet, document)


def _filtered(table: Table) -> int:
    """How many rows the filter covers: the sum of all at the end stays outside."""
    count = len(table.rows)
    ends = count and table.rows[count - 1].kind is RowKind.TOTAL
    return count - 1 if ends else count
