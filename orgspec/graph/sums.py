"""What all who are measured by a KPI have to reach, each at the place where it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.late import late
from orgspec.model.department import Department
from orgspec.model.measures import Kpi, KpiUse
from orgspec.model.program import Link
from orgspec.model.role import Role
from orgspec.model.values.target import Target
from orgspec.model.values.target_arithmetic import MARKS, floor_of
from orgspec.syntax.nodes import Step

_NO_SUM = late(
    r"\baverage|\bmean\b|\brate\b|\bratio\b|平均|均值|占比|比率|÷|(?<=\S) / (?=\S)", re.IGNORECASE
)
"""Words of a name or formula that tell of a ratio or a mean."""


class Part(NamedTuple):
    """What one party has to reach.

    Attributes:
        party: address of a role or department; of the KPI itself where nobody lists it.
        target: the target there, for each head.
        heads: how many have to reach it each; 1 for a team.
        team: whether it holds what its members have to reach.
        route: where in the party it is written.
    """

    party: str
    target: Target
    heads: Decimal
    team: bool
    route: tuple[Step, ...]


def is_sum(kpi: Kpi) -> bool:
    """Whether nothing tells that a KPI is a ratio, a mean or a mark."""
    words = [text for field in (kpi.name, kpi.formula) if field for text in field.written()]
    units = kpi.unit.written() if kpi.unit is not None else ()
    return not any(map(_NO_SUM.search, words)) and all(u.casefold() not in MARKS for u in units)


def parts_of(graph: Graph, kpi: Kpi) -> tuple[Part, ...] | None:
    """What all who list a KPI have to reach; None where one of them has no such target."""
    found = []
    for link in graph.links.to(kpi.address):
        use = _use(graph, link)
        if use is None:
            continue
        party, one = use
        target = floor_of(one.target or kpi.target)
        if target is None:
            return None
        team = one.of == "team" or isinstance(party, Department)
        heads = party.headcount.planned if isinstance(party, Role) and not team else Decimal(1)
        route = (*link.route[:2], "target") if one.target else link.route
        found.append(Part(party.address, target, heads, team, route))
    if found:
        return tuple(found)
    own = floor_of(kpi.target)
    return (Part(kpi.address, own, Decimal(1), True, ("target",)),) if own else None


def _use(graph: Graph, link: Link) -> tuple[Role | Department, KpiUse] | None:
    """The role or department that lists a KPI by a link, and how."""
    party = graph.organisation.find(link.source)
    if not isinstance(party, Role | Department) or link.route[0] != "kpis":
        return None
    index = link.route[1] if len(link.route) > 1 else 0
    return (party, party.kpis[index]) if isinstance(index, int) else None


def total(graph: Graph, figured: Sequence[tuple[Part, Decimal]]) -> Decimal:
    """What parts make together, each with its figure.

    A team holds its members: the larger of the two figures counts. A department holds its roles
    and all departments below, the team of a role those who report to it.
    """
    figures = {part.party: figure for part, figure in figured}
    teams = {part.party for part, _ in figured if part.team}
    inside = {party: [x for x in _around(graph, party) if x in teams] for party in figures}
    members: dict[str, Decimal] = {}
    for party, around in inside.items():
        if around and party not in teams:
            members[around[-1]] = members.get(around[-1], Decimal(0)) + figures[party]
    tops = [party for party, around in inside.items() if not around]
    return sum((max(figures[p], members.get(p, Decimal(0))) for p in tops), Decimal(0))


def _around(graph: Graph, party: str) -> list[str]:
    """The addresses of what a party belongs to, inner ones first: superiors, then departments."""
    kind, id_ = party.partition("/")[0], bare(party)
    if kind == "department":
        return [f"department/{unit}" for unit in graph.departments.ancestors(id_)]
    if kind != "role":
        return []
    found = [f"role/{role}" for role in graph.reporting.ancestors(id_)]
    unit = graph.department_of_role.get(id_)
    if unit is not None:
        units = (unit, *graph.departments.ancestors(unit))
        found += [f"department/{each}" for each in units]
    return found
