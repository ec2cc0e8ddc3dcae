"""KPI002: no-kpi."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.reporting import bare
from orgspec.graph.written import is_written
from orgspec.model.duty import Duty


@rule("KPI002", "no-kpi", since="0.1", severity=Severity.WARNING)
def no_kpi(context: Context) -> Iterator[Finding]:
    """
    A `primary` duty with no KPI of its own nor of its R roles, where half of the primary duties of
    its department have one. A KPI that `measures` the duty or a step of it is its own.

    ## Why
    What matters most and is not measured is done when there is time left.

    ## Example
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      quoting: {raci: seller, priority: primary, kpis: answer-time}
      contracting: {raci: seller, priority: primary}
    kpis:
      answer-time: {target: ≤ 4 hours}
    ```

    ## Instead
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      quoting: {raci: seller, priority: primary, kpis: answer-time}
      contracting: {raci: seller, priority: primary, kpis: disputes}
    kpis:
      answer-time: {target: ≤ 4 hours}
      disputes: {target: ≤ 2 per year}
    ```

    ## Source
    Practice of job description sheets (岗位说明书): each main duty has its measure.

    ---
    主要（`primary`）职责自身没有 KPI，其 R 岗位也没有，而所在部门半数的主要职责都有。
    `measures` 指向该职责或其步骤的 KPI 也算。

    ## 为什么
    最重要却不衡量的事，往往只在有空时才做。

    ## 怎么改
    请为职责写 `kpis`，或为执行岗位写 `kpis`。

    ## 来源
    岗位说明书的做法：每项主要职责都有考核指标。
    """
    groups: dict[str | None, list[tuple[Duty, bool]]] = {}
    for duty in context.organisation.duties.values():
        if duty.priority == "primary":
            unit = context.graph.department_of_duty.get(duty.id)
            groups.setdefault(unit, []).append((duty, _is_measured(context, duty)))
    for group in groups.values():
        if not context.half(group, lambda pair: pair[1]):
            continue
        for duty, measured in group:
            if not measured:
                yield Finding(
                    context.at(duty),
                    say(
                        "nothing measures the primary duty `{duty}`",
                        "主要职责 `{duty}` 没有任何考核指标",
                        duty=duty,
                    ),
                    say(
                        "name a KPI in its `kpis`, or in those of the roles that do it",
                        "请在该职责或执行岗位的 `kpis` 中写明指标",
                    ),
                )


def _is_measured(context: Context, duty: Duty) -> bool:
    """Whether a duty or one of those who do it has a KPI; an unresolved one counts."""
    if duty.kpis or is_written(context.program, duty.address, "kpis"):
        return True
    organisation, graph = context.organisation, context.graph
    for cell in graph.row(duty).responsible:
        if cell.party is None:
            return True  # a name that nothing declares
        if cell.role is not None and organisation.roles[cell.role].kpis:
            return True
        if cell.party.startswith("department/") and graph.department(bare(cell.party)).kpis:
            return True
    measured = (duty.address, *(step.address for step in graph.steps_of(duty)))
    return any(x.route[0] == "measures" for each in measured for x in context.links.to(each))
