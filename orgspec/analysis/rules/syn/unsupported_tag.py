"""SYN005: unsupported-tag."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN005", "unsupported-tag", since="0.1", always=True)
def unsupported_tag(context: Context) -> Iterator[Finding]:
    """
    A YAML tag, an alias that contains itself, or a key that is no scalar.

    ## Why
    The field decides the type of its value; tags would let a file run code in some readers.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, number: !!int 7}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, number: 7}
    ```

    ---
    YAML 标签、包含自身的别名，或不是标量的键。

    ## 为什么
    值的类型由字段决定；在某些读取程序中标签可能执行代码。

    ## 怎么改
    请删去标签；键请写成普通文字。
    """
    yield from context.problems("SYN005")
