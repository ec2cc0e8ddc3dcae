"""Which workflows an export holds, and which of them share a collaboration."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.workflow import Handoff, Workflow


def ends_of(graph: Graph, handoff: Handoff) -> tuple[str, str] | None:
    """The addresses from which and to which a handoff goes, None if one is not known."""
    sources = graph.links.targets(handoff.address, "from")
    targets = graph.links.targets(handoff.address, "to")
    return (sources[0], targets[0]) if sources and targets else None


def pool_of(workflow: Workflow) -> str:
    """The party for which an import kept the pool of a workflow, "" if there is none."""
    kept = workflow.extra.get("x-bpmn")
    pool = kept.get("pool") if isinstance(kept, dict) else None
    return pool if isinstance(pool, str) else ""


def workflow_at(graph: Graph, address: str) -> str:
    """The workflow that an end of a handoff lies in, "" if in none."""
    kind, _, rest = address.partition("/")
    if kind == "step":
        return rest.partition("/")[0]
    pools = (w.id for w in graph.organisation.workflows.values() if pool_of(w) == rest)
    return next(pools, "")


def linked(graph: Graph) -> Iterator[tuple[str, str]]:
    """Pairs of workflows between which something is handed over."""
    for handoff in graph.organisation.handoffs.values():
        ends = ends_of(graph, handoff)
        if ends is not None:
            pair = workflow_at(graph, ends[0]), workflow_at(graph, ends[1])
            if all(pair) and pair[0] != pair[1]:
                yield pair


def groups_of(graph: Graph, wanted: list[Workflow]) -> list[list[Workflow]]:
    """The workflows in groups that are drawn together, in their order."""
    group = {workflow.id: number for number, workflow in enumerate(wanted)}
    for one, other in linked(graph):
        if one in group and other in group and group[one] != group[other]:
            low, high = sorted((group[one], group[other]))
            group = {id_: low if of == high else of for id_, of in group.items()}
    found: dict[int, list[Workflow]] = {}
    for workflow in wanted:
        found.setdefault(group[workflow.id], []).append(workflow)
    return [found[number] for number in sorted(found)]


def wanted_workflows(graph: Graph, address: str | None) -> list[Workflow]:
    """All workflows; or the one at an address, with those that it calls or hands over to."""
    workflows = graph.organisation.workflows
    if address is None or address == "organization":
        return list(workflows.values())
    pairs = list(linked(graph))
    near: dict[str, set[str]] = {}
    for one, other in [*pairs, *((b, a) for a, b in pairs)]:
        near.setdefault(one, set()).add(other)
    for step in graph.organisation.steps.values():
        for target in graph.links.targets(step.address, "call"):
            near.setdefault(step.workflow, set()).add(bare(target))
    seen = {bare(address)}
    frontier = list(seen)
    while frontier:
        fresh = near.get(frontier.pop(), set()) - seen
        seen |= fresh
        frontier += fresh
    return [workflow for workflow in workflows.values() if workflow.id in seen]
