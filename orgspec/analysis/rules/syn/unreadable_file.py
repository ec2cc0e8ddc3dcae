"""SYN001: unreadable-file."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN001", "unreadable-file", since="0.1", always=True)
def unreadable_file(context: Context) -> Iterator[Finding]:
    """
    A file or folder of the specification cannot be read, has vanished, changes while it is read, or is a link that leads in a circle.
    The same holds of files that the specification names, such as photos and templates: they must lie beside the manifest or below it, for documents are made from nothing else.

    ## Why
    What cannot be read cannot be checked, and a check that skips a file in silence is worth nothing.

    ---
    规范中的文件或文件夹无法读取、已消失、读取时变化，或是循环链接。
    规范中引用的文件（照片、模板等）同样如此：它们必须位于清单所在文件夹之内，因为生成文件时只使用其中的内容。

    ## 为什么
    读不到的内容无法检查；悄悄跳过文件的检查没有意义。

    ## 怎么改
    请检查文件权限，或用 `sources` 排除该文件。
    """
    yield from context.problems("SYN001")
