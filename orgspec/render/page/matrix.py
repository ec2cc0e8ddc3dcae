"""A responsibility matrix as the page shows it: chips, groups, totals, numbered findings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from orgspec.document import Letter, Matrix, MatrixCell, MatrixColumn
from orgspec.render import palette
from orgspec.render.notes import matrix_notes
from orgspec.render.page.text import pieces

# More parties than this, and the print has their titles upright in narrow columns.
_MOST_LYING_TITLES = 14


@dataclass(frozen=True, slots=True)
class Chip:
    """The letters of a cell as they are drawn; `style` ends a CSS class, `name` is the tooltip."""

    sign: str
    name: str
    style: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, the id of the cell it stands at (`target`) and of its entry in the list."""

    number: int
    place: str
    text: str
    target: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of the page; `letters` are separated by spaces, for the script."""

    letters: str = ""
    chip: Chip | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the page; `search` is what the filter looks into."""

    title: str
    search: str
    cells: tuple[ShownCell, ...]
    totals: tuple[int, ...]
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Rows below one group title, which may be empty."""

    title: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A party: its place among the cells of a row (from 1), title, department and colour.

    `pieces` are the title cut where its line may break.
    """

    position: int
    title: str
    pieces: tuple[str, ...]
    department: str
    colour: int


@dataclass(frozen=True, slots=True)
class ShownTotal:
    """The totals of one letter: a number for each party, then the sum at its own letter."""

    chip: Chip
    counts: tuple[int, ...]
    sums: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ShownMatrix:
    """Everything that the template of a matrix writes, ready to be written."""

    id: str
    columns: tuple[ShownColumn, ...]
    groups: tuple[ShownGroup, ...]
    legend: tuple[Chip, ...]
    letters: tuple[Chip, ...]
    totals: tuple[ShownTotal, ...]
    findings: tuple[Finding, ...]
    labels: dict[str, str]
    width: int
    rows: int
    dense: bool


def shown_matrix(matrix: Matrix, identity: str) -> ShownMatrix:
    """The matrix prepared for its template; `identity` begins the ids of its elements."""
    chips = {
        letter.sign: Chip(letter.sign, letter.name, _style(letter)) for letter in matrix.letters
    }
    findings = {
        (note.row, note.column): Finding(
            note.number,
            note.place,
            note.text,
            f"{identity}-place-{note.number}",
            f"{identity}-finding-{note.number}",
        )
        for note in matrix_notes(matrix)
    }
    rows = [_row(matrix, index, chips, findings) for index in range(len(matrix.rows))]
    groups = tuple(
        ShownGroup(title, tuple(rows[index] for index in indices))
        for title, indices in groupby(range(len(rows)), key=lambda index: matrix.rows[index].group)
    )
    letters = tuple(chips[letter.sign] for letter in matrix.letters)
    return ShownMatrix(
        identity,
        tuple(_column(position, column) for position, column in enumerate(matrix.columns, 1)),
        groups,
        (*letters, *_combined(matrix)),
        letters,
        _totals(matrix, letters),
        tuple(findings.values()),
        dict(matrix.labels),
        1 + len(matrix.columns) + len(letters),
        len(matrix.rows),
        len(matrix.columns) > _MOST_LYING_TITLES,
    )


def _column(position: int, column: MatrixColumn) -> ShownColumn:
    """A party as the head of its column."""
    colour = column.colour % len(palette.DEPARTMENTS)
    return ShownColumn(position, column.title, pieces(column.title), column.department, colour)


def _style(letter: Letter) -> str:
    """The end of the CSS class of a letter."""
    return letter.acts_as.lower() if letter.acts_as in {"A", "R", "S", "C", "I"} else "i"


def _row(
    matrix: Matrix,
    index: int,
    chips: dict[str, Chip],
    findings: dict[tuple[int, int], Finding],
) -> ShownRow:
    """A row with its chips, its totals and what was found in it."""
    row = matrix.rows[index]
    both = matrix.labels["accountable_and_responsible"]
    cells = tuple(
        _cell(cell, chips, both, findings.get((index, position)))
        for position, cell in enumerate(row.cells)
    )
    totals = matrix.totals(row)
    return ShownRow(
        row.title,
        f"{row.group} {row.title}",
        cells,
        tuple(totals[letter.sign] for letter in matrix.letters),
        findings.get((index, -1)),
    )


def _cell(
    cell: MatrixCell, chips: dict[str, Chip], both: str, finding: Finding | None
) -> ShownCell:
    """A cell with its chip; accountable together with responsible has a colour of its own."""
    if not cell.letters:
        return ShownCell(finding=finding)
    known = [chips.get(sign, Chip(sign, sign, "i")) for sign in cell.letters]
    accountable = {"a", "r"} <= {chip.style for chip in known}
    name = both if accountable and len(known) == 2 else " + ".join(chip.name for chip in known)
    chip = Chip("/".join(cell.letters), name, "ar" if accountable else known[0].style)
    return ShownCell(" ".join(cell.letters), chip, finding)


def _combined(matrix: Matrix) -> tuple[Chip, ...]:
    """The legend's entry for accountable and responsible in one, where a scheme has both."""
    signs = [
        next((letter.sign for letter in matrix.letters if letter.acts_as == role), "")
        for role in ("A", "R")
    ]
    if not all(signs):
        return ()
    return (Chip("/".join(signs), matrix.labels["accountable_and_responsible"], "ar"),)


def _totals(matrix: Matrix, letters: tuple[Chip, ...]) -> tuple[ShownTotal, ...]:
    """A row of totals for each letter."""
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    shown = []
    for chip in letters:
        counts = tuple(column[chip.sign] for column in columns)
        sums = tuple(sum(counts) if other is chip else None for other in letters)
        shown.append(ShownTotal(chip, counts, sums))
    return tuple(shown)
