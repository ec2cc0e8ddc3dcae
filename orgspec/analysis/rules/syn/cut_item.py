"""SYN012: cut-item."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity


@rule("SYN012", "cut-item", since="0.1", severity=Severity.WARNING, always=True)
def cut_item(context: Context) -> Iterator[Finding]:
    """
    A half-width comma without a space between Han characters in `[…]`: one item or two?

    ## Why
    Chinese writers put no space behind a comma; YAML takes the comma as the border of two items.

    ## Example
    ```yaml
    organization: {name: Voyage, principles: [客户为中心,权责对等]}
    roles:
      director: {reports_to: none}
    ```

    ## Instead
    ```yaml
    organization: {name: Voyage, principles: [客户为中心, 权责对等]}
    roles:
      director: {reports_to: none}
    ```

    ---
    方括号中汉字之间有不带空格的半角逗号：是一项还是两项？

    ## 为什么
    中文逗号后不空格，而 YAML 会把它当作两项的分界。

    ## 怎么改
    若是两项，请在逗号后加空格；若是一项，请加引号。
    """
    yield from context.problems("SYN012")
