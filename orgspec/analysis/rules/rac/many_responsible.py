"""RAC005: many-responsible."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.letters import adds, duty_row, home, parties
from orgspec.graph.rows import Row


@frozen
class Options:
    """Thresholds of many-responsible.

    Attributes:
        max_responsible: The most parties that do a row without `split_by`.
            未写 `split_by` 时，一行执行方的上限。
    """

    max_responsible: int = 3


@rule("RAC005", "many-responsible", since="0.1", severity=Severity.WARNING, options=Options)
def many_responsible(context: Context) -> Iterator[Finding]:
    """
    More than `max_responsible` parties do one duty or step, and nothing says how they divide it.

    ## Why
    Where many do the same, what falls between them is done by none, and what lies in the middle
    is done twice. A duty that four posts share is usually several duties.

    ## Example
    ```yaml
    roles:
      manager: {}
      north-rep: {}
      south-rep: {}
      east-rep: {}
      west-rep: {}
    duties:
      visits:
        raci: {A: manager, R: [north-rep, south-rep, east-rep, west-rep]}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {}
      north-rep: {}
      south-rep: {}
      east-rep: {}
      west-rep: {}
    duties:
      visits:
        raci: {A: manager, R: [north-rep, south-rep, east-rep, west-rep]}
        split_by: region
    ```

    ## Source
    Horizontal analysis of a responsibility matrix.

    ---
    一项职责或步骤的执行方超过 `max_responsible` 个，且未说明如何分工。

    ## 为什么
    多人做同一件事，中间的空档无人做，重叠的部分又重复做。四个岗位共担的职责，通常是几项职责。

    ## 怎么改
    请用 `split_by` 写明如何划分，或拆成几项职责。

    ## 来源
    责任矩阵的横向分析。
    """
    for row in context.graph.written_rows:
        cells = parties(row, "R")
        if len(cells) < 2 or not adds(row, cells):
            continue
        limit = context.options(Options, home(context.graph, row), row.of).max_responsible
        if len(cells) <= limit:
            continue
        if _divided(context, row):
            continue
        over = next(c for c in (*cells[limit:], *cells) if c.holder == row.address)
        yield Finding(
            context.at(
                over.holder,
                *over.route[:2],
                message=say("{n} parties", "{n} 方", n=len(cells)),
            ),
            say(
                "{n} parties do `{what}`, more than {limit}, and nothing says how they divide it",
                "`{what}` 有 {n} 方执行，超过 {limit} 方，且未说明如何分工",
                n=len(cells),
                what=row.of,
                limit=limit,
            ),
            say(
                "write `split_by`, make a duty of each part, or let some support or be consulted",
                "请写明 `split_by`，或拆成几项职责，或将部分改为支持、咨询",
            ),
            address=row.address,
        )


def _divided(context: Context, row: Row) -> bool:
    """Whether a row, or the duty that it inherits from, says how several R divide the work."""
    duty = duty_row(context.graph, row.of)
    return bool(row.of.split_by) or (duty is not None and bool(duty.of.split_by))
