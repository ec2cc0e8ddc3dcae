"""A BPMN file out of plain data and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.interchange.bpmn.elements import (
    BPMN,
    BPMNDI,
    DC,
    DI,
    OURS,
    XSI,
    Collaboration,
    Flow,
    Model,
    Process,
)
from orgspec.interchange.bpmn.layout import Picture
from orgspec.interchange.bpmn.node_writing import REFERENCES, extend, in_json, write_node
from orgspec.interchange.xml_writing import Tag, xml_bytes


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
            "orgspec:fields": in_json(model.fields),
        },
    )
    roots = _root_ids(model)
    for (kind, name), id_ in roots.items():
        root.add(f"bpmn:{kind}", id=id_, name=name)
    for resource in model.resources:
        tag = root.add("bpmn:resource", id=resource.id, name=resource.name)
        extend(tag, resource.fields)
    for collaboration in model.collaborations:
        _collaboration(root, collaboration, roots)
    for process in model.processes:
        _process(root, process, roots)
    for number, collaboration in enumerate(model.collaborations, 1):
        _diagram(root, collaboration, pictures[collaboration.id], number)
    return xml_bytes(root)


def _root_ids(model: Model) -> dict[tuple[str, str], str]:
    """Messages, errors, signals and escalations that are named, and the ids that they get."""
    wanted = [
        (trigger.kind, trigger.name)
        for process in model.processes
        for node in process.scope.nodes
        for trigger in node.triggers
        if trigger.kind in REFERENCES and trigger.name
    ]
    wanted += [
        ("message", m.message) for c in model.collaborations for m in c.messages if m.message
    ]
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
        extend(made, pool.fields)
    for flow in collaboration.messages:
        made = tag.add(
            "bpmn:messageFlow",
            id=flow.id,
            name=flow.name,
            sourceRef=flow.source,
            targetRef=flow.target,
            messageRef=roots.get(("message", flow.message)),
        )
        extend(made, flow.fields)


def _process(root: Tag, process: Process, roots: Mapping[tuple[str, str], str]) -> None:
    """A process."""
    tag = root.add("bpmn:process", id=process.id, name=process.name, isExecutable="false")
    if process.text:
        tag.add("bpmn:documentation", process.text)
    extend(tag, process.fields)
    scope = process.scope
    if scope.lanes:
        lanes = tag.add("bpmn:laneSet", id=f"{process.id}.lanes")
        for lane in scope.lanes:
            made = lanes.add("bpmn:lane", id=lane.id, name=lane.name)
            extend(made, lane.fields)
            for id_ in lane.nodes:
                made.add("bpmn:flowNodeRef", id_)
    coming, leaving = _by_end(scope.flows)
    for node in scope.nodes:
        write_node(tag, node, coming.get(node.id, ()), leaving.get(node.id, ()), roots)
    for flow in scope.flows:
        _flow(tag, flow)
    for data in scope.data:
        made = tag.add("bpmn:dataObject", id=data.object)
        made = tag.add(
            "bpmn:dataObjectReference", id=data.id, name=data.name, dataObjectRef=data.object
        )
        extend(made, data.fields)
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
    extend(made, flow.fields)
    if flow.condition:
        condition = made.add("bpmn:conditionExpression", flow.condition)
        condition.attributes = {"xsi:type": "bpmn:tFormalExpression"}


def _diagram(root: Tag, collaboration: Collaboration, picture: Picture, number: int) -> None:
    """The places of shapes and edges."""
    diagram = root.add("bpmndi:BPMNDiagram", id=f"diagram_{number}")
    plane = diagram.add("bpmndi:BPMNPlane", id=f"plane_{number}", bpmnElement=collaboration.id)
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
