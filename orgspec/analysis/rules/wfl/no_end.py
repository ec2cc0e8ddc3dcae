"""WFL002: no-end."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.flow import Flow
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step


@rule("WFL002", "no-end", since="0.1")
def no_end(context: Context) -> Iterator[Finding]:
    """
    A step that can be reached and has neither `next` nor `end: true`, or has both. If every step
    goes on and none ends, that is one finding at the workflow.

    ## Why
    A step without successor is either the end or was forgotten; only its author knows which. A
    run that never ends is never finished and never measured.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: clerk}
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
    Option to complete, the first condition of soundness of workflow nets (van der Aalst).

    ---
    可以到达的步骤既没有 `next` 也没有 `end: true`，或两者都有。
    若每个步骤都有后续而没有一个结束，则在流程处报告一次。

    ## 为什么
    没有后续的步骤要么是终点，要么是漏写，只有作者知道。永不结束的流程无法完成，也无法衡量。

    ## 怎么改
    请写明 `next`，或写 `end: true` 表示在此结束。

    ## 来源
    可完成性：工作流网健全性的第一个条件（van der Aalst）。
    """
    for flow in context.graph.flows.values():
        if not flow.steps:
            continue
        if all(s.next and not s.end for s in flow.steps):
            if not _may_end(context, flow):
                yield _endless(context, flow)
            continue
        reached = flow.reachable(flow.starts)
        for step in flow.steps:
            if step.id in reached:
                yield from _judge(context, step)


def _may_end(context: Context, flow: Flow) -> bool:
    """Whether some step has an `end` that could not be read."""
    return any(is_written(context.program, step.address, "end") for step in flow.steps)


def _endless(context: Context, flow: Flow) -> Finding:
    """Every step goes on."""
    last = flow.steps[-1]
    return Finding(
        context.at(flow.workflow),
        say(
            "workflow `{flow}` never ends: each of its steps goes on to another",
            "流程 `{flow}` 永不结束：每个步骤都有后续",
            flow=flow.workflow,
        ),
        say(
            "write `end: true` on the step that is the last one",
            "请在最后一个步骤上写 `end: true`",
        ),
        related=(context.at(last, "next", message=say("goes on here", "此处仍有后续")),),
    )


def _judge(context: Context, step: Step) -> Iterator[Finding]:
    """A step with both or neither."""
    if step.next and step.end:
        yield Finding(
            context.at(step, "end"),
            say(
                "step `{step}` ends its branch and goes on at once",
                "步骤 `{step}` 既结束分支又有后续",
                step=step,
            ),
            say("drop `end: true`, or its `next`", "请删去 `end: true`，或删去 `next`"),
            related=(context.at(step, "next", message=say("goes on here", "此处有后续")),),
        )
    written = (is_written(context.program, step.address, key) for key in ("next", "end"))
    if not step.next and not step.end and not any(written):
        yield Finding(
            context.at(step),
            say(
                "step `{step}` neither goes on nor ends",
                "步骤 `{step}` 既没有后续，也没有写明结束",
                step=step,
            ),
            say(
                "write `next: …`, or `end: true` if its branch ends here",
                "请写 `next: …`；若分支在此结束，请写 `end: true`",
            ),
        )
