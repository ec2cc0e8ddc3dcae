"""WFL019: long-approval-chain."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.doing import leading, verb_of
from orgspec.graph.flow import Flow
from orgspec.graph.onward import onward


@frozen
class Options:
    """Threshold.

    Attributes:
        max_approvals: how many approvals and checks may follow one another.
            一条路径上最多可以连续有几个审批或审核步骤。
    """

    max_approvals: int = 3


@rule("WFL019", "long-approval-chain", since="0.1", severity=Severity.WARNING, options=Options)
def long_approval_chain(context: Context) -> Iterator[Finding]:
    """
    More than `max_approvals` (3) steps of verb class authorise or check follow one another on a
    path. Events and gateways in between do not count, and edges that lead back are not followed.
    One finding for all chains that hang together: the longest.

    ## Why
    Each approver trusts the others to have looked, so nobody looks; the case waits on every desk,
    and who really decided cannot be told.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
      clerk: {reports_to: manager}
    workflows:
      expense:
        owner: director
        steps:
          claim: {raci: clerk, next: review}
          review: {raci: manager, action: review, next: verify}
          verify: {raci: clerk, action: verify, next: approve}
          approve: {raci: manager, action: approve, next: release}
          release: {raci: director, action: authorise, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
      clerk: {reports_to: manager}
    workflows:
      expense:
        owner: director
        steps:
          claim: {raci: clerk, next: review}
          review:
            raci: manager
            action: review
            next: [{to: approve, when: amount <= 5000}, {to: release, otherwise: true}]
          approve: {raci: manager, action: approve, end: true}
          release: {raci: director, action: authorise, end: true}
    ```

    ## Source
    Approval by exception and delegation of authority; in China 审批环节精简.

    ---
    一条路径上连续有超过 `max_approvals`（3）个审批类或审核类步骤。其间的事件和网关不计，
    返回的连线不跟随。相连的各条链只报告最长的一条。

    ## 为什么
    每个审批人都以为别人看过，结果没有人真看；事情在每张桌上等待，最后也说不清究竟是谁决定的。

    ## 怎么改
    请把审批分级：小额的由较低一级决定即可，按例外上报；重复的审核请合并。

    ## 来源
    例外审批与授权；审批环节精简。
    """
    graph = context.graph
    for flow in graph.flows.values():
        approving = {s.id for s in flow.steps if verb_of(graph, s) in ("authorise", "check")}
        if len(approving) < 2:
            continue
        limit = _limit(context, flow)
        if len(approving) <= limit:
            continue
        between = {s.id for s in flow.steps if s.id not in approving and leading(graph, s)}
        for chain in _chains(flow, approving, between):
            if len(chain) > limit:
                yield _finding(context, flow, chain, limit)


def _limit(context: Context, flow: Flow) -> int:
    """How many approvals may follow one another in a workflow: its owner's department says."""
    owners = context.links.targets(flow.workflow.address, "owner")
    owner = owners[0].partition("/")[2] if owners else ""
    unit = context.graph.department_of_role.get(owner)
    return context.options(Options, unit, flow.workflow).max_approvals


def _chains(flow: Flow, approving: set[str], between: set[str]) -> Iterator[tuple[str, ...]]:
    """The longest chain of approvals in each part of a workflow, in time linear in its edges."""
    longest: dict[str, int] = {}
    previous: dict[str, str] = {}
    for step, before in onward(flow).within(approving | between):
        best = max(before, key=longest.__getitem__, default=None)
        longest[step] = (longest[best] if best is not None else 0) + (step in approving)
        if best is not None:
            previous[step] = best
    for group in flow.components(longest):
        at = max(group, key=longest.__getitem__)
        chain = [at]
        while chain[-1] in previous:
            chain.append(previous[chain[-1]])
        yield tuple(step for step in reversed(chain) if step in approving)


def _finding(context: Context, flow: Flow, chain: tuple[str, ...], limit: int) -> Finding:
    """One chain, at the first step that is too many."""
    steps = [context.organisation.steps[id_] for id_ in chain]
    excess = steps[limit]
    return Finding(
        context.at(excess, "action"),
        say(
            "{n} approvals and checks follow one another in workflow `{flow}`, more than {limit}:"
            " {steps}",
            "流程 `{flow}` 中连续有 {n} 个审批或审核步骤，超过 {limit} 个：{steps}",
            n=len(steps),
            limit=limit,
            flow=flow.workflow,
            steps=tuple(f"`{step.local}`" for step in steps),
        ),
        say(
            "let small cases end at an earlier approval, and merge checks of the same thing",
            "请让小额事项在较早的审批处结束，并合并对同一事物的审核",
        ),
        related=tuple(
            context.at(step, "action", message=say("{n}", "{n}", n=number))
            for number, step in enumerate(steps, start=1)
            if step is not excess
        ),
    )
