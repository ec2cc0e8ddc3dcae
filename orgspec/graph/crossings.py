"""Where work passes from one department to another, and the handoff that serves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from orgspec.graph.flow import Edge, Flow
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare

Side = str | None
HandoffIndex = Mapping[tuple[Side, Side], tuple[str, ...]]


class Crossing(NamedTuple):
    """A way from a step of one department to a step of another.

    Attributes:
        workflow: the id of the workflow.
        source: the step that is left, a full id (`workflow/step`).
        target: the step of work that follows, events and gateways between them passed over.
        giver: the department of the source.
        taker: the department of the target; neither department is the other's own or above it.
        edge: the edge on which the source is left.
    """

    workflow: str
    source: str
    target: str
    giver: str
    taker: str
    edge: Edge


def crossings(graph: Graph) -> tuple[Crossing, ...]:
    """Every crossing of every workflow, in written order.

    Where several departments do a step each of its crossings counts, save those to a department
    that has a part in the other step too: that one hands over to nobody. Nothing is said of a
    department that hangs on nothing: which handoffs serve it is not known.
    """
    steps = graph.organisation.steps
    units = {id_: graph.step_departments(step) for id_, step in steps.items()}
    if graph.detached:
        units = {id_: tuple(u for u in of if not graph.is_adrift(u)) for id_, of in units.items()}
    return tuple(c for flow in graph.flows.values() for c in _of_flow(graph, flow, units))


def _of_flow(graph: Graph, flow: Flow, units: Mapping[str, tuple[str, ...]]) -> Iterator[Crossing]:
    """The crossings of one workflow."""
    leaving: dict[str, list[Edge]] = {}
    for edge in flow.edges:
        leaving.setdefault(edge.source, []).append(edge)
    routing = {s.id for s in flow.steps if s.nature != "work" and not units[s.id]}
    for edge in flow.edges:
        givers = units[edge.source]
        for target in _next_steps(edge.target, leaving, routing) if givers else ():
            takers = units[target]
            for giver, taker in product(givers, takers):
                shared = giver in takers or taker in givers
                if not shared and not graph.related(giver, taker):
                    yield Crossing(flow.workflow.id, edge.source, target, giver, taker, edge)


def _next_steps(first: str, leaving: Mapping[str, list[Edge]], routing: set[str]) -> Iterator[str]:
    """The steps that follow, beyond events and gateways that nobody does."""
    seen, frontier = {first}, [first]
    while frontier:
        at = frontier.pop()
        if at not in routing:
            yield at
            continue
        fresh = [e.target for e in leaving.get(at, ()) if e.target not in seen]
        seen.update(fresh)
        frontier.extend(reversed(fresh))


def handoff_index(graph: Graph) -> HandoffIndex:
    """Handoffs by the addresses of their two sides, in written order.

    A person is read as the primary role. None stands for a name that nothing declares, which may
    mean any side; a handoff without one of its sides is left out.
    """
    found: dict[tuple[Side, Side], list[str]] = {}
    for handoff in graph.organisation.handoffs.values():
        links = graph.links.of(handoff.address)
        givers = [_side(graph, link.target) for link in links if link.route[0] == "from"]
        takers = [_side(graph, link.target) for link in links if link.route[0] == "to"]
        for giver, taker in product(givers, takers):
            found.setdefault((giver, taker), []).append(handoff.id)
    return {sides: tuple(ids) for sides, ids in found.items()}


def _side(graph: Graph, address: str | None) -> Side:
    """A side of a handoff; a person stands for the primary role."""
    if address is not None and address.startswith("person/"):
        role = graph.primary_role.get(bare(address))
        return f"role/{role}" if role is not None else address
    return address


def serving(graph: Graph, index: HandoffIndex, crossing: Crossing) -> str | None:
    """The id of the handoff that serves a crossing, the nearest first; None if there is none.

    Nearest is the step itself, then its roles, then its department, then each one above. A
    department that holds both sides, such as the whole company, matches nothing.
    """
    givers = _sides(graph, crossing.source, crossing.giver, crossing.taker)
    takers = _sides(graph, crossing.target, crossing.taker, crossing.giver)
    best: tuple[int, str] | None = None
    for (near, giver), (close, taker) in product(enumerate(givers), enumerate(takers)):
        handoffs = index.get((giver, taker))
        if handoffs and (best is None or near + close < best[0]):
            best = (near + close, handoffs[0])
    return best[1] if best is not None else None


def all_serving(graph: Graph, index: HandoffIndex, crossing: Crossing) -> tuple[str, ...]:
    """The ids of all handoffs between the two sides of a crossing, near or far."""
    givers = _sides(graph, crossing.source, crossing.giver, crossing.taker)
    takers = _sides(graph, crossing.target, crossing.taker, crossing.giver)
    found = (id_ for pair in product(givers, takers) for id_ in index.get(pair, ()))
    return tuple(dict.fromkeys(found))


def _sides(graph: Graph, step: str, department: str, other: str) -> tuple[Side, ...]:
    """What a handoff may name to mean a step of a department, nearest first."""
    row = graph.row(graph.organisation.steps[step])
    above = graph.departments.ancestors(department)
    shared = {other, *graph.departments.ancestors(other)}
    units = (department, *(unit for unit in above if unit not in shared))
    roles = tuple(
        role for role in row.roles("R", "A") if graph.department_of_role.get(role) not in shared
    )
    return (
        f"step/{step}",
        *(f"role/{role}" for role in roles),
        *(f"department/{unit}" for unit in units),
        None,
    )
