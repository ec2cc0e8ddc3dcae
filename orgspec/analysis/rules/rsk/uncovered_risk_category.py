"""RSK005: uncovered-risk-category."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.frozen import frozen
from orgspec.model.values.wording import normal


@frozen
class Options:
    """Which risks an organisation must think of.

    Attributes:
        risk_categories: categories that some risk must have; none by default.
            必须有风险条目的类别；默认没有。
    """

    risk_categories: tuple[str, ...] = ()


@rule(
    "RSK005",
    "uncovered-risk-category",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
    finds_absence=True,
)
def uncovered_risk_category(context: Context) -> Iterator[Finding]:
    """
    A category of the option `risk_categories` that no risk has.

    ## Why
    What a firm agreed to look at is forgotten first where nothing has happened yet.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
    risks:
      exchange-rate:
        category: market
        owner: director
        controls: [{name: forward contracts, duty: hedging}]
    checks:
      options: {risk_categories: [market, contract]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      hedging: {raci: director}
      reading-contracts: {raci: director}
    risks:
      exchange-rate:
        category: market
        owner: director
        controls: [{name: forward contracts, duty: hedging}]
      breach:
        category: contract
        owner: director
        controls: [{name: every contract is read by two, duty: reading-contracts}]
    checks:
      options: {risk_categories: [market, contract]}
    ```

    ---
    选项 `risk_categories` 中的某个类别没有任何风险条目。

    ## 为什么
    约定要考虑的风险，还没出过事的那一类最先被忘掉。

    ## 怎么改
    请写出该类别的风险，或把它从选项中删去。
    """
    wanted = context.options(Options).risk_categories
    if not wanted:
        return
    categories = [r.category for r in context.organisation.risks.values() if r.category is not None]
    found = {normal(name).casefold() for category in categories for name in category.written()}
    for index, category in enumerate(wanted):
        if normal(category).casefold() in found:
            continue
        yield Finding(
            context.at("manifest", "checks", "options", "risk_categories", index),
            say(
                "no risk has the category `{category}`",
                "没有任何风险属于类别 `{category}`",
                category=category,
            ),
            say(
                "add a risk of that category; there are {names}",
                "请补充该类别的风险；现有类别：{names}",
                names=quoted(
                    dict.fromkeys(c.in_(context.organisation.locales[0]) for c in categories)
                ),
            )
            if found
            else say("add a risk of that category", "请补充该类别的风险"),
        )
