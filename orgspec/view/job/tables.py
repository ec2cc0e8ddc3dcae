"""Tables without empty columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgspec.document import Column, Row, RowKind, Table, plain


def filled_table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    least: int = 2,
    group: str = "",
    *,
    digest: bool = False,
) -> Table:
    """A table without the columns in which no row says anything; the first `least` always stay.

    Where nothing stands below the head, all of it stays.
    """
    body = [row for row in rows if row.kind is not RowKind.GROUP]
    kept = [
        index
        for index in range(len(columns))
        if index < least
        or not body
        or any(plain(line).strip() for row in body for line in row.cells[index].lines)
    ]
    shown = tuple(
        row
        if row.kind is RowKind.GROUP
        else replace(row, cells=tuple(row.cells[index] for index in kept))
        for row in rows
    )
    return Table(tuple(columns[index] for index in kept), shown, group, digest)
