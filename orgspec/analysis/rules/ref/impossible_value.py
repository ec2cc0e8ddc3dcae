"""REF010: impossible-value."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.impossible import (
    durations,
    limits,
    percentages,
    reversals,
    units,
)
from orgspec.analysis.rule import Finding, rule


@rule("REF010", "impossible-value", since="0.1")
def impossible_value(context: Context) -> Iterator[Finding]:
    """
    A well-formed value that cannot be: no such calendar day, an end before its beginning, a
    share, weight or effort outside 0–100 %, a negative limit or headcount, a duration of nothing,
    an amount in another unit than the authority's measure. Targets of KPIs are left alone.

    ## Why
    Everything that is computed from it, from headcounts to approval limits, is wrong without a
    sound.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, headcount: -1}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, headcount: 1}
    ```

    ---
    写法正确但不可能成立的值：不存在的日期、结束早于开始、占比／权重／工时超出 0–100%、
    额度或编制为负、时长为零、数额单位与权限的计量单位不符。指标的目标值不在此列。

    ## 为什么
    凡由它算出的结果，从编制到审批额度，都会悄悄出错。

    ## 怎么改
    请改成可能成立的值。
    """
    yield from context.problems("REF010")
    yield from reversals(context)
    yield from percentages(context)
    yield from limits(context)
    yield from durations(context)
    yield from units(context)
