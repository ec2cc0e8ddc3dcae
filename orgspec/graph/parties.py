"""To which departments a party, a duty or a step belongs."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare


def units_of(graph: Graph, address: str) -> tuple[str, ...]:
    """The ids of the departments that something is or belongs to, the first one first.

    A step belongs to those of all who do it, a duty to its own one, a person to that of the
    primary role; a partner or system to none.
    """
    kind, id_ = address.partition("/")[0], bare(address)
    if kind == "department":
        return (id_,)
    if kind == "step":
        return graph.step_departments(graph.organisation.steps[id_])
    if kind == "duty":
        unit = graph.department_of_duty.get(id_)
    else:
        role = graph.stand_in.get(address)
        unit = graph.department_of_role.get(role) if role is not None else None
    return (unit,) if unit is not None else ()


def stands_for(graph: Graph, address: str, department: str) -> bool:
    """Whether a party is of a department itself, or heads it from a post in another one."""
    if units_of(graph, address)[:1] == (department,):
        return True
    head = graph.head_of.get(department)
    post = None if address.startswith("department/") else graph.stand_in.get(address)
    return head is not None and head == post


def unit_of(graph: Graph, address: str | None) -> str | None:
    """The first department of something; None if it has none, or for a name of nothing."""
    return next(iter(units_of(graph, address)), None) if address is not None else None
