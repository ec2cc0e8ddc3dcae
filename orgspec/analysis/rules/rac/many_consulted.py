"""RAC006: many-consulted."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.letters import adds, home, parties


@frozen
class Options:
    """Thresholds of many-consulted.

    Attributes:
        max_consulted: The most parties that are consulted in a row.
            一行咨询方的上限。
    """

    max_consulted: int = 5


@rule("RAC006", "many-consulted", since="0.1", severity=Severity.WARNING, options=Options)
def many_consulted(context: Context) -> Iterator[Finding]:
    """
    More than `max_consulted` parties are consulted in one duty or step. A department is one party.

    ## Why
    Everyone who is asked may answer late, and each can hold the work up. Where six must be heard,
    a decision takes weeks, or the hearing is for show.

    ## Example
    ```yaml
    departments:
      legal: {}
      finance: {}
      logistics: {}
      quality: {}
      customs: {}
      marketing: {}
    roles:
      manager: {}
    duties:
      pricing:
        raci: {A: manager, R: manager, C: [legal, finance, logistics, quality, customs, marketing]}
    ```

    ## Instead
    ```yaml
    departments:
      legal: {}
      finance: {}
    roles:
      manager: {}
    duties:
      pricing:
        raci: {A: manager, R: manager, C: [legal, finance]}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix.

    ---
    一项职责或步骤的咨询方超过 `max_consulted` 个。部门算一方。

    ## 为什么
    每征询一方就多一次等待，谁都可能拖住工作。要征求六方意见的事，不是久拖不决，就是流于形式。

    ## 怎么改
    请只保留不可缺少的各方，其余改为知会（I）。

    ## 来源
    责任矩阵的横向分析。
    """
    for row in context.graph.written_rows:
        cells = parties(row, "C")
        if len(cells) < 2 or not adds(row, cells):
            continue
        limit = context.options(Options, home(context.graph, row), row.of).max_consulted
        if len(cells) <= limit:
            continue
        over = next(c for c in (*cells[limit:], *cells) if c.holder == row.address)
        yield Finding(
            context.at(
                over.holder,
                *over.route[:2],
                message=say("{n} parties", "{n} 方", n=len(cells)),
            ),
            say(
                "{n} parties are consulted on `{what}`, more than {limit}",
                "`{what}` 要咨询 {n} 方，超过 {limit} 方",
                n=len(cells),
                what=row.of,
                limit=limit,
            ),
            say(
                "keep those without whom it cannot be decided, and inform the others",
                "请只保留缺了便无法决定的各方，其余改为知会",
            ),
            address=row.address,
        )
