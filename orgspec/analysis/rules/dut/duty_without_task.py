"""DUT001: duty-without-task."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.peers import kept_by_peers
from orgspec.graph.written import is_written


@rule("DUT001", "duty-without-task", since="0.1", severity=Severity.WARNING)
def duty_without_task(context: Context) -> Iterator[Finding]:
    """
    A duty without `tasks` that no step names, where half of the duties of its R roles have some.

    ## Why
    A duty says what for; its tasks or steps say what to do on Monday morning. Without either it
    cannot be handed to a newcomer.

    ## Example
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, tasks: [work out the price, send the quotation]}
      contracting: {raci: seller}
    ```

    ## Instead
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, tasks: [work out the price, send the quotation]}
      contracting: {raci: seller, tasks: [draft the contract, follow the signing]}
    ```

    ## Source
    Practice of job description sheets (岗位说明书): duties are broken down into tasks.

    ---
    职责没有 `tasks`，也没有流程步骤属于它，而其执行岗位半数的职责都有。

    ## 为什么
    职责说明为何而做，任务或步骤说明具体做什么。两者都没有，新人便无从下手。

    ## 怎么改
    请写明 `tasks`，或在流程步骤中用 `duty` 指向它。

    ## 来源
    岗位说明书的做法：职责分解为工作任务。
    """
    lacking = [duty for duty in context.organisation.duties.values() if not duty.tasks]
    if not lacking:
        return
    kept = kept_by_peers(context.graph, lambda duty: duty.tasks)
    for duty in lacking:
        if is_written(context.program, duty.address, "tasks"):
            continue
        if not context.given(kept[duty.id]) or context.graph.steps_of(duty):
            continue
        yield Finding(
            context.at(duty),
            say(
                "duty `{duty}` has no tasks, and no step names it",
                "职责 `{duty}` 没有工作任务，也没有流程步骤属于它",
                duty=duty,
            ),
            say(
                "write what is done in `tasks`, or name it as the `duty` of a step",
                "请在 `tasks` 写明具体做什么，或在流程步骤中用 `duty` 指向它",
            ),
        )
