"""The responsibility matrix as a block of a document: rows of work, columns of parties."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.frozen import frozen


@frozen
class Letter:
    """A letter of the scheme in force. `acts_as` (A, R, S, C or I) decides its colour."""

    sign: str
    name: str
    acts_as: str


@frozen
class Provenance:
    """Who said that a party bears some letters: the line (`sales.yaml:14`), and how it came here."""

    letters: tuple[str, ...]
    place: str
    how: str


@frozen
class MatrixColumn:
    """One party of the matrix; parties of one department share `colour` (an index, from 0).

    `address` names the party for links, and may be empty. Of a transposed matrix a column is a
    piece of work, which has its `finding`.
    """

    title: str
    department: str = ""
    colour: int = 0
    address: str = ""
    finding: str = ""


@frozen
class MatrixCell:
    """The letters of one party in one row, strongest first; `finding` is what is wrong here.

    `sources` say where each letter comes from, where that is known.
    """

    letters: tuple[str, ...] = ()
    finding: str = ""
    sources: tuple[Provenance, ...] = ()


@frozen
class MatrixRow:
    """One duty or step: a cell for each column, in the order of the columns.

    `limit` is how long a step may take, `colour` that of the department that the row belongs to.
    `number` is what a step is called by wherever its workflow is shown; 0 for a row that has only
    its place.
    """

    title: str
    cells: tuple[MatrixCell, ...]
    group: str = ""
    finding: str = ""
    limit: str = ""
    colour: int = 5
    address: str = ""
    number: int = 0


@frozen
class Matrix:
    """A responsibility assignment matrix (RACI): rows of work, columns of parties.

    Rows of one `group` stand together. `labels` are the fixed words that a renderer needs, in
    the document's language: `activity`, `group`, `number`, `check`, `total`, `filter`,
    `filter_hint`, `party`, `all_parties`, `theme`, `findings`, `accountable_and_responsible`;
    where wanted also `double` (a pattern with {first} and {second}), `limit`, `department`,
    `all_departments`, `letter`, `all_letters`, `reset`, `none_found`. A `transposed` matrix has
    parties as rows and work as columns.
    """

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    letters: tuple[Letter, ...]
    labels: Mapping[str, str]
    transposed: bool = False

    @property
    def has_limits(self) -> bool:
        """Whether any row says how long it may take."""
        return any(row.limit for row in self.rows)

    def number_of(self, index: int) -> int:
        """The number of a row: its own, or its place from 1."""
        return self.rows[index].number or index + 1

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
