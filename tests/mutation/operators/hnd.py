"""Defects of handoffs: one side missing, nothing passed, nobody told."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.graph.crossings import all_serving, crossings, handoff_index, serving
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, put


@operator("HND001")
def a_handoff_loses_a_side(sample: Sample) -> Iterator[Mutant]:
    for handoff in serving_nothing(sample):
        address = f"handoff/{handoff}"
        yield Mutant(address, put("handoffs", handoff, "from", None))


def serving_nothing(sample: Sample) -> Iterator[str]:
    """Handoffs that no crossing of a workflow needs."""
    graph = sample.graph
    index = handoff_index(graph)
    needed = {serving(graph, index, crossing) for crossing in crossings(graph)}
    return (id_ for id_ in sample.organisation.handoffs if id_ not in needed)


@operator("HND002")
def a_handoff_passes_nothing(sample: Sample) -> Iterator[Mutant]:
    for handoff in sample.organisation.handoffs.values():
        also = frozenset({"DUT011", "DUT012", "HND001"})
        yield Mutant(handoff.address, put("handoffs", handoff.id, "artifacts", None), also=also)


@operator("HND002")
def nobody_says_what_is_good_enough(sample: Sample) -> Iterator[Mutant]:
    handoffs = sample.organisation.handoffs.values()
    having = [handoff for handoff in handoffs if handoff.acceptance]
    for handoff in having:
        if 2 * (len(having) - 1) >= len(handoffs):
            yield Mutant(handoff.address, put("handoffs", handoff.id, "acceptance", None))


@operator("HND003")
def a_handoff_is_forgotten(sample: Sample) -> Iterator[Mutant]:
    graph = sample.graph
    index = handoff_index(graph)
    served: dict[str, list[str]] = {}
    spare: set[str] = set()
    for crossing in crossings(graph):
        handoffs = all_serving(graph, index, crossing)
        spare.update(handoffs if len(handoffs) > 1 else ())
        for handoff in handoffs:
            served.setdefault(handoff, []).append(f"step/{crossing.source}")
    for handoff, sources in served.items():
        if len(sources) == 1 and handoff not in spare and len(sample.organisation.handoffs) > 1:
            also = frozenset({"DUT011", "DUT012", "DUT014", "HND005", "WFL017", "RAC008"})
            yield Mutant(sources[0], put("handoffs", handoff, None), also=also)


@operator("HND005")
def nobody_keeps_in_touch_with_a_partner(sample: Sample) -> Iterator[Mutant]:
    organisation, links = sample.organisation, sample.sound.program.links
    sides = {f"{side}" for h in organisation.handoffs.values() for side in (h.from_, h.to)}
    for partner in organisation.partners.values():
        named = {link.route[0] for link in links.to(partner.address)}
        kept = any(
            partner.id in (h.from_, h.to) and {h.from_, h.to} & set(organisation.roles)
            for h in organisation.handoffs.values()
        )
        called = partner.id in sides or named & {"raci", "coordination"}
        if partner.contact and called and not kept:
            yield Mutant(partner.address, put("partners", partner.id, "contact", None))
