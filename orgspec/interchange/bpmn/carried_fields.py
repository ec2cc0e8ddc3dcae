"""What BPMN has no word for, written beside it so that our own import finds it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.interchange.bpmn.elements import SUBPROCESSES
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.step_elements import kept_text, ladder
from orgspec.model.workflow import Handoff, Rung, Step, Workflow


def workflow_fields(workflow: Workflow, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """What a process cannot say of a workflow."""
    yield "id", workflow.id
    if workflow.standing != "standard":
        yield "kind", workflow.standing
    if workflow.owner:
        owner = workflow.owner.removeprefix("role/")
        parties.resource(f"role/{owner}")
        yield "owner", owner
    if workflow.trigger is not None:
        yield "trigger", workflow.trigger.in_(parties.locale)
    if workflow.within is not None:
        yield "within", workflow.within.text("en")
    if workflow.object:
        yield "object", workflow.object.removeprefix("artifact/")
    yield from _common(workflow, parties)


def step_fields(graph: Graph, step: Step, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """What a node cannot say of a step; action and object are also those of its duty."""
    yield "id", step.local
    duties = graph.links.targets(step.address, "duty")
    duty = graph.organisation.duties.get(bare(duties[0])) if duties else None
    action = step.action or (duty.action if duty is not None else None)
    object_ = step.object or (duty.object if duty is not None else None)
    if action:
        yield "action", action
    if object_:
        yield "object", object_.removeprefix("artifact/")
    if step.within is not None:
        yield "within", step.within.text("en")
    if step.phase is not None:
        yield "phase", step.phase.in_(parties.locale)
    if step.trigger is not None:
        yield "trigger", step.trigger.in_(parties.locale)
    if kept_text(step, "type") in SUBPROCESSES and not step.call:
        yield "type", kept_text(step, "type")
    if step.join:
        yield "join", "all"
    if step.end and step.next:
        yield "end", True
    yield from _common(step, parties)


def handoff_fields(handoff: Handoff, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """What a message flow cannot say of a handoff."""
    yield "id", handoff.id
    for key in ("within", "needed_within"):
        value = getattr(handoff, key)
        if value is not None:
            yield key, value.text("en")
    for key in ("trigger", "on_reject", "description"):
        value = getattr(handoff, key)
        if value is not None:
            yield key, value.in_(parties.locale)
    if handoff.acceptance:
        yield "acceptance", [text.in_(parties.locale) for text in handoff.acceptance]
    yield from _common(handoff, parties)


def _common(of: Workflow | Step | Handoff, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """Other names, and whom it is escalated to."""
    aliases = of.also_called(parties.locale)
    if aliases:
        yield "aliases", list(aliases)
    if of.escalation:
        _name_rungs(of.escalation, parties)
        yield "escalation", ladder(of.escalation)


def _name_rungs(rungs: tuple[Rung, ...], parties: NamedParties) -> None:
    """Make resources of the roles that are escalated to."""
    for rung in rungs:
        id_ = rung.to.removeprefix("role/")
        if id_ in parties.graph.organisation.roles:
            parties.resource(f"role/{id_}")
