"""A BPMN file out of plain data and places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from orgspec.interchange.bpmn.elements import (
    BPMN,
    BPMNDI,
    DC,
    DI,
    OURS,
    XSI,
    Collaboration,
    Fields,
    Flow,
    Model,
    Node,
    Process,
    Trigger,
)
from orgspec.interchange.bpmn.layout import Picture
from orgspec.interchange.xml_writing import Tag, xml_bytes

_ROOTS = {"message": "messageRef", "error": "errorRef", "signal": "signalRef",
          "escalation": "escalationRef"}  # fmt: skip


def write_model(model: Model, pictures: Mapping[str, Picture]) -> bytes:
    """The bytes of a file; `pictures` by the id of the collaboration."""
    root = Tag(
        "bpmn:definitions",
        {
            "xmlns:bpmn": BPMN,
            "xmlns:bpmndi": BPMNDI,
            "xmlns:dc": DC,
            "xmlns:di": DI,
            "xmlns:xsi": XSI,
            "xmlns:orgspec": OURS,
            "id": "definitions",
            "name": model.name,
            "targetNamespace": OURS,
            "exporter": "orgspec",
            "orgspec:fields": _json(model.fields),
        },
    )
    roots = _root_ids(model)
    for (kind, name), id_ in roots.items():
        root.add(f"bpmn:{kind}", id=id_, name=name)
    for resource in model.resources:
        tag = root.add("bpmn:resource", id=resource.id, name=resource.name)
        _extend(tag, resource.fields)
    for collaboration in model.collaborations:
        _collaboration(root, collaboration, roots)
    for process in model.processes:
        _process(root, process, roots)
    for number, collaboration in enumerate(model.collaborations, 1):
        _diagram(root, collaboration, pictures[collaboration.id], number)
    return xml_bytes(root)


def _json(fields: Fields) -> str:
    """Fields in one line, keys sorted; "" for none."""
    if not fields:
        return ""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


def _extend(tag: Tag, fields: Fields) -> None:
    """Add what BPMN has no word for."""
    if fields:
        tag.add("bpmn:extensionElements").add("orgspec:fields", _json(fields))


def _root_ids(model: Model) -> dict[tuple[str, str], str]:
    """Messages, errors, signals and escalations that are named, and the ids that they get."""
    wanted = [
        (trigger.kind, trigger.name)
        for process in model.processes
        for node in process.scope.nodes
        for trigger in node.triggers
        if trigger.kind in _ROOTS and trigger.name
    ]
    wanted += [("message", m.message) for c in model.collaborations for m in c.messages if m.message]
    return {key: f"{key[0]}_{n}" for n, key in enumerate(dict.fromkeys(wanted), 1)}


def _collaboration(
    root: Tag, collaboration: Collaboration, roots: Mapping[tuple[str, str], str]
) -> None:
    """Pools and message flows."""
    tag = root.add("bpmn:collaboration", id=collaboration.id)
    for pool in collaboration.participants:
        made = tag.add(
            "bpmn:participant", id=pool.id, name=pool.name, processRef=pool.process or None
        )
        _extend(made, pool.fields)
    for flow in collaboration.messages:
        made = tag.add(
            "bpmn:messageFlow",
            id=flow.id,
            name=flow.name,
            sourceRef=flow.source,
            targetRef=flow.target,
            messageRef=roots.get(("message", flow.message)),
        )
        _extend(made, flow.fields)


def _process(root: Tag, process: Process, roots: Mapping[tuple[str, str], str]) -> None:
    """A process."""
    tag = root.add("bpmn:process", id=process.id, name=process.name, isExecutable="false")
    if process.text:
        tag.add("bpmn:documentation", process.text)
    _extend(tag, process.fields)
    scope = process.scope
    if scope.lanes:
        lanes = tag.add("bpmn:laneSet", id=f"{process.id}.lanes")
        for lane in scope.lanes:
            made = lanes.add("bpmn:lane", id=lane.id, name=lane.name)
            _extend(made, lane.fields)
            for node in lane.nodes:
                made.add("bpmn:flowNodeRef", node)
    coming, leaving = _by_end(scope.flows)
    for node in scope.nodes:
        _node(tag, node, coming.get(node.id, ()), leaving.get(node.id, ()), roots)
    for flow in scope.flows:
        _flow(tag, flow)
    for data in scope.data:
        made = tag.add("bpmn:dataObject", id=data.object)
        made = tag.add(
            "bpmn:dataObjectReference", id=data.id, name=data.name, dataObjectRef=data.object
        )
        _extend(made, data.fields)
    for number, (source, target) in enumerate(scope.ties, 1):
        tag.add(
            "bpmn:association",
            id=f"{process.id}.tie.{number}",
            associationDirection="One",
            sourceRef=source,
            targetRef=target,
        )


def _by_end(
    flows: Iterable[Flow],
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The ids of flows by target and by source."""
    coming: dict[str, list[str]] = {}
    leaving: dict[str, list[str]] = {}
    for flow in flows:
        coming.setdefault(flow.target, []).append(flow.id)
        leaving.setdefault(flow.source, []).append(flow.id)
    return coming, leaving


def _flow(tag: Tag, flow: Flow) -> None:
    """A sequence flow."""
    made = tag.add(
        "bpmn:sequenceFlow",
        id=flow.id,
        name=flow.name,
        sourceRef=flow.source,
        targetRef=flow.target,
    )
    _extend(made, flow.fields)
    if flow.condition:
        condition = made.add("bpmn:conditionExpression", flow.condition)
        condition.attributes = {"xsi:type": "bpmn:tFormalExpression"}


def _node(
    tag: Tag,
    node: Node,
    coming: Iterable[str],
    leaving: Iterable[str],
    roots: Mapping[tuple[str, str], str],
) -> None:
    """An activity, event or gateway, its parts in the order of the schema."""
    made = tag.add(
        f"bpmn:{node.tag}",
        id=node.id,
        name=node.name,
        default=node.default,
        isForCompensation="true" if node.compensates else None,
        calledElement=node.called or None,
        attachedToRef=node.host or None,
        cancelActivity="false" if node.host and not node.interrupts else None,
    )
    if node.text:
        made.add("bpmn:documentation", node.text)
    _extend(made, node.fields)
    for id_ in coming:
        made.add("bpmn:incoming", id_)
    for id_ in leaving:
        made.add("bpmn:outgoing", id_)
    _data_of(made, node)
    for number, performer in enumerate(node.performers, 1):
        tag_ = "bpmn:potentialOwner" if performer.letter == "R" else "bpmn:resourceRole"
        name = None if performer.letter == "R" else performer.letter
        role = made.add(tag_, id=f"{node.id}.role.{number}", name=name)
        role.add("bpmn:resourceRef", performer.resource)
    if node.loop == "loop":
        made.add("bpmn:standardLoopCharacteristics")
    elif node.loop:
        many = made.add("bpmn:multiInstanceLoopCharacteristics")
        many.attributes = {"isSequential": "true"} if node.loop == "sequential" else {}
    for trigger in node.triggers:
        _trigger(made, node, trigger, roots)


def _data_of(made: Tag, node: Node) -> None:
    """Associations with data: what goes in needs a property to go to."""
    if node.inputs:
        made.add("bpmn:property", id=f"{node.id}.in", name="__targetRef_placeholder")
    for number, data in enumerate(node.inputs, 1):
        tie = made.add("bpmn:dataInputAssociation", id=f"{node.id}.in.{number}")
        tie.add("bpmn:sourceRef", data)
        tie.add("bpmn:targetRef", f"{node.id}.in")
    for number, data in enumerate(node.outputs, 1):
        tie = made.add("bpmn:dataOutputAssociation", id=f"{node.id}.out.{number}")
        tie.add("bpmn:targetRef", data)


def _trigger(
    made: Tag, node: Node, trigger: Trigger, roots: Mapping[tuple[str, str], str]
) -> None:
    """What an event waits for or causes."""
    attributes: dict[str, object] = {"id": f"{node.id}.event"}
    if trigger.kind in _ROOTS:
        attributes[_ROOTS[trigger.kind]] = roots.get((trigger.kind, trigger.name))
    if trigger.kind == "link":
        attributes["name"] = trigger.name
    tag = made.add(f"bpmn:{trigger.kind}EventDefinition")
    tag.attributes = attributes
    if trigger.text:
        inner = tag.add(f"bpmn:{trigger.time or 'condition'}", trigger.text)
        inner.attributes = {"xsi:type": "bpmn:tFormalExpression"}


def _diagram(root: Tag, collaboration: Collaboration, picture: Picture, number: int) -> None:
    """The places of shapes and edges."""
    diagram = root.add("bpmndi:BPMNDiagram", id=f"diagram_{number}")
    plane = diagram.add(
        "bpmndi:BPMNPlane", id=f"plane_{number}", bpmnElement=collaboration.id
    )
    for shape in picture.shapes:
        tag = plane.add(
            "bpmndi:BPMNShape",
            id=f"{shape.id}.di",
            bpmnElement=shape.id,
            isHorizontal="true" if shape.band else None,
        )
        tag.add("dc:Bounds", x=shape.x, y=shape.y, width=shape.width, height=shape.height)
    for edge in picture.edges:
        tag = plane.add("bpmndi:BPMNEdge", id=f"{edge.id}.di", bpmnElement=edge.id)
        for x, y in edge.points:
            tag.add("di:waypoint", x=x, y=y)
