"""A responsibility matrix as the page shows it: chips, groups, totals, numbered findings."""

from __future__ import annotations

from itertools import groupby

from orgspec.document import Matrix, MatrixCell, MatrixColumn
from orgspec.frozen import frozen
from orgspec.render import palette
from orgspec.render.letters import Sign, legend, sign_of
from orgspec.render.notes import matrix_notes
from orgspec.render.page.text import pieces
from orgspec.render.page.upright import tall

# More columns than this, and the print has their titles upright in narrow columns.
_MOST_LYING_TITLES = 14
# More columns than this, and the print takes A3.
_MOST_ON_A4 = 30
_LABELS = (
    "department", "all_departments", "letter", "all_letters", "reset", "none_found", "shown",
    "limit",
)  # fmt: skip
# Beyond so many cells the browser is told all widths: to find them itself takes it seconds.
_MOST_MEASURED = 12_000


@frozen
class Chip:
    """The letters of a cell as they are drawn; `style` ends a CSS class, `name` is the tooltip."""

    sign: str
    name: str
    style: str


@frozen
class Finding:
    """A finding, the id of the cell it stands at (`target`) and of its entry in the list."""

    number: int
    place: str
    text: str
    target: str
    anchor: str


@frozen
class ShownCell:
    """A cell of the page; `letters` are separated by spaces, for the script.

    `tip` says in lines what the letters mean and which line of the specification says so.
    """

    letters: str = ""
    chip: Chip | None = None
    finding: Finding | None = None
    tip: str = ""


@frozen
class ShownRow:
    """A row of the page; `search` is what the filter looks into."""

    title: str
    search: str
    cells: tuple[ShownCell, ...]
    totals: tuple[int, ...]
    finding: Finding | None = None
    limit: str = ""


@frozen
class ShownGroup:
    """Rows below one group title, which may be empty."""

    title: str
    rows: tuple[ShownRow, ...]


@frozen
class ShownColumn:
    """A party: its place among the cells of a row (from 1), title, department and colour.

    `pieces` are the title cut where its line may break, `key` names it in links.
    """

    position: int
    title: str
    pieces: tuple[str, ...]
    department: str
    colour: int
    key: str = ""
    finding: Finding | None = None


@frozen
class Scope:
    """Departments or groups to filter by; `title` is empty where there is one list only."""

    title: str
    names: tuple[str, ...]


@frozen
class ShownTotal:
    """The totals of one letter: a number for each party, then the sum at its own letter."""

    chip: Chip
    counts: tuple[int, ...]
    sums: tuple[int | None, ...]


@frozen
class ShownMatrix:
    """Everything that the template of a matrix writes, ready to be written.

    `tall` are the millimetres that upright titles of activities need in print.
    """

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
    vast: bool = False
    measured: bool = False
    limits: bool = False
    transposed: bool = False
    tall: int = 0
    scopes: tuple[Scope, ...] = ()


def shown_matrix(matrix: Matrix, identity: str) -> ShownMatrix:
    """The matrix prepared for its template; `identity` begins the ids of its elements."""
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
    chips: dict[tuple[str, ...], Chip] = {}
    rows = [_row(matrix, index, chips, findings) for index in range(len(matrix.rows))]
    groups = tuple(
        ShownGroup(title, tuple(rows[index] for index in indices))
        for title, indices in groupby(range(len(rows)), key=lambda index: matrix.rows[index].group)
    )
    letters = tuple(_chip(sign_of(matrix, (letter.sign,))) for letter in matrix.letters)
    return ShownMatrix(
        identity,
        tuple(
            _column(position, column, findings.get((-1, position - 1)))
            for position, column in enumerate(matrix.columns, 1)
        ),
        groups,
        tuple(map(_chip, legend(matrix))),
        letters,
        _totals(matrix, letters),
        tuple(findings.values()),
        dict.fromkeys(_LABELS, "") | dict(matrix.labels),
        1 + len(matrix.columns) + matrix.has_limits + len(letters),
        len(matrix.rows),
        _is_dense(matrix),
        _is_vast(matrix),
        len(matrix.columns) * len(matrix.rows) > _MOST_MEASURED,
        matrix.has_limits,
        matrix.transposed,
        tall(matrix, a3=_is_vast(matrix)) if _is_dense(matrix) else 0,
        _scopes(matrix),
    )


def _is_dense(matrix: Matrix) -> bool:
    """Whether the print has the titles of columns upright."""
    return len(matrix.columns) > _MOST_LYING_TITLES


def _is_vast(matrix: Matrix) -> bool:
    """Whether the print takes A3."""
    return len(matrix.columns) > _MOST_ON_A4


def _column(position: int, column: MatrixColumn, finding: Finding | None) -> ShownColumn:
    """A party as the head of its column."""
    return ShownColumn(
        position,
        column.title,
        pieces(column.title),
        column.department,
        column.colour % len(palette.DEPARTMENTS),
        column.address or column.title,
        finding,
    )


def _scopes(matrix: Matrix) -> tuple[Scope, ...]:
    """What to narrow the matrix down to: departments, and groups where they are none."""
    groups = tuple(dict.fromkeys(row.group for row in matrix.rows if row.group))
    units = tuple(dict.fromkeys(each.department for each in matrix.columns if each.department))
    labels = matrix.labels
    if set(groups) & set(units) or not (groups and units):
        both = tuple(dict.fromkeys((*groups, *units)))
        return (Scope("", both),) if len(both) > 1 else ()
    named = (Scope(labels["group"], groups), Scope(labels.get("department", ""), units))
    if matrix.transposed:
        named = (Scope(labels.get("department", ""), groups), Scope(labels["party"], units))
    return named if len(groups) > 1 or len(units) > 1 else ()


def _chip(sign: Sign) -> Chip:
    """A sign as the chip of a page."""
    return Chip(sign.text, sign.name, sign.tone.lower())


def _row(
    matrix: Matrix,
    index: int,
    chips: dict[tuple[str, ...], Chip],
    findings: dict[tuple[int, int], Finding],
) -> ShownRow:
    """A row with its chips, its totals and what was found in it."""
    row = matrix.rows[index]
    cells = tuple(
        _cell(matrix, cell, chips, findings.get((index, position)))
        for position, cell in enumerate(row.cells)
    )
    totals = matrix.totals(row)
    return ShownRow(
        row.title,
        f"{row.group} {row.title}",
        cells,
        tuple(totals[letter.sign] for letter in matrix.letters),
        findings.get((index, -1)),
        row.limit,
    )


_EMPTY = ShownCell()


def _cell(
    matrix: Matrix,
    cell: MatrixCell,
    chips: dict[tuple[str, ...], Chip],
    finding: Finding | None,
) -> ShownCell:
    """A cell with its chip; accountable together with responsible has a colour of its own."""
    if not cell.letters:
        return _EMPTY if finding is None else ShownCell(finding=finding, tip=finding.text)
    if cell.letters not in chips:
        chips[cell.letters] = _chip(sign_of(matrix, cell.letters))
    chip = chips[cell.letters]
    return ShownCell(" ".join(cell.letters), chip, finding, _tip(cell, chip, finding))


def _tip(cell: MatrixCell, chip: Chip, finding: Finding | None) -> str:
    """What the letters of a cell mean, where each was written, and what is wrong."""
    lines = [f"{chip.sign} {chip.name}"]
    for source in cell.sources:
        whose = f"{'/'.join(source.letters)}: " if len(cell.sources) > 1 else ""
        lines.append(whose + " · ".join(part for part in (source.place, source.how) if part))
    if finding is not None:
        lines.append(finding.text)
    return "\n".join(lines)


def _totals(matrix: Matrix, letters: tuple[Chip, ...]) -> tuple[ShownTotal, ...]:
    """A row of totals for each letter."""
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    shown = []
    for chip in letters:
        counts = tuple(column[chip.sign] for column in columns)
        sums = tuple(sum(counts) if other is chip else None for other in letters)
        shown.append(ShownTotal(chip, counts, sums))
    return tuple(shown)
