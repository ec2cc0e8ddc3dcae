"""Who is written together with whom: in letters, coordination, handoffs, meetings and steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell


class Contacts:
    """Answers whether one party is written together with another; each worked out when asked for.

    A party is written where it, a department around it or, for a department, anybody in it is.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._beside: dict[str, frozenset[str]] = {}
        self._rows: dict[str, tuple[str, ...]] = {}
        self._carrying: dict[str, tuple[str, ...]] = {}
        self._meant: dict[str, frozenset[str]] = {}
        self._lines: dict[str, tuple[str, ...]] = {}

    def answer(self, party: str, roles: Iterable[str]) -> bool:
        """Whether a party (an address) is written together with one of some roles (ids)."""
        meant = self.meant_by(party)
        for role in roles:
            address = f"role/{role}"
            if self._is_beside(address, meant):
                return True
            units = self._around(address)[1:]
            if any(not meant.isdisjoint(self._written_with(unit)) for unit in units):
                return True
            if self._meet(role, meant):
                return True
        return False

    def meant_by(self, party: str) -> frozenset[str]:
        """The addresses that mean a party: itself, those around it, those in it."""
        if party not in self._meant:
            found: set[str] = set()
            if party.startswith("department/"):
                id_ = bare(party)
                found.update(f"role/{x}" for x in self._graph.all_roles_of(id_))
                found.update(f"department/{x}" for x in self._graph.departments.descendants(id_))
            self._meant[party] = frozenset(found.union(self._around(party)))
        return self._meant[party]

    def _around(self, party: str) -> tuple[str, ...]:
        """A party, and the departments that it lies in; a company as a whole means nobody."""
        units = units_of(self._graph, party)
        return (party, *(x for unit in units for x in self._line(unit) if x != party))

    def _line(self, unit: str) -> tuple[str, ...]:
        """The addresses of a department and of those above it, companies left out."""
        if unit not in self._lines:
            graph = self._graph
            line = (unit, *graph.departments.ancestors(unit))
            self._lines[unit] = tuple(
                f"department/{each}" for each in line if graph.department(each).unit != "company"
            )
        return self._lines[unit]

    def _is_beside(self, address: str, meant: frozenset[str]) -> bool:
        """Whether a role stands in one row, coordination, handoff or pair of steps with a party.

        One place is enough, and a role is asked about a few times only. So all that stand beside
        it are not collected, as is done for departments, about which everybody in them asks.
        """
        for one in (address, *self._people.get(address, ())):
            for link in self._graph.links.to(one):
                field = link.route[0]
                if (field == "raci" or one == address) and not meant.isdisjoint(
                    self._others(link.source, field)
                ):
                    return True
        return not meant.isdisjoint(self._adjacent.get(address, ()))

    def _written_with(self, department: str) -> frozenset[str]:
        """The parties that stand in one row, coordination, handoff or pair of steps with a unit."""
        if department not in self._beside:
            found: set[str] = set()
            for link in self._graph.links.to(department):
                found.update(self._others(link.source, link.route[0]))
            found.update(self._adjacent.get(department, ()))
            self._beside[department] = frozenset(found)
        return self._beside[department]

    @cached_property
    def _people(self) -> Mapping[str, tuple[str, ...]]:
        """Role → the people by whose names it is meant in a cell (RAC021)."""
        found: dict[str, tuple[str, ...]] = {}
        incoming = self._graph.links.incoming
        for person, role in self._graph.primary_role.items():
            address = f"person/{person}"
            if any(link.route[0] == "raci" for link in incoming.get(address, ())):
                named = f"role/{role}"
                found[named] = (*found.get(named, ()), address)
        return found

    def _others(self, source: str, field: object) -> Iterable[str]:
        """Who stands beside a party that a field of something names."""
        graph = self._graph
        if field == "raci":
            return self._in_row(source)
        if field == "coordination":
            return self._carriers(source)
        if source.startswith("handoff/"):
            sides = (x for side in ("from", "to") for x in graph.links.targets(source, side))
            return (party for side in sides for party in self._carriers(side))
        return ()

    def _in_row(self, address: str) -> tuple[str, ...]:
        """The parties of a row, which each of them asks for."""
        if address not in self._rows:
            self._rows[address] = _parties(self._graph.rows[address].cells)
        return self._rows[address]

    def _carriers(self, address: str) -> tuple[str, ...]:
        """The R and A of a duty or step; of a party itself."""
        if address not in self._carrying:
            row = self._graph.rows.get(address)
            parties = (address,) if row is None else _parties(row.acting("R", "A"))
            self._carrying[address] = parties
        return self._carrying[address]

    @cached_property
    def _adjacent(self) -> Mapping[str, frozenset[str]]:
        """Party → the parties of steps right before or behind one that it does or answers for."""
        graph = self._graph
        found: dict[str, set[str]] = {}
        carriers = {
            f"step/{id_}": self._carriers(f"step/{id_}") for id_ in graph.organisation.steps
        }
        pairs = [
            (f"step/{edge.source}", f"step/{edge.target}")
            for flow in graph.flows.values()
            for edge in flow.edges
        ]
        for one, other in pairs:
            for party in carriers.get(one, ()):
                found.setdefault(party, set()).update(carriers.get(other, ()))
            for party in carriers.get(other, ()):
                found.setdefault(party, set()).update(carriers.get(one, ()))
        return {party: frozenset(others) for party, others in found.items()}

    def _meet(self, role: str, meant: frozenset[str]) -> bool:
        """Whether a role comes to a meeting with somebody of a party."""
        around = frozenset(self._around(f"role/{role}"))
        for invited, everyone, kind in self._meetings:
            if everyone:
                return True
            if kind is None:
                if not around.isdisjoint(invited) and not meant.isdisjoint(invited):
                    return True
            elif any(self._is(x, kind) for x in around & meant):
                return True
        return False

    def _is(self, address: str, kind: str) -> bool:
        """Whether an address is a department of a kind; `department` means any."""
        if not address.startswith("department/"):
            return False
        return kind == "department" or self._graph.department(bare(address)).unit == kind

    @cached_property
    def _meetings(self) -> tuple[tuple[frozenset[str], bool, str | None], ...]:
        """Of each meeting who is named, whether everyone comes, and in what units it is held."""
        graph = self._graph
        return tuple(
            (
                frozenset(
                    x
                    for field in ("chair", "attendees")
                    for x in graph.links.targets(meeting.address, field)
                ),
                "everyone" in meeting.attendees,
                meeting.each,
            )
            for meeting in graph.organisation.meetings.values()
        )


def _parties(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The parties of some cells; a person counts as the role that is meant (RAC021)."""
    found = []
    for cell in cells:
        party = cell.party
        if party is not None:
            is_person = party.startswith("person/") and cell.role is not None
            found.append(f"role/{cell.role}" if is_person else party)
    return tuple(found)
