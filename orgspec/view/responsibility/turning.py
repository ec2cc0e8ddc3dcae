"""A matrix the other way round: parties as rows, work as columns."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import Matrix, MatrixCell, MatrixColumn, MatrixRow
from orgspec.view.words import Words


def turned(matrix: Matrix, locale: str) -> Matrix:
    """The matrix with its parties down and its work across, in the order that they had.

    Parties of one department stand together. A limit stands behind the name of its step.
    """
    words = Words(locale)
    work = matrix.labels["activity"]
    labels = dict(matrix.labels) | {
        "activity": matrix.labels["party"],
        "party": work,
        "all_parties": matrix.labels.get("all_activities", words("all_activities")),
        "filter": words("filter_party"),
        "filter_hint": words("filter_party_hint"),
        "group": words("department"),
    }
    rows = [_row(matrix, index, words) for index in range(len(matrix.columns))]
    groups = list(dict.fromkeys(row.group for row in rows))
    return replace(
        matrix,
        columns=tuple(_column(row, words) for row in matrix.rows),
        rows=tuple(sorted(rows, key=lambda row: groups.index(row.group))),
        labels=labels,
        transposed=True,
    )


def _row(matrix: Matrix, index: int, words: Words) -> MatrixRow:
    """A party with its letter for each piece of work."""
    party = matrix.columns[index]
    cells: tuple[MatrixCell, ...] = tuple(row.cells[index] for row in matrix.rows)
    grouped = any(column.department for column in matrix.columns)
    return MatrixRow(
        title=party.title,
        cells=cells,
        group=party.department or (words("other") if grouped else ""),
        finding=party.finding,
        colour=party.colour,
        address=party.address,
    )


def _column(row: MatrixRow, words: Words) -> MatrixColumn:
    """A piece of work as a column, in the colour of its department."""
    title = words("with_limit", name=row.title, limit=row.limit) if row.limit else row.title
    return MatrixColumn(title, row.group, row.colour, row.address, row.finding)
