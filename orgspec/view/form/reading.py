"""Plain data out of the blocks of a document: rows, labelled values, running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from orgspec.document import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
    plain,
)
from orgspec.view.form.shape import Facted, Listed
from orgspec.view.label import key_of

Record = dict[str, Any]

_NUMBER = "number"


def blocks_in(blocks: Iterable[Block], section: str) -> tuple[Block, ...]:
    """The blocks of the section of a key; of the document itself for the empty key."""
    if not section:
        return tuple(blocks)
    found = (b for b in blocks if isinstance(b, Section) and key_of(b.title) == section)
    return tuple(block for each in found for block in each.blocks)


def listed(blocks: tuple[Block, ...], wanted: Listed) -> list[Record]:
    """One record for each body row of the wanted tables; what a table lacks is empty."""
    inside = blocks_in(blocks, wanted.section)
    records: list[Record] = []
    for table in _tables(inside, wanted):
        group = ""
        places = _places(table.columns, wanted)
        for row in table.rows:
            if row.kind is RowKind.GROUP:
                group = _group_title(row)
            elif row.kind is RowKind.BODY:
                record = blank(wanted.fields)
                if wanted.group:
                    record[wanted.group] = group
                for field, cell in zip(places, row.cells, strict=False):
                    _fill(record, field, cell)
                records.append(record)
    return records


def _group_title(row: Row) -> str:
    """The title of a group, without what is noted behind it."""
    lines = row.cells[0].lines if row.cells else ()
    return lines[0][0].text.strip() if lines and lines[0] else ""


def blank(fields: Iterable[str]) -> Record:
    """A record in which nothing is said: no entries for `name[]`, else empty text."""
    return {
        field.removesuffix("[]"): [] if field.endswith("[]") else {} if field == "x" else ""
        for field in fields
    }


def _tables(blocks: tuple[Block, ...], wanted: Listed) -> Iterator[Table]:
    """The tables that are meant."""
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = key_of(block.title)
        if not isinstance(block, Table) or (wanted.after and heading != wanted.after):
            continue
        if not wanted.holding or wanted.holding in {column_key(c) for c in block.columns}:
            yield block


def _places(columns: tuple[Column, ...], wanted: Listed) -> list[str]:
    """The field of each column; empty for one that is not asked for."""
    free = iter(wanted.unkeyed)
    return [
        wanted.columns.get(key, "") if (key := column_key(column)) else next(free, "")
        for column in columns
    ]


def column_key(column: Column) -> str:
    """The key of a column; the one that counts is headed by a sign in English."""
    return _NUMBER if column.title == "#" else key_of(column.title)


def _fill(record: Record, field: str, cell: Cell) -> None:
    """Put a cell where its column says."""
    lines = [text for line in cell.lines if (text := plain(line))]
    if "|" in field:
        first, _, rest = field.partition("|")
        record[first] = lines[0] if lines else ""
        record[rest] = "\n".join(lines[1:])
    elif field.endswith("[]"):
        record[field[:-2]] = [part for line in lines for part in line.split("\n")]
    elif field:
        record[field] = "\n".join(lines)


def cell_text(cell: Cell) -> str:
    """The text of a cell, its lines one below another."""
    return "\n".join(plain(line) for line in cell.lines)


def facted(blocks: tuple[Block, ...], wanted: Facted) -> Record:
    """The labelled values of a section under their fields; empty where nothing is said."""
    record = blank(wanted.fields)
    for block in blocks_in(blocks, wanted.section):
        if isinstance(block, Facts):
            for label, value in block.pairs:
                field = wanted.columns.get(key_of(label))
                if field:
                    record[field] = plain(value)
    return record


def told(blocks: tuple[Block, ...], section: str) -> str:
    """The running text and the lists of a section, one paragraph or entry on a line."""
    lines: list[str] = []
    for block in blocks_in(blocks, section):
        if isinstance(block, Paragraph):
            lines.append(plain(block.text))
        elif isinstance(block, Listing):
            lines += [plain(item) for item in block.items]
    return "\n".join(lines)


def signers(blocks: Iterable[Block]) -> list[str]:
    """Who signs, in order."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Section):
            found += signers(block.blocks)
        elif isinstance(block, Signature):
            found += [str(party) for party in block.parties]
    return found
