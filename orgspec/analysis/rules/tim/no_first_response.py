"""TIM011: no-first-response."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.flow import Flow
from orgspec.graph.letters import unclear
from orgspec.graph.time.limits import called_by, is_emergency
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step


@rule(
    "TIM011",
    "no-first-response",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("WFL012", "RAC004", "RAC003"),
)
def no_first_response(context: Context) -> Iterator[Finding]:
    """
    An emergency workflow whose first step of work has no `within` or nobody who does it (no R).

    ## Why
    In an emergency the first answer decides. If it is open who gives it and how soon, everybody
    waits for everybody else.

    ## Example
    ```yaml
    roles:
      lead: {reports_to: none}
      guard: {reports_to: lead}
    workflows:
      fire:
        kind: emergency
        owner: lead
        steps:
          alarm: {raci: {A: lead, R: guard}, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      lead: {reports_to: none}
      guard: {reports_to: lead}
    workflows:
      fire:
        kind: emergency
        owner: lead
        steps:
          alarm: {raci: {A: lead, R: guard}, within: 5 minutes, end: true}
    ```

    ## Source
    ITIL, incident management: response time. Emergency plans (应急预案): 首问、首报责任.

    ---
    应急流程的第一个工作步骤没有 `within`，或没有人执行（没有 R）。

    ## 为什么
    紧急情况下，第一时间的响应决定结果。由谁响应、多快响应若不明确，人人都在等别人。

    ## 怎么改
    请为第一个步骤写 `within`，例如 `within: 15分钟`，并写明由谁执行。

    ## 来源
    ITIL 事件管理：响应时间；应急预案：首问、首报责任。
    """
    for flow in context.graph.flows.values():
        if is_emergency(flow.workflow):
            for step in _first(context, flow):
                has_limit = _has_limit(context, step)
                is_done = _is_done(context, step)
                if not (has_limit and is_done):
                    yield _finding(context, flow, step, has_limit, is_done)


def _first(context: Context, flow: Flow) -> Iterator[Step]:
    """The first steps of work from each start, behind events and gateways."""
    steps = context.organisation.steps
    seen = set(flow.starts)
    queue = list(flow.starts)
    for id_ in queue:
        if steps[id_].nature == "work":
            yield steps[id_]
            continue
        fresh = [x for x in flow.successors.get(id_, ()) if x not in seen]
        seen.update(fresh)
        queue.extend(fresh)


def _has_limit(context: Context, step: Step) -> bool:
    """Whether it is said how soon the step is done; a call has the limit of what it calls."""
    if step.within is not None or is_written(context.program, step.address, "within"):
        return True
    called = called_by(context.graph, step)
    return called.within is not None if called is not None else step.call is not None


def _is_done(context: Context, step: Step) -> bool:
    """Whether somebody does the step, or may: a call, an approval, a name of nothing."""
    graph = context.graph
    return bool(
        graph.row(step).responsible
        or step.call is not None
        or step.authority is not None
        or unclear(graph, step, "R")
    )


def _finding(context: Context, flow: Flow, step: Step, has_limit: bool, is_done: bool) -> Finding:
    """An emergency in which it is open who answers first, or how soon."""
    if is_done:
        message = say(
            "nothing says how soon emergency `{flow}` is answered: its first step `{step}` has no"
            " limit",
            "应急流程 `{flow}` 没有说明多快响应：第一个步骤 `{step}` 没有时限",
            flow=flow.workflow,
            step=step,
        )
    elif has_limit:
        message = say(
            "nobody answers emergency `{flow}`: its first step `{step}` has no R",
            "应急流程 `{flow}` 无人响应：第一个步骤 `{step}` 没有 R",
            flow=flow.workflow,
            step=step,
        )
    else:
        message = say(
            "the first step `{step}` of emergency `{flow}` has neither an R nor a limit",
            "应急流程 `{flow}` 的第一个步骤 `{step}` 既没有 R，也没有时限",
            flow=flow.workflow,
            step=step,
        )
    return Finding(
        context.at(step),
        message,
        say(
            "write `within` and who does it, R, on `{step}`",
            "请在 `{step}` 上写明 `within` 和执行人 R",
            step=step,
        ),
        related=(
            context.at(flow.workflow, "kind", message=say("an emergency workflow", "应急流程")),
        ),
    )
