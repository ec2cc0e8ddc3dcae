"""DUT015: effort-total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.duty import Duty
from orgspec.model.role import Role

_WHOLE = Decimal(100)
_ROUNDING = Decimal(5)


class _Share(NamedTuple):
    """The share of a role's time that a duty takes, and the key in `effort` that says so."""

    duty: Duty
    key: str
    percent: Decimal


@rule("DUT015", "effort-total", since="0.1", severity=Severity.WARNING, yields_to=("REF010",))
def effort_total(context: Context) -> Iterator[Finding]:
    """
    The duties of a role add up to more than 100 % `effort`; or each duty of which it is R has an
    effort, and they do not make 100 %. Where each has one, 95 to 105 % counts as 100.

    ## Why
    Whoever has more duties than hours leaves some of them undone, and nobody decided which; of
    one whose duties fill half the time nobody knows what the other half is for.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      visiting: {raci: {A: director, R: seller}, effort: 70%}
      reporting: {raci: {A: director, R: seller}, effort: 50%}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      visiting: {raci: {A: director, R: seller}, effort: 70%}
      reporting: {raci: {A: director, R: seller}, effort: 30%}
    ```

    ## Source
    Workload analysis in job evaluation and establishment planning (定岗定编定员).

    ---
    一个岗位各项职责的 `effort` 合计超过 100%；或其担任 R 的每项职责都写了 `effort`，合计却不是 100%
    （都写了时，95% 至 105% 视为 100%）。

    ## 为什么
    职责多于工时，总有一些会落空，却没有人决定是哪些；职责只占一半工时，另一半便无人知道用来做什么。

    ## 怎么改
    请调整各项占比，或把部分职责交给其他岗位。

    ## 来源
    定岗定编定员中的工作量分析。
    """
    shares, unsaid, impossible = _shares(context)
    for id_, found in shares.items():
        role = context.organisation.roles[id_]
        total = sum((share.percent for share in found), Decimal(0))
        whole = id_ not in unsaid
        most = _WHOLE + _ROUNDING if whole else _WHOLE
        if id_ not in impossible and (total > most or (whole and total < _WHOLE - _ROUNDING)):
            yield _finding(context, role, found, total)


def _shares(context: Context) -> tuple[dict[str, list[_Share]], set[str], set[str]]:
    """Role → its shares; the roles with an R duty without effort; those with impossible shares."""
    roles = context.organisation.roles
    shares: dict[str, list[_Share]] = {}
    unsaid: set[str] = set()
    impossible: set[str] = set()
    duties = context.organisation.duties.values()
    if not any(duty.effort for duty in duties):
        return shares, unsaid, impossible
    for duty in duties:
        doers = context.graph.row(duty).roles("R")
        effort = duty.effort
        named = [key for key in effort if key != "*" and key in roles]
        for id_ in dict.fromkeys((*doers, *named)) if named else doers:
            key = id_ if id_ in effort else "*"
            if key not in effort:
                unsaid.add(id_)
                continue
            percent = effort[key]
            shares.setdefault(id_, []).append(_Share(duty, key, percent))
            if not 0 <= percent <= _WHOLE:
                impossible.add(id_)
    return shares, unsaid, impossible


def _finding(context: Context, role: Role, shares: list[_Share], total: Decimal) -> Finding:
    """The finding: too much, at the share that goes beyond; too little, at the role."""
    places = [_route(share) for share in shares]
    beyond = len(shares) - 1
    running = Decimal(0)
    for index, share in enumerate(shares):
        running += share.percent
        if running > _WHOLE:
            beyond = index
            break
    if total > _WHOLE:
        at = context.at(shares[beyond].duty, *places[beyond])
        rest = [i for i in range(len(shares)) if i != beyond]
    else:
        at, rest = context.at(role), list(range(len(shares)))
    figure = f"{total.normalize():f}%"
    return Finding(
        at,
        say(
            "the duties of `{role}` take {total} of the time, not 100%",
            "`{role}` 各项职责的工时合计为 {total}，而非 100%",
            role=role,
            total=figure,
        ),
        say(
            "change the shares, give a duty to another role, or add what is missing",
            "请调整占比，或把某项职责交给其他岗位，或补上缺少的职责",
        ),
        related=tuple(
            context.at(shares[i].duty, *places[i], message=say("counted too", "计入")) for i in rest
        ),
        address=role.address,
    )


def _route(share: _Share) -> tuple[str, ...]:
    """Where a share is written."""
    return ("effort",) if share.key == "*" else ("effort", share.key)
