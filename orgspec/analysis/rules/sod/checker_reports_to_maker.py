"""SOD005: checker-reports-to-maker."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.control_story import place, role_of, step_of, story
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.controls import dependent_controls


@rule(
    "SOD005",
    "checker-reports-to-maker",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("SOD001", "SOD002", "STF008", "SOD004", "SOD003", "WFL020"),
)
def checker_reports_to_maker(context: Context) -> Iterator[Finding]:
    """
    Who does a step of verb class check or authorise reports, directly or not, to who does an earlier
    step of the workflow on the same object, or on an artifact that this step gave. Not when that one
    is a top role, and not where one of those who check or approve is independent.

    ## Why
    Nobody likes to find fault with the work of who decides on their own pay.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
      clerk: {reports_to: manager}
    workflows:
      offering:
        owner: director
        object: quotation
        steps:
          calculate: {raci: manager, action: prepare, next: check}
          check: {raci: {A: director, R: clerk}, action: check, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
      clerk: {reports_to: manager}
    workflows:
      offering:
        owner: director
        object: quotation
        steps:
          calculate: {raci: clerk, action: prepare, next: check}
          check: {raci: {A: director, R: manager}, action: check, end: true}
    ```

    ## Source
    Independence of the checker: internal audit practice, segregation of duties.

    ---
    负责审核类或审批类步骤的岗位，直接或间接向同一流程中较早步骤的办理人汇报，而两步针对同一对象，或针对
    前一步产出的产物。办理人是最高岗位时不报告；审核、审批人中有独立者时也不报告。

    ## 为什么
    要挑剔自己上级的工作，而上级又决定自己的考核，谁都会为难。

    ## 怎么改
    请由不向办理人汇报的岗位审核或审批。

    ## 来源
    审核人的独立性：内部审计与不相容职务分离的实践。
    """
    for control in dependent_controls(context.graph):
        superior, checker = role_of(context, control.first), role_of(context, control.second)
        yield Finding(
            place(context, control),
            say(
                "`{checker}` reports to `{superior}`, whose work it is to judge: step `{second}`"
                " comes after step `{first}`",
                "`{checker}` 向 `{superior}` 汇报，却要评判其工作：步骤 `{second}` 在步骤 "
                "`{first}` 之后",
                checker=checker,
                superior=superior,
                first=step_of(control.first),
                second=step_of(control.second),
            ),
            say(
                "let a role that does not report to `{superior}` do `{second}`",
                "请由不向 `{superior}` 汇报的岗位负责 `{second}`",
                superior=superior,
                second=step_of(control.second),
            ),
            (
                *story(context, control, say("the work that is judged", "被评判的工作")),
                context.at(checker, "reports_to", message=say("reports here", "在此汇报")),
            ),
        )
