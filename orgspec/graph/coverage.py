"""Who holds each role on a day, and who covers it where nobody does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.meant import meant
from orgspec.graph.reporting import bare
from orgspec.model.program import Link, Program
from orgspec.model.role import Hold, Person, Role


class Holding(NamedTuple):
    """A person, a hold of theirs, and its place in the person's `holds`."""

    person: Person
    hold: Hold
    place: int

    def has_begun(self, today: dt.date) -> bool:
        """Whether `since`, the first day, has come."""
        return self.hold.since is None or self.hold.since <= today

    def has_ended(self, today: dt.date) -> bool:
        """Whether `until`, the last day, is past."""
        return self.hold.until is not None and self.hold.until < today

    def in_force(self, today: dt.date) -> bool:
        """Whether it covers the day; the first and the last day count."""
        since, until = self.hold.since, self.hold.until
        return (since is None or since <= today) and (until is None or until >= today)


@frozen
class Coverage:
    """Who holds, and who covers, each role on one day. Roles and people are bare ids.

    A role is *held* by an active holder, one whose hold is in force and not `acting`; where no
    people are declared for its department, it is held unless `headcount.current` says 0. It is
    *covered* if it is held, held by an acting person, or has a held deputy (a role that is
    held, or a person); a deputy's deputy does not step in. An AI agent or a system needs nobody
    to hold it and stands in for nobody.

    Attributes:
        today: the day.
        roles: every role by id.
        holds: role → everyone who holds, held or is going to hold it, in written order.
        in_force: role → those whose hold is in force on the day, acting ones too.
        filling: role → those of them who fill it: not the acting ones.
        staffed: departments for which people are declared (None: roles without department).
        department_of_role: role → its department.
        deputies: role → addresses of the roles and people that stand in for it, in order.
        unclear: roles of which a name that nothing declares may say that they are covered.
        away: people whose holds are all past or yet to come.
    """

    today: dt.date
    roles: Mapping[str, Role]
    holds: Mapping[str, tuple[Holding, ...]]
    in_force: Mapping[str, tuple[Holding, ...]]
    filling: Mapping[str, tuple[Holding, ...]]
    staffed: frozenset[str | None]
    department_of_role: Mapping[str, str]
    deputies: Mapping[str, tuple[str, ...]]
    unclear: frozenset[str]
    away: frozenset[str]

    # --- holding ---

    def holdings(self, role: str) -> tuple[Holding, ...]:
        """The holds of a role that are in force, acting ones too."""
        return self.in_force.get(role, ())

    def active(self, role: str) -> tuple[Holding, ...]:
        """The holds of a role that are in force and fill it: not the acting ones."""
        return self.filling.get(role, ())

    def past(self, role: str) -> tuple[Holding, ...]:
        """The holds of a role that have ended."""
        return tuple([h for h in self.holds.get(role, ()) if h.has_ended(self.today)])

    def coming(self, role: str) -> tuple[Holding, ...]:
        """The holds of a role that are going to begin."""
        ahead = (h for h in self.holds.get(role, ()) if not h.has_begun(self.today))
        return tuple([h for h in ahead if not h.has_ended(self.today)])

    def holders(self, role: str, *, acting: bool = False) -> tuple[str, ...]:
        """The people who hold a role, each once; with `acting`, those who act in it as well."""
        found = self.holdings(role) if acting else self.active(role)
        if len(found) < 2:
            return (found[0].person.id,) if found else ()
        return tuple(dict.fromkeys(h.person.id for h in found))

    def only_holder(self, role: str) -> str | None:
        """The one person who holds a role; None if nobody does, or several."""
        people = self.holders(role)
        return people[0] if len(people) == 1 else None

    def is_staffed(self, role: str) -> bool:
        """Whether people are declared for the department of a role: its holds count then."""
        return self.department_of_role.get(role) in self.staffed

    def is_held(self, role: str) -> bool:
        """Whether somebody fills a role; true also where nothing is said of who does."""
        if self.roles[role].nature != "human":
            return True
        if self.is_staffed(role):
            return bool(self.active(role))
        current = self.roles[role].headcount.current
        return current is None or current > 0

    # --- covering ---

    def standing_deputy(self, role: str) -> str | None:
        """The address of the first deputy of a role that is held, whether it is needed or not."""
        found = (x for x in self.deputies.get(role, ()) if x != f"role/{role}")
        return next((x for x in found if self._stands_in(x)), None)

    def _stands_in(self, deputy: str) -> bool:
        """Whether there is somebody behind a deputy."""
        kind, id_ = deputy.partition("/")[0], bare(deputy)
        if kind == "role":
            return self.roles[id_].nature == "human" and self.is_held(id_)
        return id_ not in self.away

    def deputy_people(self, deputy: str) -> tuple[str, ...]:
        """The people behind the address of a deputy; none if it is not held or names nobody."""
        if not self._stands_in(deputy):
            return ()
        return self.holders(bare(deputy)) if deputy.startswith("role/") else (bare(deputy),)

    def is_covered(self, role: str) -> bool:
        """Whether a role is held, held by an acting person, or has a held deputy."""
        if self.is_held(role) or self.holdings(role):
            return True
        return self.standing_deputy(role) is not None

    def is_vacant(self, role: str) -> bool:
        """Whether nobody covers a role, for certain.

        Not where an unresolved name may be what covers it: that name is then the fault.
        """
        if self.is_covered(role) or role in self.unclear:
            return False
        return not any(bare(x) in self.unclear for x in self.deputies.get(role, ()))

    def covering_people(self, role: str) -> tuple[str, ...]:
        """Who does what a role is to do: holders, else who acts in it, else the first held deputy.

        Empty where nobody covers it, and where no people are declared.
        """
        people = self.holders(role) or self.holders(role, acting=True)
        if people or self.is_held(role):
            return people
        deputy = self.standing_deputy(role)
        return self.deputy_people(deputy) if deputy is not None else ()

    # --- heads ---

    def share(self, person: Person, hold: Hold) -> Decimal:
        """The share of a person that a hold takes, of 1: as written, else what is left.

        What is left is for the holds that fill a post; acting comes on top and takes the rest.
        """
        if hold.share is not None:
            return hold.share / 100
        if len(person.holds) == 1:
            return Decimal(1)
        in_force = [h for i, h in enumerate(person.holds) if self._is_on(Holding(person, h, i))]
        written = sum((h.share for h in in_force if h.share is not None), Decimal(0))
        unwritten = [h for h in in_force if h.share is None]
        filling = [h for h in unwritten if not h.acting]
        if hold.acting and filling:
            return Decimal(0)
        return max(Decimal(0), (100 - written) / 100 / max(1, len(filling or unwritten)))

    def _is_on(self, holding: Holding) -> bool:
        """Whether a hold is in force on the day."""
        return holding.in_force(self.today)

    def filled(self, role: str) -> Decimal | None:
        """Posts of a role that are filled, acting holders not counted; None if nothing says."""
        if self.is_staffed(role):
            shares = (self.share(h.person, h.hold) for h in self.active(role))
            return sum(shares, Decimal(0))
        return self.roles[role].headcount.current


def coverage_of(
    program: Program, department_of_role: Mapping[str, str], today: dt.date
) -> Coverage:
    """Who holds and covers each role of an organisation on a day."""
    roles = program.organisation.roles
    holds: dict[str, list[Holding]] = {}
    in_force: dict[str, list[Holding]] = {}
    filling: dict[str, list[Holding]] = {}
    away = set()
    links = program.links.by_field.get("holds", {})
    for person in program.organisation.people.values():
        absent = bool(person.holds)  # who never had a post may stand in all the same
        for role, holding in _holds(person, links.get(person.address, ())):
            now = holding.in_force(today)
            absent = absent and not now
            if role is None:
                continue
            holds.setdefault(role, []).append(holding)
            if now:
                in_force.setdefault(role, []).append(holding)
            if now and not holding.hold.acting:
                filling.setdefault(role, []).append(holding)
        if absent:
            away.add(person.id)
    named = [role for role in roles.values() if role.deputy]
    return Coverage(
        today,
        roles,
        _fixed(holds),
        _fixed(in_force),
        _fixed(filling),
        frozenset(department_of_role.get(role) for role in holds),
        department_of_role,
        {role.id: program.links.targets(role.address, "deputy") for role in named},
        _unclear(program),
        frozenset(away),
    )


def _fixed(found: Mapping[str, list[Holding]]) -> dict[str, tuple[Holding, ...]]:
    """The holds of each role, for good."""
    return {role: tuple(holds) for role, holds in found.items()}


def _holds(person: Person, links: Sequence[Link]) -> Iterator[tuple[str | None, Holding]]:
    """The holds of a person, each with its role; None for a name that nothing declares."""
    for link in links:
        place = link.route[1]
        if isinstance(place, int):
            role = None if link.target is None else bare(link.target)
            yield role, Holding(person, person.holds[place], place)


def _unclear(program: Program) -> frozenset[str]:
    """Roles that an unresolved hold may mean, or whose deputy or department is unresolved."""
    unresolved = program.links.unresolved
    roles = program.organisation.roles
    slips = [x for x in unresolved if x.source.startswith("person/") and x.route[0] == "holds"]
    own = (x for x in unresolved if x.route[0] in ("deputy", "department"))
    found = frozenset(bare(x.source) for x in own if x.source.startswith("role/"))
    return found | meant(slips, roles, "role")
