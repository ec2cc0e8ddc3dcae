"""HND002: incomplete-handoff."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.graph.written import is_written


@rule("HND002", "incomplete-handoff", since="0.1", severity=Severity.WARNING, yields_to=("HND003",))
def incomplete_handoff(context: Context) -> Iterator[Finding]:
    """
    A handoff without `artifacts`; or without `acceptance`, where half of the handoffs have it.

    ## Why
    Who is to receive something must know what, and when it is good enough to be taken; else work
    goes back and forth and each side is right.

    ## Example
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
    duties:
      quoting: {raci: seller}
      deciding: {raci: director}
    handoffs:
      quotation-for-decision: {from: seller, to: director}
    ```

    ## Instead
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
    duties:
      quoting: {raci: seller, deliverables: quotation}
      deciding: {raci: director, inputs: quotation}
    artifacts: {quotation: {}}
    handoffs:
      quotation-for-decision: {from: seller, to: director, artifacts: quotation}
    ```

    ## Source
    Interface agreements between units (协作接口): what passes, when, and what is accepted.

    ---
    交接没有 `artifacts`；或在半数交接都写了 `acceptance` 时，缺少 `acceptance`。

    ## 为什么
    接收的一方必须知道收什么、达到什么要求才算合格；否则来回返工，双方都有理。

    ## 怎么改
    请写明 `artifacts`（交接物）和 `acceptance`（验收标准）。

    ## 来源
    部门之间的协作接口：交接什么、何时交接、如何验收。
    """
    handoffs = context.organisation.handoffs.values()
    accepted = context.half(handoffs, lambda handoff: handoff.acceptance)
    fields = ("artifacts", "acceptance") if accepted else ("artifacts",)
    for handoff in handoffs:
        missing = [
            f
            for f in fields
            if not getattr(handoff, f) and not is_written(context.program, handoff.address, f)
        ]
        if missing:
            yield Finding(
                context.at(handoff),
                say(
                    "handoff `{handoff}` does not say {missing}",
                    "交接 `{handoff}` 未写明 {missing}",
                    handoff=handoff,
                    missing=quoted(missing),
                ),
                say(
                    "write what passes in `artifacts`, and when it is good enough in `acceptance`",
                    "请在 `artifacts` 写明交接什么，在 `acceptance` 写明怎样才算合格",
                ),
            )
