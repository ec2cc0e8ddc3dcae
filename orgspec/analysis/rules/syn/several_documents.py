"""SYN004: several-documents."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN004", "several-documents", since="0.1", always=True)
def several_documents(context: Context) -> Iterator[Finding]:
    """
    A second document begins in the file (`---`). Only the first is read.

    ## Why
    A file is one part of one specification. What stands behind the second `---` would be lost in silence.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    ---
    systems:
      erp: {}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      erp: {}
    ```

    ---
    文件中出现了第二个文档（`---`）；只读取第一个。

    ## 为什么
    一个文件是一份规范的一部分；第二个 `---` 之后的内容会被悄悄丢掉。

    ## 怎么改
    请合并两个文档，或把第二个放进单独的文件。
    """
    yield from context.problems("SYN004")
