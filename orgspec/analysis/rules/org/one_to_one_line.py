"""ORG007: one-to-one-line."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.lines import direct_reports

_SMALLEST = 10


@rule(
    "ORG007", "one-to-one-line", since="0.1", severity=Severity.INFO, yields_to=("ORG002", "ORG003")
)
def one_to_one_line(context: Context) -> Iterator[Finding]:
    """
    A layer that only passes on: a role whose one direct report (one head, assistants apart) leads
    others itself. Organisations of ten roles up.

    ## Why
    A manager of one manager repeats what is said above and below; the layer costs time and money.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, headcount: 1}
      deputy-director: {reports_to: director}
      sales-manager: {reports_to: deputy-director}
      finance-manager: {reports_to: deputy-director}
      buyer: {reports_to: finance-manager}
      accountant: {reports_to: finance-manager}
      cashier: {reports_to: finance-manager}
      clerk: {reports_to: sales-manager}
      shipper: {reports_to: sales-manager}
      seller: {reports_to: sales-manager}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, headcount: 1}
      deputy-director: {reports_to: director}
      sales-manager: {reports_to: director}
      finance-manager: {reports_to: deputy-director}
      buyer: {reports_to: deputy-director}
      accountant: {reports_to: finance-manager}
      cashier: {reports_to: finance-manager}
      clerk: {reports_to: sales-manager}
      shipper: {reports_to: sales-manager}
      seller: {reports_to: sales-manager}
    ```

    ## Source
    Span-and-layer analysis.

    ---
    只起传话作用的层级：某岗位只有一名直接下属（一个编制，助理不计），而该下属自己又带人。
    十个岗位以上的组织才检查。

    ## 为什么
    只管一名管理者的管理者，上传下达而已；这一层徒增时间与成本。

    ## 怎么改
    请合并这两个岗位，或让更多岗位直接向上一级汇报。

    ## 来源
    管理幅度与层级分析。
    """
    graph = context.graph
    if len(context.organisation.roles) < _SMALLEST:
        return
    for role in context.organisation.roles.values():
        if role.id not in graph.reporting.below or role.id in graph.circling:
            continue
        below = direct_reports(graph, role.id)
        if len(below) != 1 or below[0].headcount.planned > 1:
            continue
        only = below[0]
        led = direct_reports(graph, only.id)
        if not led:
            continue
        yield Finding(
            context.at(role),
            say(
                "`{role}` leads only `{only}`, who leads {n} roles",
                "`{role}` 只管理 `{only}`，而后者管理 {n} 个岗位",
                role=role,
                only=only,
                n=len(led),
            ),
            say(
                "merge the two, or let those below `{only}` report to `{role}`",
                "请合并这两个岗位，或让 `{only}` 的下属直接向 `{role}` 汇报",
                only=only,
                role=role,
            ),
            related=(
                context.at(only, "reports_to", message=say("the only report", "唯一的直接下属")),
            ),
        )
