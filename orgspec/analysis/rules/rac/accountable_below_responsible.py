"""RAC018: accountable-below-responsible."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.letters import adds


@rule("RAC018", "accountable-below-responsible", since="0.1", severity=Severity.WARNING)
def accountable_below_responsible(context: Context) -> Iterator[Finding]:
    """
    The one who answers reports, directly or through others, to one who does the work.

    ## Why
    Nobody can answer for the work of their own superior: they can neither order it nor refuse
    it. Mostly the two letters were swapped.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      sales-rep: {reports_to: director}
    duties:
      pricing: {raci: {A: sales-rep, R: director}}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      sales-rep: {reports_to: director}
    duties:
      pricing: {raci: {A: director, R: sales-rep}}
    ```

    ## Source
    Responsibility matrices read against the reporting line.

    ---
    负责的岗位直接或间接向执行的岗位汇报。

    ## 为什么
    谁都无法对自己上级的工作负责：既不能布置，也不能否决。多半是两个字母写反了。

    ## 怎么改
    请交换 A 与 R，或另写执行岗位。

    ## 来源
    将责任矩阵与汇报线对照。
    """
    graph = context.graph
    above: dict[str, frozenset[str]] = {}
    circles = graph.reporting.in_cycles()
    for row in graph.written_rows:
        answers = row.accountable
        if answers is None or answers.role is None or answers.role in circles:
            continue
        if answers.role in row.roles("R"):
            continue
        if answers.role not in above:
            above[answers.role] = frozenset(graph.reporting.ancestors(answers.role))
        superiors = above[answers.role]
        doer = next((cell for cell in row.responsible if cell.role in superiors), None)
        if doer is None or not adds(row, (answers, doer)):
            continue
        yield Finding(
            context.at(answers.holder, *answers.route, message=say("answers", "负责")),
            say(
                "`{answers}` is accountable for `{what}` and reports to `{doer}`, who does it",
                "`{answers}` 对 `{what}` 负责，却向执行者 `{doer}` 汇报",
                answers=graph.role(answers.role),
                what=row.of,
                doer=context.name(f"role/{doer.role}"),
            ),
            say(
                "let `{doer}` answer, or name who really does it",
                "请由 `{doer}` 负责，或写明真正的执行岗位",
                doer=context.name(f"role/{doer.role}"),
            ),
            related=(
                context.at(doer.holder, *doer.route, message=say("does it", "执行")),
                context.at(
                    f"role/{answers.role}",
                    "reports_to",
                    message=say("the line upwards begins here", "汇报线由此向上"),
                ),
            ),
            address=row.address,
        )
