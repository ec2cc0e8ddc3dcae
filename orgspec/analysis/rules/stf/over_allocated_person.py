"""STF004: over-allocated-person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.coverage import Holding
from orgspec.model.role import Person
from orgspec.model.values import percent

_DAY = dt.timedelta(days=1)


@rule(
    "STF004",
    "over-allocated-person",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("REF010",),
)
def over_allocated_person(context: Context) -> Iterator[Finding]:
    """
    On some day the written shares of a person's holds add up to more than 100 %. One finding a
    person, on the worst day. A hold without `share` counts nothing.

    ## Why
    Nobody has more than all of their time: one of the posts is done less than is written, and
    its planned heads are not there.

    ## Example
    ```yaml
    roles:
      buyer: {reports_to: none}
      clerk: {reports_to: buyer, headcount: 0.4}
    people:
      li-na:
        holds:
          - {role: buyer, share: 80%, primary: true}
          - {role: clerk, share: 40%, boundary: Invoices on Friday}
    ```

    ## Instead
    ```yaml
    roles:
      buyer: {reports_to: none}
      clerk: {reports_to: buyer, headcount: 0.2}
    people:
      li-na:
        holds:
          - {role: buyer, share: 80%, primary: true}
          - {role: clerk, share: 20%, boundary: Invoices on Friday}
    ```

    ## Source
    Practice of several posts in one hand (一人多岗) and of establishment in full-time equivalents.

    ---
    某一天，一个人各项任职写明的工时占比之和超过 100%。每人报告一次，取最严重的一天；
    未写 `share` 的任职不计。

    ## 为什么
    没有人的时间多于全部：总有一个岗位做得比写的少，编制实际上没有到位。

    ## 怎么改
    请降低其中一项的 `share`，或用 `since`、`until` 错开任职时间。

    ## 来源
    一人多岗与按全时当量核定编制的做法。
    """
    for person in context.organisation.people.values():
        if sum(hold.share or 0 for hold in person.holds) <= 100:
            continue
        shared = [h for h in _holdings(person) if h.hold.share is not None]
        day, total = _worst(shared, context.today)
        if total > 100:
            yield _finding(context, person, [h for h in shared if h.in_force(day)], day, total)


def _holdings(person: Person) -> list[Holding]:
    """The holds of a person with their places."""
    return [Holding(person, hold, place) for place, hold in enumerate(person.holds)]


def _points(holding: Holding) -> Decimal:
    """The written share, in percentage points."""
    return holding.hold.share or Decimal(0)


def _worst(holdings: list[Holding], today: dt.date) -> tuple[dt.date, Decimal]:
    """The day on which the shares add up to most; of several today, else the next, else the first.

    The sum changes only where a hold begins, and on the day after one has ended.
    """
    changes: dict[dt.date, Decimal] = {}
    for holding in holdings:
        begin, end = holding.hold.since or dt.date.min, holding.hold.until or dt.date.max
        if begin > end:
            continue
        changes[begin] = changes.get(begin, Decimal(0)) + _points(holding)
        if end < dt.date.max:
            changes[end + _DAY] = changes.get(end + _DAY, Decimal(0)) - _points(holding)
    changes.setdefault(today, Decimal(0))
    days = sorted(changes)
    sums = list(accumulate(changes[day] for day in days))
    most = max(sums)
    worst = [day for day, total in zip(days, sums, strict=True) if total == most]
    day = next((day for day in worst if day >= today), worst[0])
    if day == dt.date.min:  # it has always been so until a hold ended: that is a day to name
        day = min(h.hold.until for h in holdings if h.hold.until and h.hold.since is None)
    return day, most


def _finding(
    context: Context, person: Person, holdings: list[Holding], day: dt.date, total: Decimal
) -> Finding:
    """The finding, at the share that goes beyond 100 %, the others beside it."""
    reached, over = Decimal(0), holdings[-1]
    for holding in holdings:
        reached += _points(holding)
        if reached > 100:
            over = holding
            break
    now = day == context.today
    return Finding(
        context.at(person, "holds", over.place, "share"),
        say(
            "the posts of `{person}` take {total} of the time" + ("" if now else " on {day}"),
            ("" if now else "{day}，") + "`{person}` 各岗位的工时占比合计 {total}",
            person=person,
            total=percent.text(total),
            day=day,
        ),
        say(
            "lower a `share` by {more} in all, or let one hold end (`until`) before another begins",
            "请把 `share` 合计降低 {more}，或让一项任职结束（`until`）后另一项再开始",
            more=percent.text(total - 100),
        ),
        related=tuple(
            context.at(person, "holds", h.place, "share", message=say("as well", "另一岗位"))
            for h in holdings
            if h is not over
        ),
        address=person.address,
    )
