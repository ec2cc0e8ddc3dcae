"""TIM007: no-escalation."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import is_written
from orgspec.model.workflow import Handoff, Workflow

_Limited = Workflow | Handoff


@rule("TIM007", "no-escalation", since="0.1", severity=Severity.WARNING)
def no_escalation(context: Context) -> Iterator[Finding]:
    """
    A workflow or handoff with a limit and no `escalation`, if half of the workflows (handoffs) with
    limits have one. A workflow's ladder serves its steps; it needs none if each of its steps with a
    limit has its own. One finding each.

    ## Why
    A limit that nothing follows from is a wish. Whoever misses it need only keep quiet.

    ## Example
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        within: 3 working days
        escalation: {after: 4 hours, to: owner}
        steps:
          enter: {raci: {A: lead, R: clerk}, end: true}
      returns:
        owner: lead
        within: 3 working days
        steps:
          take-back: {raci: {A: lead, R: clerk}, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        within: 3 working days
        escalation: {after: 4 hours, to: owner}
        steps:
          enter: {raci: {A: lead, R: clerk}, end: true}
      returns:
        owner: lead
        within: 3 working days
        escalation: {after: 1 working day, to: owner}
        steps:
          take-back: {raci: {A: lead, R: clerk}, end: true}
    ```

    ## Source
    ITIL, incident management: hierarchic escalation.

    ---
    流程或交接有时限而没有 `escalation`，且至少一半有时限的流程（交接）写了上报。
    流程的上报规则适用于它的各步骤；若每个有时限的步骤都有自己的上报规则，流程可以不写。各报告一次。

    ## 为什么
    超了也没有任何后果的时限只是愿望：误了的人只要不声张就行。

    ## 怎么改
    请写 `escalation: [{after: 1个工作日, to: superior}, {after: 2个工作日, to: owner}]`。

    ## 来源
    ITIL 事件管理：逐级上报。
    """
    workflows = [w for w in context.organisation.workflows.values() if _is_limited(w)]
    handoffs = [h for h in context.organisation.handoffs.values() if _is_limited(h)]
    groups: tuple[list[_Limited], ...] = ([*workflows], [*handoffs])
    for group in groups:
        without = [each for each in group if not _has_ladder(context, each)]
        if without and context.half(group, lambda each: _has_ladder(context, each)):
            for each in without:
                yield _finding(context, each)


def _is_limited(of: _Limited) -> bool:
    """Whether there is a limit that may be missed."""
    if of.within is not None:
        return True
    return isinstance(of, Workflow) and any(step.within is not None for step in of.steps)


def _has_ladder(context: Context, of: _Limited) -> bool:
    """Whether something follows from each missed limit, or may: what cannot be read counts."""
    if of.escalation or is_written(context.program, of.address, "escalation"):
        return True
    if not isinstance(of, Workflow):
        return False
    limited = [step for step in of.steps if step.within is not None]
    return bool(limited) and all(
        step.escalation or is_written(context.program, step.address, "escalation")
        for step in limited
    )


def _finding(context: Context, of: _Limited) -> Finding:
    """A limit that nothing follows from."""
    place = (
        context.at(of, "within", message=say("a limit", "时限"))
        if of.within is not None
        else context.at(of)
    )
    if isinstance(of, Workflow) and of.within is None:
        n = sum(1 for step in of.steps if step.within is not None)
        message = say(
            "{n} step(s) of workflow `{flow}` have a limit, and nobody is told when it is missed",
            "流程 `{flow}` 有 {n} 个步骤写了时限，超时却不上报给任何人",
            flow=of,
            n=n,
        )
    else:
        message = say(
            "nobody is told when `{one}` misses its limit of {limit}",
            "`{one}` 超过 {limit} 的时限时不上报给任何人",
            one=of,
            limit=of.within,
        )
    return Finding(
        place,
        message,
        say(
            "write `escalation`: after how long, and to whom (`superior`, `owner`, `head`, a role)",
            "请写 `escalation`：超时多久后、上报给谁（`superior`、`owner`、`head` 或某岗位）",
        ),
    )
