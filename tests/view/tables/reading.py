"""Documents as plain rows of text, for tests."""

from __future__ import annotations

from orgspec.document import Block, Cell, Document, RowKind, Section, Table, plain


def tables(document: Document) -> dict[str, Table]:
    """The tables of a document by the title of their section; the document's own under its title."""
    found: dict[str, Table] = {}

    def collect(blocks: tuple[Block, ...], title: str) -> None:
        for block in blocks:
            if isinstance(block, Section):
                collect(block.blocks, block.title)
            elif isinstance(block, Table):
                found[title] = block

    collect(document.blocks, document.title)
    return found


def words(cell: Cell) -> str:
    """The text of a cell, its lines one below another."""
    return "\n".join(plain(line) for line in cell.lines)


def titles(table: Table) -> list[str]:
    """The titles of the columns."""
    return [column.title for column in table.columns]


def rows(table: Table, *kinds: RowKind) -> list[list[str]]:
    """The texts of the rows of some kinds, of all by default."""
    return [[words(c) for c in row.cells] for row in table.rows if not kinds or row.kind in kinds]


def column(table: Table, title: str) -> list[str]:
    """The texts of a column in the rows of things."""
    index = titles(table).index(title)
    return [row[index] for row in rows(table, RowKind.BODY)]
