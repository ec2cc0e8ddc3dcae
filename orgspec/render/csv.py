"""Documents as comma-separated values: what a spreadsheet or a script reads."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from orgspec.document import Align, Cell, Column, Document, Facts, Matrix, RowKind, Table, plain
from orgspec.render.notes import Note, matrix_notes
from orgspec.render.sheet.contents import Form, Grid, form_of, grids
from orgspec.render.sheet.figures import figure
from orgspec.render.sheet.text import cleaned, lines_text

# Excel reads a file without this mark in the system's old code page, and Chinese becomes noise.
_MARK = "\ufeff"

# What makes a spreadsheet take a field for a formula; wide forms are folded to these by some.
_FORMULA = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_HARMLESS = re.compile(r"[-+]|[-+]?\d[\d,]*(\.\d+)?%?")


def render(document: Document) -> bytes:
    """The matrix or the table of the document as RFC 4180: commas, CRLF, UTF-8.

    The file begins with a byte order mark, without which Excel takes UTF-8 for another encoding;
    Python reads it with the encoding `utf-8-sig`. It is one table, so that a program can read it:
    one header, then a row for each thing. What sums it up is left out (digests, rows of sums but
    those of a matrix); facts around a table are its first columns, the same in every row. Figures
    have no marks between their thousands, which few programs read, but units stay: `≥ 1,200 t`.
    Should a document have several tables all the same, they stand one below another, each below a
    row with its title, with an empty row between.

    A field that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`, also
    behind blanks or in full width) gets an apostrophe before it, which spreadsheets take as the
    sign of text. Plain numbers and a lone `-` or `+` stay as they are. Control characters are
    left out.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    contents = _contents(document)
    for index, grid in enumerate(contents):
        if index:
            writer.writerow(())
        if len(contents) > 1:
            writer.writerow((_field(grid.title),))
        for row in _rows(grid):
            writer.writerow(tuple(_field(text) for text in row))
    return (_MARK + stream.getvalue()).encode("utf-8")


def _contents(document: Document) -> tuple[Grid, ...]:
    """The grids of a document that say something of their own; a form is one."""
    form = form_of(document)
    if form is not None:
        return (Grid(form.title, _widened(form)),)
    found = grids(document)
    told = tuple(
        grid for grid in found if not (isinstance(grid.content, Table) and grid.content.digest)
    )
    return told or found


def _widened(form: Form) -> Table:
    """The table of a form with the facts above it as its first columns, and those known below it."""
    said = [
        (Column(label), block.cell(label, value))
        for part in (form.above, form.below)
        for block in part
        if isinstance(block, Facts)
        for label, value in block.pairs
        if part is form.above or plain(value).strip()
    ]
    titles = tuple(column for column, _ in said)
    cells = tuple(cell for _, cell in said)
    table = form.table
    rows = (
        row if row.kind is RowKind.GROUP else replace(row, cells=(*cells, *row.cells))
        for row in table.rows
    )
    return replace(table, columns=(*titles, *table.columns), rows=tuple(rows))


def _rows(grid: Grid) -> Iterator[tuple[str, ...]]:
    """The header and the rows of a grid."""
    match grid.content:
        case Matrix():
            yield from _matrix_rows(grid.content)
        case Table():
            yield from _table_rows(grid.content)


def _matrix_rows(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    """The rows of a matrix: number, group, activity, letters of each party, limit, counts, findings.

    Below them stand the counts of each letter. Where no row has one there is no column of groups.
    """
    labels = matrix.labels
    grouped = any(row.group for row in matrix.rows)
    group = (labels["number"], *((labels["group"],) if grouped else ()))
    notes = matrix_notes(matrix)
    signs = [letter.sign for letter in matrix.letters]
    limit = (labels["limit"],) if matrix.has_limits else ()
    found = (labels["findings"],) if notes else ()
    titles = (column.title for column in matrix.columns)
    counted = (f"{labels['total']} {sign}" for sign in signs)
    yield (*group, labels["activity"], *titles, *limit, *counted, *found)
    for index, row in enumerate(matrix.rows):
        letters = ("/".join(cell.letters) for cell in row.cells)
        within = (row.limit,) if limit else ()
        totals = matrix.totals(row)
        numbers = (str(totals[sign]) for sign in signs)
        here = (_findings(matrix, notes, index),) if notes else ()
        first = (str(matrix.number_of(index)), *((row.group,) if grouped else ()))
        yield (*first, row.title, *letters, *within, *numbers, *here)
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    for sign in signs:
        counts = [totals[sign] for totals in columns]
        sums = (str(sum(counts)) if sign == other else "" for other in signs)
        above = (_findings(matrix, notes, -1) if sign == signs[0] else "",) if notes else ()
        blank = ("",) if limit else ()
        yield (
            *[""] * len(group),
            f"{labels['total']} {sign}",
            *map(str, counts),
            *blank,
            *sums,
            *above,
        )


def _findings(matrix: Matrix, notes: tuple[Note, ...], row: int) -> str:
    """What was found in a row; in row -1, about whole columns."""
    return "; ".join(
        note.text if note.column < 0 else f"{matrix.columns[note.column].title}: {note.text}"
        for note in notes
        if note.row == row
    )


def _table_rows(table: Table) -> Iterator[tuple[str, ...]]:
    """The rows of a table but its sums; a header without words is left out."""
    titles = tuple(column.title for column in table.columns)
    if any(titles):
        yield titles
    for row in table.rows:
        if row.kind is RowKind.TOTAL:
            continue
        texts = tuple(map(_text, row.cells, table.columns))
        filler = ("",) * (len(table.columns) - len(texts))
        yield (*texts, *filler) if row.kind is RowKind.GROUP else texts


def _text(cell: Cell, column: Column) -> str:
    """The text of a cell; a figure that may be summed up has no marks between its thousands."""
    text = lines_text(cell)
    counts = column.align is not Align.START and figure(text) is not None
    return text.replace(",", "") if counts else text


def _field(text: str) -> str:
    """A field that no spreadsheet computes; room to write in, which is blanks, is empty."""
    text = cleaned(text)
    if not text.strip():
        return ""
    dangerous = _FORMULA.match(text) and not _HARMLESS.fullmatch(text)
    return f"'{text}" if dangerous else text
