"""RAC023: vacant-accountable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.vacancy import advice, causes, rows
from orgspec.diagnostics import Message, Severity, say
from orgspec.graph.burden import Borne, borne_by
from orgspec.model.role import Role


@rule(
    "RAC023", "vacant-accountable", since="0.1", severity=Severity.WARNING, finds_absence=True,
    yields_to=("STF011",),
)  # fmt: skip
def vacant_accountable(context: Context) -> Iterator[Finding]:
    """
    A role that is A of a duty or step, but nobody holds it or acts in it, and no deputy is there.
    One finding a role, with everything that it answers for. Judged where people are declared for
    the department, or where `current` is 0.

    ## Why
    The matrix is complete and still nobody answers: whoever looks for the one accountable finds
    an empty chair. What needs a decision waits, or is decided by who happens to be there.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: clerk}
    duties:
      quoting: {raci: {A: manager, R: clerk}}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: clerk}
      wang-wei: {holds: manager}
    duties:
      quoting: {raci: {A: manager, R: clerk}}
    ```

    ## Source
    Responsibility matrices followed through to people: 事事有人管.

    ---
    岗位是职责或步骤的 A，却无人任职、无人代理，也没有在任的代理人。
    每个岗位报告一次，列出它负责的全部事项。仅在该部门已声明人员，或 `current` 为 0 时判断。

    ## 为什么
    矩阵填满了，仍然无人负责：找负责人，找到的是一把空椅子。该决定的事只能等着，
    或由恰好在场的人决定。

    ## 怎么改
    请安排任职者，或写明在任的 `deputy`，或把 A 交给有人担任的岗位。

    ## 来源
    把责任矩阵一直追到人：事事有人管。
    """
    for role in context.graph.vacant_roles:
        borne = borne_by(context.graph, role.id)
        answered = [each for each in borne if each.accountable is not None]
        if answered:
            yield Finding(
                context.at(role),
                _message(role, answered),
                advice(context, role),
                related=(*causes(context, role), *rows(context, borne)),
            )


def _message(role: Role, answered: list[Borne]) -> Message:
    """What nobody answers for."""
    first, *others = answered
    if not others:
        return say(
            "nobody holds `{role}`, which answers for `{what}`, and nobody stands in",
            "`{role}` 对 `{what}` 负责，却无人任职，也无人代理",
            role=role,
            what=first.row.of,
        )
    return say(
        "nobody holds `{role}`, which answers for `{what}` and {n} more, and nobody stands in",
        "`{role}` 对 `{what}` 等 {all} 项负责，却无人任职，也无人代理",
        role=role,
        what=first.row.of,
        n=len(others),
        all=len(answered),
    )
