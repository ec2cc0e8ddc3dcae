"""The steps of a workflow as a directed graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.model.program import Program
from orgspec.model.workflow import Step, Transition, Workflow


class Edge(NamedTuple):
    """A way from one step to another: the transition that makes it and its `place` in `next`."""

    source: str
    target: str
    transition: Transition
    place: int


@frozen
class Flow:
    """A workflow's steps (full ids, `workflow/step`) and edges, both in written order."""

    workflow: Workflow
    steps: tuple[Step, ...]
    starts: tuple[str, ...]
    edges: tuple[Edge, ...]
    successors: Mapping[str, tuple[str, ...]]
    predecessors: Mapping[str, tuple[str, ...]]

    def reachable(self, starts: Iterable[str]) -> frozenset[str]:
        """The steps that some path from `starts` reaches, themselves included."""
        return _closure(starts, self.successors)

    def reaching(self, targets: Iterable[str]) -> frozenset[str]:
        """The steps from which some path leads to `targets`, themselves included."""
        return _closure(targets, self.predecessors)

    def components(self, steps: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Groups of the given steps that hang together, each in written order."""
        wanted = frozenset(steps)
        order = {step.id: index for index, step in enumerate(self.steps)}
        groups = []
        left = set(wanted)
        for step in self.steps:
            if step.id not in left:
                continue
            group, frontier = {step.id}, [step.id]
            while frontier:
                at = frontier.pop()
                near = (*self.successors.get(at, ()), *self.predecessors.get(at, ()))
                fresh = [n for n in near if n in wanted and n not in group]
                group.update(fresh)
                frontier.extend(fresh)
            left -= group
            groups.append(tuple(sorted(group, key=order.__getitem__)))
        return tuple(groups)

    def traps(self) -> tuple[tuple[str, ...], ...]:
        """Circles of steps that no edge leaves, each in written order (terminal components)."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(step.id for step in self.steps)
        graph.add_edges_from((edge.source, edge.target) for edge in self.edges)
        order = {step.id: index for index, step in enumerate(self.steps)}
        found = []
        for component in nx.strongly_connected_components(graph):
            round_ = len(component) > 1 or any(graph.has_edge(s, s) for s in component)
            if round_ and all(
                t in component for s in component for t in self.successors.get(s, ())
            ):
                found.append(tuple(sorted(component, key=order.__getitem__)))
        return tuple(sorted(found, key=lambda group: order[group[0]]))


def _closure(starts: Iterable[str], ways: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All that some path reaches."""
    seen = set(starts)
    frontier = list(seen)
    while frontier:
        for step in ways.get(frontier.pop(), ()):
            if step not in seen:
                seen.add(step)
                frontier.append(step)
    return frozenset(seen)


def flow_of(program: Program, workflow: Workflow) -> Flow:
    """The graph of a workflow; edges to names that resolve to no step of it are left out."""
    ids = {step.id for step in workflow.steps}
    edges = []
    for step in workflow.steps:
        for link in program.links.of(step.address, "next"):
            target = (link.target or "").partition("/")[2]
            index = link.route[1] if len(link.route) > 1 and isinstance(link.route[1], int) else 0
            if target in ids:
                edges.append(Edge(step.id, target, step.next[index], index))
    marked = tuple(step.id for step in workflow.steps if step.start)
    starts = marked or tuple(step.id for step in workflow.steps[:1])
    successors: dict[str, list[str]] = {}
    predecessors: dict[str, list[str]] = {}
    for edge in edges:
        successors.setdefault(edge.source, []).append(edge.target)
        predecessors.setdefault(edge.target, []).append(edge.source)
    return Flow(
        workflow,
        workflow.steps,
        starts,
        tuple(edges),
        {k: tuple(dict.fromkeys(v)) for k, v in successors.items()},
        {k: tuple(dict.fromkeys(v)) for k, v in predecessors.items()},
    )
