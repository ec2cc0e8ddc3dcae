"""The responsibility matrix as a block of a document: rows of work, columns of parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the scheme in force. `acts_as` (A, R, S, C or I) decides its colour."""

    sign: str
    name: str
    acts_as: str


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One party of the matrix; parties of one department share `colour` (an index, from 0)."""

    title: str
    department: str = ""
    colour: int = 0


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The letters of one party in one row, strongest first; `finding` is what is wrong here."""

    letters: tuple[str, ...] = ()
    finding: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One duty or step: a cell for each column, in the order of the columns."""

    title: str
    cells: tuple[MatrixCell, ...]
    group: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A responsibility assignment matrix (RACI): rows of work, columns of parties.

    Rows of one `group` stand together. `labels` are the fixed words that a renderer needs, in
    the document's language: `activity`, `group`, `number`, `check`, `total`, `filter`,
    `filter_hint`, `party`, `all_parties`, `theme`, `findings`, `accountable_and_responsible`.
    """

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    letters: tuple[Letter, ...]
    labels: Mapping[str, str]

    def totals(self, row: MatrixRow) -> dict[str, int]:
        """How often each letter stands in a row."""
        return _count(self.letters, row.cells)

    def column_totals(self, index: int) -> dict[str, int]:
        """How often each letter stands in a column."""
        return _count(self.letters, tuple(row.cells[index] for row in self.rows))


def _count(letters: tuple[Letter, ...], cells: tuple[MatrixCell, ...]) -> dict[str, int]:
    """The number of each letter over some cells."""
    counts = {letter.sign: 0 for letter in letters}
    for cell in cells:
        for sign in cell.letters:
            counts[sign] = counts.get(sign, 0) + 1
    return counts
