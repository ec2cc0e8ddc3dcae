"""WFL004: stuck-step."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.flow import Flow


@rule("WFL004", "stuck-step", since="0.1", yields_to=("WFL002",))
def stuck_step(context: Context) -> Iterator[Finding]:
    """
    Steps that lead round and out of which no edge goes, in a workflow that has an end; one
    finding a group, at the step where it is entered.

    ## Why
    A run that enters never comes out: the case goes to and fro for ever while the workflow looks
    as if it had an end.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: [{to: done, when: complete}, {to: ask, otherwise: true}]}
          ask: {raci: clerk, next: [{to: wait, at_most: 3}]}
          wait: {raci: clerk, next: ask}
          done: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: [{to: done, when: complete}, {to: ask, otherwise: true}]}
          ask: {raci: clerk, next: wait}
          wait:
            raci: clerk
            next: [{to: done, when: answered}, {to: ask, otherwise: true, at_most: 3}]
          done: {raci: clerk, end: true}
    ```

    ## Source
    Option to complete, the first condition of soundness of workflow nets (van der Aalst).

    ---
    流程有终点，但其中一些步骤绕成圈而没有出口；每一组报告一次，指向进入该圈的步骤。

    ## 为什么
    一旦进入便无法离开：事情永远来回，而流程看上去却有终点。

    ## 怎么改
    请为圈中某个步骤增加一条通向终点的 `next`。

    ## 来源
    可完成性：工作流网健全性的第一个条件（van der Aalst）。
    """
    for flow in context.graph.flows.values():
        if not any(step.end or not step.next for step in flow.steps):
            continue  # nothing ends at all: WFL002
        reached: frozenset[str] | None = None
        for group in flow.traps() if _strands(flow) else ():
            reached = flow.reachable(flow.starts) if reached is None else reached
            if group[0] in reached and not _has_exit(context, group):
                yield _stuck(context, flow, group)


def _strands(flow: Flow) -> bool:
    """Whether from some step no path leads to one without successor: else nothing is stuck."""
    ways_out = [s.id for s in flow.steps if s.end or not flow.successors.get(s.id)]
    return len(flow.reaching(ways_out)) < len(flow.steps)


def _has_exit(context: Context, group: tuple[str, ...]) -> bool:
    """Whether a step of a group ends, or has an edge to a name that nothing declares."""
    steps = [context.organisation.steps[id_] for id_ in group]
    return any(
        step.end or any(x.target is None for x in context.links.of(step.address, "next"))
        for step in steps
    )


def _stuck(context: Context, flow: Flow, group: tuple[str, ...]) -> Finding:
    """One circle without a way out."""
    inside = frozenset(group)
    steps = context.organisation.steps
    doors = [e for e in flow.edges if e.target in inside and e.source not in inside]
    entry = steps[doors[0].target] if doors else steps[flow.starts[0]]
    if entry.id not in inside:
        entry = steps[group[0]]
    others = [steps[id_] for id_ in group if id_ != entry.id]
    entered = (
        (context.at(steps[doors[0].source], "next", message=say("entered from here", "由此进入")),)
        if doors
        else ()
    )
    ends = next((s for s in flow.steps if s.end), None)
    return Finding(
        context.at(entry),
        say(
            "what comes to step `{step}` goes round for ever: no edge leads out of {group}",
            "进入步骤 `{step}` 后将永远绕圈：{group} 没有出口",
            step=entry,
            group=tuple(f"`{steps[id_].local}`" for id_ in group),
        ),
        say(
            "add a `next` that leads out, for instance to `{end}`",
            "请增加一条离开的 `next`，例如通向 `{end}`",
            end=ends.local,
        )
        if ends is not None
        else say("add a `next` that leads out", "请增加一条离开的 `next`"),
        related=(
            *(context.at(s, "next", message=say("leads back", "又绕回去")) for s in others),
            *entered,
        ),
    )
