"""ORG001: detached-department."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.model.department import Department


@rule("ORG001", "detached-department", since="0.1", yields_to=("REF008",))
def detached_department(context: Context) -> Iterator[Finding]:
    """
    A department without `parent` that hangs on nothing: the organisation has exactly one company
    and this is no part of it; or it is a group, team, region or branch while another one has a
    parent. Other departments without parent belong to the organisation itself.

    ## Why
    What hangs nowhere is missing from every chart and every count of its company.

    ## Example
    ```yaml
    departments:
      company: {kind: company, mission: trade}
      sales: {parent: company, functions: [selling], mission: sell}
      logistics: {functions: [shipping], mission: ship}
    ```

    ## Instead
    ```yaml
    departments:
      company: {kind: company, mission: trade}
      sales: {parent: company, functions: [selling], mission: sell}
      logistics: {parent: company, functions: [shipping], mission: ship}
    ```

    ---
    没有 `parent` 而悬空的部门：组织只有一家公司而它不属于该公司；
    或它是小组、团队、大区、分支，而同类的其他单位有上级。其他没有上级的部门直属于组织。

    ## 为什么
    悬空的部门不会出现在公司的组织结构图和编制统计中。

    ## 怎么改
    请写上 `parent`。
    """
    departments = context.organisation.departments
    for id_, shows in context.graph.detached.items():
        if shows.unit == "company":
            yield _outside(context, departments[id_], shows)
        else:
            yield _unlike(context, departments[id_], shows)


def _outside(context: Context, department: Department, company: Department) -> Finding:
    """A department beside the one company."""
    return Finding(
        context.at(department),
        say(
            "`{unit}` has no `parent`, so it is no part of `{company}`",
            "`{unit}` 没有 `parent`，因而不属于 `{company}`",
            unit=department,
            company=company,
        ),
        say(
            "write `parent: {id}`, or the department that it belongs to",
            "请写上 `parent: {id}`，或它所隶属的部门",
            id=company.id,
        ),
        related=(context.at(company, message=say("the company", "公司在此")),),
    )


def _unlike(context: Context, department: Department, other: Department) -> Finding:
    """A part of something, while others of its kind say of what."""
    return Finding(
        context.at(department),
        say(
            "the {kind} `{unit}` has no `parent`, while `{other}` has one",
            "`{unit}`（{kind}）没有 `parent`，而同类的 `{other}` 有",
            kind=department.unit,
            unit=department,
            other=other,
        ),
        say(
            "write the department that it belongs to: `parent: {id}`",
            "请写上它所隶属的部门，例如 `parent: {id}`",
            id=other.parent,
        ),
        related=(context.at(other, "parent", message=say("has a parent", "写明了上级")),),
    )
