"""TIM002: infeasible-limit."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, say
from orgspec.graph.flow import Flow
from orgspec.graph.time.calendar import working_calendar
from orgspec.graph.time.limits import Limits
from orgspec.graph.time.timing import Stage, Timing, may_exceed, timing


@rule("TIM002", "infeasible-limit", since="0.1")
def infeasible_limit(context: Context) -> Iterator[Finding]:
    """
    The limits of the steps along the longest path of a workflow, with those of the handoffs between
    them, add up to more than the workflow's own `within`. Of choices the longest counts, of
    parallel branches too; a loop counts once more, or `at_most` times. Where working time and clock
    time meet, it is found only if it is so however the days fall.

    ## Why
    Everybody keeps the limit of his own step, and the whole is late all the same. One of the two
    promises cannot be kept.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        within: 3 working days
        steps:
          enter: {raci: clerk, within: 1 working day, next: confirm}
          confirm: {raci: clerk, within: 3 working days, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        within: 5 working days
        steps:
          enter: {raci: clerk, within: 1 working day, next: confirm}
          confirm: {raci: clerk, within: 3 working days, end: true}
    ```

    ## Source
    Kelley and Walker, Critical-Path Planning and Scheduling (1959): the critical path method.

    ---
    流程最长路径上各步骤的时限，加上其间交接的时限，超过了流程自身的 `within`。
    多个选择取最长的，并行分支也取最长的；回路多走一次，或走 `at_most` 次。
    工作时间与自然时间并存时，只有无论日子怎样落都超出才报告。

    ## 为什么
    每个人都守住了自己那一步的时限，整个流程仍然超时：两个承诺之中必有一个无法兑现。

    ## 怎么改
    请放宽流程的 `within`，或缩短路径上的步骤；`orgspec show workflow/… --time` 列出整条路径。

    ## 来源
    Kelley 与 Walker（1959）：关键路径法（CPM）。
    """
    calendar = working_calendar(context.organisation.profile.calendar)
    limits = Limits(context.graph, calendar)
    for flow in context.graph.flows.values():
        if flow.workflow.within is None or not flow.workflow.within.is_positive:
            continue
        if not may_exceed(context.graph, flow, limits):
            continue
        found = timing(context.graph, flow, limits, with_room=False)
        if found.limit is not None and calendar.exceeds(found.total, found.limit):
            yield _finding(context, flow, found)


def _finding(context: Context, flow: Flow, found: Timing) -> Finding:
    """A workflow that its own steps make late."""
    return Finding(
        context.at(flow.workflow, "within"),
        say(
            "the limits along the longest path of `{flow}` add up to {total}; it may take {limit}",
            "`{flow}` 最长路径上的时限合计 {total}，而流程只允许 {limit}",
            flow=flow.workflow,
            total=found.total,
            limit=found.limit,
        ),
        say(
            "allow {total}, or shorten steps of the path; the longest is `{step}`",
            "请放宽到 {total}，或缩短路径上的步骤；其中最长的是 `{step}`",
            total=found.total,
            step=context.organisation.steps[_longest(found).step],
        ),
        related=tuple(_told(context, found)),
    )


def _longest(found: Timing) -> Stage:
    """The step that takes most of the path."""
    return max(found.run, key=lambda stage: stage.limit.seconds)


def _told(context: Context, found: Timing) -> Iterator[Label]:
    """The path: every handoff and step that takes time, with the time so far, each once.

    What stands on it several times, because of loops, is told where it comes for the last time.
    """
    last = {stage.step: place for place, stage in enumerate(found.run)}
    times: dict[str, int] = {}
    for place, stage in enumerate(found.run):
        times[stage.step] = times.get(stage.step, 0) + stage.times
        if last[stage.step] != place:
            continue
        step = context.organisation.steps[stage.step]
        if stage.handoff is not None:
            yield context.at(
                context.organisation.handoffs[stage.handoff],
                "within",
                message=say(
                    "before `{step}`: {wait}", "`{step}` 之前：{wait}", step=step, wait=stage.wait
                ),
            )
        if stage.limit:
            yield context.at(
                step,
                "within" if step.within is not None else "call",
                message=say(
                    "{limit}, {total} so far",
                    "{limit}，累计 {total}",
                    limit=stage.limit,
                    total=stage.total,
                )
                if times[stage.step] == 1
                else say(
                    "{limit}, {n} times, {total} so far",
                    "{limit}，共 {n} 次，累计 {total}",
                    limit=stage.limit,
                    n=times[stage.step],
                    total=stage.total,
                ),
            )
