"""STF006: no-deputy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.authorities import level_links
from orgspec.graph.reporting import bare
from orgspec.graph.written import unread
from orgspec.model.role import Role
from orgspec.model.workflow import Step


class _Need(NamedTuple):
    """What waits for one role: where that is written, and what is written there."""

    address: str
    route: tuple[str | int, ...]
    about: str


@rule("STF006", "no-deputy", since="0.1", severity=Severity.WARNING, yields_to=("STF009",))
def no_deputy(context: Context) -> Iterator[Finding]:
    """
    A human role of one head that is accountable, the only R of a step, or the last to approve by an
    authority, and has no `deputy`; judged where half of such roles have one.

    ## Why
    When its holder is away, what only this role may do or decide waits until they are back.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, deputy: manager}
      manager: {reports_to: director}
    duties:
      planning: {raci: director}
      buying: {raci: manager}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, deputy: manager}
      manager: {reports_to: director, deputy: director}
    duties:
      planning: {raci: director}
      buying: {raci: manager}
    ```

    ## Source
    AB 角 (A and B roles) of Chinese administrative practice; key person risk.

    ---
    只有一人的岗位，是职责的负责人（A）、某步骤唯一的执行者（R）或某权限的最后审批人，却没有代理人
    （`deputy`）；半数此类岗位有代理人时才判断。

    ## 为什么
    任职者不在时，只有该岗位能做、能决定的事都得等他回来。

    ## 怎么改
    请在 `deputy` 中写明代理人（AB 角）；两个岗位可以互为代理。

    ## 来源
    AB 角制度；关键人员风险。
    """
    needs = _needs(context)
    single = [role for id_ in needs if _is_single(context, role := context.graph.role(id_))]
    if not context.half(single, lambda role: role.deputy):
        return
    unclear = unread(context.program, "role")
    for role in single:
        if not role.deputy and role.address not in unclear:
            yield _finding(context, role, needs[role.id])


def _needs(context: Context) -> dict[str, _Need]:
    """Role → the first thing that waits for it, and for nobody else."""
    found: dict[str, _Need] = {}
    for row in context.graph.rows.values():
        cells = row.acting("A")
        if isinstance(row.of, Step) and len(row.responsible) == 1:
            cells = (*cells, row.responsible[0])
        for cell in cells:
            if cell.role is not None and cell.role not in found:
                found[cell.role] = _Need(cell.holder, cell.route, row.address)
    for authority in context.organisation.authorities.values():
        links = level_links(context.program, authority)
        last = [link for link in links if link.route[1] == len(authority.levels) - 1]
        if len(last) == 1 and last[0].target is not None:
            need = _Need(authority.address, last[0].route, authority.address)
            found.setdefault(bare(last[0].target), need)
    return found


def _is_single(context: Context, role: Role) -> bool:
    """Whether a role is one post of a human, and not shared by two people."""
    if role.nature != "human" or not 0 < role.headcount.planned <= 1:
        return False
    coverage = context.graph.coverage
    if len(coverage.holds.get(role.id, ())) < 2:
        return True
    return len({each.person.id for each in coverage.active(role.id)}) < 2


def _finding(context: Context, role: Role, need: _Need) -> Finding:
    """One role that nobody stands in for."""
    place: Label = context.at(
        need.address,
        *need.route,
        message=say("waits for it", "等它处理"),
    )
    return Finding(
        context.at(role),
        say(
            "`{role}` is one post and has no deputy, and `{what}` waits for it",
            "`{role}` 只有一人且没有代理人，而 `{what}` 只能等它",
            role=role,
            what=context.name(need.about),
        ),
        say(
            "name in `deputy` who stands in for `{role}`",
            "请在 `deputy` 中写明由谁代理 `{role}`",
            role=role,
        ),
        (place,),
    )
