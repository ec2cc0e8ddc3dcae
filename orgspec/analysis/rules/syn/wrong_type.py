"""SYN007: wrong-type."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN007", "wrong-type", since="0.1", always=True)
def wrong_type(context: Context) -> Iterator[Finding]:
    """
    A value is not of its field's type: a list for a text, a text that is no duration, date, number or choice.

    ## Why
    What cannot be understood cannot be printed or checked.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, headcount: several}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, headcount: 2}
    ```

    ---
    值的类型与字段不符：该写文字却写了列表，或文字不是时长、日期、数字、可选值。

    ## 为什么
    无法理解的内容既不能打印，也不能检查。

    ## 怎么改
    请按提示改成该字段的类型。
    """
    yield from context.problems("SYN007")
