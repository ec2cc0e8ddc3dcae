"""SYN006: limit-exceeded."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN006", "limit-exceeded", since="0.1", always=True)
def limit_exceeded(context: Context) -> Iterator[Finding]:
    """
    A file is too large, nests too deeply, expands too many aliases, or the specification has too many entities.

    ## Why
    Limits keep hostile or damaged input from using up memory and time.

    ---
    文件过大、嵌套过深、别名展开过多，或条目过多。

    ## 为什么
    上限可防止恶意或损坏的输入耗尽内存和时间。

    ## 怎么改
    请拆分文件，或减少嵌套与别名。
    """
    yield from context.problems("SYN006")
