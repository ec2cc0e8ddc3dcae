"""KPI007: missing-category."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.frozen import frozen
from orgspec.graph.reporting import bare
from orgspec.model.role import Role
from orgspec.model.values.wording import normal

_CHINESE = {
    "业绩": "performance",
    "过程": "process",
    "风险": "risk",
    "风险控制": "risk",
}
"""The Chinese names of the usual categories."""


@frozen
class Options:
    """Which categories the KPIs of a role must cover.

    Attributes:
        kpi_categories: the categories, none by default. · 必须涵盖的类别，默认不要求。
    """

    kpi_categories: tuple[str, ...] = ()


@rule("KPI007", "missing-category", since="0.1", severity=Severity.WARNING, options=Options)
def missing_category(context: Context) -> Iterator[Finding]:
    """
    The KPIs of a role lack a category of the option `kpi_categories`, which the manifest or the
    role's department sets. Roles without any KPI are not judged.

    ## Why
    Who is measured by turnover alone buys it at any price; who is measured by procedure alone sells
    nothing. Categories that everybody has keep results, ways of work and risk in balance.

    ## Example
    ```yaml
    checks: {options: {kpi_categories: [performance, risk]}}
    roles:
      seller: {reports_to: none, kpis: [turnover, new-customers]}
    kpis:
      turnover: {category: performance, target: ≥ 100000 CNY}
      new-customers: {category: performance, target: ≥ 10 per month}
    ```

    ## Instead
    ```yaml
    checks: {options: {kpi_categories: [performance, risk]}}
    roles:
      seller: {reports_to: none, kpis: [turnover, bad-debts]}
    kpis:
      turnover: {category: performance, target: ≥ 100000 CNY}
      bad-debts: {category: risk, target: ≤ 2%}
    ```

    ## Source
    Kaplan and Norton 1992, the balanced scorecard; 业绩、过程、风险控制三类指标.

    ---
    岗位的 KPI 缺少选项 `kpi_categories` 中的某一类别；该选项由清单或岗位所在部门设定。
    没有任何 KPI 的岗位不检查。

    ## 为什么
    只考核销售额，就会不计代价；只考核流程，就卖不出东西。
    人人都有各类指标，结果、过程与风险才能兼顾。

    ## 怎么改
    请为该岗位补充所缺类别的指标，或为指标写明 `category`。

    ## 来源
    Kaplan 与 Norton 1992，平衡计分卡；业绩、过程、风险控制三类指标。
    """
    for role in context.organisation.roles.values():
        if not role.kpis:
            continue
        unit = context.graph.department_of_role.get(role.id)
        wanted = context.options(Options, unit, role).kpi_categories
        if not wanted:
            continue
        links = context.links.of(role.address, "kpis")
        if any(link.target is None for link in links):
            continue  # a name that nothing declares may be of any category
        kpis = [context.organisation.kpis[bare(link.target)] for link in links if link.target]
        having = {_plain(kpi.category) for kpi in kpis if kpi.category is not None}
        missing = [category for category in wanted if _plain(category) not in having]
        if missing:
            without = [kpi.id for kpi in kpis if kpi.category is None]
            yield _finding(context, role, missing, without)


def _plain(category: str) -> str:
    """A category by which spellings are compared."""
    text = normal(str(category)).casefold().removesuffix("类")
    return _CHINESE.get(text, text)


def _finding(context: Context, role: Role, missing: list[str], without: list[str]) -> Finding:
    """The finding, at the key of the list; KPIs without any category are shown."""
    return Finding(
        context.at(role, "kpis", key=True),
        say(
            "`{role}` has no KPI of category {missing}",
            "`{role}` 没有 {missing} 类的 KPI",
            role=role,
            missing=quoted(missing),
        ),
        say(
            "add a KPI of that category, or write the `category` of {without}",
            "请补充该类指标，或为 {without} 写明 `category`",
            without=quoted(without),
        )
        if without
        else say("add a KPI of that category", "请补充该类指标"),
        related=tuple(
            context.at(f"kpi/{id_}", message=say("has no `category`", "没有 `category`"))
            for id_ in dict.fromkeys(without[:8])
        ),
    )
