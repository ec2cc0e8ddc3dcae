"""A process or sub-process as a workflow of our language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from orgspec.diagnostics import Message
from orgspec.interchange.bpmn.elements import ACTIVITIES, Node, Process
from orgspec.interchange.bpmn.names_given import Names, Part, is_aside
from orgspec.interchange.bpmn.net import LINKS, Net, drawn, label, link_name, net_of, trigger_label
from orgspec.interchange.bpmn.owners import Owners
from orgspec.interchange.bpmn.remarks import remarks_on
from orgspec.interchange.bpmn.routes import Way, way_of
from orgspec.interchange.bpmn.step_building import duration_of, step_of
from orgspec.interchange.exchange import Loss

CARRIED = ("owner", "trigger", "within", "object", "escalation", "description", "aliases")
_ORDER = (
    "#", "name", "kind", "owner", "trigger", "within", "object", "escalation", "description",
    "aliases", "x-bpmn", "steps",
)  # fmt: skip
BEGIN = "begin"


def workflow_of(
    part: Part, process: Process | None, names: Names, owners: Owners, losses: list[Loss]
) -> dict[str, Any]:
    """The fields of a workflow; what could not be said is added to `losses`."""
    net = net_of(part.scope)
    kept = [n for n in part.scope.nodes if not drawn(n) and not is_aside(n, part.scope)]
    starts = _starts(net, kept)
    ways = {node.id: way_of(net, node) for node in kept}
    _end_silently(part, net, kept, ways)
    steps: dict[str, Any] = {}
    fork = len(starts) > 1 and not _has(kept, "startEvent") and not _has_drawn(part, "start")
    if fork and not _has(kept, "endEvent"):
        steps[BEGIN] = _begin(part, names, starts)
        starts = []
    for node in kept:
        steps[names.step(part.path, node.id)] = _step(
            part, names, owners, net, node, ways[node.id], node in starts, losses
        )
    _name_starts(steps, [names.step(part.path, node.id) for node in starts], part, names)
    workflow: dict[str, Any] = {}
    fields = process.fields if process is not None else {}
    workflow |= {key: fields[key] for key in CARRIED if key in fields}
    if fields.get("kind") == "emergency":
        workflow["kind"] = "emergency"
    if part.title and part.title != part.workflow:
        workflow["name"] = part.title
    if process is not None and process.text and "description" not in workflow:
        workflow["description"] = process.text
    trigger = _trigger(starts)
    if trigger and not fields and "trigger" not in workflow:
        workflow["trigger"] = trigger
    pool = owners.process_pools.get((part.path, part.id))
    if pool:
        workflow["x-bpmn"] = {"pool": pool}
    workflow["steps"] = steps
    return {key: workflow[key] for key in _ORDER if key in workflow}


def _step(
    part: Part,
    names: Names,
    owners: Owners,
    net: Net,
    node: Node,
    way: Way,
    starts: bool,
    losses: list[Loss],
) -> dict[str, Any]:
    """One step, with remarks on what it cannot say."""
    raci = owners.letters(part.path, node) if node.tag in ACTIVITIES else {}
    step = step_of(part, names, node, way, raci, joined=net.is_joined(node), starts=starts)
    for event in net.attached.get(node.id, ()):
        limit = duration_of(event.triggers)
        if limit and "within" not in step:
            step = {"within": limit, **step} if "next" not in step else _before_next(step, limit)
    remarks: list[Message] = remarks_on(part, net, node, way, step)
    losses += [Loss(remark, part.path, node.line) for remark in remarks]
    lines = [*part.scope.notes_on.get(node.id, ()), *(remark.in_("en") for remark in remarks)]
    return {"#": lines, **step} if lines else step


def _before_next(step: dict[str, Any], limit: str) -> dict[str, Any]:
    """The step with its limit before what follows."""
    made: dict[str, Any] = {}
    for key, value in step.items():
        if key == "next":
            made["within"] = limit
        made[key] = value
    return made


def _starts(net: Net, kept: Sequence[Node]) -> list[Node]:
    """The nodes with which a run begins."""
    events = [node for node in kept if node.tag == "startEvent"]
    begun = [net.settled(f.target) for n in net.nodes.values() if drawn(n) == "start"
             for f in net.leaving.get(n.id, ())]  # fmt: skip
    if events or begun:
        return [node for node in kept if node in events or node.id in begun]
    led = {*net.links.values(), *net.handlers.values()}
    return [
        node
        for node in kept
        if not net.coming.get(node.id) and node.tag != "boundaryEvent" and node.id not in led
        and not (node.tag == LINKS[1] and link_name(node)) and not node.compensates
    ]  # fmt: skip


def _has(nodes: Sequence[Node], tag: str) -> bool:
    """Whether one of the nodes has a tag."""
    return any(node.tag == tag for node in nodes)


def _has_drawn(part: Part, purpose: str) -> bool:
    """Whether an export of ours drew something for a purpose."""
    return any(drawn(node) == purpose for node in part.scope.nodes)


def _end_silently(part: Part, net: Net, kept: Sequence[Node], ways: dict[str, Way]) -> None:
    """BPMN lets a branch end without an end event where there is no start event either."""
    implicit = not any(_has(kept, tag) for tag in ("startEvent", "endEvent")) and not any(
        _has_drawn(part, each) for each in ("start", "end")
    )
    handlers = set(net.handlers.values())
    for node in kept:
        way = ways[node.id]
        if not way.next and not way.end and (implicit or node.id in handlers):
            way.end = True


def _begin(part: Part, names: Names, starts: Sequence[Node]) -> dict[str, Any]:
    """A fork to all that may begin at once."""
    targets = [names.step(part.path, node.id) for node in starts]
    return {"kind": "gateway", "next": [{"all": targets}]}


def _name_starts(steps: dict[str, Any], starts: Sequence[str], part: Part, names: Names) -> None:
    """Say `start: true` only where it must be said; of several each with its trigger."""
    if len(starts) == 1 and starts[0] == next(iter(steps), None):
        steps[starts[0]].pop("start", None)
    if len(starts) > 1:
        events = [n for n in part.scope.nodes if n.tag == "startEvent" and not drawn(n)]
        blank = sum(not n.triggers for n in events) if events else 0
        for node in part.scope.nodes:
            step = steps.get(names.steps.get((part.path, node.id), "").partition("/")[2])
            if step is None or not step.get("start") or "trigger" in step or node.fields:
                continue
            if node.triggers or blank == 1:
                trigger = label(node) or node.id
                place = list(step).index("start")
                items = list(step.items())
                items.insert(place, ("trigger", trigger))
                step.clear()
                step.update(items)


def _trigger(starts: Sequence[Node]) -> str:
    """What begins the workflow: the event with which it starts."""
    if len(starts) != 1 or not starts[0].triggers:
        return ""
    return label(starts[0]) or trigger_label(starts[0].triggers[0])
