"""STF002: over-establishment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.staffing import heads, holders
from orgspec.diagnostics import Severity, say
from orgspec.model.role import Role

_ROUNDING = Decimal("0.001")
"""Thirds of a person are no exact decimals."""


@rule(
    "STF002",
    "over-establishment",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("REF010",),
)
def over_establishment(context: Context) -> Iterator[Finding]:
    """
    More heads than planned: the shares of those who hold a role today, by default what is left
    of each person's 100 %, add up to more than its `planned` heads. Who is `acting` does not
    count. Where nobody is named, `current` exceeds `planned`.

    ## Why
    Either somebody fills a post that does not exist and is paid for, or the plan is out of date
    and what is derived from it is wrong.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    people:
      li-na: {holds: clerk}
      wang-wei: {holds: clerk}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none, headcount: 2}
    people:
      li-na: {holds: clerk}
      wang-wei: {holds: clerk}
    ```

    ## Source
    Practice of establishment sheets (定岗定编): 超编.

    ---
    超编：今日任职者的工时占比（默认为各人 100% 中剩余的部分）之和超过 `planned`；
    代理者（`acting`）不计。未写明任职者时，`current` 超过 `planned`。

    ## 为什么
    要么有人占着没有编制、没有预算的岗位，要么编制已经过时，由它推出的一切都不对。

    ## 怎么改
    请调整 `headcount`，或写明任职者的 `share`、`until`，或改任其他岗位。

    ## 来源
    定岗定编的做法：超编。
    """
    for role in context.organisation.roles.values():
        if role.id in context.graph.coverage.holds:
            yield from _by_holders(context, role)
        else:
            yield from _by_figure(context, role)


def _by_holders(context: Context, role: Role) -> Iterator[Finding]:
    """The people who hold a role are more than planned."""
    coverage = context.graph.coverage
    if not coverage.active(role.id):
        yield from _by_figure(context, role)
        return
    there = coverage.filled(role.id) or Decimal(0)
    if there <= role.headcount.planned + _ROUNDING:
        return
    yield Finding(
        context.at(role, "headcount", "planned"),
        say(
            "`{role}` has {there} heads and {planned} planned",
            "`{role}` 在岗 {there} 人，编制 {planned} 人",
            role=role,
            there=heads(there),
            planned=heads(role.headcount.planned),
        ),
        say(
            "plan {there}, or write the `share` or the last day (`until`) of who holds it",
            "请把编制改为 {there}，或写明任职者的 `share` 或最后一天（`until`）",
            there=heads(there),
        ),
        related=holders(context, role),
    )


def _by_figure(context: Context, role: Role) -> Iterator[Finding]:
    """Nobody is named, and the figure is more than planned."""
    current = role.headcount.current
    if current is None or current <= role.headcount.planned:
        return
    yield Finding(
        context.at(role, "headcount", "current"),
        say(
            "`{role}` has {there} heads and {planned} planned",
            "`{role}` 在岗 {there} 人，编制 {planned} 人",
            role=role,
            there=heads(current),
            planned=heads(role.headcount.planned),
        ),
        say(
            "set `planned` to {there}, or move somebody to a post that is open",
            "请把 `planned` 改为 {there}，或把人员调到有空缺的岗位",
            there=heads(current),
        ),
        related=(context.at(role, "headcount", "planned", message=say("planned", "编制")),),
    )
