"""ORG011: empty-department."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import is_written
from orgspec.model.department import Department
from orgspec.model.program import Link

_NAMING = {
    "duty": ("raci", "coordination"),
    "step": ("raci",),
    "handoff": ("from", "to"),
    "meeting": ("attendees",),
    "program": ("for",),
}
"""Kind of entity → its fields that give a department something to do."""


@rule("ORG011", "empty-department", since="0.1", severity=Severity.WARNING, finds_absence=True)
def empty_department(context: Context) -> Iterator[Finding]:
    """
    A department with no role, no department below it and no function, that no cell of a
    responsibility matrix, handoff, coordination, meeting or program names. Silent where no roles
    are declared.

    ## Why
    A department without people, parts or purpose is a box left over from an older chart.

    ## Example
    ```yaml
    departments:
      sales: {functions: [selling], mission: sell}
      archive: {mission: keep files}
    roles:
      sales-manager: {department: sales, reports_to: none}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {functions: [selling], mission: sell}
      archive: {functions: [filing], mission: keep files}
    roles:
      sales-manager: {department: sales, reports_to: none}
      archivist: {department: archive, reports_to: sales-manager}
    ```

    ---
    没有岗位、没有下级部门、没有职能，责任矩阵、交接、协调、会议、培养项目也都没有提到的部门。
    若没有声明岗位，则不检查。

    ## 为什么
    没有人、没有下级、没有职能的部门，是旧结构图上遗留的空框。

    ## 怎么改
    请写上它的岗位或职能，或删除它。
    """
    if not context.given(context.organisation.roles):
        return
    graph = context.graph
    for department in context.organisation.departments.values():
        if department.id in graph.roles_of_department or department.id in graph.departments.below:
            continue
        if department.functions or is_written(context.program, department.address, "functions"):
            continue
        if any(_names(link) for link in context.links.to(department.address)):
            continue
        yield _finding(context, department)


def _names(link: Link) -> bool:
    """Whether a link gives the department that it names a part in the work."""
    return link.route[0] in _NAMING.get(link.source.partition("/")[0], ())


def _finding(context: Context, department: Department) -> Finding:
    """The empty box."""
    return Finding(
        context.at(department),
        say(
            "`{unit}` has no role, part or function, and nothing names it",
            "`{unit}` 没有岗位、下级或职能，也没有任何地方提到它",
            unit=department,
        ),
        say(
            "give it roles (`department: {id}`) or functions, or remove it",
            "请给它岗位（`department: {id}`）或职能，或删除它",
            id=department.id,
        ),
    )
