"""The handoffs of an organisation: which department hands what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from orgspec.chart import LegendEntry
from orgspec.document import Document, Section
from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.model.entity import Entity
from orgspec.model.workflow import Handoff
from orgspec.swimlane import Lane, Node, NodeKind, Passage, Swimlane
from orgspec.view.bearers import first_names
from orgspec.view.frame import framed
from orgspec.view.words import Words
from orgspec.view.workflow.handoffs import handoff_table, parties_of
from orgspec.view.workflow.lanes import palette_of

MOST_NAMES = 2
_OUTSIDE = 5  # the colour of who belongs to no department

Sides = tuple[str, str]


def handoff_map(graph: Graph, locale: str, *, draft: bool = False) -> Document:
    """The departments with what passes between them, then every handoff with its terms."""
    words = Words(locale)
    handoffs = tuple(graph.organisation.handoffs.values())
    table = handoff_table(graph, [handoff.id for handoff in handoffs], locale)
    blocks = (map_of(graph, locale), Section(words("s_all_handoffs"), table))
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("handoffs_count", len(handoffs))
    return framed(
        graph, locale, words("handoff_map"), blocks, landscape=True, draft=draft,
        subtitle=" · ".join(part for part in (name, size) if part),
    )  # fmt: skip


def map_of(graph: Graph, locale: str) -> Swimlane:
    """A card for each department, and each partner or system; a way for all between two of them."""
    between = _between(graph)
    parties = list(dict.fromkeys(party for sides in between for party in sides))
    units = [p.partition("/")[2] for p in parties if p.startswith("department/")]
    palette = palette_of(graph, units)
    nodes = [_card(graph, party, between, palette, locale) for party in parties]
    ways = [
        Passage(giver, taker, handoff=_passing(graph, handoffs, locale))
        for (giver, taker), handoffs in between.items()
    ]
    words = Words(locale)
    legend = (
        LegendEntry("swim-handoff", words("l_passes"), _OUTSIDE),
        LegendEntry("swim-back", words("l_against"), _OUTSIDE),
        LegendEntry("swim-link", words("l_link"), _OUTSIDE),
    )
    names = words.join([node.title for node in nodes][:12])
    return Swimlane((Lane(""),), tuple(nodes), tuple(ways), legend, (), names)


def has_map(graph: Graph) -> bool:
    """Whether anything is handed from one department, partner or system to another."""
    return bool(_between(graph))


def _between(graph: Graph) -> dict[Sides, list[Handoff]]:
    """Giver and taker → the handoffs between them, in written order."""
    between: dict[Sides, list[Handoff]] = {}
    for handoff in graph.organisation.handoffs.values():
        givers, takers = (_parties(graph, handoff, side) for side in ("from", "to"))
        for giver, taker in product(givers, takers):
            if giver != taker:
                between.setdefault((giver, taker), []).append(handoff)
    return between


def _parties(graph: Graph, handoff: Handoff, side: str) -> tuple[str, ...]:
    """The addresses of the departments on a side; of partners and systems themselves."""
    found: dict[str, None] = {}
    for party in parties_of(graph, handoff, side):
        units = units_of(graph, party)
        found.update(dict.fromkeys([f"department/{unit}" for unit in units] or [party]))
    return tuple(found)


def _card(
    graph: Graph,
    party: str,
    between: Mapping[Sides, list[Handoff]],
    palette: Mapping[str, int],
    locale: str,
) -> Node:
    """One department with how many handoffs it gives and takes."""
    words = Words(locale)
    entity = graph.organisation.find(party)
    gives = sum(len(found) for (giver, _), found in between.items() if giver == party)
    takes = sum(len(found) for (_, taker), found in between.items() if taker == party)
    colour = palette.get(party.partition("/")[2], _OUTSIDE)
    return Node(
        party,
        NodeKind.STEP,
        0,
        entity.in_(locale) if entity is not None else party.partition("/")[2],
        papers=(words("gives", n=gives), words("takes", n=takes)),
        address=party,
        colour=colour,
    )


def _passing(graph: Graph, handoffs: Iterable[Handoff], locale: str) -> str:
    """What passes on a way: the first artifacts, and how many there are where there are more."""
    words = Words(locale)
    found: dict[str, Entity] = {}
    for handoff in handoffs:
        for address in graph.links.targets(handoff.address, "artifacts"):
            entity = graph.organisation.find(address)
            if entity is not None:
                found[address] = entity
    names = [entity.in_(locale) for entity in found.values()]
    if not names:
        return words.join([handoff.in_(locale) for handoff in handoffs])
    return first_names(names, locale, MOST_NAMES)
