"""SYN003: yaml-syntax."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN003", "yaml-syntax", since="0.1", always=True)
def yaml_syntax(context: Context) -> Iterator[Finding]:
    """
    The text is not valid YAML.

    ## Why
    Nothing of the file can be read; other files are still checked.

    ## Example
    ```yaml
    organization: {name: Voyage Trading
    roles:
      director: {reports_to: none}
    ```

    ## Instead
    ```yaml
    organization: {name: Voyage Trading}
    roles:
      director: {reports_to: none}
    ```

    ## Source
    YAML 1.2.2.

    ---
    文字不是有效的 YAML。

    ## 为什么
    该文件无法读取；其他文件仍会照常检查。

    ## 怎么改
    常见原因：用制表符缩进；文字以 `>`、`%`、`@`、`*` 开头却未加引号；花括号内的文字含有冒号；引号或括号未闭合。
    """
    yield from context.problems("SYN003")
