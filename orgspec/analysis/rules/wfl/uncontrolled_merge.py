"""WFL006: uncontrolled-merge."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.story import run_of
from orgspec.diagnostics import Label, say
from orgspec.graph.nets.soundness import Doubled


@rule("WFL006", "uncontrolled-merge", since="0.1")
def uncontrolled_merge(context: Context) -> Iterator[Finding]:
    """
    Branches of one `all` meet in a step without `join: all`, which so runs twice; a shortest run
    is told. A branch may end by itself.

    ## Why
    What is done twice is shipped twice, paid twice or answered twice. And whoever does it the
    first time begins before the other branch has finished.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: {all: [pick, invoice]}}
          pick: {raci: clerk, next: ship}
          invoice: {raci: clerk, next: ship}
          ship: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: {all: [pick, invoice]}}
          pick: {raci: clerk, next: ship}
          invoice: {raci: clerk, next: ship}
          ship: {raci: clerk, join: all, end: true}
    ```

    ## Source
    Proper completion and safeness of workflow nets (van der Aalst, 1998); “lack of
    synchronisation” in the practice of BPMN.

    ---
    同一个 `all` 的几个分支在没有 `join: all` 的步骤相遇，该步骤因而执行两次；报告会讲出最短的一次运行。
    分支可以自行结束。

    ## 为什么
    做两次就会发两次货、付两次款、答复两次；而第一次执行时，另一个分支还没有做完。

    ## 怎么改
    请在相遇的步骤写 `join: all`，或让其中一个分支自行结束（`end: true`）。

    ## 来源
    工作流网的正常完成与安全性（van der Aalst，1998）；BPMN 实践中的“缺少同步”。
    """
    for verdict in context.graph.soundness.values():
        for doubled in verdict.doubled:
            yield _finding(context, doubled)


def _finding(context: Context, doubled: Doubled) -> Finding:
    """The story of a step that runs twice at once."""
    steps = context.organisation.steps
    step = steps[doubled.step]
    one, other = (steps[id_] for id_ in doubled.sources)
    fork = steps[doubled.fork.step] if doubled.fork is not None else one
    if one is other:
        message = say(
            "`{step}` runs twice: `{one}` comes to it again while the first time is still open",
            "`{step}` 会执行两次：前一次尚未完成，`{one}` 又转到它",
            step=step,
            one=one,
        )
    else:
        message = say(
            "`{step}` runs twice: after `{fork}`, `{one}` and `{other}` run side by side and both"
            " lead to it",
            "`{step}` 会执行两次：`{fork}` 之后，`{one}` 与 `{other}` 并行，而且都转到它",
            step=step,
            fork=fork,
            one=one,
            other=other,
        )
    return Finding(
        context.at(step),
        message,
        say(
            "for instance {run}; write `join: all` at `{id}` if it is to wait for both, else end one"
            " of the branches",
            "例如：{run}；若应等待两者，请在 `{id}` 写 `join: all`，否则让其中一个分支自行结束",
            run=run_of(context, doubled.run),
            id=step.local,
        ),
        related=tuple(_places(context, doubled)),
    )


def _places(context: Context, doubled: Doubled) -> Iterator[Label]:
    """The fork, and the two steps that lead on."""
    steps = context.organisation.steps
    if doubled.fork is not None and doubled.fork.branch is not None:
        fork = steps[doubled.fork.step]
        message = say("side by side from here on", "从这里起并行")
        yield context.at(fork, "next", doubled.fork.branch, message=message)
    for id_ in dict.fromkeys(doubled.sources):
        yield context.at(steps[id_], "next", message=say("leads there", "转到该步骤"))
