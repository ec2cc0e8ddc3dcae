"""WFL012: unowned-step."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.letters import duty_row, unclear
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step, Workflow


@rule("WFL012", "unowned-step", since="0.1")
def unowned_step(context: Context) -> Iterator[Finding]:
    """
    A step of work with neither R nor A, its own or its duty's. If no step of the workflow has
    one, that is one finding at the workflow. A duty that nobody does is found at the duty.

    ## Why
    What comes to a step that belongs to nobody stays there. Every step has somebody who does it
    (事事有人管).

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: clerk, end: true}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix; 人人有事干，事事有人管.

    ---
    工作步骤既没有 R 也没有 A，自身没有，所属职责也没有。
    若整个流程的步骤都没有，则在流程处报告一次。无人承担的职责在职责处报告。

    ## 为什么
    事情到了没有主人的步骤就会停在那里。事事都应有人管。

    ## 怎么改
    请为步骤写 `raci`，或用 `duty` 指明它所属的职责。

    ## 来源
    责任矩阵的横向分析；人人有事干，事事有人管。
    """
    lettered = any(row.cells for row in context.graph.rows.values())
    for workflow in context.organisation.workflows.values():
        work = [step for step in workflow.steps if step.nature == "work"]
        unowned = [step for step in work if _is_unowned(context, step)]
        told = [step for step in unowned if not (lettered and _is_of_its_duty(context, step))]
        if told and len(told) == len(work):
            yield _nobody(context, workflow, work)
            continue
        for step in told:
            yield Finding(
                context.at(step),
                say(
                    "nobody does step `{step}` of workflow `{flow}`, and nobody answers for it",
                    "流程 `{flow}` 的步骤 `{step}` 无人执行，也无人负责",
                    step=step,
                    flow=workflow,
                ),
                say(
                    "write its `raci`, or the `duty` that it belongs to",
                    "请写明它的 `raci`，或它所属的 `duty`",
                ),
            )


def _is_unowned(context: Context, step: Step) -> bool:
    """Whether a step has no R and no A, for certain.

    An approval is its authority's: one that nobody holds, or not so far, is found there.
    """
    graph = context.graph
    if graph.row(step).acting("A", "R"):
        return False
    if step.authority is not None and verb_class(step.action or "") == "authorise":
        return False
    if any(link.target is None for link in context.links.of(step.address, "call")):
        return False
    return not unclear(graph, step, "R") and not unclear(graph, step, "A")


def _is_of_its_duty(context: Context, step: Step) -> bool:
    """Whether a step only takes over what its duty lacks: RAC004 says so at the duty."""
    duty = duty_row(context.graph, step)
    return duty is not None and not step.raci and not duty.acting("A", "R")


def _nobody(context: Context, workflow: Workflow, work: list[Step]) -> Finding:
    """No step of a workflow has anybody."""
    return Finding(
        context.at(workflow),
        say(
            "no step of workflow `{flow}` has anybody who does it or answers for it",
            "流程 `{flow}` 的所有步骤都无人执行，也无人负责",
            flow=workflow,
        ),
        say(
            "write `raci` on its {n} steps, or the `duty` that each belongs to",
            "请为它的 {n} 个步骤写明 `raci`，或各自所属的 `duty`",
            n=len(work),
        ),
    )
