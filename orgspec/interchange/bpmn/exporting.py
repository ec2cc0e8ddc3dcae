"""Workflows as a BPMN file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from orgspec.diagnostics import quoted, say
from orgspec.graph.artifacts import outputs_of_steps
from orgspec.graph.graph import Graph
from orgspec.interchange.bpmn.elements import Model, Process
from orgspec.interchange.bpmn.layout import picture_of
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.pools import collaborations_of
from orgspec.interchange.bpmn.process_drawing import Desk, process_of
from orgspec.interchange.bpmn.selection import wanted_workflows
from orgspec.interchange.bpmn.writing import write_model
from orgspec.interchange.bpmn.xml_ids import XmlIds
from orgspec.interchange.exchange import Exported, Loss
from orgspec.model.workflow import Workflow

UNSAID = ("authority", "split_by", "systems", "document", "allow", "previously")


def write_bpmn(graph: Graph, address: str | None, locale: str) -> Exported:
    """A BPMN 2.0 file of all workflows, or of one with those that it calls or hands over to.

    Names are those of `locale`; BPMN has one language. The same organisation gives the same bytes.
    """
    wanted = wanted_workflows(graph, address)
    ids = XmlIds()
    for workflow in wanted:
        ids.take(f"process.{workflow.id}")
    parties = NamedParties(graph, locale, ids)
    desk = Desk(graph, parties, ids, outputs_of_steps(graph))
    processes = [process_of(desk, workflow) for workflow in wanted]
    losses = [loss for workflow in wanted for loss in _unsaid(graph, workflow)]
    collaborations = collaborations_of(graph, wanted, parties, ids, desk.elements, losses)
    profile = graph.organisation.profile
    model = Model(
        name=profile.in_(locale) if profile.name else "",
        resources=tuple(parties.resources.values()),
        collaborations=collaborations,
        processes=tuple(processes),
        fields=_fields(processes, locale),
    )
    by_id = {process.id: process for process in processes}
    pictures = {each.id: picture_of(each, by_id) for each in collaborations}
    return Exported(write_model(model, pictures), tuple(losses))


def _fields(processes: Iterable[Process], locale: str) -> dict[str, Any]:
    """What is to be known of the organisation: its language, and RASCI where somebody helps."""
    nodes = (node for process in processes for node in process.scope.nodes)
    helps = any(performer.letter == "S" for node in nodes for performer in node.performers)
    return {"locale": locale, **({"scheme": "RASCI"} if helps else {})}


def _unsaid(graph: Graph, workflow: Workflow) -> Iterator[Loss]:
    """What of a workflow BPMN cannot say and we do not carry beside it."""
    duties = {d for step in workflow.steps for d in graph.links.targets(step.address, "duty")}
    if duties:
        message = say(
            "duties left out, their letters and artifacts written at the steps: {n}",
            "略去的职责：{n} 项；其字母与产物已写在步骤上",
            n=len(duties),
        )
        yield Loss(message, workflow.address)
    for step in workflow.steps:
        lost = [name for name in UNSAID if getattr(step, name)]
        if lost:
            message = say("left out: {names}", "略去：{names}", names=quoted(lost))
            yield Loss(message, step.address)
