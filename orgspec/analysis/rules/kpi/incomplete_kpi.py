"""KPI004: incomplete-kpi."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.graph.assessors import assessors
from orgspec.graph.written import is_written

_FIELDS = ("source", "frequency", "assessor")


@rule("KPI004", "incomplete-kpi", since="0.1", severity=Severity.WARNING)
def incomplete_kpi(context: Context) -> Iterator[Finding]:
    """
    A KPI without `source`, `frequency` or `assessor`, each where half of the KPIs have it; one
    finding a KPI. An assessor that is not written is the superior of who is measured; only where
    there is none it is missing.

    ## Why
    A figure that comes from nowhere, is taken at no time or is judged by nobody is not kept.

    ## Example
    ```yaml
    roles:
      seller: {reports_to: none, kpis: [turnover, complaints]}
    kpis:
      turnover: {target: ≥ 100000 CNY, frequency: monthly, source: ledger}
      complaints: {target: ≤ 2, source: ledger}
    ```

    ## Instead
    ```yaml
    roles:
      seller: {reports_to: none, kpis: [turnover, complaints]}
    kpis:
      turnover: {target: ≥ 100000 CNY, frequency: monthly, source: ledger}
      complaints: {target: ≤ 2, frequency: monthly, source: ledger}
    ```

    ## Source
    Practice of indicator sheets (指标定义表): definition, source, period, assessor.

    ---
    KPI 缺少 `source`、`frequency` 或 `assessor`，且半数 KPI 都写了该项；每个 KPI 报告一次。
    未写考核人时，由被考核者的上级考核；没有上级才算缺少。

    ## 为什么
    没有数据来源、没有统计周期或无人考核的指标，不会有人去做。

    ## 怎么改
    请写明数据来源、考核周期和考核人。

    ## 来源
    指标定义表的做法：定义、来源、周期、考核人。
    """
    kpis = context.organisation.kpis.values()
    lacking = {
        field: {
            kpi.id
            for kpi in kpis
            if getattr(kpi, field) is None and not is_written(context.program, kpi.address, field)
        }
        for field in _FIELDS
    }
    if not any(lacking.values()):
        return
    judged = [
        field
        for field in _FIELDS
        if context.half([kpi.id not in lacking[field] for kpi in kpis], bool)
    ]
    for kpi in kpis:
        missing = [field for field in judged if kpi.id in lacking[field]]
        if "assessor" in missing and assessors(context.graph, kpi):
            missing.remove("assessor")
        if missing:
            yield Finding(
                context.at(kpi),
                say(
                    "KPI `{kpi}` does not say {missing}",
                    "KPI `{kpi}` 未写明 {missing}",
                    kpi=kpi,
                    missing=quoted(missing),
                ),
                say(
                    "write where the figure comes from, how often it is taken and who judges it",
                    "请写明数据来源、考核周期和考核人",
                ),
            )
