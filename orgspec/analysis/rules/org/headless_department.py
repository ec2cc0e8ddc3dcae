"""ORG005: headless-department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import is_written

_SHOWN = 10


@rule(
    "ORG005", "headless-department", since="0.1", severity=Severity.WARNING, yields_to=("ORG011",)
)
def headless_department(context: Context) -> Iterator[Finding]:
    """
    A department with two or more human roles of its own and no `head`. Committees are left out;
    silent where no other department of its kind has a head.

    ## Why
    Without a head nobody answers for the department, and letters that name it mean nobody.

    ## Example
    ```yaml
    departments:
      sales: {head: sales-manager, functions: [selling], mission: sell}
      logistics: {functions: [shipping], mission: ship}
    roles:
      sales-manager: {department: sales, reports_to: none}
      shipping-clerk: {department: logistics, reports_to: sales-manager}
      customs-clerk: {department: logistics, reports_to: sales-manager}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: sales-manager, functions: [selling], mission: sell}
      logistics: {head: shipping-manager, functions: [shipping], mission: ship}
    roles:
      sales-manager: {department: sales, reports_to: none}
      shipping-manager: {department: logistics, reports_to: sales-manager}
      customs-clerk: {department: logistics, reports_to: shipping-manager}
    ```

    ---
    有两个以上自身人工岗位却没有 `head` 的部门。委员会除外；若同类部门都没有写负责人，则不检查。

    ## 为什么
    没有负责人，就没有人对部门负责；责任矩阵中写部门名也就等于没有人。

    ## 怎么改
    请写上 `head`。
    """
    departments, roles = context.organisation.departments, context.organisation.roles
    led = Counter(d.unit for d in departments.values() if d.head is not None)
    for department in departments.values():
        if department.unit == "committee" or is_written(
            context.program, department.address, "head"
        ):
            continue
        own = [roles[id_] for id_ in context.graph.roles_of_department.get(department.id, ())]
        own = [role for role in own if role.nature == "human"]
        if len(own) < 2 or not context.given(led[department.unit]):
            continue
        yield Finding(
            context.at(department),
            say(
                "`{unit}` has {n} roles and no `head`",
                "`{unit}` 有 {n} 个岗位，却没有 `head`",
                unit=department,
                n=len(own),
            ),
            say(
                "write which role leads it: `head: {role}`",
                "请写明由哪个岗位领导，例如 `head: {role}`",
                role=own[0].id,
            ),
            related=tuple(
                context.at(role, "department", message=say("belongs to it", "属于该部门"))
                for role in own[:_SHOWN]
            ),
        )
