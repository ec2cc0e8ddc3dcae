"""RSK003: no-early-warning."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import may_be_written
from orgspec.model.governance import Risk


@rule("RSK003", "no-early-warning", since="0.1", severity=Severity.WARNING)
def no_early_warning(context: Context) -> Iterator[Finding]:
    """
    A risk of high likelihood or impact, or with neither said, without `indicator`; judged where half
    of those risks have one.

    ## Why
    Without a sign that warns, the owner of a grave risk learns of it together with everybody else.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate:
        impact: high
        owner: director
        indicator: the rate moves by more than 2 % in a week
        controls: [{name: forward contracts, duty: hedging}]
      interest-rate:
        impact: high
        owner: director
        controls: [{name: fixed rates, duty: hedging}]
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate:
        impact: high
        owner: director
        indicator: the rate moves by more than 2 % in a week
        controls: [{name: forward contracts, duty: hedging}]
      interest-rate:
        impact: high
        owner: director
        indicator: the central bank announces a change
        controls: [{name: fixed rates, duty: hedging}]
    ```

    ## Source
    Practice of key risk indicators.

    ---
    可能性或影响为高、或两者都未写明的风险，没有预警指标（`indicator`）；半数此类风险有指标时才判断。

    ## 为什么
    没有预警信号，重大风险的负责人只能与所有人同时知道它发生了。

    ## 怎么改
    请在 `indicator` 中写明什么信号、到什么程度即为预警。

    ## 来源
    关键风险指标（KRI）的做法。
    """
    grave = [risk for risk in context.organisation.risks.values() if _is_grave(context, risk)]
    if not context.half(grave, lambda risk: _warns(context, risk)):
        return
    for risk in grave:
        if _warns(context, risk):
            continue
        high = next((key for key in ("impact", "likelihood") if getattr(risk, key) == "high"), "")
        yield Finding(
            context.at(risk),
            say(
                "nothing warns early of the risk `{risk}`",
                "风险 `{risk}` 没有预警指标",
                risk=risk,
            ),
            say(
                "say in `indicator` which sign, and how much of it, is the warning",
                "请在 `indicator` 中写明什么信号、到什么程度即为预警",
            ),
            (context.at(risk, high, message=say("it is grave", "属重大风险")),) if high else (),
        )


def _is_grave(context: Context, risk: Risk) -> bool:
    """Whether a risk is high in one respect, or nothing is said of either."""
    if "high" in (risk.likelihood, risk.impact):
        return True
    return not may_be_written(context.program, risk.address, "likelihood", "impact")


def _warns(context: Context, risk: Risk) -> bool:
    """Whether a risk has an indicator."""
    return risk.indicator is not None or may_be_written(context.program, risk.address, "indicator")
