"""STF001: vacant-role."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.vacancy import advice, causes, chain
from orgspec.diagnostics import Severity, say


@rule(
    "STF001", "vacant-role", since="0.1", severity=Severity.WARNING, finds_absence=True,
    yields_to=("STF011", "RAC023", "WFL014"),
)  # fmt: skip
def vacant_role(context: Context) -> Iterator[Finding]:
    """
    A human role with planned heads that nobody holds or acts in, and without a deputy who is
    there. Where it is A of something, or the only R of a step, RAC023 or WFL014 says so instead.
    Judged where people are declared for the department, or where `current` is 0.

    ## Why
    The post was established because somebody is needed. While it is empty, what it helps with
    falls to colleagues without being agreed, or is left undone.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: manager}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: manager}
      wang-wei: {holds: clerk}
    ```

    ## Source
    Practice of establishment sheets (定岗定编): planned posts against posts that are filled.

    ---
    有编制的人员岗位无人任职、无人代理，也没有在任的代理人。
    若它是某事项的 A 或某步骤唯一的 R，则由 RAC023 或 WFL014 报告。
    仅在该部门已声明人员，或 `current` 为 0 时判断。

    ## 为什么
    设岗是因为需要人。岗位空着，它分担的工作就未经商定地落到同事身上，或者无人去做。

    ## 怎么改
    请用 `holds` 写明任职者，或写明在任的 `deputy`；不再需要时，撤销岗位或把编制改为 0。

    ## 来源
    定岗定编的做法：编制与在岗对照。
    """
    for role in context.graph.vacant_roles:
        if role.headcount.planned > 0:
            yield Finding(
                context.at(role),
                say(
                    "role `{role}` is vacant: nobody holds it, and nobody stands in",
                    "岗位 `{role}` 空缺：无人任职，也无人代理",
                    role=role,
                ),
                advice(context, role),
                related=(*causes(context, role), *chain(context, role)),
            )
