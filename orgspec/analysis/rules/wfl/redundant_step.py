"""WFL011: redundant-step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Message, Severity, say
from orgspec.graph.branches import all_are_read
from orgspec.graph.flow import Flow
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step

_DOES = ("raci", "duty", "action", "authority", "call", "inputs", "outputs", "within", "trigger")
"""Fields by which a gateway does more than lead on."""


@rule("WFL011", "redundant-step", since="0.1", severity=Severity.INFO, yields_to=("WFL003",))
def redundant_step(context: Context) -> Iterator[Finding]:
    """
    A step that only routes (`kind: gateway`, an `all` of one, `join: all` with one edge in) with
    one way in and one out. A start counts as a way in, an end as a way out.

    ## Why
    Nothing is decided, forked or joined here. Either the step can go, or a branch was forgotten.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: in-stock}
          in-stock: {kind: gateway, next: confirm}
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
          enter: {raci: clerk, next: in-stock}
          in-stock:
            kind: gateway
            next: [{to: confirm, when: in stock}, {to: decline, otherwise: true}]
          confirm: {raci: clerk, end: true}
          decline: {raci: clerk, end: true}
    ```

    ## Source
    Structural BPMN lint rules: superfluous gateways.

    ---
    只起路由作用（`kind: gateway`、只有一项的 `all`、只有一条进入连线的 `join: all`），
    却只有一条进路、一条出路的步骤。起点算一条进路，终点算一条出路。

    ## 为什么
    这里既不判断，也不分叉、不汇合。要么这一步可以去掉，要么漏写了一条分支。

    ## 怎么改
    请去掉这一步（或 `all`、`join`），或补上漏写的分支。

    ## 来源
    BPMN 结构检查规则：多余的网关。
    """
    for flow in context.graph.flows.values():
        suspects = [step for step in flow.steps if _routes(step)]
        if not suspects or _is_unclear(context, flow):
            continue
        ways_in = Counter([*(edge.target for edge in flow.edges), *flow.starts])
        for step in suspects:
            if ways_in[step.id] == 1 and _ways_out(step) == 1:
                yield _finding(context, step, ways_in)


def _routes(step: Step) -> bool:
    """Whether something about a step is there for routing alone."""
    return _is_bare_gateway(step) or step.join == "all" or any(x.all for x in step.next)


def _is_bare_gateway(step: Step) -> bool:
    """Whether a step is a gateway that does nothing besides."""
    return step.nature == "gateway" and not any(getattr(step, field) for field in _DOES)


def _is_unclear(context: Context, flow: Flow) -> bool:
    """Whether some edge is broken: it may be the second way."""
    for step in flow.steps:
        if any(link.target is None for link in context.links.of(step.address, "next")):
            return True
        if not all_are_read(context.graph, step):
            return True
        if not step.next and is_written(context.program, step.address, "next"):
            return True
    return False


def _ways_out(step: Step) -> int:
    """The edges out of a step, and its end."""
    return sum(len(transition.targets) for transition in step.next) + step.end


def _finding(context: Context, step: Step, ways_in: Mapping[str, int]) -> Finding:
    """One step, at what makes it route."""
    if _is_bare_gateway(step):
        place = context.at(step, "kind")
        what = say(
            "gateway `{step}` decides nothing: one way leads in and one out",
            "网关 `{step}` 不作任何判断：只有一条进路和一条出路",
            step=step,
        )
    elif step.join == "all" and ways_in[step.id] == 1:
        place = context.at(step, "join")
        what = say(
            "step `{step}` waits for all branches, and only one leads to it",
            "步骤 `{step}` 等待所有分支，却只有一条通向它",
            step=step,
        )
    else:
        place = context.at(step, "next", 0, "all")
        what = say(
            "step `{step}` forks into one branch only",
            "步骤 `{step}` 的 `all` 只有一条分支",
            step=step,
        )
    return Finding(place, what, _help(step))


def _help(step: Step) -> Message:
    """What to do about it."""
    target = next((t for transition in step.next for t in transition.targets), "")
    if not _is_bare_gateway(step):
        return say(
            "drop `join` and `all` here, or write the branch that is missing",
            "请去掉此处的 `join` 和 `all`，或补上漏写的分支",
        )
    if not target:
        return say("drop it, or write the branch that is missing", "请去掉它，或补上漏写的分支")
    return say(
        "lead straight to `{target}`, or write the branch that is missing",
        "请直接通向 `{target}`，或补上漏写的分支",
        target=target,
    )
