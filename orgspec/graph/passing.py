"""Whether who gives or takes an artifact lies on a side of a handoff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.program import Link
from orgspec.model.workflow import Handoff, Step


@dataclass(frozen=True, slots=True)
class Passers:
    """Who gives (or takes) artifacts, to be held against that side of a handoff.

    Attributes:
        field: the side of a handoff that is judged, `from` or `to`.
        links: artifact id → the duties and steps that give (take) it.
        relays: artifact address → the parties that handoffs bring it to (take it from).
    """

    graph: Graph
    field: str
    links: Mapping[str, tuple[Link, ...]]
    relays: Mapping[str, frozenset[str]]

    def stranger(self, handoff: Handoff, party: str, artifact: str) -> Link | None:
        """A duty or step that gives (takes) an artifact (an address), if none on the side does.

        None where somebody on the side does, where nobody at all does, where the side is a
        partner or system, whose work is not described, or has the artifact by another handoff.
        """
        kind = party.partition("/")[0]
        links = self.links.get(bare(artifact), ())
        if not links or kind in ("partner", "system"):
            return None
        if any(self._covers(party, other) for other in self.relays.get(artifact, ())):
            return None
        if any(self._lies_on(party, link.source) for link in links):
            return None
        return links[0]

    def _covers(self, party: str, other: str) -> bool:
        """Whether a party is the other, or one of two departments is within the other."""
        if party == other:
            return True
        one, second = self._unit(party), self._unit(other)
        return one is not None and second is not None and self.graph.related(one, second)

    def _unit(self, party: str) -> str | None:
        """The department that a party is or belongs to."""
        kind, id_ = party.partition("/")[0], bare(party)
        if kind == "department":
            return id_
        if kind == "step":
            return next(iter(self.graph.step_departments(self.graph.organisation.steps[id_])), None)
        role = self.graph.stand_in.get(party)
        return self.graph.department_of_role.get(role) if role is not None else None

    def _lies_on(self, party: str, passer: str) -> bool:
        """Whether a duty or step (its address) lies on the side of a party."""
        graph = self.graph
        kind = party.partition("/")[0]
        row = graph.rows[passer]
        cells = row.acting("A", "R", "S")
        if any(cell.party is None for cell in cells):
            return True  # a name that nothing declares may be anybody
        if kind == "department":
            return any(graph.within(unit, bare(party)) for unit in self._units(passer))
        if kind == "step":
            own = graph.rows[party]
            named = graph.links.targets(party, "duty")
            shared = set(own.roles("R")) & set(row.roles("R"))
            return passer == party or passer in named or bool(shared)
        role = graph.stand_in.get(party)
        return role is None or any(cell.role == role for cell in cells)

    def _units(self, passer: str) -> frozenset[str]:
        """The departments of a duty or step: its own, and those of all who do it."""
        graph = self.graph
        row = graph.rows[passer]
        found = {self._unit(cell.party) for cell in row.acting("A", "R") if cell.party is not None}
        if isinstance(row.of, Step):
            found.update(graph.step_departments(row.of))
        else:
            found.add(graph.department_of_duty.get(row.of.id))
        return frozenset(unit for unit in found if unit is not None)


def passers(graph: Graph, field: str) -> Passers:
    """Who gives artifacts (`from`) or takes them (`to`).

    A duty whose artifacts a step takes over passes for the step too: what is written counts.
    """
    flow = graph.artifacts
    links = flow.given if field == "from" else flow.taken
    kept = {a: tuple(x for x in ls if x.source in graph.rows) for a, ls in links.items()}
    other = "to" if field == "from" else "from"
    relays: dict[str, set[str]] = {}
    for handoff in graph.organisation.handoffs.values():
        parties = graph.links.targets(handoff.address, other)
        for artifact in graph.links.targets(handoff.address, "artifacts"):
            relays.setdefault(artifact, set()).update(parties)
    return Passers(graph, field, kept, {a: frozenset(p) for a, p in relays.items()})
