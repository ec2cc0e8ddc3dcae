"""Lanes: one for each party that does something, in the order of their first step."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.diagnostics import say
from orgspec.interchange.bpmn.drawing import Drawing
from orgspec.interchange.bpmn.elements import Lane

NOBODY = say("(nobody)", "（未指定）")


def lanes_of(drawing: Drawing, owners: Mapping[str, str]) -> tuple[Lane, ...]:
    """The lanes of a process; none if nobody is named anywhere.

    What has no owner of its own (events, gateways) stands with what leads to it, else with what
    follows it.
    """
    if not any(owners.values()):
        return ()
    lanes = _spread(drawing, dict(owners))
    members: dict[str, list[str]] = {}
    for address in dict.fromkeys(owners[id_] for id_ in owners):
        members[address] = []
    for node in drawing.nodes:
        members.setdefault(lanes[node.id], []).append(node.id)
    made = []
    for address, nodes in members.items():
        name = drawing.parties.name_of(address) if address else drawing.said(NOBODY)
        if address:
            drawing.parties.resource(address)
        fields = {"party": address.partition("/")[2]}
        id_ = drawing.id("lane", address.replace("/", ".") or "nobody")
        made.append(Lane(id=id_, name=name, nodes=tuple(nodes), fields=fields))
    return tuple(made)


def _spread(drawing: Drawing, lanes: dict[str, str]) -> dict[str, str]:
    """The lane of every node: its own, its host's, that of the nearest node before or after."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for flow in drawing.flows:
        before.setdefault(flow.target, []).append(flow.source)
        after.setdefault(flow.source, []).append(flow.target)
    for node in drawing.nodes:
        if node.host:
            before.setdefault(node.id, []).insert(0, node.host)
            after.setdefault(node.host, []).append(node.id)
    _flood(lanes, after)
    _flood(lanes, before)
    _flood(lanes, after)
    first = next(iter(lanes.values()))
    for node in drawing.nodes:
        lanes.setdefault(node.id, first)
        if node.host:
            lanes[node.id] = lanes.get(node.host, first)
    for node in drawing.nodes:
        if node.fields.get("drawn") == "overdue" and before.get(node.id):
            lanes[node.id] = lanes[before[node.id][0]]
    return lanes


def _flood(lanes: dict[str, str], ways: Mapping[str, list[str]]) -> None:
    """Carry lanes along ways to nodes that have none."""
    frontier = list(lanes)
    while frontier:
        fresh = []
        for id_ in frontier:
            for target in ways.get(id_, ()):
                if target not in lanes:
                    lanes[target] = lanes[id_]
                    fresh.append(target)
        frontier = fresh
