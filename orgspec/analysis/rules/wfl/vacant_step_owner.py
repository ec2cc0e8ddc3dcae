"""WFL014: vacant-step-owner."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.vacancy import advice, causes, rows
from orgspec.diagnostics import Message, Severity, say
from orgspec.graph.burden import Borne, borne_by
from orgspec.model.role import Role
from orgspec.model.workflow import Step


@rule(
    "WFL014", "vacant-step-owner", since="0.1", severity=Severity.WARNING, finds_absence=True,
    yields_to=("STF011", "RAC023"),
)  # fmt: skip
def vacant_step_owner(context: Context) -> Iterator[Finding]:
    """
    A role that is the only R of a step, its own or its duty's, but nobody holds it or acts in it,
    and no deputy is there. One finding a role, with all its steps. Judged where people are
    declared for the department, or where `current` is 0.

    ## Why
    What comes to the step stays there: the diagram shows a lane, and nobody stands in it.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: manager}
    workflows:
      ordering:
        owner: manager
        steps:
          enter: {raci: {A: manager, R: clerk}, next: confirm}
          confirm: {raci: manager, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: manager}
      wang-wei: {holds: clerk}
    workflows:
      ordering:
        owner: manager
        steps:
          enter: {raci: {A: manager, R: clerk}, next: confirm}
          confirm: {raci: manager, end: true}
    ```

    ## Source
    Processes followed through to people: 事事有人管.

    ---
    岗位是某步骤（自身或所属职责）唯一的 R，却无人任职、无人代理，也没有在任的代理人。
    每个岗位报告一次，列出它的全部步骤。仅在该部门已声明人员，或 `current` 为 0 时判断。

    ## 为什么
    事情到了这一步就停下：图上画着泳道，里面没有人。

    ## 怎么改
    请安排任职者，或写明在任的 `deputy`，或把该步骤交给有人担任的岗位。

    ## 来源
    把流程一直追到人：事事有人管。
    """
    for role in context.graph.vacant_roles:
        borne = borne_by(context.graph, role.id)
        done = [x for x in borne if isinstance(x.row.of, Step) and x.responsible is not None]
        if done:
            yield Finding(
                context.at(role),
                _message(context, role, done),
                advice(context, role),
                related=(*causes(context, role), *rows(context, borne)),
            )


def _message(context: Context, role: Role, done: list[Borne]) -> Message:
    """Which steps nobody does."""
    first, *others = done
    flow = context.organisation.workflows.get(first.row.of.id.partition("/")[0])
    if not others:
        return say(
            "nobody holds `{role}`, the only one who does step `{step}` of `{flow}`, and nobody "
            "stands in",
            "`{role}` 独自执行流程 `{flow}` 的步骤 `{step}`，却无人任职，也无人代理",
            role=role,
            step=first.row.of,
            flow=flow,
        )
    return say(
        "nobody holds `{role}`, the only one who does step `{step}` of `{flow}` and {n} more, and "
        "nobody stands in",
        "`{role}` 独自执行流程 `{flow}` 的步骤 `{step}` 等 {all} 个步骤，却无人任职，也无人代理",
        role=role,
        step=first.row.of,
        flow=flow,
        n=len(others),
        all=len(done),
    )
