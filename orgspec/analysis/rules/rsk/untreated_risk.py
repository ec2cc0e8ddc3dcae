"""RSK002: untreated-risk."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import may_be_written

_TREATMENTS = ("controls", "contingency", "accepted")


@rule("RSK002", "untreated-risk", since="0.1", severity=Severity.WARNING)
def untreated_risk(context: Context) -> Iterator[Finding]:
    """
    A risk without `controls`, `contingency` and `accepted`.

    ## Why
    A risk that is only listed is as large as before. To live with it is an answer too, but
    somebody has to give it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate: {owner: director}
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
    ISO 31000: each risk is treated, or retained by an informed decision.

    ---
    既没有控制措施（`controls`）、也没有应急流程（`contingency`）、也未注明接受（`accepted`）的风险。

    ## 为什么
    只列出来的风险，大小一点没变。承受它也是一种答复，但要有人作出。

    ## 怎么改
    请写明 `controls` 或 `contingency`；决定承受的，请在 `accepted` 中写明由谁、为何、到何时。

    ## 来源
    ISO 31000：风险要么应对，要么经知情决定予以保留。
    """
    for risk in context.organisation.risks.values():
        treated = risk.controls or risk.contingency or risk.accepted
        if treated or may_be_written(context.program, risk.address, *_TREATMENTS):
            continue
        yield Finding(
            context.at(risk),
            say(
                "nothing is done about the risk `{risk}`",
                "风险 `{risk}` 没有任何应对",
                risk=risk,
            ),
            say(
                "write `controls`, a `contingency` workflow, or in `accepted` who lives with it and"
                " why",
                "请写明 `controls` 或应急流程 `contingency`，或在 `accepted` 中写明由谁、为何接受",
            ),
        )
