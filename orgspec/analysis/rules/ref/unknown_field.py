"""REF004: unknown-field."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("REF004", "unknown-field", since="0.1")
def unknown_field(context: Context) -> Iterator[Finding]:
    """
    A key that is no field of its place and does not begin with `x-`; in a locale map, a tag that is no enabled locale.

    ## Why
    A mistyped key would be lost in silence. Keys of your own begin with `x-`.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, head_count: 2}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, headcount: 2}
    ```

    ---
    键不是此处的字段，也不以 `x-` 开头；在按语言分列的文字中，则是未启用的语言。

    ## 为什么
    打错的键会被悄悄忽略。自定义的键请以 `x-` 开头。

    ## 怎么改
    请改成提示中的字段，或加上 `x-` 前缀。
    """
    yield from context.problems("REF004")
