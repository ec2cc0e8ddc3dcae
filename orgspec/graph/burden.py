"""What hangs on one role alone: the rows that it answers for, and those that nobody else does."""

from __future__ import annotations

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell, Row
from orgspec.model.workflow import Step


@frozen
class Borne:
    """A row that hangs on a role.

    Attributes:
        row: the row of a duty or step.
        cell: the first of the two cells that there are.
        accountable: the cell by which the role is its A, or None.
        responsible: the cell by which the role is its only R, or None.
    """

    row: Row
    cell: Cell
    accountable: Cell | None
    responsible: Cell | None


def borne_by(graph: Graph, role: str) -> tuple[Borne, ...]:
    """The rows of which a role is A or the only R, in written order, duties first.

    A role counts as the only R where it alone is meant, also as the head of a department; events
    and gateways need nobody who does them.
    """
    rows = {row.address: row for row, _ in graph.rows_of_role.get(role, ())}
    found = []
    for row in rows.values():
        accountable, responsible = _accountable(row, role), _only_responsible(row, role)
        cell = accountable or responsible
        if cell is not None:
            found.append(Borne(row, cell, accountable, responsible))
    return tuple(found)


def _accountable(row: Row, role: str) -> Cell | None:
    """The cell by which a role answers for a row."""
    return next((cell for cell in row.acting("A") if cell.role == role), None)


def _only_responsible(row: Row, role: str) -> Cell | None:
    """The cell by which a role, and nobody else, does what a row is about."""
    if isinstance(row.of, Step) and row.of.nature != "work":
        return None
    cells = row.responsible
    return cells[0] if cells and all(cell.role == role for cell in cells) else None
