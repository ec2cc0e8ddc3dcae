"""ORG003: no-superior."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Message, say
from orgspec.graph.written import is_written
from orgspec.model.role import Role


@rule("ORG003", "no-superior", since="0.1", yields_to=("ORG002",))
def no_superior(context: Context) -> Iterator[Finding]:
    """
    A human role without `reports_to` that is no top role. Top roles are those that say
    `reports_to: none`; else the heads of departments without parent, if none of these reports to
    anyone; else the one role with most roles below it. Silent where no role reports to one.

    ## Why
    Who has no superior gets no orders, no appraisal and nobody to escalate to.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      sales-manager: {reports_to: director}
      sales-clerk: {}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      sales-manager: {reports_to: director}
      sales-clerk: {reports_to: sales-manager}
    ```

    ---
    没有 `reports_to` 又不是最高岗位的人工岗位。最高岗位是写了 `reports_to: none` 的岗位；
    否则是无上级部门的负责人（且他们都不向人汇报）；再否则是下属最多的那一个岗位。
    若没有任何岗位写明上级，则不检查。

    ## 为什么
    没有直接上级，就无人布置、考核，也无处上报。

    ## 怎么改
    请写上直接上级；若确为最高岗位，请写 `reports_to: none`。
    """
    graph = context.graph
    if not context.given(graph.reporting.above):
        return
    for role in context.organisation.roles.values():
        if role.reports_to or role.nature != "human" or role.id in graph.top_roles:
            continue
        if is_written(context.program, role.address, "reports_to"):
            continue
        yield Finding(
            context.at(role),
            say("`{role}` reports to nobody", "`{role}` 没有直接上级", role=role),
            _advice(context, role),
        )


def _advice(context: Context, role: Role) -> Message:
    """The head of the department, or of the nearest one above, is probably meant."""
    graph = context.graph
    department = graph.department_of_role.get(role.id)
    units = (department, *graph.departments.ancestors(department)) if department else ()
    heads = (graph.head_of.get(unit) for unit in units)
    head = next((head for head in heads if head and head != role.id), None)
    if head is not None:
        return say(
            "write `reports_to: {head}`, or `reports_to: none` if this is the top",
            "请写 `reports_to: {head}`；若这是最高岗位，请写 `reports_to: none`",
            head=head,
        )
    return say(
        "write its superior as `reports_to: …`, or `reports_to: none` if this is the top",
        "请用 `reports_to: …` 写明上级；若这是最高岗位，请写 `reports_to: none`",
    )
