"""What of a document goes into a workbook or a delimited file: its matrices and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgspec.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    Listing,
    Matrix,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
    inline,
    plain,
)
from orgspec.frozen import frozen


@frozen
class Grid:
    """A matrix or a table with the title of what it stands below, and what is around it."""

    title: str
    content: Matrix | Table
    above: tuple[Facts, ...] = ()
    below: tuple[Facts | Paragraph, ...] = ()


def grids(document: Document) -> tuple[Grid, ...]:
    """The matrices, tables and facts of a document in order; facts become two columns.

    A document that has none gives its text as one table of one column.
    """
    found = tuple(_grids(document.blocks, document.title))
    if found:
        return found
    rows = tuple(Row((Cell((line,)),)) for line in _texts(document.blocks))
    return (Grid(document.title, Table((Column(document.title),), rows)),)


def sheets(document: Document) -> tuple[Grid, ...]:
    """The grids of a document as sheets of a workbook.

    The facts that it begins with, of which a page would be all but empty, stand above the table
    that they are followed by; a record of changes stands below the table before it.
    """
    found = grids(document)
    first, second, *_ = (*(each for each in _inner(document.blocks) if _is_grid(each)), None, None)
    if isinstance(first, Facts) and isinstance(second, Table):
        found = (replace(found[1], above=(first,)), *found[2:])
    *rest, last = found
    if not rest or not isinstance(rest[-1].content, Table):
        return found
    if not isinstance(last.content, Table) or not last.content.record:
        return found
    told = _told(last.title, last.content)
    return (*rest[:-1], replace(rest[-1], below=(*rest[-1].below, told)))


def _told(title: str, record: Table) -> Facts:
    """A record of changes as one fact, a line for each change."""
    rows = (
        " · ".join(filter(None, (plain(line) for cell in row.cells for line in cell.lines)))
        for row in record.rows
    )
    return Facts(((title, inline("\n".join(rows))),), across=1)


def _notes(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The running text that some blocks begin with."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            return
        yield block


def _is_grid(block: Block) -> bool:
    """Whether a block is a matrix, a table or a grid of facts."""
    return isinstance(block, Matrix | Table | Facts)


def _grids(blocks: Iterable[Block], title: str) -> Iterator[Grid]:
    """The grids of some blocks; a heading or section names those below it.

    Text that follows a table is said of it.
    """
    every = tuple(blocks)
    for at, block in enumerate(every):
        match block:
            case Heading():
                title = block.text
            case Section(text, inner):
                yield from _grids(inner, text)
            case Matrix():
                yield Grid(title, block)
            case Table():
                yield Grid(title, _flat(block), below=tuple(_notes(every[at + 1 :])))
            case Facts():
                yield Grid(title, Table((Column(""), Column("")), _rows_of_facts(block)))
            case _:
                pass


@frozen
class Form:
    """A document with one table: it fits one sheet, with what stands above and below the table."""

    title: str
    above: tuple[Facts | Signature, ...]
    table: Table
    below: tuple[Facts | Signature, ...]


def form_of(document: Document) -> Form | None:
    """A document as one sheet; None unless it has one table, no matrix, and facts around it."""
    flat = tuple(_inner(document.blocks))
    tables = [block for block in flat if isinstance(block, Table | Matrix)]
    around = [isinstance(block, Facts) for block in flat]
    if len(tables) != 1 or not isinstance(tables[0], Table) or not any(around):
        return None
    place = flat.index(tables[0])
    above, below = (
        tuple(block for block in part if isinstance(block, Facts | Signature))
        for part in (flat[:place], flat[place + 1 :])
    )
    said = " ".join(document.subtitle.split("\n"))  # the two languages of a name
    title = " · ".join(part for part in (document.title, said) if part)
    return Form(title, above, _flat(tables[0]), below)


def _inner(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those of sections in their place."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _inner(block.blocks)
        else:
            yield block


def _flat(table: Table) -> Table:
    """The table with the titles of its groups in a first column, if it has groups and that a name.

    So a sheet can be sorted and filtered by it. The sum of all at the end is of no group.
    """
    if not table.group or all(row.kind is not RowKind.GROUP for row in table.rows):
        return table
    told = bool(table.about) and any(map(_said, table.rows))
    rows: list[Row] = []
    title, said = Cell(), Cell()
    for index, row in enumerate(table.rows):
        if row.kind is RowKind.GROUP:
            title, said = _named(row.cells[0]), Cell((inline(_said(row)),))
            continue
        ends = row.kind is RowKind.TOTAL and index == len(table.rows) - 1
        first, last = (Cell(), Cell()) if ends else (title, said)
        gap = (Cell(),) * (len(table.columns) - len(row.cells))
        cells = (first, *row.cells, *gap, last) if told else (first, *row.cells)
        rows.append(replace(row, cells=cells))
    beyond = (Column(table.about),) if told else ()
    return replace(table, columns=(Column(table.group), *table.columns, *beyond), rows=tuple(rows))


def _said(row: Row) -> str:
    """What stands beside the title of a group."""
    if row.kind is not RowKind.GROUP or not row.cells or not row.cells[0].lines:
        return ""
    beside = (run.text for run in row.cells[0].lines[0] if run.emphasis is Emphasis.MUTED)
    return "".join(beside).strip()


def _named(cell: Cell) -> Cell:
    """The name of a group in every language it is given in, without what is said of the group."""
    if not cell.lines or not cell.lines[0]:
        return Cell()
    first, *rest = cell.lines[0]
    again = ((run,) for run in rest if run.lang and run.emphasis is Emphasis.PLAIN)
    return Cell((inline(first.text), *again))


def _rows_of_facts(facts: Facts) -> tuple[Row, ...]:
    """Each label with its value as a table row."""
    return tuple(
        Row((Cell((inline(label, Emphasis.STRONG),)), facts.cell(label, value)))
        for label, value in facts.pairs
    )


def _texts(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The running text of some blocks, line by line."""
    for block in blocks:
        match block:
            case Heading():
                yield inline(block.text, Emphasis.STRONG)
            case Section(text, inner):
                yield inline(text, Emphasis.STRONG)
                yield from _texts(inner)
            case Paragraph(text):
                yield text
            case Listing(items):
                yield from items
            case _:
                pass
