"""Ends that lie before their beginnings."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import say
from orgspec.model.role import Role
from orgspec.model.values import grade
from orgspec.model.values.errors import BadValue


def reversals(context: Context) -> Iterator[Finding]:
    """Posts held until a day before they were taken, and grades from high to low."""
    for person in context.organisation.people.values():
        for index, hold in enumerate(person.holds):
            if hold.since is None or hold.until is None or hold.since <= hold.until:
                continue
            yield Finding(
                context.at(person, "holds", index, "until"),
                say(
                    "`{person}` holds `{role}` until {until}, before its first day {since}",
                    "`{person}` 担任 `{role}` 的截止日 {until} 早于起始日 {since}",
                    person=person,
                    role=hold.role,
                    until=hold.until,
                    since=hold.since,
                ),
                say(
                    "`until` is the last day, `since` the first",
                    "`until` 为最后一天，`since` 为第一天",
                ),
                related=(
                    context.at(person, "holds", index, "since", message=say("begins", "起始")),
                ),
            )
    for role in context.organisation.roles.values():
        if role.grade is not None:
            yield from _grade(context, role, role.grade)


def _grade(context: Context, role: Role, written: str) -> Iterator[Finding]:
    """A range of grades that begins above its end."""
    try:
        found = grade.parse(written)
    except BadValue:
        return
    if found.is_upside_down(context.organisation.profile.grades):
        yield Finding(
            context.at(role, "grade"),
            say(
                "the range of grades of `{role}` begins above its end: {grade}",
                "`{role}` 的职级区间高低颠倒：{grade}",
                role=role,
                grade=found,
            ),
            say(
                "write the lower grade first: `{low}-{high}`",
                "请先写较低的职级：`{low}-{high}`",
                low=found.high,
                high=found.low,
            ),
        )
