"""DUT002: duty-without-deliverable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.peers import kept_by_peers
from orgspec.graph.written import is_written
from orgspec.model.duty import Duty


@rule("DUT002", "duty-without-deliverable", since="0.1", severity=Severity.WARNING)
def duty_without_deliverable(context: Context) -> Iterator[Finding]:
    """
    A duty without `deliverables`, and without outputs on steps that name it, where half of the
    duties of its R roles have some.

    ## Why
    What a duty leaves behind is how anyone can see that it was done.

    ## Example
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, deliverables: quotation}
      contracting: {raci: seller}
    artifacts: {quotation: {retention: 2 years}}
    ```

    ## Instead
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, deliverables: quotation}
      contracting: {raci: seller, deliverables: contract}
    artifacts: {quotation: {retention: 2 years}, contract: {retention: 10 years}}
    ```

    ## Source
    Practice of job description sheets (岗位说明书): each duty has its result (工作成果).

    ---
    职责没有 `deliverables`，属于它的步骤也没有输出，而其执行岗位半数的职责都有。

    ## 为什么
    有工作成果，别人才看得出这项职责是否做了。

    ## 怎么改
    请写明 `deliverables`，或在属于它的步骤中写 `outputs`。

    ## 来源
    岗位说明书的做法：每项职责都有工作成果。
    """
    duties = context.organisation.duties.values()
    lacking = {duty.id: duty for duty in duties if not _has_result(context, duty)}
    if not lacking:
        return
    kept = kept_by_peers(context.graph, lambda duty: duty.id not in lacking)
    for duty in lacking.values():
        if not context.given(kept[duty.id]):
            continue
        yield Finding(
            context.at(duty),
            say(
                "nothing comes of duty `{duty}`: it has no deliverables",
                "职责 `{duty}` 没有工作成果",
                duty=duty,
            ),
            say(
                "name what it gives in `deliverables`",
                "请在 `deliverables` 写明它交付什么",
            ),
        )


def _has_result(context: Context, duty: Duty) -> bool:
    """Whether a duty, or a step that names it, gives anything."""
    if duty.deliverables or is_written(context.program, duty.address, "deliverables"):
        return True
    return any(step.outputs for step in context.graph.steps_of(duty))
