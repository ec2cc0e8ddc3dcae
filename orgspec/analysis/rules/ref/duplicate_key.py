"""REF003: duplicate-key."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("REF003", "duplicate-key", since="0.1")
def duplicate_key(context: Context) -> Iterator[Finding]:
    """
    The same key twice in one mapping of one file.

    ## Why
    YAML readers keep one of the two and say nothing.

    ## Example
    ```yaml
    roles:
      director:
        reports_to: none
        headcount: 1
        headcount: 2
    ```

    ## Instead
    ```yaml
    roles:
      director:
        reports_to: none
        headcount: 2
    ```

    ## Source
    YAML 1.2.2, section 3.2.1.3: keys of a mapping are unique.

    ---
    同一映射中键重复。

    ## 为什么
    YAML 读取程序会悄悄只保留其中一个。

    ## 怎么改
    请只保留一个。
    """
    yield from context.problems("REF003")
