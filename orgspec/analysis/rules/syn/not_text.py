"""SYN002: not-text."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN002", "not-text", since="0.1", always=True)
def not_text(context: Context) -> Iterator[Finding]:
    """
    The file is not UTF-8, or holds a character that YAML forbids.

    ## Why
    A file in another encoding is read differently on every machine; control characters come from accidents.

    ## Source
    YAML 1.2.2, section 5.1: character set.

    ---
    文件不是 UTF-8 编码，或含有 YAML 禁止的字符。

    ## 为什么
    其他编码的文件在不同机器上读出的内容不同；控制字符多为误入。

    ## 怎么改
    请以 UTF-8 另存文件，并删除控制字符。
    """
    yield from context.problems("SYN002")
