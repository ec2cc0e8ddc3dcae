"""Who in a department gives or takes what a handoff passes."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.graph.reporting import bare
from orgspec.model.program import Link
from orgspec.model.workflow import Handoff


def handlers(graph: Graph, handoff: Handoff, department: str) -> tuple[str, ...]:
    """The roles of a department that make, or use, what passes; each once, in written order.

    A side that is a role or a step says it itself; of a department it is whoever does the duties
    and steps from which the artifacts come, or into which they go.
    """
    found: list[str] = []
    for field, flow in (("from", graph.artifacts.given), ("to", graph.artifacts.taken)):
        for party in graph.links.targets(handoff.address, field):
            if not _on_side(graph, party, department):
                continue
            if party.startswith("step/"):
                roles = graph.row(graph.organisation.steps[bare(party)]).roles("R")
                found += _inside(graph, roles, department)
            elif party.startswith("department/"):
                artifacts = graph.links.targets(handoff.address, "artifacts")
                links = [link for a in artifacts for link in flow.get(bare(a), ())]
                found += _doers(graph, links, department)
            elif party in graph.stand_in:
                found.append(graph.stand_in[party])
    return tuple(dict.fromkeys(found))


def _on_side(graph: Graph, party: str, department: str) -> bool:
    """Whether a party is the department, one in it or one above it."""
    return any(graph.related(unit, department) for unit in units_of(graph, party))


def _doers(graph: Graph, links: list[Link], department: str) -> list[str]:
    """The roles in a department that do the duties and steps of some links."""
    roles = [r for x in links if x.source in graph.rows for r in graph.rows[x.source].roles("R")]
    return _inside(graph, roles, department)


def _inside(graph: Graph, roles: Iterable[str], department: str) -> list[str]:
    """The roles that belong to a department or one below it."""
    home = graph.department_of_role
    return [role for role in roles if role in home and graph.within(home[role], department)]
