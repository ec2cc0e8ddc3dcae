"""Workflows that cannot reach an end where some of their steps are not done."""

from __future__ import annotations

from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare


def unending(graph: Graph, halted: frozenset[str]) -> tuple[str, ...]:
    """The workflows no run of which ends while the steps in `halted` (full ids) are not done.

    A choice may go another way; of branches that begin together each must end. A step that calls
    a workflow which cannot end is not done either.
    """
    lost: frozenset[str] = frozenset()
    while True:
        blocked = halted | _calling(graph, lost)
        found = frozenset(id_ for id_, flow in graph.flows.items() if not _ends(flow, blocked))
        if found == lost:
            return tuple(id_ for id_ in graph.flows if id_ in found)
        lost = found


def _calling(graph: Graph, workflows: frozenset[str]) -> frozenset[str]:
    """The steps that call one of some workflows."""
    links = (link for id_ in workflows for link in graph.links.to(f"workflow/{id_}"))
    return frozenset(bare(x.source) for x in links if x.route[0] == "call")


def _ends(flow: Flow, blocked: frozenset[str]) -> bool:
    """Whether some run from one of the starts comes to an end."""
    ways = _ways(flow)
    done = {s.id for s in flow.steps if s.id not in blocked and (s.end or not s.next)}
    waiting = [s.id for s in flow.steps if s.id not in blocked and s.id not in done]
    while True:
        ready = [id_ for id_ in waiting if any(done.issuperset(way) for way in ways.get(id_, ()))]
        if not ready:
            return not flow.steps or any(start in done for start in flow.starts)
        done.update(ready)
        waiting = [id_ for id_ in waiting if id_ not in done]


def _ways(flow: Flow) -> dict[str, list[list[str]]]:
    """Step → the ways out of it, each with the steps that it leads to at once."""
    found: dict[str, dict[int, list[str]]] = {}
    for edge in flow.edges:
        found.setdefault(edge.source, {}).setdefault(edge.place, []).append(edge.target)
    return {step: list(ways.values()) for step, ways in found.items()}
