"""Pools: one a workflow, a black box for each partner, and message flows for handoffs."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.diagnostics import say
from orgspec.graph.graph import Graph
from orgspec.interchange.bpmn.carried_fields import handoff_fields
from orgspec.interchange.bpmn.elements import Collaboration, MessageFlow, Participant
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.selection import ends_of, groups_of, pool_of, workflow_at
from orgspec.interchange.bpmn.xml_ids import XmlIds, xml_id
from orgspec.interchange.exchange import Loss
from orgspec.model.workflow import Handoff, Workflow


def collaborations_of(
    graph: Graph,
    wanted: list[Workflow],
    parties: NamedParties,
    ids: XmlIds,
    elements: Mapping[str, str],
    losses: list[Loss],
) -> tuple[Collaboration, ...]:
    """The collaborations of an export; handoffs that are no message flow are added to `losses`."""
    ends = {h.id: found for h in graph.organisation.handoffs.values()
            if (found := ends_of(graph, h)) is not None}  # fmt: skip
    made, told = [], set()
    for number, group in enumerate(groups_of(graph, wanted), 1):
        inside = {workflow.id for workflow in group}
        passing = [
            handoff
            for handoff in graph.organisation.handoffs.values()
            if handoff.id in ends and _is_message(graph, ends[handoff.id], inside)
        ]
        told |= {handoff.id for handoff in passing}
        pools = {workflow.id: _pool(workflow, parties, ids) for workflow in group}
        boxes: dict[str, Participant] = {}
        messages = [
            _message(graph, handoff, ends[handoff.id], pools, boxes, parties, ids, elements)
            for handoff in passing
        ]
        made.append(
            Collaboration(
                id=ids.take(f"collaboration.{number}"),
                participants=(*pools.values(), *boxes.values()),
                messages=tuple(messages),
            )
        )
    untold = [h for h in graph.organisation.handoffs.values() if h.id not in told]
    if untold:
        losses.append(_loss(untold))
    return tuple(made)


def _loss(handoffs: list[Handoff]) -> Loss:
    """The handoffs that stay behind."""
    return Loss(
        say(
            "handoffs left out, since they do not go between a workflow and another or a partner: {n}",
            "略去的移交：{n} 项；它们不在流程与另一流程或合作伙伴之间",
            n=len(handoffs),
        )
    )


def _is_message(graph: Graph, ends: tuple[str, str], inside: set[str]) -> bool:
    """Whether a handoff goes between two pools of a group, one of them a workflow's."""
    homes = [workflow_at(graph, end) for end in ends]
    outside = [end.startswith("partner/") for end in ends]
    if any(home and home not in inside for home in homes):
        return False
    if not all(home or out for home, out in zip(homes, outside, strict=True)):
        return False
    return any(homes) and homes[0] != homes[1]


def _pool(workflow: Workflow, parties: NamedParties, ids: XmlIds) -> Participant:
    """The pool of a workflow."""
    party = pool_of(workflow)
    name = workflow.label.in_(parties.locale)
    if party:
        address = _party_address(parties.graph, party)
        if address:
            parties.resource(address)
            name = parties.name_of(address)
    return Participant(
        id=ids.take(f"pool.{workflow.id}"),
        name=name,
        process=xml_id(f"process.{workflow.id}"),
        fields={"party": party},
    )


def _party_address(graph: Graph, party: str) -> str:
    """The address of a department or role by its id."""
    addresses = (f"{kind}/{party}" for kind in ("department", "role"))
    return next((a for a in addresses if graph.organisation.find(a) is not None), "")


def _message(
    graph: Graph,
    handoff: Handoff,
    ends: tuple[str, str],
    pools: Mapping[str, Participant],
    boxes: dict[str, Participant],
    parties: NamedParties,
    ids: XmlIds,
    elements: Mapping[str, str],
) -> MessageFlow:
    """A handoff as a message flow."""
    places = []
    for end in ends:
        kind, _, id_ = end.partition("/")
        if kind == "step":
            places.append(elements[id_])
        elif kind == "partner":
            if id_ not in boxes:
                parties.resource(end)
                boxes[id_] = Participant(
                    id=ids.take(f"pool.partner.{id_}"),
                    name=parties.name_of(end),
                    fields={"party": id_},
                )
            places.append(boxes[id_].id)
        else:
            places.append(pools[workflow_at(graph, end)].id)
    passed = graph.links.targets(handoff.address, "artifacts")
    names = [[t.partition("/")[2], parties.name_of(t)] for t in passed]
    return MessageFlow(
        id=ids.take(f"handoff.{handoff.id}"),
        name=handoff.label.in_(parties.locale),
        source=places[0],
        target=places[1],
        message=names[0][1] if names else "",
        fields={
            **dict(handoff_fields(handoff, parties)),
            **({"artifacts": names} if names else {}),
        },
    )
