"""One workflow as a process with all that is drawn in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from orgspec.graph.artifacts import inputs_of
from orgspec.graph.flow import Flow as StepGraph
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.interchange.bpmn.carried_fields import step_fields, workflow_fields
from orgspec.interchange.bpmn.drawing import Drawing, node_of
from orgspec.interchange.bpmn.elements import ACTIVITIES, Data, Node, Process, Scope
from orgspec.interchange.bpmn.lanes import lanes_of
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.step_elements import kept_text
from orgspec.interchange.bpmn.ways import Ways, ways_of
from orgspec.interchange.bpmn.xml_ids import XmlIds, xml_id
from orgspec.model.workflow import Step, Workflow


@dataclass(slots=True)
class Desk:
    """What is shared while all processes of a file are drawn.

    Attributes:
        outputs: step → the artifacts that it gives.
        elements: step → the id of its node.
    """

    graph: Graph
    parties: NamedParties
    ids: XmlIds
    outputs: Mapping[str, tuple[str, ...]]
    elements: dict[str, str] = field(default_factory=dict)


def process_of(desk: Desk, workflow: Workflow) -> Process:
    """A workflow as a process."""
    drawing = Drawing(workflow.id, desk.parties, desk.ids)
    flow = desk.graph.flows[workflow.id]
    ways = ways_of(flow)
    data: list[Data] = []
    made = {step.id: _node(desk, drawing, step, ways, data) for step in flow.steps}
    # A host may stand behind what is attached to it.
    made |= {x: replace(made[x], host=made[host].id) for x, host in ways.hosts.items()}
    _draw(drawing, workflow, flow, ways, made)
    desk.elements.update(drawing.elements)
    owners = {
        made[step.id].id: desk.parties.lane(step)
        for step in flow.steps
        if made[step.id].tag in ACTIVITIES and step.nature == "work"
    }
    lanes = lanes_of(drawing, owners)
    described = workflow.description
    return Process(
        id=xml_id(f"process.{workflow.id}"),
        name=workflow.label.in_(desk.parties.locale),
        text=described.in_(desk.parties.locale) if described is not None else "",
        scope=Scope(
            nodes=tuple(
                replace(node, default=drawing.defaults.get(node.id, "")) for node in drawing.nodes
            ),
            flows=tuple(drawing.flows),
            lanes=lanes,
            data=tuple(data),
            ties=_ties(flow, ways, made),
        ),
        fields=dict(workflow_fields(workflow, desk.parties)),
    )


def _draw(
    drawing: Drawing,
    workflow: Workflow,
    flow: StepGraph,
    ways: Ways,
    made: Mapping[str, Node],
) -> None:
    """Draw the steps with what gathers and limits them, the starts, and the ways between."""
    begun = [s for s in flow.steps if s.id in ways.starts and made[s.id].tag != "startEvent"]
    drawn_starts = {step.id for step in begun}
    timed = {
        host
        for event, host in ways.hosts.items()
        if any(trigger.kind == "timer" for trigger in made[event].triggers)
    }
    for step in flow.steps:
        node = made[step.id]
        coming = ways.coming.get(step.id, 0) + (step.id in drawn_starts)
        leaving = sum(len(t) if way.all else 1 for way, t in ways.next.get(step.id, ()))
        drawing.nodes.append(node)
        drawing.enter(step, node, coming, leaving)
        if node.tag in ACTIVITIES and step.id not in timed:
            drawing.limit(step, node)
    for step in begun:
        trigger = step.trigger or (workflow.trigger if len(ways.starts) == 1 else None)
        name = trigger.in_(drawing.parties.locale) if trigger is not None else ""
        drawing.begin(step, name, len(ways.starts) > 1)
    for step in flow.steps:
        drawing.leave(step, made[step.id], ways.next.get(step.id, ()))


def _ties(flow: StepGraph, ways: Ways, made: Mapping[str, Node]) -> tuple[tuple[str, str], ...]:
    """From each boundary event of compensation to what compensates."""
    steps = {step.id: step for step in flow.steps}
    return tuple(
        (made[event].id, made[target].id)
        for event in ways.hosts
        for target in flow.successors.get(event, ())
        if kept_text(steps[event], "event") == "compensate" and made[target].compensates
    )


def _node(desk: Desk, drawing: Drawing, step: Step, ways: Ways, data: list[Data]) -> Node:
    """A step with its letters; its artifacts are added to `data`, a reference for each use."""
    fields = dict(step_fields(desk.graph, step, desk.parties))
    node = node_of(drawing, step, ways, host=ways.hosts.get(step.id, ""), fields=fields)
    if node.tag not in ACTIVITIES:
        return node
    used: dict[str, list[str]] = {"in": [], "out": []}
    sides = (("in", inputs_of(desk.graph, step)), ("out", desk.outputs.get(step.id, ())))
    for side, artifacts in sides:
        for artifact in dict.fromkeys(artifacts):
            id_ = drawing.id(step.local, side, artifact)
            object_ = drawing.id(step.local, side, artifact, "object")
            name = desk.parties.name_of(f"artifact/{artifact}")
            data.append(Data(id=id_, object=object_, name=name, fields={"id": artifact}))
            used[side].append(id_)
    called = desk.graph.links.targets(step.address, "call")
    return replace(
        node,
        performers=desk.parties.performers(step),
        inputs=tuple(used["in"]),
        outputs=tuple(used["out"]),
        called=xml_id(f"process.{bare(called[0])}") if called else kept_text(step, "calls"),
    )
