"""Which of several posts is meant by the name of a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from orgspec.graph.coverage import Holding
from orgspec.graph.reporting import bare
from orgspec.model.program import Link, Program
from orgspec.model.role import Person


def primary_roles(program: Program, today: dt.date) -> dict[str, str]:
    """Person → the role held as primary, else the first held.

    What somebody fills today comes before acting holds, and before those past and to come.
    """
    found = {}
    holds = program.links.by_field.get("holds", {})
    for person in program.organisation.people.values():
        links = holds.get(person.address, ())
        held = list(_held(person, links))
        if len(held) > 1:
            now = [x for x in held if x[0].in_force(today) and not x[0].hold.acting]
            held = now or held
            primary = [role for holding, role in held if holding.hold.primary]
            found[person.id] = primary[0] if primary else held[0][1]
        elif held:
            found[person.id] = held[0][1]
    return found


def _held(person: Person, links: Sequence[Link]) -> Iterator[tuple[Holding, str]]:
    """The holds of a person, each with the role that it names."""
    for link in links:
        place = link.route[1]
        if link.target is not None and isinstance(place, int):
            yield Holding(person, person.holds[place], place), bare(link.target)
