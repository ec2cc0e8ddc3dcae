"""SYN011: cut-text."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN011", "cut-text", since="0.1", always=True)
def cut_text(context: Context) -> Iterator[Finding]:
    """
    A half-width comma in `{…}` cut a text, so that its second half looks like a key without a value.

    ## Why
    YAML reads the comma as the end of the value; half of the text would be lost.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, purpose: lead the company, decide}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, purpose: "lead the company, decide"}
    ```

    ---
    花括号中的半角逗号切断了文字，后半截看起来像没有值的键。

    ## 为什么
    YAML 把逗号当作值的结尾，文字会丢掉一半。

    ## 怎么改
    请给文字加引号，或改用全角逗号。
    """
    yield from context.problems("SYN011")
