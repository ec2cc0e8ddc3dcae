"""Escalation: to whom the rungs of a ladder lead, once a limit is missed."""

from __future__ import annotations

from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.parties import unit_of, units_of
from orgspec.graph.reporting import bare
from orgspec.graph.time.limits import called_by
from orgspec.model.workflow import Handoff, Rung, Step, Workflow


@frozen
class Bearer:
    """Who missed the limit, seen from whom a ladder leads upwards.

    Attributes:
        role: the role that does the step or gives the handoff; None for a party without one.
        unit: its department, if it has one.
        owners: the roles that own the workflows concerned, the first one first.
        is_clear: whether it is certain who that is.
        is_in_workflow: whether a workflow is concerned at all, so that it should have an owner.
    """

    role: str | None
    unit: str | None
    owners: tuple[str, ...]
    is_clear: bool = True
    is_in_workflow: bool = True


class Landing(NamedTuple):
    """Where a rung of a ladder leads.

    Attributes:
        place: its index in the ladder.
        rung: the rung as written.
        role: the role that it leads to; None for nobody.
        is_clear: whether that is certain; a name that nothing declares counts as somebody.
        is_left: whether it is not skipped: somebody, not the bearer, not on the ladder before.
    """

    place: int
    rung: Rung
    role: str | None
    is_clear: bool
    is_left: bool


def ladder_of(graph: Graph, step: Step) -> Step | Workflow | None:
    """Who holds the ladder of a step: itself, else its workflow; None if neither has one."""
    workflow = graph.organisation.workflows[step.workflow]
    return step if step.escalation else workflow if workflow.escalation else None


def bearer_of_step(graph: Graph, step: Step) -> Bearer:
    """Who does a step: its first R; of a call the owner of the called workflow."""
    owners = _owners(graph, (step.workflow,))
    responsible = graph.row(step).responsible
    if responsible:
        first = responsible[0]
        if first.party is None:
            return Bearer(None, None, owners, is_clear=False)
        return Bearer(_role(graph, first.party), unit_of(graph, first.party), owners)
    called = called_by(graph, step)
    own = _owners(graph, (called.id,)) if called is not None else ()
    if own:
        return Bearer(own[0], graph.department_of_role.get(own[0]), owners)
    return Bearer(None, None, owners, is_clear=False)


def bearer_of_handoff(graph: Graph, handoff: Handoff) -> Bearer:
    """Who gives a handoff: its role, the head of its department, who does its step."""
    targets = graph.links.targets(handoff.address, "from")
    workflows = graph.waits.workflows.get(handoff.id, ())
    owners = _owners(graph, workflows)
    if not targets:
        return Bearer(None, None, owners, is_clear=False)
    if targets[0].startswith("step/"):
        return bearer_of_step(graph, graph.organisation.steps[bare(targets[0])])
    unit = next(iter(units_of(graph, targets[0])), None)
    return Bearer(_role(graph, targets[0]), unit, owners, is_in_workflow=bool(workflows))


def landings(
    graph: Graph, holder: Step | Workflow | Handoff, bearer: Bearer
) -> tuple[Landing, ...]:
    """Where each rung of a holder's ladder leads for a bearer."""
    named = {
        link.route[1]: link.target
        for link in graph.links.of(holder.address, "escalation")
        if len(link.route) > 1
    }
    seen = {bearer.role}
    found = []
    for place, rung in enumerate(holder.escalation):
        if place in named or rung.to not in ("superior", "owner", "head"):
            target = named.get(place)
            role, clear = (bare(target), True) if target else (None, False)
        else:
            role, clear = _word(graph, rung.to, bearer)
        left = not clear or (role is not None and role not in seen)
        seen.add(role)
        found.append(Landing(place, rung, role, clear, left))
    return tuple(found)


def _word(graph: Graph, word: str, bearer: Bearer) -> tuple[str | None, bool]:
    """The role that `superior`, `owner` or `head` means, and whether that is certain."""
    if word == "owner":
        # A workflow that lacks an owner is found as such.
        owner = bearer.owners[0] if bearer.owners else None
        return owner, owner is not None or not bearer.is_in_workflow
    if not bearer.is_clear:
        return None, False
    if word == "head":
        return (graph.head_of.get(bearer.unit) if bearer.unit is not None else None), True
    if bearer.role is None:
        return None, True
    above = graph.reporting.above.get(bearer.role)
    if above is None or bearer.role in graph.circling:
        # Who lacks a superior by mistake is found as such; who is at the top has none.
        return None, bearer.role in graph.top_roles
    return above, True


def _role(graph: Graph, party: str) -> str | None:
    """The role that is meant by a party; None for partners, systems, headless departments."""
    return graph.stand_in.get(party)


def _owners(graph: Graph, workflows: tuple[str, ...]) -> tuple[str, ...]:
    """The roles that own some workflows, each once."""
    targets = (graph.links.targets(f"workflow/{w}", "owner") for w in workflows)
    return tuple(dict.fromkeys(bare(t) for found in targets for t in found))
