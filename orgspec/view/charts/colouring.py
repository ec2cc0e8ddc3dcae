"""What the colours of a chart tell: departments, grades or places of work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from orgspec.document import LegendEntry
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.charts.ladder import grade_steps, top_grade
from orgspec.view.palette import COLOURS, branch_names, colours
from orgspec.view.words import Words

UNKNOWN = 5
"""The colour of what belongs to nothing that has a colour; slate."""

SHARED = 0
"""The colour of all for which none was left."""

SCALE = 100
"""From this index on, colours are steps of a scale (`render.palette`)."""

STEPS = 12
"""How many steps the scale has."""


@frozen
class Colouring:
    """The colour of each post and department, and what the legend says of the colours."""

    of_role: Callable[[Role], int]
    of_unit: Callable[[str], int]
    entries: tuple[LegendEntry, ...]


def colouring(graph: Graph, locale: str, by: str, department: str | None = None) -> Colouring:
    """The colours of a chart. Those of grades and places are the same in all charts."""
    if by == "grade":
        return _by_grade(graph, locale)
    if by == "location":
        return _by_location(graph, locale)
    return _by_department(graph, locale, department)


def _by_department(graph: Graph, locale: str, department: str | None) -> Colouring:
    """Each branch has its colour; one entry for all that share the first."""
    tint = colours(graph, department)
    branches = branch_names(graph, department)
    entries = [
        LegendEntry("colour", graph.department(d).in_(locale), tint.get(d, 0))
        for d in branches[: COLOURS - 1]
    ]
    if len(branches) >= COLOURS:
        entries.append(LegendEntry("colour", Words(locale)("other"), SHARED))

    def of_unit(unit: str) -> int:
        return tint.get(unit, UNKNOWN)

    def of_role(role: Role) -> int:
        return of_unit(graph.department_of_role.get(role.id, ""))

    return Colouring(of_role, of_unit, tuple(entries))


def _by_grade(graph: Graph, locale: str) -> Colouring:
    """Steps of a scale, the highest grade first; neighbours share one where grades are many."""
    steps = grade_steps(graph)
    index = {g: SCALE + place * STEPS // max(len(steps), STEPS) for place, g in enumerate(steps)}
    shared: dict[int, list[str]] = {}
    for grade, colour in index.items():
        shared.setdefault(colour, []).append(grade)
    entries = [LegendEntry("colour", _span(names), colour) for colour, names in shared.items()]

    def of_role(role: Role) -> int:
        return index.get(top_grade(role), UNKNOWN)

    return _known(graph, of_role, entries, Words(locale)("no_grade"))


def _span(names: Sequence[str]) -> str:
    """Neighbouring grades in one name, the lowest first."""
    return names[0] if len(names) == 1 else f"{names[-1]}–{names[0]}"


def _by_location(graph: Graph, locale: str) -> Colouring:
    """The places with most posts have colours of their own."""
    found = Counter(
        place for role in graph.organisation.roles.values() if (place := location_of(role, locale))
    )
    order = {place: number for number, place in enumerate(found)}
    ranked = sorted(found, key=lambda place: (-found[place], order[place]))
    free = [colour for colour in range(1, COLOURS) if colour != UNKNOWN]
    index = dict(zip(ranked, free, strict=False))
    entries = [LegendEntry("colour", place, colour) for place, colour in index.items()]
    if len(ranked) > len(free):
        entries.append(LegendEntry("colour", Words(locale)("other"), SHARED))

    def of_role(role: Role) -> int:
        place = location_of(role, locale)
        return index.get(place, SHARED) if place else UNKNOWN

    return _known(graph, of_role, entries, Words(locale)("no_location"))


def location_of(role: Role, locale: str) -> str:
    """Where the work of a post is done, or nothing."""
    place = role.conditions.location if role.conditions is not None else None
    return place.in_(locale) if place is not None else ""


def _known(
    graph: Graph, of_role: Callable[[Role], int], entries: Sequence[LegendEntry], without: str
) -> Colouring:
    """The colours of posts; a department has that of its head."""
    heads: Mapping[str, str] = graph.head_of

    def of_unit(unit: str) -> int:
        head = heads.get(unit)
        return of_role(graph.role(head)) if head else UNKNOWN

    return Colouring(of_role, of_unit, (*entries, LegendEntry("colour", without, UNKNOWN)))
