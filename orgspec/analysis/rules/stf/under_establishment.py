"""STF003: under-establishment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.staffing import heads, holders
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.model.role import Role

_SHORT = Decimal("0.5")
"""From how many heads short a role is short; a little less than planned is everyday life."""

_ROUNDING = Decimal("0.001")
"""Thirds of a person are no exact decimals."""


@rule(
    "STF003", "under-establishment", since="0.1", severity=Severity.INFO,
    yields_to=("STF011", "RAC023", "WFL014", "STF001", "REF010"),
)  # fmt: skip
def under_establishment(context: Context) -> Iterator[Finding]:
    """
    A role that is covered, but half a head or more short of its `planned` heads: by the shares of
    those who hold it, else by `current`. Who is `acting`, and a deputy, cover a role and do not
    fill it. Silent where nothing says how many are there.

    ## Why
    The work was planned for so many heads. Those who are there do more than their share, or a
    deputy has two posts at once: for how long?

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none, headcount: 2}
    people:
      li-na: {holds: clerk}
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
    Practice of establishment sheets (定岗定编): 缺编.

    ---
    岗位有人承担，但比 `planned` 少半人或更多：按任职者的工时占比计，否则按 `current` 计。
    代理者（`acting`）和代理人能顶岗，不算到岗。没有说明在岗人数的，不判断。

    ## 为什么
    工作是按编制安排的。缺人时，在岗者超负荷，或代理人一人两岗：要到什么时候？

    ## 怎么改
    请招聘或调配人员；若不再需要这么多人，请调整 `headcount`。

    ## 来源
    定岗定编的做法：缺编。
    """
    if context.program.broken:
        return  # who holds the role may stand in the file that cannot be read
    coverage = context.graph.coverage
    for role in context.organisation.roles.values():
        if role.nature != "human" or role.id in coverage.unclear:
            continue
        there = coverage.filled(role.id)
        if there is None or role.headcount.planned - there < _SHORT - _ROUNDING:
            continue
        if coverage.is_covered(role.id):
            yield _finding(context, role, there)


def _finding(context: Context, role: Role, there: Decimal) -> Finding:
    """The finding, at the figure if one is written."""
    short = role.headcount.planned - there
    figure = "planned" if context.graph.coverage.is_staffed(role.id) else "current"
    return Finding(
        context.at(role, "headcount", figure),
        _message(context, role, there),
        say(
            "fill the open posts ({short}), or plan {there}",
            "请补足所缺的 {short} 人，或把编制改为 {there}",
            short=heads(short),
            there=heads(there),
        )
        if there
        else say(
            "let somebody hold `{role}`, or plan 0 if it is not needed any more",
            "请安排人员担任 `{role}`；若不再需要，请把编制改为 0",
            role=role,
        ),
        related=(*holders(context, role), *_standing_in(context, role)),
    )


def _standing_in(context: Context, role: Role) -> Iterator[Label]:
    """Where it is written who covers a role that nobody fills."""
    coverage = context.graph.coverage
    if coverage.is_held(role.id):
        return
    said = say("stands in", "代理")
    acting = coverage.holdings(role.id)
    for person, _, place in acting:
        yield context.at(person, "holds", place, "role", message=said)
    deputy = None if acting else coverage.standing_deputy(role.id)
    for link in context.links.of(role.address, "deputy"):
        if deputy is not None and link.target == deputy:
            yield context.at(role, *link.route, message=said)


def _message(context: Context, role: Role, there: Decimal) -> Message:
    """How many are there and, where it is none, who covers the role."""
    coverage = context.graph.coverage
    planned = heads(role.headcount.planned)
    if there or coverage.is_held(role.id):
        return say(
            "`{role}` has {there} of {planned} planned heads",
            "`{role}` 编制 {planned} 人，在岗 {there} 人",
            role=role,
            there=heads(there),
            planned=planned,
        )
    acting = coverage.holders(role.id, acting=True)
    return say(
        "nobody holds `{role}` ({planned} planned); `{name}` stands in",
        "`{role}` 编制 {planned} 人，无人任职，由 `{name}` 代理",
        role=role,
        planned=planned,
        name=context.name(f"person/{acting[0]}" if acting else coverage.standing_deputy(role.id)),
    )
