"""TIM001: no-time-limit."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.time.limits import called_by
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step


@rule("TIM001", "no-time-limit", since="0.1", severity=Severity.WARNING, yields_to=("TIM011",))
def no_time_limit(context: Context) -> Iterator[Finding]:
    """
    A step of work without `within`, if half of its workflow's steps have one. A step that calls a
    workflow has that one's limit. Events and gateways need none.

    ## Why
    Where the other steps have a limit, the one without is where work may lie for ever: no limit
    is missed there, so nobody is ever told.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, within: 4 hours, next: confirm}
          confirm: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, within: 4 hours, next: confirm}
          confirm: {raci: clerk, within: 1 working day, end: true}
    ```

    ---
    工作步骤没有 `within`，而所在流程至少一半的步骤都有。调用子流程的步骤沿用子流程的时限；
    事件和网关不需要时限。

    ## 为什么
    其他步骤都有时限，唯独这一步没有，事情就可能无限期地停在这里：没有时限可超，也就没有人会得知。

    ## 怎么改
    请为该步骤写 `within`，例如 `within: 1个工作日`。
    """
    for workflow in context.organisation.workflows.values():
        work = [step for step in workflow.steps if step.nature == "work"]
        without = [step for step in work if not _has_limit(context, step)]
        if not without or not context.half(work, lambda step: _has_limit(context, step)):
            continue
        example = next((step for step in work if step.within is not None), None)
        for step in without:
            yield Finding(
                context.at(step),
                say(
                    "step `{step}` has no time limit; {n} of the {all} steps of work of `{flow}`"
                    " have one",
                    "步骤 `{step}` 没有时限；`{flow}` 的 {all} 个工作步骤中有 {n} 个写了时限",
                    step=step,
                    flow=workflow,
                    n=len(work) - len(without),
                    all=len(work),
                ),
                say(
                    "write `within`: how long it may take at most",
                    "请写 `within`：最多可以用多长时间",
                ),
                related=()
                if example is None
                else (context.at(example, "within", message=say("has a limit", "有时限的步骤")),),
            )


def _has_limit(context: Context, step: Step) -> bool:
    """Whether a step has a limit, of its own or of the workflow that it calls."""
    if step.within is not None or is_written(context.program, step.address, "within"):
        return True
    if step.call is None:
        return False
    called = called_by(context.graph, step)
    return called is None or called.within is not None
