"""To which department each duty belongs."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.graph.reporting import bare, first_targets
from orgspec.graph.rows import Row
from orgspec.model.program import Program


def duty_homes(
    program: Program, rows: Mapping[str, Row], department_of_role: Mapping[str, str]
) -> dict[str, str]:
    """Duty → its `department`, else its A's, else its first R's."""
    found = {}
    duties = program.organisation.duties.values()
    written = first_targets(program, (duty.address for duty in duties), "department")
    for duty in duties:
        home = written.get(duty.id) or _home(rows[duty.address], department_of_role)
        if home is not None:
            found[duty.id] = home
    return found


def _home(row: Row, department_of_role: Mapping[str, str]) -> str | None:
    """The department of the first party that is A, else of the first that is R."""
    for letter in ("A", "R"):
        for cell in row.acting(letter):
            if cell.party is not None and cell.party.startswith("department/"):
                return bare(cell.party)
            if cell.role is not None:
                return department_of_role.get(cell.role)
    return None
