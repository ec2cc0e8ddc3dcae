"""Who has a hand in what a KPI measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.measures import Kpi


class Hands:
    """For each KPI the places where its figure is made, and the roles that can move it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def places(self, kpi: Kpi) -> tuple[str, ...]:
        """The addresses of the duties that list a KPI, and of what it measures; each once."""
        links = self.graph.links
        listed = (x.source for x in links.to(kpi.address) if x.source.startswith("duty/"))
        return tuple(dict.fromkeys((*listed, *links.targets(kpi.address, "measures"))))

    def does(self, role: str, places: tuple[str, ...]) -> bool:
        """Whether a role itself stands under A or R at one of some places: the usual case."""
        rows = self.graph.rows
        return any(place in rows and role in rows[place].roles("A", "R") for place in places)

    def roles(self, places: tuple[str, ...]) -> frozenset[str] | None:
        """The roles that answer for or do what is at some places, or own it.

        A department that does the work counts with all who belong to it. None where a name that
        nothing declares may mean any role.
        """
        found: set[str] = set()
        for row in (r for place in places for r in self._rows(place)):
            for cell in self.graph.rows[row].acting("A", "R"):
                if cell.party is None:
                    return None
                if cell.party.startswith("department/"):
                    found.update(self.graph.all_roles_of(bare(cell.party)))
                if cell.role is not None:
                    found.add(cell.role)
        for place in places:
            for link in self.graph.links.of(place, "owner"):
                if link.target is None:
                    return None
                found.add(bare(link.target))
        return frozenset(found)

    def superiors(self, roles: frozenset[str]) -> frozenset[str]:
        """Everybody above some roles, by solid lines, and their dotted superiors."""
        graph = self.graph
        solid: set[str] = set()
        dotted: set[str] = set()
        for role in roles:
            for above in graph.reporting.ancestors(role):
                if above in solid:
                    break  # whoever is above that one was found with it
                solid.add(above)
            dotted.update(bare(x) for x in graph.links.targets(f"role/{role}", "dotted_to"))
        return frozenset(solid | dotted)

    def is_open(self, places: tuple[str, ...]) -> bool:
        """Whether a duty or step among some places has cells, but no A or no R."""
        rows = (self.graph.rows.get(place) for place in places)
        return any(
            row is not None and not (row.acting("A") and row.acting("R")) and row.of.kind == "duty"
            for row in rows
        )

    def is_cut(self, roles: frozenset[str]) -> bool:
        """Whether the line above one of some roles ends before a top role, or in a loop.

        Where nobody reports to anyone there are no lines that could be cut.
        """
        graph = self.graph
        if not graph.reporting.above:
            return False
        for role in roles:
            *_, last = (role, *graph.reporting.ancestors(role))
            human = graph.role(last).nature == "human"
            if last in graph.circling or (human and last not in graph.top_roles):
                return True
        return False

    def _rows(self, place: str) -> Iterator[str]:
        """The rows at a place: a duty with its steps, a step with its duty, a workflow's steps."""
        graph = self.graph
        if place.startswith("workflow/"):
            for step in graph.organisation.workflows[bare(place)].steps:
                yield step.address
        elif place.startswith("duty/"):
            yield place
            yield from self._steps_of.get(place, ())
        elif place in graph.rows:
            yield place
            yield from graph.links.targets(place, "duty")

    @cached_property
    def _steps_of(self) -> dict[str, list[str]]:
        """Duty → the steps that name it."""
        found: dict[str, list[str]] = {}
        for step in self.graph.organisation.steps.values():
            for duty in self.graph.links.targets(step.address, "duty"):
                found.setdefault(duty, []).append(step.address)
        return found
