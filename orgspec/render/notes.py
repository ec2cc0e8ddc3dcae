"""The findings of a responsibility matrix, numbered as a printed page refers to them."""

from __future__ import annotations

from orgspec.document import Matrix
from orgspec.frozen import frozen


@frozen
class Note:
    """A finding: its number from 1, the row and column it stands at, and its text.

    `column` is -1 where the finding is about the whole row, `row` is -1 where it is about the
    whole column.
    """

    number: int
    row: int
    column: int
    place: str
    text: str


def matrix_notes(matrix: Matrix) -> tuple[Note, ...]:
    """The findings of a matrix: of columns, then row by row that of the row before its cells'."""
    found: list[tuple[int, int, str, str]] = [
        (-1, position, column.title, column.finding)
        for position, column in enumerate(matrix.columns)
        if column.finding
    ]
    for index, row in enumerate(matrix.rows):
        if row.finding:
            found.append((index, -1, row.title, row.finding))
        for position, (column, cell) in enumerate(zip(matrix.columns, row.cells, strict=True)):
            if cell.finding:
                found.append((index, position, f"{row.title} · {column.title}", cell.finding))
    return tuple(Note(number, *parts) for number, parts in enumerate(found, 1))
