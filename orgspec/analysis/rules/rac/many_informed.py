"""RAC007: many-informed."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.letters import adds, home, parties


@frozen
class Options:
    """Thresholds of many-informed.

    Attributes:
        max_informed: The most parties that are informed in a row.
            一行知会方的上限。
    """

    max_informed: int = 6


@rule("RAC007", "many-informed", since="0.1", severity=Severity.INFO, options=Options)
def many_informed(context: Context) -> Iterator[Finding]:
    """
    More than `max_informed` parties are informed in one duty or step. A department is one party.

    ## Why
    Who is told everything reads nothing. A long list of informed parties mostly shows that
    nobody asked who needs to know.

    ## Example
    ```yaml
    departments:
      legal: {}
      finance: {}
      logistics: {}
      quality: {}
      customs: {}
      marketing: {}
      production: {}
    roles:
      manager: {}
    duties:
      pricing:
        raci:
          A/R: manager
          I: [legal, finance, logistics, quality, customs, marketing, production]
    ```

    ## Instead
    ```yaml
    departments:
      finance: {}
    roles:
      manager: {}
    duties:
      pricing:
        raci: {A: manager, R: manager, I: [finance]}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix.

    ---
    一项职责或步骤的知会方超过 `max_informed` 个。部门算一方。

    ## 为什么
    什么都知会，等于什么都没人看。知会名单很长，多半是没有想清楚谁需要知道。

    ## 怎么改
    请只保留需要据此行动的各方，或以部门为单位知会。

    ## 来源
    责任矩阵的横向分析。
    """
    for row in context.graph.written_rows:
        cells = parties(row, "I")
        if len(cells) < 2 or not adds(row, cells):
            continue
        limit = context.options(Options, home(context.graph, row), row.of).max_informed
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
                "{n} parties are informed of `{what}`, more than {limit}",
                "`{what}` 要知会 {n} 方，超过 {limit} 方",
                n=len(cells),
                what=row.of,
                limit=limit,
            ),
            say(
                "keep those who act on the news, or inform a department as one",
                "请只保留会据此行动的各方，或以部门为单位知会",
            ),
            address=row.address,
        )
