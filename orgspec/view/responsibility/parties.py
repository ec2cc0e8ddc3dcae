"""The parties of a responsibility matrix: who is in it, in which order, in which colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.document import MatrixColumn
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell, Row

OUTSIDE = 5  # the colour of who belongs to no department


def departments_in_order(graph: Graph) -> dict[str, int]:
    """Department → its place from the top down, each followed by those below it."""
    forest = graph.departments
    pending = [d for d in graph.organisation.departments if d not in forest.above]
    pending.reverse()
    order: dict[str, int] = {}
    while pending:
        department = pending.pop()
        if department in order:
            continue
        order[department] = len(order)
        pending.extend(reversed(forest.below.get(department, ())))
    return order


def party_of(cell: Cell) -> str:
    """The address of the party of a cell; the name as written where nothing has it."""
    return cell.party or cell.text


def parties_of(graph: Graph, rows: Iterable[Row], order: Mapping[str, int]) -> list[str]:
    """The parties of some rows: roles by department with heads first, then all others."""
    parties = dict.fromkeys(party_of(cell) for row in rows for cell in row.cells)
    written = {r: index for index, r in enumerate(graph.organisation.roles)}
    last = len(order)

    def place(party: str) -> tuple[int, int, int, int]:
        kind, _, id_ = party.partition("/")
        if kind == "role":
            home = graph.department_of_role.get(id_, "")
            depth = sum(1 for _ in graph.reporting.ancestors(id_))
            return (0, order.get(home, -1), depth, written.get(id_, 0))
        if kind == "department":
            return (1, order.get(id_, last), 0, 0)
        return ({"person": 2, "partner": 3, "system": 4}.get(kind, 5), 0, 0, 0)

    return sorted(parties, key=place)


def column_of(graph: Graph, party: str, locale: str, palette: Mapping[str, int]) -> MatrixColumn:
    """The column of one party; an unresolved name stands as it was written."""
    entity = graph.organisation.find(party) if "/" in party else None
    kind, _, id_ = party.partition("/")
    home = {"role": graph.department_of_role.get(id_), "department": id_}.get(kind)
    unit = graph.organisation.departments.get(home) if home else None
    return MatrixColumn(
        entity.in_(locale) if entity is not None else party,
        unit.in_(locale) if unit is not None else "",
        palette.get(home, OUTSIDE) if home else OUTSIDE,
        party,
    )
