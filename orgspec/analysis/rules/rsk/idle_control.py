"""RSK004: idle-control."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.governance import Risk
from orgspec.syntax.nodes import MapNode

_CARRIERS = ("duty", "step", "meeting", "system", "partner")


@rule("RSK004", "idle-control", since="0.1", severity=Severity.WARNING)
def idle_control(context: Context) -> Iterator[Finding]:
    """
    A control that names no duty, step, meeting, system or partner to carry it; judged where half of
    the controls name one.

    ## Why
    A control that is nobody's work is a wish. On paper the risk is held, in fact nothing holds it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate:
        owner: director
        controls: [{name: forward contracts, duty: hedging}, {name: prices in own currency}]
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
      pricing: {raci: director}
    risks:
      exchange-rate:
        owner: director
        controls:
          - {name: forward contracts, duty: hedging}
          - {name: prices in own currency, duty: pricing}
    ```

    ## Source
    COSO: control activities are deployed through policies and the people who carry them out.

    ---
    没有写明由哪项职责、步骤、会议、系统或合作方承载的控制措施；半数措施写明时才判断。

    ## 为什么
    不是任何人的工作的措施只是愿望：纸面上风险受控，实际上没有东西在控制它。

    ## 怎么改
    请在措施上写明 `duty`、`step`、`meeting`、`system` 或 `partner`。

    ## 来源
    COSO：控制活动通过制度和执行人员落实。
    """
    every = [
        (risk, index, _is_carried(context, risk, index))
        for risk in context.organisation.risks.values()
        for index in range(len(risk.controls))
    ]
    if not context.half(every, lambda each: each[2]):
        return
    for risk, index, carried in every:
        if carried:
            continue
        control = risk.controls[index]
        yield Finding(
            context.at(risk, "controls", index, "name"),
            say(
                "nothing carries the control `{control}` of the risk `{risk}`",
                "风险 `{risk}` 的控制措施 `{control}` 没有承载者",
                control=control.name if control.name is not None else index + 1,
                risk=risk,
            ),
            say(
                "name the duty, step, meeting, system or partner that carries it out",
                "请写明由哪项职责、步骤、会议、系统或合作方执行",
            ),
        )


def _is_carried(context: Context, risk: Risk, index: int) -> bool:
    """Whether a control names who or what carries it; what could not be read counts."""
    control = risk.controls[index]
    if any(getattr(control, key) is not None for key in _CARRIERS):
        return True
    origin = context.program.origins.get(risk.address)
    node = origin.at(("controls", index)).node if origin is not None else None
    return isinstance(node, MapNode) and any(node.get(key) is not None for key in _CARRIERS)
