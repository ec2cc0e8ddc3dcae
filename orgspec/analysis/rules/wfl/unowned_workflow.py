"""WFL023: unowned-workflow."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step, Workflow


@rule("WFL023", "unowned-workflow", since="0.1", severity=Severity.WARNING)
def unowned_workflow(context: Context) -> Iterator[Finding]:
    """
    A workflow without `owner` whose steps do not share one A.

    ## Why
    Each step may have somebody and the whole nobody: then no one sees that it takes too long, no
    one changes it, and there is nobody to escalate to.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    workflows:
      ordering:
        steps:
          enter: {raci: seller, next: sign}
          sign: {raci: director, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    workflows:
      ordering:
        owner: director
        steps:
          enter: {raci: seller, next: sign}
          sign: {raci: director, end: true}
    ```

    ## Source
    Process ownership in business process management.

    ---
    流程没有 `owner`，各步骤的 A 也不是同一个。

    ## 为什么
    每一步都有人，整个流程却可能无人负责：没有人发现它太慢，没有人改进它，超时也无处上报。

    ## 怎么改
    请写明 `owner`：对整个流程负责的岗位。

    ## 来源
    业务流程管理中的流程负责人制度。
    """
    for workflow in context.organisation.workflows.values():
        work = [step for step in workflow.steps if step.nature == "work"]
        if not work or is_written(context.program, workflow.address, "owner"):
            continue
        leads = tuple(dict.fromkeys(x for step in work if (x := _lead(context, step))))
        if len(leads) != 1:
            yield _finding(context, workflow, leads)


def _lead(context: Context, step: Step) -> str:
    """Who answers for a step: a role's id, a name as written, or "" for nobody."""
    cell = context.graph.row(step).accountable
    return (cell.role or cell.party or cell.text) if cell is not None else ""


def _finding(context: Context, workflow: Workflow, leads: tuple[str, ...]) -> Finding:
    """The finding, with those who answer for its steps."""
    if not leads:
        message = say(
            "nobody answers for workflow `{flow}`", "流程 `{flow}` 无人负责", flow=workflow
        )
    else:
        message = say(
            "workflow `{flow}` has no `owner`, and its steps have {n} different A",
            "流程 `{flow}` 没有 `owner`，各步骤又有 {n} 个不同的 A",
            flow=workflow,
            n=len(leads),
        )
    return Finding(
        context.at(workflow),
        message,
        say(
            "name one role as `owner`, perhaps one of {leads}",
            "请指定一个岗位为 `owner`，例如以下之一：{leads}",
            leads=quoted(leads[:4]),
        )
        if leads
        else say("name one role as `owner`", "请指定一个岗位为 `owner`"),
    )
