"""SYN008: missing-field."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN008", "missing-field", since="0.1", always=True)
def missing_field(context: Context) -> Iterator[Finding]:
    """
    A required key is missing, such as `role` in `holds`.

    ## Why
    Without it the entry says nothing.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    people:
      li-na: {name: Li Na, holds: [{share: 100%}]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    people:
      li-na: {name: Li Na, holds: [{role: director, share: 100%}]}
    ```

    ---
    缺少必需的键，例如 `holds` 中的 `role`。

    ## 为什么
    缺了它，这一条什么也没说。

    ## 怎么改
    请补上该键。
    """
    yield from context.problems("SYN008")
