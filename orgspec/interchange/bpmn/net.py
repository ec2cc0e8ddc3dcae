"""The flow within a process or sub-process, and what our own exports drew into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from orgspec.interchange.bpmn.elements import EVENTS, Flow, Node, Scope, Trigger

MANY = 1_000_000
LINKS = ("intermediateThrowEvent", "intermediateCatchEvent")


def drawn(node: Node) -> str:
    """What an export drew a node for (choice, fork, merge, join, start, end, …); "" if none."""
    return str(node.fields.get("drawn", ""))


def with_drawn_checked(scope: Scope) -> Scope:
    """The scope with nodes that we drew taken for nodes of the user's where they were changed.

    What we draw has one way in or out; an editor may have added more.
    """
    coming: dict[str, int] = {}
    leaving: dict[str, int] = {}
    for flow in scope.flows:
        coming[flow.target] = coming.get(flow.target, 0) + 1
        leaving[flow.source] = leaving.get(flow.source, 0) + 1
    shapes = {
        "start": ("startEvent", (0, 0), (1, 1)),
        "end": ("endEvent", (1, 1), (0, 0)),
        "overdue": ("endEvent", (1, 1), (0, 0)),
        "limit": ("boundaryEvent", (0, 0), (1, 1)),
        "merge": ("exclusiveGateway", (1, MANY), (1, 1)),
        "join": ("parallelGateway", (1, MANY), (1, 1)),
        "choice": ("exclusiveGateway", (1, 1), (1, MANY)),
        "fork": ("parallelGateway", (1, 1), (1, MANY)),
    }
    nodes = []
    for node in scope.nodes:
        shape = shapes.get(drawn(node))
        fits = shape is not None and (
            node.tag == shape[0]
            and shape[1][0] <= coming.get(node.id, 0) <= shape[1][1]
            and shape[2][0] <= leaving.get(node.id, 0) <= shape[2][1]
        )
        nodes.append(replace(node, fields={}) if drawn(node) and not fits else node)
    return replace(scope, nodes=tuple(nodes))


@dataclass(frozen=True, slots=True)
class Net:
    """Nodes by id, flows by source and by target, boundary events by host."""

    nodes: Mapping[str, Node]
    leaving: Mapping[str, tuple[Flow, ...]]
    coming: Mapping[str, tuple[Flow, ...]]
    attached: Mapping[str, tuple[Node, ...]]
    links: Mapping[str, str]
    handlers: Mapping[str, str]

    def settled(self, id_: str) -> str:
        """The node that a flow really leads to: merges and joins that we drew are passed over."""
        seen = set()
        while drawn(self.nodes[id_]) in ("merge", "join") and id_ not in seen:
            seen.add(id_)
            flows = self.leaving.get(id_, ())
            if not flows:
                break
            id_ = flows[0].target
        return id_

    def is_joined(self, node: Node) -> bool:
        """Whether a node waits for every branch that leads to it."""
        coming = self.coming.get(node.id, ())
        if node.tag == "parallelGateway" and len(coming) > 1:
            return True
        seen = {node.id}
        while len(coming) == 1 and coming[0].source not in seen:
            source = self.nodes[coming[0].source]
            if drawn(source) == "join":
                return True
            if drawn(source) != "merge":
                return False
            seen.add(source.id)
            coming = self.coming.get(source.id, ())
        return False

    def ahead(self, ids: Iterable[str]) -> set[str]:
        """The nodes that may follow some nodes, themselves included."""
        seen = set(ids)
        frontier = list(seen)
        while frontier:
            at = frontier.pop()
            ways = [flow.target for flow in self.leaving.get(at, ())]
            ways += [event.id for event in self.attached.get(at, ())]
            ways += [x[at] for x in (self.links, self.handlers) if at in x]
            fresh = [id_ for id_ in ways if id_ not in seen]
            seen.update(fresh)
            frontier += fresh
        return seen


def net_of(scope: Scope) -> Net:
    """The net of a scope; flows whose ends are not in it are left out."""
    nodes = {node.id: node for node in scope.nodes}
    flows = [flow for flow in scope.flows if flow.source in nodes and flow.target in nodes]
    leaving: dict[str, list[Flow]] = {}
    coming: dict[str, list[Flow]] = {}
    attached: dict[str, list[Node]] = {}
    for flow in flows:
        leaving.setdefault(flow.source, []).append(flow)
        coming.setdefault(flow.target, []).append(flow)
    for node in scope.nodes:
        if node.tag == "boundaryEvent" and node.host in nodes and node.host != node.id:
            attached.setdefault(node.host, []).append(node)
    return Net(
        nodes,
        {id_: tuple(of) for id_, of in leaving.items()},
        {id_: tuple(of) for id_, of in coming.items()},
        {id_: tuple(of) for id_, of in attached.items()},
        _links(nodes),
        _handlers(scope, nodes),
    )


def link_name(node: Node) -> str:
    """The name of the link that an event is an end of; "" for others."""
    return next((t.name or node.name for t in node.triggers if t.kind == "link"), "")


def _links(nodes: Mapping[str, Node]) -> dict[str, str]:
    """Throwing link event → the catching one of its name."""
    catching = {link_name(n): n.id for n in nodes.values() if n.tag == LINKS[1] and link_name(n)}
    throwing = (n for n in nodes.values() if n.tag == LINKS[0])
    return {n.id: catching[link_name(n)] for n in throwing if link_name(n) in catching}


def _handlers(scope: Scope, nodes: Mapping[str, Node]) -> dict[str, str]:
    """Boundary event of compensation → the activity that compensates."""
    found = {}
    for source, target in scope.ties:
        if source in nodes and target in nodes and nodes[target].compensates:
            found[source] = target
    return found


def label(node: Node) -> str:
    """What an event is called: its name, else what it waits for."""
    if node.name or node.tag not in EVENTS or not node.triggers:
        return node.name
    return trigger_label(node.triggers[0])


def trigger_label(trigger: Trigger) -> str:
    """A trigger in words: `timer PT4H`, `message Order`."""
    return " ".join(part for part in (trigger.kind, trigger.name or trigger.text) if part)
