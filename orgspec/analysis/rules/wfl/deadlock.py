"""WFL005: deadlock."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.story import run_of, way_of
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.nets.soundness import Stuck


@rule("WFL005", "deadlock", since="0.1", yields_to=("WFL002", "WFL004"))
def deadlock(context: Context) -> Iterator[Finding]:
    """
    Some run comes to a `join: all` that can never begin, because a branch that it waits for was
    not taken. A shortest such run is told; steps that wait behind it are not reported again.

    ## Why
    Nobody notices a case that waits for something which will never come: it is neither refused
    nor done, and everyone believes that it lies with somebody else.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: {all: [check, pick]}}
          check: {raci: clerk, next: [{to: ship, when: credit is good}, {to: refuse, otherwise: true}]}
          pick: {raci: clerk, next: ship}
          ship: {raci: clerk, join: all, end: true}
          refuse: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          check: {raci: clerk, next: [{to: enter, when: credit is good}, {to: refuse, otherwise: true}]}
          enter: {raci: clerk, next: {all: [pick, invoice]}}
          pick: {raci: clerk, next: ship}
          invoice: {raci: clerk, next: ship}
          ship: {raci: clerk, join: all, end: true}
          refuse: {raci: clerk, end: true}
    ```

    ## Source
    Option to complete, the first condition of soundness of workflow nets (van der Aalst, 1998).

    ---
    某次运行会走到一个永远无法开始的 `join: all`：它所等待的一个分支没有走到。报告会讲出最短的一次运行；
    在其后等待的步骤不再重复报告。

    ## 为什么
    等着永远不会来的东西，谁也察觉不到：事情既没有被拒绝，也没有完成，人人都以为在别人手里。

    ## 怎么改
    请让选择的各分支先合并，再进入汇合；或去掉 `join: all`。

    ## 来源
    可完成性：工作流网健全性的第一个条件（van der Aalst，1998）。
    """
    for verdict in context.graph.soundness.values():
        for stuck in verdict.stuck:
            yield _finding(context, stuck)


def _finding(context: Context, stuck: Stuck) -> Finding:
    """The story of a join that waits for ever."""
    steps = context.organisation.steps
    join = steps[stuck.join]
    missing = tuple(say("`{x}`", "`{x}`", x=steps[s]) for s in stuck.missing)
    return Finding(
        context.at(join, "join"),
        _message(context, stuck, missing),
        say(
            "for instance {run}; let the branches of a choice meet before `{join}`, or take"
            " `join: all` off it",
            "例如：{run}；请让选择的各分支在 `{join}` 之前合并，或去掉它的 `join: all`",
            run=run_of(context, stuck.run),
            join=join.local,
        ),
        related=tuple(_places(context, stuck)),
        address=join.address,
    )


def _message(context: Context, stuck: Stuck, missing: tuple[Message, ...]) -> Message:
    """What goes wrong, in one sentence."""
    steps = context.organisation.steps
    if stuck.turn is None:
        return say(
            "`{join}` waits for {come} and {missing}, and no run brings both",
            "`{join}` 同时等待 {come} 和 {missing}，而没有一次运行会两者都到",
            join=steps[stuck.join],
            come=tuple(say("`{x}`", "`{x}`", x=steps[s]) for s in stuck.come),
            missing=missing,
        )
    return say(
        "once `{turn}` {way}, `{join}` waits for {missing} for ever",
        "一旦 `{turn}` {way}，`{join}` 就会一直等待 {missing}",
        turn=steps[stuck.turn.step],
        way=way_of(context, stuck.turn),
        join=steps[stuck.join],
        missing=missing,
    )


def _places(context: Context, stuck: Stuck) -> Iterator[Label]:
    """The choice that goes the other way, what has come, what is waited for."""
    steps = context.organisation.steps
    if stuck.turn is not None:
        message = say("from here on it never comes", "从这里起就不会再来")
        turn = steps[stuck.turn.step]
        if stuck.turn.branch is None:
            yield context.at(turn, "end", message=message)
        else:
            yield context.at(turn, "next", stuck.turn.branch, message=message)
    for id_ in stuck.missing:
        yield context.at(steps[id_], message=say("waited for", "所等待的步骤"))
    for id_ in stuck.come:
        yield context.at(steps[id_], message=say("has come", "已经到达"))
