"""REF002: duplicate-id."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("REF002", "duplicate-id", since="0.1")
def duplicate_id(context: Context) -> Iterator[Finding]:
    """
    One id twice in one namespace: in two places, as two kinds of party, or different only in case.

    ## Why
    An entity is declared in one place. Departments, roles, people, partners and systems are named side by side in RACI cells and share one namespace.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      director: {name: Director system}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      director-system: {name: Director system}
    ```

    ---
    同一命名空间内 id 重复：两处声明、两类承担方同名，或仅大小写不同。

    ## 为什么
    一个条目只在一处声明。部门、岗位、人员、合作方与系统在责任矩阵中并列出现，共用一个命名空间。

    ## 怎么改
    请合并两处声明，或给其中一个改名。
    """
    yield from context.problems("REF002")
