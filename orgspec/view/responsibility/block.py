"""The matrix itself: rows of duties or steps with the letters of every party."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.diagnostics import Diagnostic
from orgspec.document import Letter, Matrix, MatrixCell, MatrixRow
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH, Cell, Row
from orgspec.view.palette import colours
from orgspec.view.responsibility.marks import Marks, marks_of
from orgspec.view.responsibility.parties import (
    OUTSIDE,
    column_of,
    departments_in_order,
    parties_of,
    party_of,
)
from orgspec.view.responsibility.sources import sources_of
from orgspec.view.words import Words

_LABELS = (
    "activity", "group", "number", "check", "total", "filter", "filter_hint", "party",
    "all_parties", "theme", "findings", "accountable_and_responsible", "double", "limit",
    "department", "all_departments", "letter", "all_letters", "reset", "none_found", "shown",
    "other",
)  # fmt: skip


@frozen
class Line:
    """A row of the graph with what stands around it: its group, its home, its limit, its number."""

    row: Row
    group: str = ""
    home: str = ""
    limit: str = ""
    number: int = 0


def block_of(
    graph: Graph, lines: Sequence[Line], locale: str, findings: tuple[Diagnostic, ...]
) -> Matrix:
    """The matrix of some lines, in their order."""
    words = Words(locale)
    rows = [line.row for line in lines]
    parties = parties_of(graph, rows, departments_in_order(graph))
    marks = marks_of(graph, rows, findings, locale)
    palette = colours(graph)
    return Matrix(
        columns=tuple(column_of(graph, party, locale, palette) for party in parties),
        rows=tuple(
            _row(graph, line, parties, locale, marks, palette.get(line.home, OUTSIDE))
            for line in lines
        ),
        letters=tuple(
            Letter(x.sign, x.in_(locale), x.acts_as) for x in graph.organisation.scheme.letters
        ),
        labels={key: words(key) for key in _LABELS},
    )


def _row(
    graph: Graph, line: Line, parties: list[str], locale: str, marks: Marks, colour: int
) -> MatrixRow:
    """One duty or step."""
    row = line.row
    by_party: dict[str, list[Cell]] = {}
    for cell in row.cells:
        by_party.setdefault(party_of(cell), []).append(cell)
    return MatrixRow(
        title=row.of.in_(locale),
        cells=tuple(
            _cell(graph, row, by_party[party], locale, marks) if party in by_party else _EMPTY
            for party in parties
        ),
        group=line.group,
        finding=marks.rows.get(row.address, ""),
        limit=line.limit,
        colour=colour,
        address=row.address,
        number=line.number,
    )


_EMPTY = MatrixCell()


def _cell(graph: Graph, row: Row, cells: list[Cell], locale: str, marks: Marks) -> MatrixCell:
    """The letters of one party, the strongest first, with what is wrong and where they are from."""
    ranked = sorted(cells, key=lambda cell: STRENGTH.index(cell.acts_as))
    letters = tuple(dict.fromkeys(cell.sign for cell in ranked))
    return MatrixCell(letters, marks.of(cells), sources_of(graph, row, ranked, locale))
