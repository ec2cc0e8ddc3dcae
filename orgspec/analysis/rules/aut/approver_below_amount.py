"""AUT002: approver-below-amount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.authorities import (
    Scale,
    itself_and_bases,
    level_links,
    reaches,
    scale_of,
    takers,
)
from orgspec.graph.branches import condition_of
from orgspec.graph.doing import verb_of
from orgspec.graph.flow import Edge
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell
from orgspec.graph.written import unread
from orgspec.model.governance import Authority
from orgspec.model.program import Link
from orgspec.model.values.comparison import Comparison
from orgspec.model.values.interval import Cut
from orgspec.model.workflow import Step, Transition


class _Held(NamedTuple):
    """An authority whose amounts compare: its scale, and up to where each role decides."""

    authority: Authority
    scale: Scale
    limits: Mapping[str, tuple[Cut, Link]]


class _Wanted(NamedTuple):
    """Up to where a step takes an authority, where that is written, the branch that leads to it."""

    end: Cut
    route: tuple[str, ...]
    edge: Edge | None = None


@rule("AUT002", "approver-below-amount", since="0.1", yields_to=("AUT003", "RAC017"))
def approver_below_amount(context: Context) -> Iterator[Finding]:
    """
    A step takes an authority up to an amount that nobody who does it may reach. The amount is that
    of its `authority`, else the upper end of the `when` before it. Who does it: each R, and for an
    approving action also A.

    ## Why
    The step is drawn so that somebody decides beyond their limit: either the limit is broken every
    day, or the work stops there.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    authorities:
      discount:
        measure: "%"
        levels: [{role: manager, up_to: 10}, {role: director, up_to: 30}]
        max: 30
    workflows:
      quoting:
        owner: director
        steps:
          quote: {raci: {A: director, R: manager}, next: approve}
          approve: {raci: manager, authority: {id: discount, up_to: 20}, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    authorities:
      discount:
        measure: "%"
        levels: [{role: manager, up_to: 10}, {role: director, up_to: 30}]
        max: 30
    workflows:
      quoting:
        owner: director
        steps:
          quote: {raci: {A: director, R: manager}, next: approve}
          approve: {raci: director, authority: {id: discount, up_to: 20}, end: true}
    ```

    ## Source
    Delegation of authority matrices read against the workflow.

    ---
    步骤使用某权限所到的额度，执行者中无人可及。额度取自其 `authority`，否则取之前 `when` 的上限。
    执行者指各 R，审批类动作还包括 A。

    ## 为什么
    照这样走，总有人越权决定：要么天天破例，要么卡在这一步。

    ## 怎么改
    请改由额度足够的岗位执行，或降低该步骤的额度，或在权限层级中提高其额度。

    ## 来源
    将分级授权表与流程对照。
    """
    broken = unread(context.program, "authority")
    for authority in context.organisation.authorities.values():
        steps = [x.source for x in takers(context.program, authority) if x.route[0] == "authority"]
        held = _held(context, authority) if steps and authority.address not in broken else None
        if held is not None:
            for address in steps:
                yield from _judged(context, context.organisation.steps[bare(address)], held)


def _held(context: Context, authority: Authority) -> _Held | None:
    """An authority, if it has levels, all of declared roles, and amounts that compare."""
    links = level_links(context.program, authority)
    scale = scale_of(authority)
    if scale is None or not links or any(link.target is None for link in links):
        return None
    return _Held(authority, scale, reaches(context.program, authority, scale))


def _judged(context: Context, step: Step, held: _Held) -> Iterator[Finding]:
    """The finding of a step, if nobody who does it reaches its amount."""
    cells = _doers(context, step)
    if not cells or any(cell.role is None for cell in cells):
        return
    wanted = _wanted(context, step, held)
    if wanted is None:
        return
    if all(_reach(context, cell, held, wanted.end) is False for cell in cells):
        yield _finding(context, step, held, wanted, cells[0])


def _doers(context: Context, step: Step) -> tuple[Cell, ...]:
    """The cells of those who do a step: R first, A too where it approves."""
    row = context.graph.row(step)
    if row.responsible and verb_of(context.graph, step) == "authorise":
        return row.responsible + row.acting("A")
    return row.responsible


def _reach(context: Context, cell: Cell, held: _Held, end: Cut) -> bool:
    """Whether a role may decide up to an amount, itself or as what it extends."""
    own = itself_and_bases(context.program, cell.role or "")
    return any(role in held.limits and held.limits[role][0] >= end for role in own)


def _wanted(context: Context, step: Step, held: _Held) -> _Wanted | None:
    """Up to where a step takes an authority, if that is said and compares."""
    use = step.authority
    if use is not None and use.up_to is not None:
        figure = held.scale.figure(use.up_to)
        return None if figure is None else _Wanted((figure, True), ("authority", "up_to"))
    found: list[_Wanted] = []
    for edge in context.graph.flows[step.workflow].edges:
        end = _upper_end(context, edge.transition, held) if edge.target == step.id else None
        if end is not None:
            found.append(_Wanted(end, ("authority",), edge))
    return max(found, key=lambda each: each.end, default=None)


def _upper_end(context: Context, transition: Transition, held: _Held) -> Cut | None:
    """The highest amount that a branch lets through, if its condition compares one name."""
    if transition.when is None:
        return None
    condition = condition_of(transition.when, context.organisation.locales[0])
    name = condition.name
    if not name or (name in context.organisation.authorities and name != held.authority.id):
        return None
    ends = []
    for term in condition.terms:
        figure = held.scale.figure(term.amount)
        if figure is None:
            return None
        if term.comparison.is_upper or term.comparison is Comparison.EQUAL:
            ends.append((figure, term.comparison is not Comparison.BELOW))
    return min(ends, default=None)


def _finding(context: Context, step: Step, held: _Held, wanted: _Wanted, cell: Cell) -> Finding:
    """A step whose amount is beyond those who do it."""
    role, amount = context.graph.role(cell.role or ""), held.scale.shown(wanted.end[0])
    related = [context.at(cell.holder, *cell.route, message=say("does it", "执行"))]
    own = [id_ for id_ in itself_and_bases(context.program, role.id) if id_ in held.limits]
    if own:
        end, link = max((held.limits[id_] for id_ in own), key=lambda limit: limit[0])
        message = say(
            "step `{step}` takes `{authority}` up to {amount}, and `{role}` may decide up to"
            " {limit} only",
            "步骤 `{step}` 使用 `{authority}` 至 {amount}，而 `{role}` 的额度只到 {limit}",
            step=step, authority=held.authority, amount=amount, role=role,
            limit=held.scale.shown(end[0]),
        )  # fmt: skip
        mark = say("the limit of `{role}`", "`{role}` 的额度", role=role)
        related.append(context.at(held.authority, *link.route, message=mark))
    else:
        message = say(
            "step `{step}` takes `{authority}` up to {amount}, and `{role}` stands in none of its"
            " levels",
            "步骤 `{step}` 使用 `{authority}` 至 {amount}，而 `{role}` 不在其任何层级中",
            step=step, authority=held.authority, amount=amount, role=role,
        )  # fmt: skip
        mark = say("the authority", "该权限")
        related.append(context.at(held.authority, message=mark))
    enough = [r for r, (end, _) in held.limits.items() if end >= wanted.end]
    least = min(enough, key=lambda r: held.limits[r][0], default=None)
    advice = (
        say("let `{role}` decide, who may go so far", "请改由额度足够的 `{role}` 决定",
            role=context.graph.role(least))
        if least is not None
        else say("nobody may go so far: lower the amount, or raise `max` or the last level",
                 "没有岗位可到此额度：请降低额度，或提高 `max` 或最后一级")
    )  # fmt: skip
    if wanted.edge is not None:
        before = context.organisation.steps[wanted.edge.source]
        mark = say("the amounts that come here", "到此步骤的数额")
        related.insert(0, context.at(before, "next", wanted.edge.place, "when", message=mark))
    place = context.at(step, *wanted.route)
    return Finding(place, message, advice, tuple(related), address=step.address)
