"""ORG006: wide-span."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.lines import counts, direct_reports
from orgspec.model.role import Role
from orgspec.model.values.numerals import plain


@frozen
class Options:
    """How many heads one head may lead.

    Attributes:
        span_of_control: heads that report directly to one head, at most.
            直接向一人汇报的编制人数上限。
        span_same_work: the same where all of them hold one role.
            下属全部为同一岗位时的上限。
    """

    span_of_control: int = 15
    span_same_work: int = 25


@rule(
    "ORG006",
    "wide-span",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
    yields_to=("ORG002", "ORG003"),
)
def wide_span(context: Context) -> Iterator[Finding]:
    """
    More planned heads report solidly to a role, for each head of that role, than the span of
    control allows. Assistants, agents and systems are not counted.

    ## Why
    Who leads too many leads none of them: guidance, appraisal and decisions queue up.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      sales-rep: {reports_to: director, headcount: 12}
      clerk: {reports_to: director, headcount: 8}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      sales-manager: {reports_to: director}
      sales-rep: {reports_to: sales-manager, headcount: 12}
      clerk: {reports_to: director, headcount: 8}
    ```

    ## Source
    Span-and-layer analysis; spans are wider where all do the same work.

    ---
    按该岗位的每个编制计算，直接（实线）向其汇报的编制人数超过管理幅度。助理、AI 智能体与系统不计。

    ## 为什么
    管得太多等于没有管：指导、考核和决策都会排队。

    ## 怎么改
    请增设一层负责人，或调高 `span_of_control`。

    ## 来源
    管理幅度与层级分析；工作相同者幅度可以更宽。
    """
    graph = context.graph
    for role in context.organisation.roles.values():
        if role.id not in graph.reporting.below or role.id in graph.circling:
            continue
        below = [each for each in direct_reports(graph, role.id) if counts(each)]
        heads = sum((each.headcount.planned for each in below), Decimal(0))
        own = role.headcount.planned if role.headcount.planned > 0 else Decimal(1)
        options = context.options(Options, graph.department_of_role.get(role.id), role)
        limit = options.span_same_work if len(below) == 1 else options.span_of_control
        if heads > limit * own:
            yield _finding(context, role, below, heads / own, limit)


def _finding(
    context: Context, role: Role, below: list[Role], heads: Decimal, limit: int
) -> Finding:
    """The superior, and every line that leads to it."""
    shown = f"{heads:.1f}".removesuffix(".0")
    return Finding(
        context.at(role),
        say(
            "`{role}` leads {n} heads directly; at most {limit} are allowed",
            "`{role}` 直接管理 {n} 人，超过上限 {limit} 人",
            role=role,
            n=shown,
            limit=limit,
        ),
        say(
            "put a role between, share the lead, or raise the limit in `checks.options`",
            "请增设中间层、分担管理，或在 `checks.options` 中调高上限",
        ),
        related=tuple(
            context.at(
                each,
                "reports_to",
                message=say("{n} heads", "{n} 人", n=plain(each.headcount.planned)),
            )
            for each in below
        ),
    )
