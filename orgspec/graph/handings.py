"""Which handoffs a party gives or takes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.model.workflow import Handoff


class Handing(NamedTuple):
    """A handoff with the parties at its ends, None for one that is not known.

    `number` is its place among all handoffs, in written order.
    """

    number: int
    handoff: Handoff
    giver: str | None
    taker: str | None


@lru_cache(maxsize=1)  # documents are made of one organisation after another
def handings_of_parties(graph: Graph) -> Mapping[str, tuple[Handing, ...]]:
    """Address of a party → the handoffs that it gives or takes, in written order.

    Of several parties at one end the first one counts; for a step stands the party that owns it.
    """
    found: dict[str, list[Handing]] = {}
    for number, handoff in enumerate(graph.organisation.handoffs.values()):
        giver, taker = (_party(graph, handoff, end) for end in ("from", "to"))
        for party in dict.fromkeys((giver, taker)):
            if party is not None:
                found.setdefault(party, []).append(Handing(number, handoff, giver, taker))
    return {party: tuple(handings) for party, handings in found.items()}


def _party(graph: Graph, handoff: Handoff, end: str) -> str | None:
    """The party at an end of a handoff."""
    links = graph.links.of(handoff.address, end)
    address = links[0].target if links else None
    if address is None or not address.startswith("step/"):
        return address
    owners = graph.rows[address].responsible if address in graph.rows else ()
    return owners[0].party if owners else None
