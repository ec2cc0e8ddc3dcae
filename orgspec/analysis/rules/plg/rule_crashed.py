"""PLG002: rule-crashed."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("PLG002", "rule-crashed", since="0.1", always=True)
def rule_crashed(context: Context) -> Iterator[Finding]:
    """
    A rule raised an exception. Its code is named; nothing else is lost.

    ## Why
    One faulty rule must not hide the findings of all others. The engine itself reports this.

    ---
    某条规则运行时抛出异常。会指明其代码，其他检查不受影响。

    ## 为什么
    一条有缺陷的规则不应遮住其他规则的发现。此项由引擎自身报告。

    ## 怎么改
    请报告给该规则的作者，并用 `--ignore` 暂时跳过。
    """
    yield from context.problems("PLG002")
