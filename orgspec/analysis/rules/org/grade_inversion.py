"""ORG009: grade-inversion."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.values import grade
from orgspec.model.values.errors import BadValue
from orgspec.model.values.grade import Grade


@rule(
    "ORG009",
    "grade-inversion",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("ORG002", "ORG003"),
)
def grade_inversion(context: Context) -> Iterator[Finding]:
    """
    The top of a role's grade range lies above the top of its superior's. Grades compare by
    `organization.grades` (lowest first), else by the number within one prefix; others do not
    compare. Equal is silent.

    ## Why
    A superior of lower grade has less standing and pay than those whom it appraises: either a
    grade is wrong or the line is.

    ## Example
    ```yaml
    roles:
      sales-manager: {reports_to: none, grade: P5}
      sales-rep: {reports_to: sales-manager, grade: P3-P6}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {reports_to: none, grade: P6}
      sales-rep: {reports_to: sales-manager, grade: P3-P5}
    ```

    ---
    岗位职级区间的上限高于其上级的上限。职级按 `organization.grades`（由低到高）比较，
    否则按同一前缀的数字比较；无法比较的不检查，相等不报告。

    ## 为什么
    上级的职级反而更低，地位与薪酬低于被考核者：不是职级写错，就是汇报线写错。

    ## 怎么改
    请改正职级或直接上级。
    """
    roles, graph = context.organisation.roles, context.graph
    ladder = context.organisation.profile.grades
    grades = {text: _grade(text, ladder) for text in {role.grade for role in roles.values()}}
    for role in roles.values():
        above = graph.reporting.above.get(role.id)
        if above is None or role.grade is None or role.id in graph.circling:
            continue
        superior = roles[above]
        own, over = grades[role.grade], grades[superior.grade]
        if own is None or over is None or own is over or own.compare_tops(over, ladder) != 1:
            continue
        yield Finding(
            context.at(role, "grade"),
            say(
                "`{role}` ({own}) is graded above its superior `{superior}` ({over})",
                "`{role}`（{own}）的职级高于其上级 `{superior}`（{over}）",
                role=role,
                own=own,
                superior=superior,
                over=over,
            ),
            say("correct one of the grades, or the line", "请改正其中一个职级，或改正汇报线"),
            related=(
                context.at(superior, "grade", message=say("the superior's", "上级的职级")),
                context.at(role, "reports_to", message=say("reports to it", "向其汇报")),
            ),
        )


def _grade(text: str | None, ladder: tuple[str, ...]) -> Grade | None:
    """A grade as written, or None where there is none, or it ends below its beginning."""
    if text is None:
        return None
    try:
        found = grade.parse(text)
    except BadValue:
        return None
    return None if found.is_upside_down(ladder) else found
