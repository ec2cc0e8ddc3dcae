"""ORG002: reporting-cycle."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, say
from orgspec.graph.loops import loops


@rule("ORG002", "reporting-cycle", since="0.1")
def reporting_cycle(context: Context) -> Iterator[Finding]:
    """
    `reports_to` leads from a role back to itself, at once or through others. Each loop is found
    once; its roles are left out of the checks of span, layers, grades and cross lines.

    ## Why
    In a loop nobody has the last word, and nothing that is escalated ever arrives.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: controller}
      controller: {reports_to: finance-manager}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: director}
      controller: {reports_to: finance-manager}
    ```

    ## Source
    Span-and-layer analysis: solid lines make a tree.

    ---
    `reports_to` 绕回自身，直接或经由他人。每个循环只报告一次；
    其中的岗位不再参与管理幅度、层级、职级与跨线汇报的检查。

    ## 为什么
    循环汇报中没有人能拍板，上报的事项永远到不了头。

    ## 怎么改
    请在循环中找出真正的最高岗位，改正它的 `reports_to`。
    """
    for loop in loops(context.graph.superiors) if context.graph.circling else ():
        lines = [
            _line(context, role, loop[(place + 1) % len(loop)]) for place, role in enumerate(loop)
        ]
        way = tuple(f"`{role}`" for role in (*loop, loop[0]))
        if len(loop) == 1:
            message = say("`{role}` reports to itself", "`{role}` 向自己汇报", role=loop[0])
        else:
            message = say(
                "the reporting line runs in a circle: {way}", "汇报关系成环：{way}", way=way
            )
        yield Finding(
            lines[0],
            message,
            say(
                "let one of them report to somebody outside the circle, or `reports_to: none`",
                "请让其中一个向环外的岗位汇报，或写 `reports_to: none`",
            ),
            related=tuple(lines[1:]),
        )


def _line(context: Context, role: str, superior: str) -> Label:
    """The place where a role names a superior."""
    links = context.links.of(f"role/{role}", "reports_to")
    route = next(link.route for link in links if link.target == f"role/{superior}")
    what = say(
        "`{role}` reports to `{superior}`",
        "`{role}` 向 `{superior}` 汇报",
        role=role,
        superior=superior,
    )
    return context.at(f"role/{role}", *route, message=what)
