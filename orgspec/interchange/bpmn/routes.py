"""What follows a node, as `next` of a step: choices, forks, and whether its branch ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgspec.interchange.bpmn.elements import GATEWAYS, Flow, Node
from orgspec.interchange.bpmn.net import Net, drawn, label


@dataclass(slots=True)
class Way:
    """How a step goes on.

    Attributes:
        next: transitions as plain data; steps by the ids of their nodes.
        end: whether its branch ends there.
        unsaid: whether a choice says nowhere when which way is taken.
        open: whether a choice leaves out one condition, and has no default flow.
        conditions: formal conditions beside the names of their flows, by target node.
    """

    next: list[dict[str, Any]] = field(default_factory=list)
    end: bool = False
    unsaid: bool = False
    open: bool = False
    conditions: dict[str, str] = field(default_factory=dict)


def way_of(net: Net, node: Node) -> Way:
    """How a node goes on; boundary events are ways of their host."""
    way = Way(end=node.tag == "endEvent" and not net.leaving.get(node.id))
    flows = list(net.leaving.get(node.id, ()))
    splitter = node
    if len(flows) == 1 and drawn(net.nodes[flows[0].target]) == "choice":
        splitter = net.nodes[flows[0].target]
        flows = list(net.leaving.get(splitter.id, ()))
    _go_on(net, splitter, flows, way)
    if node.id in net.links:
        way.next.append({"to": net.links[node.id]})
    if node.id in net.handlers:
        way.next.append({"to": net.handlers[node.id]})
    usual = list(way.next)
    for event in net.attached.get(node.id, ()):
        if not drawn(event):
            way.next.append(_aside(net, event, usual))
    return way


def _aside(net: Net, event: Node, usual: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The way through a boundary event: beside the usual one if it does not stop that.

    Where both meet again it is another way instead: what follows would be done twice.
    """
    when = label(event) or event.id
    beside = not event.interrupts or event.id in net.handlers
    targets = (usual[0].get("all") or [usual[0]["to"]]) if len(usual) == 1 else []
    if beside and targets and not net.ahead(targets) & net.ahead([event.id]):
        return {"all": [*targets, event.id], "when": when}
    return {"to": event.id, "when": when}


def _go_on(net: Net, node: Node, flows: Sequence[Flow], way: Way) -> None:
    """Add what the flows out of a node say."""
    if _is_fork(node, flows):
        way.next += _fork(net, flows, {})
        return
    conditional = any(_says(flow, node) for flow in flows)
    for flow in flows:
        target = net.nodes[flow.target]
        if drawn(target) == "end":
            way.end = True
            continue
        more = _edge(net, node, flow, way, conditional or len(flows) == 1)
        if drawn(target) == "fork":
            way.next += _fork(net, net.leaving.get(target.id, ()), more)
        else:
            way.next.append({"to": net.settled(target.id), **more})
    way.open = (
        conditional
        and sum(not _says(flow, node) for flow in flows) == 1
        and not any(flow.id == node.default for flow in flows)
        and len(flows) > 1
    )
    way.unsaid = len(flows) > 1 and not conditional and node.tag != "eventBasedGateway"


def _is_fork(node: Node, flows: Sequence[Flow]) -> bool:
    """Whether all flows out of a node are taken at once, and there are two ways at least.

    Flows that are the same twice are no fork but a mistake: they stay side by side.
    """
    if node.tag == "parallelGateway":
        return len(flows) > 1
    if node.tag in GATEWAYS or len(flows) < 2:
        return False
    return not any(_says(flow, node) for flow in flows) and len({f.target for f in flows}) > 1


def _says(flow: Flow, node: Node) -> bool:
    """Whether a flow says when it is taken."""
    return bool(flow.conditional or flow.id == node.default or (flow.name and node.tag in GATEWAYS))


def _fork(net: Net, flows: Sequence[Flow], more: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One transition to all targets."""
    targets = [net.settled(flow.target) for flow in flows]
    unique = list(dict.fromkeys(t for t in targets if drawn(net.nodes[t]) != "end"))
    return [{"all": unique, **more}] if unique else []


def _edge(net: Net, node: Node, flow: Flow, way: Way, conditional: bool) -> dict[str, Any]:
    """What a flow says of when it is taken, and how often."""
    edge: dict[str, Any] = {}
    given = flow.fields.get("when")
    when = given if isinstance(given, str) else flow.name or flow.condition
    if flow.id == node.default and flow.id:
        edge["otherwise"] = True
        when = given if isinstance(given, str) else ""
    elif flow.fields.get("otherwise") is True:
        edge["otherwise"] = True
    elif not when and (flow.conditional or not conditional) and not node.fields:
        when = label(net.nodes[net.settled(flow.target)])
    elif flow.name and not flow.conditional and node.tag not in GATEWAYS and not given:
        when = ""
    if when:
        edge = {"when": when, **edge}
    if flow.condition and flow.name and flow.condition != flow.name:
        way.conditions[net.settled(flow.target)] = flow.condition
    if isinstance(flow.fields.get("at_most"), int):
        edge["at_most"] = flow.fields["at_most"]
    return edge
