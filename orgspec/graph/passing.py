"""Whether who gives or takes an artifact lies on a side of a handoff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from orgspec.graph.graph import Graph
from orgspec.graph.parties import unit_of, units_of
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Row
from orgspec.model.program import Link


class Passing:
    """All who give (or take) one artifact in duties and steps, and who has it by a handoff.

    Most handoffs ask for one of the sets only; so each is made when first asked for.

    Attributes:
        links: where it is written, in written order.
        relays: addresses of parties that a handoff brings it to (takes it from).
    """

    def __init__(self, graph: Graph, links: tuple[Link, ...], relays: frozenset[str]) -> None:
        self._graph = graph
        self.links = tuple(link for link in links if link.source in graph.rows)
        self._rows = [graph.rows[link.source] for link in self.links]
        self.relays = relays

    @cached_property
    def sources(self) -> frozenset[str]:
        """Addresses of those duties and steps."""
        return frozenset(row.address for row in self._rows)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Ids of the roles that answer for one of them, do it or help."""
        return frozenset(role for row in self._rows for role in row.roles("A", "R", "S"))

    @cached_property
    def doers(self) -> frozenset[str]:
        """Ids of the roles that do one of them."""
        return frozenset(role for row in self._rows for role in row.roles("R"))

    @cached_property
    def units(self) -> frozenset[str]:
        """Ids of their departments."""
        return frozenset(unit for row in self._rows for unit in _units(self._graph, row))

    @cached_property
    def is_unclear(self) -> bool:
        """Whether one of them is done by nobody, or by a name that nothing declares."""
        return any(
            not row.acting("A", "R") or any(x.party is None for x in row.acting("A", "R", "S"))
            for row in self._rows
        )


def stranger(graph: Graph, passing: Passing, party: str, other: str) -> Link | None:
    """Where an artifact is given (taken), if not on the side of a party (an address).

    None where somebody on that side does; where nobody does; where the side is a partner or
    system, whose work is not described; and where it has the artifact by another handoff than
    this one, whose other side is `other`.
    """
    kind = party.partition("/")[0]
    if not passing.links or kind in ("partner", "system") or passing.is_unclear:
        return None
    relays = passing.relays - {other}
    if party in relays or _lies_on(graph, passing, party):
        return None
    unit = unit_of(graph, party)
    units = [u for relay in relays if (u := unit_of(graph, relay)) is not None]
    if unit is not None and any(u == unit for u in units):
        return None
    if kind == "department" and any(graph.within(u, bare(party)) for u in units):
        return None
    return passing.links[0]


def _lies_on(graph: Graph, passing: Passing, party: str) -> bool:
    """Whether one of the duties or steps lies on the side of a party."""
    kind = party.partition("/")[0]
    if kind == "department":
        return any(graph.within(unit, bare(party)) for unit in passing.units)
    if kind == "step":
        duties = graph.links.targets(party, "duty")
        doers = graph.rows[party].roles("R")
        return not passing.sources.isdisjoint((party, *duties)) or not passing.doers.isdisjoint(
            doers
        )
    role = graph.stand_in.get(party)
    return role is None or role in passing.roles


def passings(graph: Graph, field: str) -> Mapping[str, Passing]:
    """Artifact address → who gives it (`field` is `from`) or takes it (`to`).

    Artifacts that no handoff names are left out. A duty whose artifacts a step takes over stands
    for the step too.
    """
    flow = graph.artifacts
    links = flow.given if field == "from" else flow.taken
    other = "to" if field == "from" else "from"
    relays: dict[str, set[str]] = {}
    for handoff in graph.organisation.handoffs.values():
        parties = graph.links.targets(handoff.address, other)
        for artifact in graph.links.targets(handoff.address, "artifacts"):
            relays.setdefault(artifact, set()).update(parties)
    return {a: Passing(graph, links.get(bare(a), ()), frozenset(via)) for a, via in relays.items()}


def _units(graph: Graph, row: Row) -> Iterator[str]:
    """The departments of a duty or step: its own, and those of all who do it or answer for it."""
    yield from units_of(graph, row.address)
    for cell in row.acting("A", "R"):
        if cell.party is not None:
            yield from units_of(graph, cell.party)
