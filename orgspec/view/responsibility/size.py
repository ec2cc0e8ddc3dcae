"""How large a responsibility matrix would be, without making it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Row
from orgspec.view.responsibility.parties import party_of

ORGANISATION = "organization"


@frozen
class Size:
    """How many activities a matrix has, and how many parties."""

    activities: int
    parties: int

    @property
    def cells(self) -> int:
        """How many places for letters there are."""
        return self.activities * self.parties


def unit_sizes(graph: Graph) -> Mapping[str, Size]:
    """The address of each department, and `organization` → the size of its matrix.

    A department has the activities of all below it too, as `view.raci.matrix_of` has.
    """
    counts = {ORGANISATION: 0} | {
        unit.address: 0 for unit in graph.organisation.departments.values()
    }
    parties: dict[str, set[str]] = {address: set() for address in counts}
    for duty in graph.organisation.duties.values():
        home = graph.department_of_duty.get(duty.id)
        units = () if home is None else (home, *graph.departments.ancestors(home))
        found = {party_of(cell) for cell in graph.row(duty).cells}
        for address in dict.fromkeys((ORGANISATION, *(f"department/{unit}" for unit in units))):
            if address in counts:
                counts[address] += 1
                parties[address] |= found
    return {address: Size(count, len(parties[address])) for address, count in counts.items()}


def workflow_size(graph: Graph, workflow: str) -> Size:
    """The size of the matrix of a workflow's steps."""
    steps = graph.organisation.workflows[workflow].steps
    return _size(graph.row(step) for step in steps if step.nature == "work")


def _size(rows: Iterable[Row]) -> Size:
    """How many rows there are, and how many parties they name."""
    listed = list(rows)
    return Size(len(listed), len({party_of(cell) for row in listed for cell in row.cells}))
