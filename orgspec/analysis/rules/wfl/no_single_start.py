"""WFL001: no-single-start."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.written import is_written
from orgspec.model.workflow import Workflow


@rule("WFL001", "no-single-start", since="0.1")
def no_single_start(context: Context) -> Iterator[Finding]:
    """
    A workflow without steps; or one with several `start: true` of which not each has a `trigger`
    of its own. Without any `start` the first written step starts.

    ## Why
    Who begins must be known. Two starts are sound where two different things set the work going;
    where nothing tells them apart, each side waits for the other or both begin.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      complaint:
        owner: clerk
        steps:
          call-in: {raci: clerk, start: true, trigger: a customer calls, next: answer}
          letter-in: {raci: clerk, start: true, next: answer}
          answer: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      complaint:
        owner: clerk
        steps:
          call-in: {raci: clerk, start: true, trigger: a customer calls, next: answer}
          letter-in: {raci: clerk, start: true, trigger: a letter comes, next: answer}
          answer: {raci: clerk, end: true}
    ```

    ## Source
    Workflow nets have one source place (van der Aalst); several start events need several
    triggers in BPMN.

    ---
    流程没有步骤；或有多个 `start: true` 的步骤，而其中有的没有写明各自的 `trigger`。
    未写 `start` 时，第一个步骤即起点。

    ## 为什么
    谁先开始必须清楚。只有由不同的事情触发时，多个起点才合理；否则要么互相等待，要么同时开始。

    ## 怎么改
    请只保留一个起点，或为每个起点写明 `trigger`。

    ## 来源
    工作流网只有一个源库所（van der Aalst）；BPMN 中多个开始事件须有各自的触发。
    """
    for workflow in context.organisation.workflows.values():
        if workflow.steps:
            yield from _several(context, workflow)
        elif not is_written(context.program, workflow.address, "steps"):
            yield Finding(
                context.at(workflow),
                say("workflow `{flow}` has no steps", "流程 `{flow}` 没有步骤", flow=workflow),
                say(
                    "write its `steps`; the first is the start",
                    "请写出它的 `steps`；第一个步骤为起点",
                ),
            )


def _several(context: Context, workflow: Workflow) -> Iterator[Finding]:
    """Several starts of which one at least lacks a trigger."""
    starts = [step for step in workflow.steps if step.start]
    if len(starts) < 2:
        return
    bare = [s for s in starts if not is_written(context.program, s.address, "trigger")]
    if not bare:
        return
    at = next((step for step in bare if step is not starts[0]), bare[0])
    yield Finding(
        context.at(at, "start"),
        say(
            "workflow `{flow}` has {n} starts, and nothing says what begins a run at `{step}`",
            "流程 `{flow}` 有 {n} 个起点，而 `{step}` 未写明由何事触发",
            flow=workflow,
            n=len(starts),
            step=at,
        ),
        say(
            "give each start a `trigger` of its own, or keep one `start: true`",
            "请为每个起点写明各自的 `trigger`，或只保留一个 `start: true`",
        ),
        related=tuple(
            context.at(s, "start", message=say("starts here too", "此处也是起点"))
            for s in starts
            if s is not at
        ),
    )
