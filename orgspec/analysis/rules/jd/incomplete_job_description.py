"""JD001: incomplete-job-description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.frozen import frozen
from orgspec.graph.written import is_written
from orgspec.model.introspection import fields_of
from orgspec.model.role import Role
from orgspec.model.text import Text


@frozen
class Options:
    """What a job description consists of.

    Attributes:
        sections: fields of a role, or `duties`. · 岗位的字段，或 `duties`。
    """

    sections: tuple[str, ...] = ("purpose", "qualifications")


@rule(
    "JD001",
    "incomplete-job-description",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
)
def incomplete_job_description(context: Context) -> Iterator[Finding]:
    """
    A human role without a section that its job description is to have: one of the option `sections`
    (`purpose`, `qualifications`). Each is asked for where half of the human roles have it.

    ## Why
    Whoever is hired, trained or appraised by a job description goes by what it says; what it leaves
    out everybody fills in for themselves.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, purpose: leads the company}
      seller: {reports_to: director}
    duties:
      leading: {raci: director}
      quoting: {raci: seller}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, purpose: leads the company}
      seller: {reports_to: director, purpose: wins customers abroad}
    duties:
      leading: {raci: director}
      quoting: {raci: seller}
    ```

    ## Source
    Practice of job description sheets (岗位说明书): purpose, duties, qualifications.

    ---
    人员岗位缺少岗位说明书应有的部分，即选项 `sections`（`purpose`、`qualifications`）之一；
    仅当半数人员岗位写有该部分时才检查。

    ## 为什么
    招聘、培训和考核都以岗位说明书为准；没有写明的，各人只能按自己的理解办。

    ## 怎么改
    请补上所缺的部分。

    ## 来源
    岗位说明书的做法：岗位目的、职责、任职资格。
    """
    roles = [role for role in context.organisation.roles.values() if role.nature == "human"]
    names = {field.key: field.name for field in fields_of(Role)}
    without: dict[str, frozenset[str]] = {}
    for role in roles:
        unit = context.graph.department_of_role.get(role.id)
        missing = []
        for section in context.options(Options, unit, role).sections:
            if section not in without:
                without[section] = _without(context, roles, section, names)
            if role.id in without[section]:
                missing.append(section)
        if missing:
            yield _finding(context, role, missing)


def _without(
    context: Context, roles: list[Role], section: str, names: dict[str, str]
) -> frozenset[str]:
    """The roles that lack a section, where half of all have it; nobody lacks an unknown one."""
    if section == "duties":
        rows = context.graph.rows_of_role
        busy = {id_ for id_, found in rows.items() if any(act in "AR" for _, act in found)}
        lacking = frozenset(role.id for role in roles if role.id not in busy)
    elif section in names:
        name = names[section]
        empty = (role for role in roles if not _is_filled(getattr(role, name)))
        lacking = frozenset(
            r.id for r in empty if not is_written(context.program, r.address, section)
        )
    else:
        return frozenset()
    return lacking if context.half(roles, lambda role: role.id not in lacking) else frozenset()


def _is_filled(value: object) -> bool:
    """Whether a field says anything; a part whose fields are all empty does not."""
    if value and is_dataclass(value) and not isinstance(value, Text):
        return any(getattr(value, name) for name in value.__dataclass_fields__)
    return bool(value)


def _finding(context: Context, role: Role, missing: list[str]) -> Finding:
    """The finding, at the role, with all that it lacks."""
    return Finding(
        context.at(role),
        say(
            "the job description of `{role}` has no {missing}",
            "`{role}` 的岗位说明书缺少 {missing}",
            role=role,
            missing=quoted(missing),
        ),
        say("write {missing} for the role", "请为该岗位写明 {missing}", missing=quoted(missing)),
    )
