"""RAC003: no-responsible."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.letters import lacks, sign_of
from orgspec.model.duty import Duty


@rule("RAC003", "no-responsible", since="0.1")
def no_responsible(context: Context) -> Iterator[Finding]:
    """
    A duty, or a step with letters of its own, that somebody answers for and nobody does: it has
    an A and no letter that acts as R. Who only supports (S) does not carry it.

    ## Why
    Who answers for work that no post does will do it at night, or not at all. Where the one who
    answers does it too, the matrix should say so: `A/R`.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-manager}}
      market-report: {raci: {A: sales-manager}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-manager}}
      market-report: {raci: {A/R: sales-manager}}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix: every activity has at least one R.

    ---
    职责（或自有字母的步骤）有人负责，却无人执行：有 A，没有起 R 作用的字母。仅支持（S）不算执行。

    ## 为什么
    有人负责而没有岗位去做的事，往往无人落实。若由负责人自己执行，也应写明：`A/R`。

    ## 怎么改
    请写明执行岗位，例如 `R: sales-rep`；由负责人自己执行时写 `A/R`。

    ## 来源
    责任矩阵的横向分析：每项活动至少有一个 R。
    """
    sign = sign_of(context.graph, "R")
    for row in context.graph.written_rows:
        answers = row.accountable
        if answers is None or not lacks(context.graph, row, "R"):
            continue
        if not isinstance(row.of, Duty) and (row.of.nature != "work" or row.of.call):
            continue
        label = say("no {sign} here", "此处没有 {sign}", sign=sign)
        yield Finding(
            context.at(row.of, "raci", key=True, message=label),
            say("nobody does `{what}`", "`{what}` 无人执行", what=row.of),
            say(
                "name who does it under `{sign}`; if `{one}` does, write `{a}/{sign}: {one}`",
                "请在 `{sign}` 下写明执行方；自己执行时写 `{a}/{sign}: {one}`",
                sign=sign,
                a=answers.sign,
                one=answers.text,
            ),
            related=(
                context.at(
                    answers.holder,
                    *answers.route,
                    message=say("answers for it", "对此负责"),
                ),
            ),
        )
