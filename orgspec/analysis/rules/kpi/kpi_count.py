"""KPI005: kpi-count."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.written import is_written
from orgspec.model.role import Role


@frozen
class Options:
    """How many KPIs a role may have.

    Attributes:
        max_kpis: at most so many. · 至多几项指标。
        min_kpis: at least so many, for people; 0 asks for none. · 至少几项指标（限人员岗位）；0 表示不要求。
    """

    max_kpis: int = 8
    min_kpis: int = 0


@rule("KPI005", "kpi-count", since="0.1", severity=Severity.INFO, options=Options)
def kpi_count(context: Context) -> Iterator[Finding]:
    """
    A role lists more than `max_kpis` (8) KPIs, or, where `min_kpis` is set, fewer than that.

    ## Why
    Who is measured by a dozen figures is measured by none: each weighs too little to act on.

    ## Example
    ```yaml
    checks: {options: {max_kpis: 2}}
    roles:
      seller: {reports_to: none, kpis: [turnover, margin, disputes]}
    kpis:
      turnover: {target: ≥ 100000 CNY}
      margin: {target: ≥ 15%}
      disputes: {target: ≤ 2 per year}
    ```

    ## Instead
    ```yaml
    checks: {options: {max_kpis: 2}}
    roles:
      seller: {reports_to: none, kpis: [turnover, disputes]}
    kpis:
      turnover: {target: ≥ 100000 CNY}
      disputes: {target: ≤ 2 per year}
    ```

    ## Source
    Practice of appraisal sheets (绩效考核表): five to eight figures a post.

    ---
    岗位的 KPI 多于 `max_kpis`（8）项；设定了 `min_kpis` 时，少于该数也算。

    ## 为什么
    指标有十几项，等于没有指标：每项分量都太轻，不足以引导行动。

    ## 怎么改
    请保留最要紧的几项，其余归入部门指标或日常管理；过少时请补充。

    ## 来源
    绩效考核表的做法：每个岗位五至八项指标。
    """
    graph = context.graph
    for role in context.organisation.roles.values():
        count = len(role.kpis)
        options = context.options(Options, graph.department_of_role.get(role.id), role)
        if count > options.max_kpis:
            yield _many(context, role, options.max_kpis)
        elif count < options.min_kpis and role.nature == "human" and not _unread(context, role):
            yield _few(context, role, options.min_kpis)


def _unread(context: Context, role: Role) -> bool:
    """Whether a role has KPIs that could not be read."""
    return not role.kpis and is_written(context.program, role.address, "kpis")


def _many(context: Context, role: Role, limit: int) -> Finding:
    """More than can be steered by."""
    return Finding(
        context.at(role, "kpis", key=True),
        say(
            "`{role}` is measured by {n} KPIs, more than {limit}",
            "`{role}` 有 {n} 项 KPI，多于 {limit} 项",
            role=role,
            n=len(role.kpis),
            limit=limit,
        ),
        say(
            "keep those that matter most and leave the others to the department",
            "请保留最要紧的几项，其余归入部门指标",
        ),
        related=(
            context.at(
                role, "kpis", limit, message=say("the first beyond the limit", "从此项起超出上限")
            ),
        ),
    )


def _few(context: Context, role: Role, limit: int) -> Finding:
    """Fewer than the organisation asks for."""
    at = context.at(role, "kpis", key=True) if role.kpis else context.at(role)
    return Finding(
        at,
        say(
            "`{role}` is measured by {n} KPIs, fewer than {limit}",
            "`{role}` 有 {n} 项 KPI，少于 {limit} 项",
            role=role,
            n=len(role.kpis),
            limit=limit,
        ),
        say("name further KPIs in its `kpis`", "请在其 `kpis` 中补充指标"),
    )
