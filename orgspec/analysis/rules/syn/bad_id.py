"""SYN009: bad-id."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule


@rule("SYN009", "bad-id", since="0.1", always=True)
def bad_id(context: Context) -> Iterator[Finding]:
    """
    An id outside the grammar, reserved, or longer than 100 characters.

    ## Why
    Ids stand in addresses, file names and links: letters of any script, digits, `-`, `_` and `.` are safe in all of them.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      "erp/v2": {name: ERP}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      erp-v2: {name: ERP}
    ```

    ---
    id 不合语法、是保留词，或超过 100 个字符。

    ## 为什么
    id 会出现在地址、文件名和链接中；任何文字的字母、数字、`-`、`_`、`.` 都是安全的。

    ## 怎么改
    请换一个 id；想展示的文字写进 `name`。
    """
    yield from context.problems("SYN009")
