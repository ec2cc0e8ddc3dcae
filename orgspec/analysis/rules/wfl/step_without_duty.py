"""WFL015: step-without-duty."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import is_written
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step


@rule("WFL015", "step-without-duty", since="0.1", severity=Severity.INFO)
def step_without_duty(context: Context) -> Iterator[Finding]:
    """
    A step of work that names no `duty`. [if half of its workflow's steps name one] A step that
    calls another workflow is that workflow's work, and an approval under an `authority` is part
    of that.

    ## Why
    What belongs to no duty stands in no job description: whoever does the step was never told
    that it is theirs, and nobody counts the time that it takes.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    duties:
      order-entry: {raci: clerk}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {duty: order-entry, next: confirm}
          confirm: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    duties:
      order-entry: {raci: clerk}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {duty: order-entry, next: confirm}
          confirm: {duty: order-entry, end: true}
    ```

    ---
    没有写明 `duty` 的工作步骤。[若同一流程半数步骤写有] 调用其他流程的步骤属于那个流程的工作，
    依据 `authority` 的审批属于该权限。

    ## 为什么
    不属于任何职责的工作不会出现在岗位说明书里：做的人从未被告知这是他的事，也没有人计算它占用的时间。

    ## 怎么改
    请在步骤上写明它所属的 `duty`；若尚无这样的职责，请先声明。
    """
    for workflow in context.organisation.workflows.values():
        work = [step for step in workflow.steps if _wants_one(step)]
        bare = [step for step in work if not _names_one(context, step)]
        if bare and context.half(work, lambda step: step.duty is not None):
            for step in bare:
                yield Finding(
                    context.at(step),
                    say(
                        "step `{step}` of workflow `{flow}` belongs to no duty",
                        "流程 `{flow}` 的步骤 `{step}` 不属于任何职责",
                        step=step,
                        flow=workflow,
                    ),
                    say(
                        "name the `duty` that it is part of; declare one if there is none",
                        "请写明它所属的 `duty`；若没有，请先声明一项职责",
                    ),
                )


def _wants_one(step: Step) -> bool:
    """Whether a step is work of its own: no call, and no approval under an authority."""
    if step.nature != "work" or step.call is not None:
        return False
    return step.authority is None or verb_class(step.action or "") != "authorise"


def _names_one(context: Context, step: Step) -> bool:
    """Whether a step names a duty, sound or not."""
    return step.duty is not None or is_written(context.program, step.address, "duty")
