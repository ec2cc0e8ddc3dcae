"""RSK001: unowned-risk."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.written import may_be_written


@rule("RSK001", "unowned-risk", since="0.1")
def unowned_risk(context: Context) -> Iterator[Finding]:
    """
    A risk without `owner`.

    ## Why
    A risk that is everybody's is watched by nobody: no one sees the warning, and no one has to act
    on it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate: {controls: [{name: forward contracts, duty: hedging}]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate: {owner: director, controls: [{name: forward contracts, duty: hedging}]}
    ```

    ## Source
    ISO 31000: risk owners are identified for every risk.

    ---
    没有负责人（`owner`）的风险。

    ## 为什么
    人人有份的风险无人盯：没有人看到预警，也没有人必须应对。

    ## 怎么改
    请在 `owner` 中写明由哪个岗位盯住它。

    ## 来源
    ISO 31000：每项风险都有风险责任人。
    """
    for risk in context.organisation.risks.values():
        if risk.owner is None and not may_be_written(context.program, risk.address, "owner"):
            yield Finding(
                context.at(risk),
                say("nobody owns the risk `{risk}`", "风险 `{risk}` 没有负责人", risk=risk),
                say(
                    "name the role that watches it in `owner`",
                    "请在 `owner` 中写明由哪个岗位盯住它",
                ),
            )
