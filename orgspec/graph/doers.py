"""Who does a step where its letters do not say it: the called workflow, or an authority's level."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.governance import Authority
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step


def implied_roles(graph: Graph, step: Step) -> tuple[str, ...]:
    """The roles that do a step without R: ids, each once.

    A call is done by the owner of the called workflow; a step of an approving action with an
    authority by the level that reaches its amount, the lowest where no amount is said.
    """
    if step.call is not None:
        called = graph.links.targets(step.address, "call")
        owners = (o for w in called for o in graph.links.targets(w, "owner"))
        return tuple(bare(owner) for owner in owners)
    if step.authority is None or verb_class(step.action or "") != "authorise":
        return ()
    used = graph.links.targets(step.address, "authority")
    return tuple(dict.fromkeys(r for a in used for r in _deciders(graph, step, bare(a))))


def _deciders(graph: Graph, step: Step, authority: str) -> Iterator[str]:
    """The roles of the lowest level that reaches the amount of a step."""
    declared = graph.organisation.authorities[authority]
    index = _level(declared, step)
    for link in graph.links.of(declared.address, "levels"):
        is_role = len(link.route) > 2 and link.route[2] == "role"
        if is_role and link.route[1] == index and link.target is not None:
            yield bare(link.target)


def _level(authority: Authority, step: Step) -> int:
    """The index of the level that decides; the last where none reaches the amount."""
    amount = step.authority.up_to if step.authority is not None else None
    if amount is None:
        return 0
    for index, level in enumerate(authority.levels):
        if level.up_to is None or level.up_to.number >= amount.number:
            return index
    return len(authority.levels) - 1


def is_owned(graph: Graph, step: Step) -> bool:
    """Whether anybody does a step or answers for it; a name that nothing declares counts."""
    if graph.row(step).acting("A", "R") or implied_roles(graph, step):
        return True
    unclear = [x for field in ("duty", "call") for x in graph.links.of(step.address, field)]
    return any(link.target is None for link in unclear)


def departments_of_step(graph: Graph, step: Step) -> tuple[str, ...]:
    """The departments that do a step, that of its owner first, each once."""
    found = graph.step_departments(step)
    if found or graph.row(step).acting("R"):
        return found
    units = (graph.department_of_role.get(role) for role in implied_roles(graph, step))
    return tuple(dict.fromkeys(unit for unit in units if unit is not None))
