"""Nodes as elements, and what BPMN has no word for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from orgspec.interchange.bpmn.elements import Fields, Node, Trigger
from orgspec.interchange.xml_writing import Tag

REFERENCES = {
    "message": "messageRef",
    "error": "errorRef",
    "signal": "signalRef",
    "escalation": "escalationRef",
}


def in_json(fields: Fields) -> str:
    """Fields in one line, keys sorted; "" for none."""
    if not fields:
        return ""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


def extend(tag: Tag, fields: Fields) -> None:
    """Add what BPMN has no word for."""
    if fields:
        tag.add("bpmn:extensionElements").add("orgspec:fields", in_json(fields))


def write_node(
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
    extend(made, node.fields)
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


def _trigger(made: Tag, node: Node, trigger: Trigger, roots: Mapping[tuple[str, str], str]) -> None:
    """What an event waits for or causes."""
    attributes: dict[str, object] = {"id": f"{node.id}.event"}
    if trigger.kind in REFERENCES:
        attributes[REFERENCES[trigger.kind]] = roots.get((trigger.kind, trigger.name))
    if trigger.kind == "link":
        attributes["name"] = trigger.name
    tag = made.add(f"bpmn:{trigger.kind}EventDefinition")
    tag.attributes = attributes
    if trigger.text:
        inner = tag.add(f"bpmn:{trigger.time or 'condition'}", trigger.text)
        inner.attributes = {"xsi:type": "bpmn:tFormalExpression"}
