"""Between which departments something is handed over, and who takes what others make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.program import Link

Sides = frozenset[tuple[str, str]]


def sides_of_handoffs(graph: Graph) -> Sides:
    """The pairs of departments that some handoff names, both ways round.

    A company as a whole matches nothing by itself and is left out.
    """
    found: set[tuple[str, str]] = set()
    for handoff in graph.organisation.handoffs.values():
        givers = tuple(_units(graph, graph.links.targets(handoff.address, "from")))
        takers = tuple(_units(graph, graph.links.targets(handoff.address, "to")))
        found.update((one, other) for one in givers for other in takers)
    return frozenset(found | {(other, one) for one, other in found})


def _units(graph: Graph, parties: tuple[str, ...]) -> Iterator[str]:
    """The departments of the ends of a handoff."""
    for party in parties:
        kind, id_ = party.partition("/")[0], bare(party)
        if kind == "department" and graph.department(id_).unit != "company":
            yield id_
        elif kind == "role" and id_ in graph.department_of_role:
            yield graph.department_of_role[id_]
        elif kind == "step":
            yield from graph.step_departments(graph.organisation.steps[id_])


def handed_over(graph: Graph, sides: Sides, one: str, other: str) -> bool:
    """Whether a handoff serves two departments: between them, or between departments above."""
    if not sides:
        return False
    ones = (one, *graph.departments.ancestors(one))
    others = (other, *graph.departments.ancestors(other))
    return any((a, b) in sides for a in ones for b in others)


def takers(graph: Graph) -> Mapping[str, tuple[tuple[Link, str], ...]]:
    """Artifact → the links of duties and steps that take it, with the department of each."""
    found: dict[str, list[tuple[Link, str]]] = {}
    for duty in graph.organisation.duties.values():
        unit = graph.department_of_duty.get(duty.id)
        for link in graph.links.of(duty.address, "inputs") if duty.inputs and unit else ():
            if link.target is not None and unit is not None:
                found.setdefault(link.target, []).append((link, unit))
    for step in graph.organisation.steps.values():
        for link in graph.links.of(step.address, "inputs") if step.inputs else ():
            units = graph.step_departments(step)
            if link.target is not None and units:
                found.setdefault(link.target, []).append((link, units[0]))
    return {artifact: tuple(taken) for artifact, taken in found.items()}
