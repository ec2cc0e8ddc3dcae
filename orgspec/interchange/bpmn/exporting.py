"""Workflows as a BPMN file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgspec.diagnostics import quoted, say
from orgspec.graph.artifacts import inputs_of, outputs_of_steps
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.interchange.bpmn.drawing import Drawing, node_of, ways_of
from orgspec.interchange.bpmn.elements import (
    ACTIVITIES,
    Data,
    Model,
    Node,
    Process,
    Scope,
)
from orgspec.interchange.bpmn.lanes import lanes_of
from orgspec.interchange.bpmn.layout import picture_of
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.pools import collaborations_of
from orgspec.interchange.bpmn.selection import wanted_workflows
from orgspec.interchange.bpmn.step_elements import kept_text, ladder
from orgspec.interchange.bpmn.writing import write_model
from orgspec.interchange.bpmn.xml_ids import XmlIds, xml_id
from orgspec.interchange.exchange import Exported, Loss
from orgspec.model.workflow import Step, Workflow

UNSAID = ("authority", "split_by", "systems", "document", "allow", "previously")


def write_bpmn(graph: Graph, address: str | None, locale: str) -> Exported:
    """A BPMN 2.0 file of all workflows, or of one with those that it calls or hands over to.

    Names are those of `locale`; BPMN has one language. The same organisation gives the same bytes.
    """
    wanted = wanted_workflows(graph, address)
    losses: list[Loss] = []
    ids = XmlIds()
    for workflow in wanted:
        ids.take(f"process.{workflow.id}")
    parties = NamedParties(graph, locale, ids)
    outputs = outputs_of_steps(graph)
    elements: dict[str, str] = {}
    processes: dict[str, Process] = {}
    for workflow in wanted:
        process = _process(graph, workflow, parties, ids, outputs, elements)
        processes[process.id] = process
        losses += _unsaid(graph, workflow)
    collaborations = collaborations_of(graph, wanted, parties, ids, elements, losses)
    organisation = graph.organisation
    fields: dict[str, Any] = {"locale": locale}
    if any(p.letter == "S" for x in processes.values() for n in x.scope.nodes for p in n.performers):
        fields["scheme"] = "RASCI"
    model = Model(
        name=organisation.profile.in_(locale) if organisation.profile.name else "",
        resources=tuple(parties.resources.values()),
        collaborations=collaborations,
        processes=tuple(processes.values()),
        fields=fields,
    )
    pictures = {each.id: picture_of(each, processes) for each in collaborations}
    return Exported(write_model(model, pictures), tuple(losses))


def _process(
    graph: Graph,
    workflow: Workflow,
    parties: NamedParties,
    ids: XmlIds,
    outputs: Any,
    elements: dict[str, str],
) -> Process:
    """One workflow as a process."""
    drawing = Drawing(workflow.id, parties, ids)
    flow = graph.flows[workflow.id]
    ways = ways_of(flow)
    data: list[Data] = []
    made: dict[str, Node] = {}
    timed = {host for event, host in ways.hosts.items()
             if kept_text(graph.organisation.steps[event], "event") == "timer"}  # fmt: skip
    for step in flow.steps:
        made[step.id] = _node(graph, drawing, step, ways, outputs, data)
    # A host stands before what is attached to it, whatever the order of the steps.
    for step in flow.steps:
        host = ways.hosts.get(step.id)
        if host is not None:
            from dataclasses import replace

            made[step.id] = replace(made[step.id], host=made[host].id)
    self_begun = {id_ for id_ in ways.starts if made[id_].tag == "startEvent"}
    for step in flow.steps:
        node = made[step.id]
        coming = ways.coming.get(step.id, 0) + (step.id in ways.starts - self_begun)
        leaving = sum(len(t) if way.all else 1 for way, t in ways.next.get(step.id, ()))
        drawing.nodes.append(node)
        drawing.enter(step, node, coming, leaving)
        if node.tag in ACTIVITIES and step.id not in timed:
            drawing.limit(step, node)
    for step in flow.steps:
        if step.id in ways.starts - self_begun:
            trigger = step.trigger or (workflow.trigger if len(ways.starts) == 1 else None)
            name = trigger.in_(parties.locale) if trigger is not None else ""
            drawing.begin(step, name, len(ways.starts) > 1)
    for step in flow.steps:
        drawing.leave(step, made[step.id], ways.next.get(step.id, ()))
    elements |= drawing.elements
    ties = tuple(
        (made[event].id, made[target].id)
        for event in ways.hosts
        for target in flow.successors.get(event, ())
        if kept_text(graph.organisation.steps[event], "event") == "compensate"
        and made[target].compensates
    )
    owners = {made[s.id].id: parties.lane(s) for s in flow.steps
              if made[s.id].tag in ACTIVITIES and s.nature == "work"}  # fmt: skip
    lanes = lanes_of(drawing, owners)
    return Process(
        id=xml_id(f"process.{workflow.id}"),
        name=workflow.label.in_(parties.locale),
        text=workflow.description.in_(parties.locale) if workflow.description else "",
        scope=Scope(
            nodes=tuple(drawing.nodes),
            flows=tuple(drawing.flows),
            lanes=lanes,
            data=tuple(data),
            ties=ties,
        ),
        fields=dict(_workflow_fields(workflow, parties)),
    )


def _workflow_fields(workflow: Workflow, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """What a process cannot say of a workflow."""
    yield "id", workflow.id
    if workflow.standing != "standard":
        yield "kind", workflow.standing
    if workflow.owner:
        parties.resource(f"role/{workflow.owner.removeprefix('role/')}")
        yield "owner", workflow.owner.removeprefix("role/")
    if workflow.trigger is not None:
        yield "trigger", workflow.trigger.in_(parties.locale)
    if workflow.within is not None:
        yield "within", workflow.within.text("en")
    if workflow.object:
        yield "object", workflow.object.removeprefix("artifact/")
    if workflow.aliases:
        yield "aliases", list(workflow.aliases)
    if workflow.escalation:
        _name_ladder(workflow, parties)
        yield "escalation", ladder(workflow.escalation)


def _name_ladder(of: Workflow | Step, parties: NamedParties) -> None:
    """Make resources of the roles that are escalated to."""
    for rung in of.escalation:
        id_ = rung.to.removeprefix("role/")
        if id_ in parties.graph.organisation.roles:
            parties.resource(f"role/{id_}")


def _node(
    graph: Graph, drawing: Drawing, step: Step, ways: Any, outputs: Any, data: list[Data]
) -> Node:
    """A step with its letters and data."""
    from dataclasses import replace

    parties = drawing.parties
    fields = dict(_step_fields(graph, step, parties))
    node = node_of(drawing, step, ways, host=ways.hosts.get(step.id, ""), fields=fields)
    if node.tag not in ACTIVITIES:
        return node
    called = graph.links.targets(step.address, "call")
    made: dict[str, list[str]] = {}
    for side, artifacts in (("in", inputs_of(graph, step)), ("out", outputs.get(step.id, ()))):
        for artifact in dict.fromkeys(artifacts):
            name = parties.name_of(f"artifact/{artifact}")
            id_ = drawing.id(step.local, side, artifact)
            data.append(Data(id=id_, object=drawing.id(step.local, side, artifact, "object"),
                             name=name, fields={"id": artifact}))  # fmt: skip
            made.setdefault(side, []).append(id_)
    return replace(
        node,
        performers=parties.performers(step),
        inputs=tuple(made.get("in", ())),
        outputs=tuple(made.get("out", ())),
        called=xml_id(f"process.{bare(called[0])}") if called else kept_text(step, "calls"),
    )


def _step_fields(graph: Graph, step: Step, parties: NamedParties) -> Iterator[tuple[str, Any]]:
    """What a node cannot say of a step."""
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
    if step.trigger is not None:
        yield "trigger", step.trigger.in_(parties.locale)
    if step.aliases:
        yield "aliases", list(step.aliases)
    if step.join:
        yield "join", "all"
    if step.end and step.next:
        yield "end", True
    if step.escalation:
        _name_ladder(step, parties)
        yield "escalation", ladder(step.escalation)


def _unsaid(graph: Graph, workflow: Workflow) -> Iterator[Loss]:
    """What of a workflow BPMN cannot say and we do not carry beside it."""
    duties = {d for step in workflow.steps for d in graph.links.targets(step.address, "duty")}
    if duties:
        yield Loss(
            say(
                "{n} duties are not written; their letters and artifacts are",
                "未写出 {n} 项职责；其字母与产物已写出",
                n=len(duties),
            ),
            workflow.address,
        )
    for step in workflow.steps:
        lost = [name for name in UNSAID if getattr(step, name)]
        if lost:
            message = say("{names} are not written", "未写出 {names}", names=quoted(lost))
            yield Loss(message, step.address)
