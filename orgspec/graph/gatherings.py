"""Who comes to a meeting."""

from __future__ import annotations

from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.cooperation import Meeting


class Gathering(NamedTuple):
    """The roles and people who come, the chair among them; `everyone` where nobody stays away."""

    roles: frozenset[str]
    people: frozenset[str]
    everyone: bool = False


def gathering(graph: Graph, meeting: Meeting) -> Gathering | None:
    """Who comes to a meeting; None if a name that nothing declares may be anybody.

    A department means all below it, a person the posts that he or she holds. A meeting that is held
    in each department brings together the members of one, some one of them each.
    """
    links = [x for x in graph.links.of(meeting.address) if x.route[0] in ("chair", "attendees")]
    if any(link.target is None for link in links):
        return None
    if "everyone" in meeting.attendees:
        return Gathering(frozenset(), frozenset(), True)
    roles: set[str] = set(_each(graph, meeting))
    people: set[str] = set()
    for target in (link.target for link in links if link.target is not None):
        kind, id_ = target.partition("/")[0], bare(target)
        if kind == "role":
            roles.add(id_)
        elif kind == "department":
            roles.update(graph.all_roles_of(id_))
        elif kind == "person":
            people.add(id_)
            roles.update(bare(role) for role in graph.links.targets(target, "holds"))
    return Gathering(frozenset(roles), frozenset(people))


def _each(graph: Graph, meeting: Meeting) -> frozenset[str]:
    """The roles of the departments that hold a meeting each; `department` means every one."""
    if meeting.each is None:
        return frozenset()
    units = [
        unit.id
        for unit in graph.organisation.departments.values()
        if meeting.each == "department" or unit.unit == meeting.each
    ]
    heads = (graph.head_of[unit] for unit in units if unit in graph.head_of)
    return frozenset((*heads, *(role for unit in units for role in graph.all_roles_of(unit))))


def stands_in(graph: Graph, role: str, who: Gathering) -> bool:
    """Whether a role is there itself, by who holds it, or by its deputy."""
    if who.everyone or role in who.roles:
        return True
    deputies = graph.links.targets(f"role/{role}", "deputy")
    there = (
        bare(deputy) in (who.people if deputy.startswith("person/") else who.roles)
        for deputy in deputies
    )
    unknown = any(x.target is None for x in graph.links.of(f"role/{role}", "deputy"))
    return unknown or any(there)
