"""Deputies at work: who stands in for whom once somebody is gone."""

from __future__ import annotations

from dataclasses import dataclass

from orgspec.graph.burden import Borne, borne_by
from orgspec.graph.graph import Graph
from orgspec.graph.supposing.applying import applied
from orgspec.graph.supposing.rewriting import changed
from orgspec.model.entity import Entity
from orgspec.model.program import Program
from orgspec.model.role import Hold, Person, Role


@dataclass(frozen=True, slots=True)
class TakingOver:
    """A post whose work a deputy takes over.

    Attributes:
        role: the post that nobody holds any more.
        deputy: the role or person that stands in.
        people: who that is; empty where no people are declared for the deputy's department.
        borne: the rows that the post answers for, or that nobody else does.
        deputised: addresses of the roles that the post itself deputises for.
    """

    role: Role
    deputy: Role | Person
    people: tuple[Person, ...]
    borne: tuple[Borne, ...]
    deputised: tuple[str, ...] = ()


def taken_over(before: Graph, after: Graph) -> tuple[TakingOver, ...]:
    """The posts that were filled before, and that only a deputy covers after, in written order."""
    found = []
    for role in after.organisation.roles.values():
        coverage = after.coverage
        if role.id not in before.coverage.roles or not _was_filled(before, role.id):
            continue
        if coverage.is_held(role.id) or coverage.holdings(role.id):
            continue
        address = coverage.standing_deputy(role.id)
        if address is None:
            continue
        deputy = after.organisation.find(address)
        people = tuple(after.organisation.people[p] for p in coverage.deputy_people(address))
        if isinstance(deputy, Role | Person):
            own = tuple(x.source for x in after.links.to(role.address) if x.route[0] == "deputy")
            found.append(TakingOver(role, deputy, people, borne_by(after, role.id), own))
    return tuple(found)


def _was_filled(graph: Graph, role: str) -> bool:
    """Whether somebody held a role, or acted in it."""
    return graph.coverage.is_held(role) or bool(graph.coverage.holdings(role))


def standing_in(graph: Graph, taken: tuple[TakingOver, ...]) -> Program:
    """The organisation with every deputy in the post that it stands in for, for this day.

    So whatever must not lie in one hand is judged by what people really do.
    """
    also: dict[str, Entity] = {}
    for each in taken:
        for person in each.people:
            now = also.get(person.address, person)
            if isinstance(now, Person):
                hold = Hold(role=each.role.id)
                acting = changed(hold, acting=True, since=graph.today, until=graph.today)
                also[person.address] = changed(now, holds=(*now.holds, acting))
    return applied(graph.program, {}, (), also) if also else graph.program
