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
        found = frozenset(id_ for id_, flow in graph.flows.items() if not ends(flow, blocked))
        if found == lost:
            return tuple(id_ for id_ in graph.flows if id_ in found)
        lost = found


def _calling(graph: Graph, workflows: frozenset[str]) -> frozenset[str]:
    """The steps that call one of some workflows."""
    links = (link for id_ in workflows for link in graph.links.to(f"workflow/{id_}"))
    return frozenset(bare(x.source) for x in links if x.route[0] == "call")


def ends(flow: Flow, blocked: frozenset[str]) -> bool:
    """Whether some run from one of the starts comes to an end without the steps in `blocked`.

    Told from the ends backwards: a step ends once all that one of its ways leads to does.
    """
    left: dict[tuple[str, int], int] = {}  # of each way: how many of its targets may not end
    into: dict[str, list[tuple[str, int]]] = {}
    for edge in flow.edges:
        way = (edge.source, edge.place)
        left[way] = left.get(way, 0) + 1
        into.setdefault(edge.target, []).append(way)
    done = {s.id for s in flow.steps if s.id not in blocked and (s.end or not s.next)}
    frontier = list(done)
    while frontier:
        for way in into.get(frontier.pop(), ()):
            left[way] -= 1
            source = way[0]
            if not left[way] and source not in blocked and source not in done:
                done.add(source)
                frontier.append(source)
    return not flow.steps or any(start in done for start in flow.starts)
