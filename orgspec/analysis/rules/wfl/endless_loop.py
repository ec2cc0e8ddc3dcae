"""WFL007: endless-loop."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.flow import Flow
from orgspec.graph.loops import knots
from orgspec.model.workflow import Step


@rule(
    "WFL007",
    "endless-loop",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("WFL002", "WFL004"),
)
def endless_loop(context: Context) -> Iterator[Finding]:
    """
    A loop that can be left, where neither the edge out nor the edge back has a `when` and no
    `at_most` bounds it; one finding a loop, at the step that decides.

    ## Why
    Nothing says when it is enough: a draft goes back and forth as often as somebody likes, and
    nobody can be held to a date.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
      manager: {reports_to: clerk}
    workflows:
      ordering:
        owner: clerk
        steps:
          draft: {raci: clerk, next: review}
          review: {raci: {A: clerk, R: manager}, next: [send, draft]}
          send: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
      manager: {reports_to: clerk}
    workflows:
      ordering:
        owner: clerk
        steps:
          draft: {raci: clerk, next: review}
          review:
            raci: {A: clerk, R: manager}
            next: [{to: draft, when: something is missing, at_most: 2}, {to: send, otherwise: true}]
          send: {raci: clerk, end: true}
    ```

    ## Source
    Structured loops need a condition and, in practice, a bound (workflow patterns, van der Aalst
    et al., 2003).

    ---
    可以离开的循环，其出口与回路都没有 `when`，也没有 `at_most` 限制次数；每个循环报告一次，
    指向作出选择的步骤。

    ## 为什么
    没有写明何时算够：稿子可以来回无数次，谁也无法对期限负责。

    ## 怎么改
    请为回路写上 `when` 或 `at_most`，出口写 `otherwise: true`。

    ## 来源
    结构化循环需要条件，实践中还应限制次数（工作流模式，van der Aalst 等，2003）。
    """
    for flow in context.graph.flows.values():
        reached: frozenset[str] | None = None
        for group in knots(flow.successors):
            if len(group) == 1 and not group <= set(flow.successors.get(min(group), ())):
                continue
            reached = flow.reachable(flow.starts) if reached is None else reached
            deciding = _deciding(flow, group)
            if group <= reached and deciding and not _is_bounded(flow, group, deciding):
                yield _finding(context, flow, group, deciding)


def _deciding(flow: Flow, group: frozenset[str]) -> list[Step]:
    """The steps of a loop that either stay in it or leave it, in written order."""
    found = []
    for step in flow.steps:
        if step.id not in group:
            continue
        places = {edge.place for edge in flow.edges if edge.source == step.id} if step.next else ()
        inside = [
            any(f"{step.workflow}/{t}" in group for t in step.next[place].targets)
            for place in sorted(places)
        ]
        if any(inside) and (not all(inside) or step.end):
            found.append(step)
    return found


def _is_bounded(flow: Flow, group: frozenset[str], deciding: list[Step]) -> bool:
    """Whether a condition tells who leaves, or a bound how often it goes round."""
    return any(branch.when is not None for step in deciding for branch in step.next) or any(
        edge.transition.at_most is not None
        for edge in flow.edges
        if edge.source in group and edge.target in group
    )


def _finding(context: Context, flow: Flow, group: frozenset[str], deciding: list[Step]) -> Finding:
    """A loop that nothing ends."""
    step = deciding[0]
    back = next(e for e in flow.edges if e.source == step.id and e.target in group)
    round_ = tuple(f"`{s.local}`" for s in flow.steps if s.id in group)
    target = context.organisation.steps[back.target]
    return Finding(
        context.at(step, "next"),
        say(
            "nothing says when the loop through {round} is left",
            "没有写明何时离开 {round} 构成的循环",
            round=round_,
        ),
        say(
            "write `{{to: {to}, when: …, at_most: 2}}` for the way back, `otherwise: true` for the"
            " way on",
            "请为回路写 `{{to: {to}, when: …, at_most: 2}}`，为继续的分支写 `otherwise: true`",
            to=target.local,
        ),
        related=tuple(
            context.at(each, message=say("in the loop", "循环中的步骤"))
            for each in flow.steps
            if each.id in group and each is not step
        ),
        address=step.address,
    )
