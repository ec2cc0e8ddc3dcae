"""ORG012: department-without-mission."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.written import is_written

_KINDS = ("company", "division", "department")


@rule(
    "ORG012",
    "department-without-mission",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("ORG011", "ORG005"),
)
def department_without_mission(context: Context) -> Iterator[Finding]:
    """
    A company, division or department without `mission`. Silent where fewer than half of those
    have one.

    ## Why
    The mission says what a department is there for; its functions and duties are judged by it.

    ## Example
    ```yaml
    departments:
      sales: {functions: [selling], mission: turn inquiries into orders}
      logistics: {functions: [shipping]}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {functions: [selling], mission: turn inquiries into orders}
      logistics: {functions: [shipping], mission: bring goods to the customer in time}
    ```

    ## Source
    Department charters (部门职能说明书) begin with the mission.

    ---
    没有 `mission` 的公司、事业部或部门。若不到一半写了使命，则不检查。

    ## 为什么
    使命说明部门为何而设，其职能与职责都以此衡量。

    ## 怎么改
    请用一句话写上 `mission`。

    ## 来源
    部门职能说明书以部门使命开篇。
    """
    judged = [d for d in context.organisation.departments.values() if d.unit in _KINDS]
    if not context.half(judged, lambda department: department.mission is not None):
        return
    for department in judged:
        if department.mission is None and not is_written(
            context.program, department.address, "mission"
        ):
            yield Finding(
                context.at(department),
                say(
                    "`{unit}` has no `mission`",
                    "`{unit}` 没有写 `mission`（使命）",
                    unit=department,
                ),
                say(
                    "say in a sentence what it exists for: `mission: …`",
                    "请用一句话写明它为何而设：`mission: …`",
                ),
            )
