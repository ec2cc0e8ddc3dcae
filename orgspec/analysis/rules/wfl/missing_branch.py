"""WFL008: missing-branch."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.branches import Branch, all_are_read, branches, says_when
from orgspec.model.workflow import Step


@rule(
    "WFL008",
    "missing-branch",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("WFL002", "WFL004", "WFL007"),
)
def missing_branch(context: Context) -> Iterator[Finding]:
    """
    An exclusive choice with two or more branches without `when`. Exactly one without it, or
    `otherwise: true`, is the default branch.

    ## Why
    Whoever stands at the choice cannot tell which way to go, and two people go two ways. Often
    both ways were meant, at once.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: [confirm, decline]}
          confirm: {raci: clerk, end: true}
          decline: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter:
            raci: clerk
            next: [{to: confirm, when: in stock}, {to: decline, otherwise: true}]
          confirm: {raci: clerk, end: true}
          decline: {raci: clerk, end: true}
    ```

    ## Source
    Exclusive gateways of BPMN: every branch but the default one has a condition.

    ---
    一个排他选择中有两条或更多分支没有 `when`。只有一条没有，或写明 `otherwise: true` 的，是默认分支。

    ## 为什么
    站在岔口的人不知道该走哪条路，两个人会走出两条路。常见的情况是：本来就想同时走。

    ## 怎么改
    请为每条分支写 `when`，为其余情况写 `otherwise: true`；若要同时进行，请写 `all`。

    ## 来源
    BPMN 排他网关：除默认分支外，每条分支都有条件。
    """
    locale = context.organisation.locales[0]
    for step in context.organisation.steps.values():
        if sum(each.when is None or each.when.bare == "" for each in step.next) < 2:
            continue  # nearly all: what follows would find nothing
        if not all_are_read(context.graph, step):
            continue
        ways = branches(step, locale)
        open_ = [each for each in ways if not says_when(context.graph, step, each)]
        if len(open_) > 1:
            # What says nothing comes before what at least says `otherwise`.
            yield _finding(context, step, sorted(open_, key=lambda b: b.transition.otherwise))


def _finding(context: Context, step: Step, open_: list[Branch]) -> Finding:
    """One choice that cannot be made."""
    targets = tuple(dict.fromkeys(t for each in open_ for t in each.transition.targets))
    first, *others = open_
    both = tuple(f"`{target}`" for target in targets)
    return Finding(
        context.at(step, *first.route, message=say("when?", "何时？")),
        say(
            "nothing says which way to go from step `{step}`: {ways} have no `when`",
            "步骤 `{step}` 之后走哪条路没有写明：{ways} 都没有 `when`",
            step=step,
            ways=both,
        ),
        say(
            "write `when` on each branch and `otherwise: true` on the one for all other cases, or"
            " `all: [{names}]` if all are done",
            "请为每条分支写 `when`，为其余情况写 `otherwise: true`；若全部都做，请写"
            " `all: [{names}]`",
            names=", ".join(targets),
        ),
        related=tuple(
            context.at(step, *each.route, message=say("or this way?", "还是走这里？"))
            for each in others
        ),
    )
