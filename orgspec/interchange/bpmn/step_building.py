"""A node as a step of our language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.interchange.bpmn.elements import (
    EVENTS,
    GATEWAYS,
    SUBPROCESSES,
    Node,
    Trigger,
)
from orgspec.interchange.bpmn.names_given import Names, Part
from orgspec.interchange.bpmn.routes import Way
from orgspec.model.values.duration import parse
from orgspec.model.values.errors import BadValue

SELF_RUNNING = frozenset(
    ("manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask")
)
CARRIED = (
    "action", "object", "phase", "within", "escalation", "trigger", "description", "aliases"
)  # fmt: skip
_ORDER = (
    "#", "name", "kind", "raci", "action", "object", "phase", "within", "inputs", "outputs",
    "trigger", "start", "call", "join", "next", "end", "escalation", "description", "aliases", "x-bpmn",
)  # fmt: skip


def nature_of(node: Node, owned: bool) -> str:
    """Work, event or gateway.

    A call for which nobody is named is nobody's work: its own steps are. A task that no person does (it runs by itself, or outside of what the process drives) and for
    which nobody is named is an event: something that happens between the steps of work.
    """
    if node.tag in EVENTS:
        return "event"
    if node.tag in GATEWAYS:
        return "gateway"
    told = node.fields.get("type") in SUBPROCESSES
    calls = (node.tag == "callActivity" and not told) or (
        node.inner is not None and bool(node.inner.nodes)
    )
    return "event" if (calls or node.tag in SELF_RUNNING) and not owned else "work"


def step_of(
    part: Part,
    names: Names,
    node: Node,
    way: Way,
    raci: Mapping[str, Any],
    *,
    joined: bool,
    starts: bool,
) -> dict[str, Any]:
    """The fields of a step; `start` is set where it `starts`, also if it need not be said."""
    id_ = names.step(part.path, node.id)
    nature = nature_of(node, bool(raci))
    step: dict[str, Any] = {key: node.fields[key] for key in CARRIED if key in node.fields}
    if node.name and node.name != id_:
        step["name"] = node.name
    if nature != "work":
        step["kind"] = nature
    elif raci:
        step["raci"] = dict(raci)
    if node.text and "description" not in step:
        step["description"] = node.text
    if "within" not in step and (limit := duration_of(node.triggers)):
        step["within"] = limit
    for key, ids in (("inputs", node.inputs), ("outputs", node.outputs)):
        found = [names.artifacts[part.path, x] for x in ids if (part.path, x) in names.artifacts]
        if found:
            step[key] = list(dict.fromkeys(found))
    called = _called(part, names, node)
    if called:
        step["call"] = called
    if joined or node.fields.get("join") == "all":
        step["join"] = "all"
    if starts:
        step["start"] = True
    _add_next(step, part, names, way, node)
    kept = kept_of(node, step, way, part, names)
    if kept:
        step["x-bpmn"] = kept
    return {key: step[key] for key in _ORDER if key in step}


def duration_of(triggers: tuple[Trigger, ...]) -> str:
    """The ISO 8601 duration of a timer, "" if it has none or it is an expression."""
    for trigger in triggers:
        if trigger.time == "timeDuration":
            try:
                parse(trigger.text)
            except BadValue:
                return ""
            return trigger.text
    return ""


def _called(part: Part, names: Names, node: Node) -> str:
    """The workflow that a step calls, "" if it calls none or one that is in no file."""
    if node.tag in SUBPROCESSES:
        return names.workflows.get((part.path, node.id), "")
    if node.tag != "callActivity":
        return ""
    own = names.workflows.get((part.path, node.called))
    return own or names.called.get(node.called, "")


def _add_next(step: dict[str, Any], part: Part, names: Names, way: Way, node: Node) -> None:
    """What follows, as short as the language allows."""
    transitions: list[Any] = []
    for each in way.next:
        edge = dict(each)
        targets = edge.pop("all", None) or [edge.pop("to")]
        known = [names.step(part.path, x) for x in targets if (part.path, x) in names.steps]
        if not known:
            continue
        edge = {"all": known, **edge} if "all" in each else {"to": known[0], **edge}
        transitions.append(edge["to"] if list(edge) == ["to"] else edge)
    if len(transitions) == 1 and isinstance(transitions[0], str):
        step["next"] = transitions[0]
    elif transitions:
        step["next"] = transitions
    if way.end or node.fields.get("end") is True:
        step["end"] = True


def kept_of(
    node: Node, step: Mapping[str, Any], way: Way, part: Part, names: Names
) -> dict[str, Any]:
    """What only BPMN can say of a step."""
    kept: dict[str, Any] = {}
    if node.tag != usual_tag(step) and not (node.tag in SUBPROCESSES and "call" in step):
        kept["type"] = node.tag
    if node.fields.get("type") in SUBPROCESSES:
        kept["type"] = node.fields["type"]
    if node.triggers and not (node.tag in ("intermediateCatchEvent",) and _is_wait(node, step)):
        trigger = node.triggers[0]
        values = {
            "event": trigger.kind,
            "name": trigger.name,
            trigger.time or "condition": trigger.text,
        }
        kept |= {key: value for key, value in values.items() if value}
        if kept.get("timeDuration") == step.get("within"):
            kept.pop("timeDuration", None)
    if node.loop:
        kept["loop"] = node.loop
    if node.compensates:
        kept["compensates"] = True
    if not node.interrupts:
        kept["interrupts"] = False
    if node.tag == "callActivity" and "call" not in step and node.called:
        kept["calls"] = node.called
    if way.conditions:
        kept["conditions"] = {
            names.step(part.path, target): text
            for target, text in way.conditions.items()
            if (part.path, target) in names.steps
        }
    return kept


def _is_wait(node: Node, step: Mapping[str, Any]) -> bool:
    """Whether an event is nothing but a wait as long as its limit."""
    return node.triggers[0].time == "timeDuration" and step.get("within") is not None


def usual_tag(step: Mapping[str, Any]) -> str:
    """What a step is exported as if it says nothing else."""
    if step.get("call"):
        return "callActivity"
    kind = step.get("kind", "work")
    if kind == "gateway":
        forks = isinstance(step.get("next"), list) and all(
            isinstance(each, dict) and "all" in each for each in step["next"]
        )
        return "parallelGateway" if step.get("join") or forks else "exclusiveGateway"
    if kind == "work":
        return "userTask"
    if step.get("within"):
        return "intermediateCatchEvent"
    if step.get("end"):
        return "endEvent"
    return "startEvent" if step.get("start") else "intermediateThrowEvent"
