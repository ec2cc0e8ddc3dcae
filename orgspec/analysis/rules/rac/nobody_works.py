"""RAC004: nobody-works."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.letters import sign_of, unclear


@rule("RAC004", "nobody-works", since="0.1")
def nobody_works(context: Context) -> Iterator[Finding]:
    """
    A duty that nobody answers for and nobody does: it has no letters, or only such as support,
    are consulted or informed. Silent in a specification without any letters.

    ## Why
    A duty without a post is a wish. In every organisation that divides its work there is
    somebody for everything that must be done (事事有人管).

    ## Example
    ```yaml
    roles:
      sales-manager: {}
    duties:
      quoting: {raci: sales-manager}
      market-report: {}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
    duties:
      quoting: {raci: sales-manager}
      market-report: {raci: sales-manager}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix; 人人有事干，事事有人管.

    ---
    职责既无人负责，也无人执行：没有任何字母，或只有支持、咨询、知会。全篇都没有字母时不检查。

    ## 为什么
    没有岗位承担的职责只是愿望。凡是必须做的事，都应有人管（事事有人管）。

    ## 怎么改
    请写明负责与执行的岗位，例如 `raci: {A: sales-manager, R: sales-rep}`。

    ## 来源
    责任矩阵的横向分析；人人有事干，事事有人管。
    """
    graph = context.graph
    if not context.given(any(row.cells for row in graph.rows.values())):
        return
    a, r = sign_of(graph, "A"), sign_of(graph, "R")
    for duty in context.organisation.duties.values():
        row = graph.row(duty)
        if row.accountable or row.responsible:
            continue
        if unclear(graph, duty, "A") or unclear(graph, duty, "R"):
            continue
        label = say("neither {a} nor {r}", "既无 {a} 也无 {r}", a=a, r=r)
        place = (
            context.at(duty, "raci", key=True, message=label)
            if duty.raci
            else context.at(duty, message=label)
        )
        yield Finding(
            place,
            say(
                "nobody answers for `{duty}`, and nobody does it",
                "`{duty}` 既无人负责，也无人执行",
                duty=duty,
            ),
            say(
                "write `raci: {{{a}: …, {r}: …}}`, or delete the duty",
                "请写上 `raci: {{{a}: …, {r}: …}}`，或删去该职责",
                a=a,
                r=r,
            ),
        )
