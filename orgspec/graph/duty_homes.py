"""To which department each duty belongs."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.graph.reporting import bare
from orgspec.graph.rows import Row
from orgspec.model.program import Program


def duty_homes(
    program: Program, rows: Mapping[str, Row], department_of_role: Mapping[str, str]
) -> dict[str, str]:
    """Duty → its `department`, else its A's, else its first R's."""
    found = {}
    for duty in program.organisation.duties.values():
        written = program.links.targets(duty.address, "department")
        home = bare(written[0]) if written else _home(rows[duty.address], department_of_role)
        if home is not None:
            found[duty.id] = home
    return found


def _home(row: Row, department_of_role: Mapping[str, str]) -> str | None:
    """The department of the first party that is A, else of the first that is R."""
    for cell in (*row.acting("A"), *row.acting("R")):
        if cell.party is not None and cell.party.startswith("department/"):
            return bare(cell.party)
        if cell.role is not None:
            return department_of_role.get(cell.role)
    return None
