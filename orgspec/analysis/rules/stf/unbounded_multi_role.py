"""STF005: unbounded-multi-role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.frozen import frozen
from orgspec.graph.coverage import Holding
from orgspec.model.role import Person


@frozen
class Options:
    """Thresholds of unbounded-multi-role.

    Attributes:
        roles_per_person: How many roles one person may hold at once; 0 for any number.
            一个人最多可同时担任的岗位数；0 表示不限。
    """

    roles_per_person: int = 0


@rule("STF005", "unbounded-multi-role", since="0.1", severity=Severity.WARNING, options=Options)
def unbounded_multi_role(context: Context) -> Iterator[Finding]:
    """
    A person who holds two or more roles today, of which not exactly one is `primary`, or another
    one lacks its `boundary` or its `share`. Also one who holds more than `roles_per_person` roles.
    Holds that are `acting` do not count.

    ## Why
    Several posts in one hand (一人多岗) work where it is agreed which one comes first, how much
    time each takes and where each ends. Else every post waits for the other.

    ## Example
    ```yaml
    roles:
      buyer: {reports_to: none, headcount: 0.5}
      clerk: {reports_to: buyer, headcount: 0.5}
    people:
      li-na: {holds: [buyer, clerk]}
    ```

    ## Instead
    ```yaml
    roles:
      buyer: {reports_to: none, headcount: 0.5}
      clerk: {reports_to: buyer, headcount: 0.5}
    people:
      li-na:
        holds:
          - {role: buyer, share: 50%, primary: true}
          - {role: clerk, share: 50%, boundary: Enters invoices on Thursday and Friday}
    ```

    ## Source
    Practice of several posts in one hand: 一人多岗，主岗唯一，兼岗明确权责界限.

    ---
    同时担任两个或更多岗位的人，主岗（`primary`）不是恰好一个，
    或其他岗位缺少权责界限（`boundary`）或占比（`share`）；
    或担任的岗位多于 `roles_per_person` 个。代理任职（`acting`）不计。

    ## 为什么
    一人多岗要说清哪个是主岗、各占多少时间、各到哪里为止，否则每个岗位都在等另一个。

    ## 怎么改
    请在一项任职上写 `primary: true`，其余各写 `share` 和 `boundary`。

    ## 来源
    一人多岗的做法：主岗唯一，兼岗明确权责界限。
    """
    for person in context.organisation.people.values():
        if len(person.holds) < 2:
            continue
        active = _active(context, person)
        if len(active) < 2:
            continue
        yield from _unbounded(context, person, active)
        yield from _too_many(context, person, active)


def _active(context: Context, person: Person) -> list[Holding]:
    """The holds of a person that are in force and fill a post, the first of each role."""
    first: dict[str, Holding] = {}
    for place, hold in enumerate(person.holds):
        holding = Holding(person, hold, place)
        if holding.in_force(context.today) and not hold.acting:
            first.setdefault(hold.role.removeprefix("role/"), holding)
    return list(first.values())


def _unbounded(context: Context, person: Person, active: list[Holding]) -> Iterator[Finding]:
    """It is not clear which post comes first, or where the others end."""
    primary = [each for each in active if each.hold.primary]
    if not primary:
        yield Finding(
            context.at(person),
            say(
                "`{person}` holds {n} roles, none of them as `primary`",
                "`{person}` 担任 {n} 个岗位，没有一个是主岗（`primary`）",
                person=person,
                n=len(active),
            ),
            say(
                "write `primary: true` at one, and `share` and `boundary` at the others",
                "请在其中一个写 `primary: true`，其余写 `share` 和 `boundary`",
            ),
            related=_posts(context, active),
        )
    elif len(primary) > 1:
        yield Finding(
            context.at(person, "holds", primary[1].place, "primary"),
            say(
                "`{person}` holds {n} roles as `primary`",
                "`{person}` 有 {n} 个主岗（`primary`）",
                person=person,
                n=len(primary),
            ),
            say("keep one `primary: true`", "请只保留一个 `primary: true`"),
            related=tuple(
                context.at(person, "holds", each.place, "primary", message=say("also", "另一个"))
                for each in primary
                if each is not primary[1]
            ),
        )
    else:
        open_ = [each for each in active if not each.hold.primary and _lacking(each)]
        if open_:
            yield _without_limits(context, primary[0], open_)


def _lacking(holding: Holding) -> tuple[str, ...]:
    """What a hold beside the primary one lacks."""
    hold = holding.hold
    wanted = {"share": hold.share, "boundary": hold.boundary}
    return tuple(f"`{field}`" for field, value in wanted.items() if value is None)


def _without_limits(context: Context, primary: Holding, open_: Sequence[Holding]) -> Finding:
    """Posts beside the primary one that do not say how much they take, or where they end."""
    first, *others = open_
    return Finding(
        context.at(first.person, "holds", first.place, "role"),
        say(
            "`{person}` holds `{role}` beside `{primary}` without {fields}",
            "`{person}` 在 `{primary}` 之外兼任 `{role}`，缺少 {fields}",
            person=first.person,
            role=_role(context, first),
            primary=_role(context, primary),
            fields=_lacking(first),
        ),
        say(
            "write which share of the time it takes (`share`) and where it ends (`boundary`)",
            "请写明它占用的工时（`share`）和权责界限（`boundary`）",
        ),
        related=(
            *(_lack(context, each) for each in others),
            context.at(
                first.person, "holds", primary.place, "role", message=say("primary", "主岗")
            ),
        ),
    )


def _lack(context: Context, holding: Holding) -> Label:
    """A further post without limits."""
    said = say("without {fields}", "缺少 {fields}", fields=_lacking(holding))
    return context.at(holding.person, "holds", holding.place, "role", message=said)


def _too_many(context: Context, person: Person, active: list[Holding]) -> Iterator[Finding]:
    """More roles than the organisation wants in one hand."""
    role = context.graph.primary_role.get(person.id, "")
    unit = context.graph.department_of_role.get(role)
    limit = context.options(Options, unit, about=person).roles_per_person
    if 0 < limit < len(active):
        yield Finding(
            context.at(person),
            say(
                "`{person}` holds {n} roles, more than {limit}",
                "`{person}` 担任 {n} 个岗位，多于 {limit} 个",
                person=person,
                n=len(active),
                limit=limit,
            ),
            say("give some of them to others", "请把其中一些交给他人"),
            related=_posts(context, active),
        )


def _posts(context: Context, active: Sequence[Holding]) -> tuple[Label, ...]:
    """Each post that a person holds."""
    return tuple(
        context.at(each.person, "holds", each.place, "role", message=_role_label(context, each))
        for each in active
    )


def _role_label(context: Context, holding: Holding) -> Message:
    """A post by its name."""
    return say("`{role}`", "`{role}`", role=_role(context, holding))


def _role(context: Context, holding: Holding) -> object:
    """The role of a hold, or the name that was written for it."""
    written = holding.hold.role.removeprefix("role/")
    return context.organisation.roles.get(written, written)
