"""The sections of a document as plain data, for forms that print all of them in a row."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.document import (
    Block,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Section,
    Signature,
    Table,
    plain,
)
from orgspec.view.form.reading import Record, cell_text, column_key
from orgspec.view.label import key_of

_PREFIXES = ("s_", "c_", "p_", "hc_")


def sections(blocks: Iterable[Block]) -> list[Record]:
    """Every section with its blocks; blocks that stand in none make a section without a title."""
    loose: list[Block] = []
    found: list[Record] = []
    for block in blocks:
        if isinstance(block, Section):
            found.append(
                {
                    "key": _short(key_of(block.title)),
                    "number": block.number,
                    "title": str(block.title),
                    "blocks": [made for each in block.blocks if (made := _block(each))],
                }
            )
        else:
            loose.append(block)
    whole = [made for each in loose if (made := _block(each))]
    if whole:
        found.insert(0, {"key": "", "number": "", "title": "", "blocks": whole})
    return found


def _short(key: str) -> str:
    """A key without the letters that tell one kind of document from another."""
    return next((key.removeprefix(p) for p in _PREFIXES if key.startswith(p)), key)


def _block(block: Block) -> Record:
    """One block by its `type`; drawings and matrices have none."""
    match block:
        case Heading():
            return {"type": "heading", "level": block.level, "text": str(block.text)}
        case Paragraph():
            return {"type": "text", "text": plain(block.text)}
        case Listing():
            items = [plain(item) for item in block.items]
            return {"type": "list", "ordered": block.ordered, "items": items}
        case Facts():
            pairs = [(key_of(label), str(label), plain(value)) for label, value in block.pairs]
            facts = [{"key": k, "label": label, "value": value} for k, label, value in pairs]
            return {"type": "facts", "facts": facts}
        case Table():
            return _table(block)
        case Signature():
            return {"type": "signatures", "parties": [str(party) for party in block.parties]}
        case _:
            return {}


def _table(table: Table) -> Record:
    """A table: its columns, and its rows as texts."""
    return {
        "type": "table",
        "columns": [{"key": column_key(c), "title": str(c.title)} for c in table.columns],
        "rows": [
            {"kind": row.kind.value, "cells": [cell_text(cell) for cell in row.cells]}
            for row in table.rows
        ],
    }
