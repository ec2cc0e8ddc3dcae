"""ORG010: undeclared-cross-line."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.superior_edit import keep_one
from orgspec.diagnostics import Fix, Severity, say
from orgspec.model.role import Role


@rule(
    "ORG010",
    "undeclared-cross-line",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("ORG002", "ORG003"),
)
def undeclared_cross_line(context: Context) -> Iterator[Finding]:
    """
    A superior in a department that is neither the role's own nor above it. Not where the role
    heads its department, where the superior is a top role or heads the role's department or one
    above, or where either has no department.

    ## Why
    A solid line into another department takes the post away from its own head: its work and its
    appraisal lie in two hands.

    ## Example
    ```yaml
    departments:
      sales: {head: sales-manager, functions: [selling], mission: sell}
      finance: {head: finance-manager, functions: [accounts], mission: count}
    roles:
      director: {reports_to: none}
      sales-manager: {department: sales, reports_to: director}
      finance-manager: {department: finance, reports_to: director}
      sales-clerk: {department: sales, reports_to: finance-manager}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: sales-manager, functions: [selling], mission: sell}
      finance: {head: finance-manager, functions: [accounts], mission: count}
    roles:
      director: {reports_to: none}
      sales-manager: {department: sales, reports_to: director}
      finance-manager: {department: finance, reports_to: director}
      sales-clerk: {department: sales, reports_to: sales-manager, dotted_to: finance-manager}
    ```

    ## Source
    Matrix organisations: one solid line, the others dotted.

    ---
    上级所在部门既不是本岗位的部门，也不在其上。岗位是部门负责人、
    上级是最高岗位或本部门及上级部门的负责人、任一方没有部门时除外。

    ## 为什么
    实线汇报到别的部门，就使岗位脱离了自己的部门负责人，工作与考核分在两只手里。

    ## 怎么改
    请向本部门负责人汇报，跨部门的关系写入 `dotted_to`。

    ## 来源
    矩阵式组织：实线只有一条，其余为虚线。
    """
    roles, graph = context.organisation.roles, context.graph
    out = _ways_up(context)
    for role in roles.values():
        above = graph.reporting.above.get(role.id)
        own = graph.department_of_role.get(role.id)
        if above is None or own is None or role.id in graph.circling or above in graph.top_roles:
            continue
        other = graph.department_of_role.get(above)
        if other is None or other == own or graph.head_of.get(own) == role.id:
            continue
        if out.get(own) == (role.id,):
            continue  # it leads a department that names no head
        units = (own, *graph.departments.ancestors(own))
        if other not in units and all(graph.head_of.get(unit) != above for unit in units):
            yield _finding(context, role, roles[above], own, other)


def _ways_up(context: Context) -> dict[str, tuple[str, ...]]:
    """Department without head → its roles that report to another department."""
    graph = context.graph
    out: dict[str, tuple[str, ...]] = {}
    for role, above in graph.reporting.above.items():
        own = graph.department_of_role.get(role)
        if own is None or own in graph.head_of or graph.department_of_role.get(above) == own:
            continue
        out[own] = (*out.get(own, ())[:1], role)  # more than two tell no more than two
    return out


def _finding(context: Context, role: Role, superior: Role, own: str, other: str) -> Finding:
    """The line, and the two departments that it crosses."""
    departments = context.organisation.departments
    link = context.links.of(role.address, "reports_to")[0]
    return Finding(
        context.at(role, *link.route),
        say(
            "`{role}` of `{own}` reports to `{superior}` of `{other}`",
            "`{own}` 的 `{role}` 向 `{other}` 的 `{superior}` 汇报",
            role=role,
            own=departments[own],
            superior=superior,
            other=departments[other],
        ),
        say(
            "let it report inside its department and name `{superior}` in `dotted_to`",
            "请在本部门内汇报，并把 `{superior}` 写入 `dotted_to`",
            superior=superior.id,
        ),
        related=(
            context.at(role, "department", message=say("its department", "所属部门")),
            context.at(superior, "department", message=say("the superior's", "上级所属部门")),
        ),
        fix=_fix(context, role, superior, own),
    )


def _fix(context: Context, role: Role, superior: Role, own: str) -> Fix | None:
    """Report to the head of the own department, dotted to whom it was."""
    head = context.graph.head_of.get(own)
    if head is None or len(role.reports_to) > 1 or context.graph.is_below(head, role.id):
        return None
    return keep_one(context, role, head, (superior.id,))
