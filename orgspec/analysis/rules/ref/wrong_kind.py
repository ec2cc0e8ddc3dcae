"""REF009: wrong-kind."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import quoted, say


@rule("REF009", "wrong-kind", since="0.1")
def wrong_kind(context: Context) -> Iterator[Finding]:
    """
    A reference resolves, but to a kind that its field does not admit.

    ## Why
    A department cannot report to a partner, and a person is no post: the field says what may
    stand there, so that charts and matrices mean something.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      erp: {owner: crm}
      crm: {}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    systems:
      erp: {owner: director}
      crm: {}
    ```

    ---
    引用的条目存在，但其类型不适合该字段。

    ## 为什么
    字段规定了可以写什么：部门不能向合作方汇报，人员也不是岗位。

    ## 怎么改
    请改为引用该字段允许的类型。
    """
    for link in context.links.unresolved:
        kinds = {address.partition("/")[0] for address in link.found}
        if not link.found or kinds & set(link.kinds):
            continue
        found = link.found[0]
        yield Finding(
            context.at(link.source, *link.route),
            say(
                "`{name}` is a {kind}; here belongs a {kinds}",
                "`{name}` 是 {kind}；此处应为 {kinds}",
                name=link.text,
                kind=found.partition("/")[0],
                kinds=quoted(link.kinds),
            ),
            say("name another, or move it", "请改为引用其他条目，或移动它"),
            related=(context.at(found, message=say("declared here", "在此声明")),),
        )
