"""The parties that an export names: as resources, and as lanes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.interchange.bpmn.elements import Performer, Resource
from orgspec.interchange.bpmn.xml_ids import XmlIds
from orgspec.model.workflow import Step


def _rank(cell: tuple[str, str]) -> int:
    """The place of a letter: who does it first."""
    return "RASCI".find(cell[0])


class NamedParties:
    """Gives each party a resource when it is first named, after the departments it is in."""

    def __init__(self, graph: Graph, locale: str, ids: XmlIds) -> None:
        self.graph = graph
        self.locale = locale
        self.resources: dict[str, Resource] = {}
        self._ids = ids

    def name_of(self, address: str) -> str:
        """What a party is called."""
        entity = self.graph.organisation.find(address)
        return entity.in_(self.locale) if entity is not None else bare(address)

    def resource(self, address: str) -> str:
        """The id of the resource of a party."""
        known = self.resources.get(address)
        if known is not None:
            return known.id
        kind, _, id_ = address.partition("/")
        fields: dict[str, Any] = {"kind": kind, "id": id_}
        above = self._above(kind, id_)
        if above:
            self.resource(f"department/{above[1]}")
            fields[above[0]] = above[1]
        made = Resource(
            id=self._ids.take(f"{kind}.{id_}"), name=self.name_of(address), fields=fields
        )
        self.resources[address] = made
        return made.id

    def _above(self, kind: str, id_: str) -> tuple[str, str] | None:
        """The department that a role or department is in, with the field that says so."""
        if kind == "role" and id_ in self.graph.department_of_role:
            return "department", self.graph.department_of_role[id_]
        forest = self.graph.departments
        if kind == "department" and id_ not in forest.in_cycles():
            parent = next(iter(forest.ancestors(id_)), None)
            return ("parent", parent) if parent is not None else None
        return None

    def performers(self, step: Step) -> tuple[Performer, ...]:
        """The letters of a step; a person stands for the role that is meant."""
        return tuple(
            Performer(letter=letter, resource=self.resource(address))
            for letter, address in sorted(self._cells(step), key=_rank)
        )

    def _cells(self, step: Step) -> Iterator[tuple[str, str]]:
        """Letter and address of each cell, each pair once."""
        seen = set()
        for cell in self.graph.row(step).cells:
            address = cell.party
            if address is not None and address.startswith("person/"):
                address = f"role/{cell.role}" if cell.role else None
            pair = (str(cell.acts_as), address or "")
            if address is not None and pair not in seen:
                seen.add(pair)
                yield str(cell.acts_as), address

    def lane(self, step: Step) -> str:
        """The address of the party in whose lane a step stands, "" if nobody does it.

        That is its first R; where several R are of several departments, their nearest common one.
        """
        doers = [address for letter, address in self._cells(step) if letter == "R"]
        units = self.graph.step_departments(step)
        if len(doers) > 1 and len(units) > 1 and (common := self._common(units)):
            return f"department/{common}"
        return doers[0] if doers else ""

    def _common(self, units: tuple[str, ...]) -> str | None:
        """The nearest department that is above all, or one of them."""
        forest = self.graph.departments
        lines = [[unit, *forest.ancestors(unit)] for unit in units]
        return next((x for x in lines[0] if all(x in line for line in lines[1:])), None)
