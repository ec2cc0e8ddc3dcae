"""Shares, weights and efforts that are no part of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import say
from orgspec.model.department import Department
from orgspec.model.entity import Entity
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.syntax.nodes import Step as RouteStep

_Found = tuple[Entity, tuple[RouteStep, ...], Decimal]


def percentages(context: Context) -> Iterator[Finding]:
    """Every share, weight or effort outside 0–100 %."""
    for entity, route, points in _impossible(context):
        yield Finding(
            context.at(entity, *route),
            say(
                "{points} of `{one}` lies outside 0–100 %",
                "`{one}` 的 {points} 超出 0–100%",
                points=percent.text(points),
                one=entity,
            ),
            say("write a share from 0 to 100 %", "请写 0 到 100% 之间的比例"),
        )


def _impossible(context: Context) -> Iterator[_Found]:
    """Every percentage that is to be a part of one whole and can be none."""
    organisation = context.organisation
    for person in organisation.people.values():
        for index, hold in enumerate(person.holds):
            if hold.share is not None and not 0 <= hold.share <= 100:
                yield person, ("holds", index, "share"), hold.share
    users: list[Role | Department]
    users = [*organisation.roles.values(), *organisation.departments.values()]
    for user in users:
        for index, use in enumerate(user.kpis):
            if use.weight is not None and not 0 <= use.weight <= 100:
                yield user, ("kpis", index, "weight"), use.weight
    for duty in organisation.duties.values():
        for role, effort in duty.effort.items():
            if not 0 <= effort <= 100:
                yield duty, ("effort", role), effort
