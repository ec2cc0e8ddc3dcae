"""DUT005: idle-role."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.graph import Graph
from orgspec.graph.meant import meant
from orgspec.graph.reporting import bare
from orgspec.model.role import Role


@rule("DUT005", "idle-role", since="0.1", severity=Severity.WARNING, finds_absence=True)
def idle_role(context: Context) -> Iterator[Finding]:
    """
    A human role, no assistant, without any letter in a duty or step, also not through its
    department, where half of the roles of its department have one.

    ## Why
    Everyone has something to do (人人有事干). A post without a duty is either not needed, or its
    work was not written down.

    ## Example
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
      adviser: {department: sales, reports_to: seller}
    duties:
      quoting: {raci: seller}
    ```

    ## Instead
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
      adviser: {department: sales, reports_to: seller}
    duties:
      quoting: {raci: {A: seller, R: adviser}}
    ```

    ## Source
    Vertical analysis of a responsibility matrix: empty columns; 人人有事干，事事有人管.

    ---
    人员岗位（助理除外）在任何职责或步骤中都没有字母，也没有通过所在部门承担，
    而其部门半数的岗位都有。

    ## 为什么
    人人都应有事干。没有职责的岗位，要么不需要，要么工作没有写下来。

    ## 怎么改
    请在职责或步骤的 `raci` 中写上该岗位，或撤销该岗位。

    ## 来源
    责任矩阵的纵向分析：空列；人人有事干，事事有人管。
    """
    graph, organisation = context.graph, context.organisation
    busy = graph.rows_of_role.keys() | meant(context.links.unresolved, organisation.roles, "role")
    units = _busy_departments(graph)
    groups: dict[str | None, list[tuple[Role, bool]]] = {}
    for role in organisation.roles.values():
        if role.nature == "human" and not role.assistant:
            unit = graph.department_of_role.get(role.id)
            active = role.id in busy or _is_in(graph, unit, units)
            groups.setdefault(unit, []).append((role, active))
    for group in groups.values():
        if context.half(group, lambda pair: pair[1]):
            for role, active in group:
                if not active:
                    yield _finding(context, role)


def _busy_departments(graph: Graph) -> frozenset[str]:
    """The departments that bear a letter; a company as a whole gives nobody work."""
    parties = {cell.party for row in graph.rows.values() for cell in row.cells if cell.party}
    units = (bare(party) for party in parties if party.startswith("department/"))
    return frozenset(unit for unit in units if graph.department(unit).unit != "company")


def _is_in(graph: Graph, unit: str | None, units: frozenset[str]) -> bool:
    """Whether a department or one above it bears a letter."""
    if unit is None or not units:
        return False
    return unit in units or any(above in units for above in graph.departments.ancestors(unit))


def _finding(context: Context, role: Role) -> Finding:
    """The finding, at the role."""
    unit = context.graph.department_of_role.get(role.id)
    return Finding(
        context.at(role),
        say(
            "role `{role}` has nothing to do: it has no letter in any duty or step",
            "岗位 `{role}` 无事可做：在任何职责或步骤中都没有字母",
            role=role,
        ),
        say(
            "name it in the `raci` of the duties of `{unit}`, or drop the post",
            "请在 `{unit}` 的职责的 `raci` 中写上它，或撤销该岗位",
            unit=context.graph.department(unit),
        )
        if unit is not None
        else say(
            "name it in the `raci` of a duty, or drop the post",
            "请在某项职责的 `raci` 中写上它，或撤销该岗位",
        ),
    )
