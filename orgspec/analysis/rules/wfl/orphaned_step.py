"""WFL003: orphaned-step."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.flow import Flow
from orgspec.graph.written import is_written


@rule("WFL003", "orphaned-step", since="0.1", yields_to=("WFL005",))
def orphaned_step(context: Context) -> Iterator[Finding]:
    """
    A step that no path from a start reaches; one finding a lost group, at its first step.

    ## Why
    Nobody ever gets there, so nobody ever does it: work that is described and never done, or an
    edge that was forgotten.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: clerk, end: true}
          archive: {raci: clerk, end: true}
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
          confirm: {raci: clerk, next: archive}
          archive: {raci: clerk, end: true}
    ```

    ## Source
    No dead transitions, a condition of soundness of workflow nets (van der Aalst).

    ---
    从任何起点都无法到达的步骤；每一组脱节的步骤报告一次，指向其中第一个。

    ## 为什么
    没有路径通向它，就永远不会有人做：要么是写了却不做的工作，要么漏写了一条连线。

    ## 怎么改
    请在应当先行的步骤上写 `next` 指向它；若它另有触发，请写 `start: true` 和 `trigger`；
    多余的请删去。

    ## 来源
    没有死变迁：工作流网健全性的条件之一（van der Aalst）。
    """
    for flow in context.graph.flows.values():
        reached = flow.reachable(flow.starts)
        lost = [step.id for step in flow.steps if step.id not in reached]
        if lost and not _is_unclear(context, flow, reached):
            for group in flow.components(lost):
                yield _lost(context, flow, group)


def _is_unclear(context: Context, flow: Flow, reached: frozenset[str]) -> bool:
    """Whether an edge out of a reached step is broken: it may be the one that leads there."""
    for step in flow.steps:
        if step.id not in reached:
            continue
        links = context.links.of(step.address, "next")
        if any(link.target is None for link in links):
            return True
        if not step.next and is_written(context.program, step.address, "next"):
            return True
    return False


def _lost(context: Context, flow: Flow, group: tuple[str, ...]) -> Finding:
    """One group of steps that hang together and cannot be reached."""
    steps = context.organisation.steps
    inside = {t for s in group for t in flow.successors.get(s, ())}
    entry = next((s for s in group if s not in inside), group[0])
    first = steps[group[0]]
    others = [steps[id_] for id_ in group if id_ != first.id]
    starts = [steps[id_] for id_ in flow.starts]
    return Finding(
        context.at(first),
        say(
            "no path from the start reaches step `{step}`",
            "从起点无法到达步骤 `{step}`",
            step=first,
        )
        if not others
        else say(
            "no path from the start reaches step `{step}` and {n} more after it",
            "从起点无法到达步骤 `{step}` 及与之相连的 {n} 个步骤",
            step=first,
            n=len(others),
        ),
        say(
            "name `{entry}` in the `next` of the step before it, or give it `start: true` and a"
            " `trigger`",
            "请在其前一步骤的 `next` 中写 `{entry}`，或为它写 `start: true` 和 `trigger`",
            entry=steps[entry].local,
        ),
        related=(
            *(context.at(s, message=say("not reached either", "同样无法到达")) for s in others),
            *(context.at(s, message=say("the start", "起点")) for s in starts),
        ),
    )
