"""The rows of the responsibility matrix that touch a department, found without reading all."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.rows import Row
from orgspec.model.duty import Duty


def rows_of_unit(graph: Graph, department: str) -> tuple[Row, ...]:
    """The rows in which a department, one of its own roles or its head bears a letter, each once.

    Nothing of departments below it, unless it is the head who bears it there.
    """
    roles = list(graph.roles_of_department.get(department, ()))
    if department in graph.head_of:
        roles.append(graph.head_of[department])
    found = {row.address: row for role in roles for row, _ in graph.rows_of_role.get(role, ())}
    for link in graph.links.to(f"department/{department}"):
        row = graph.rows.get(link.source) if link.route[0] == "raci" else None
        if row is None:
            continue
        found[row.address] = row
        if isinstance(row.of, Duty):  # steps take the letters of their duty
            found.update((step.address, graph.row(step)) for step in graph.steps_of(row.of))
    return tuple(found.values())
