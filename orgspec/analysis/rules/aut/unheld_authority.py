"""AUT003: unheld-authority."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.authorities import takers
from orgspec.graph.written import may_be_written


@rule("AUT003", "unheld-authority", since="0.1", finds_absence=True)
def unheld_authority(context: Context) -> Iterator[Finding]:
    """
    An authority without levels.

    ## Why
    A right to decide that nobody holds decides nothing: whatever waits for it waits for ever, or
    somebody decides who was never asked to.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      discounting: {raci: director, authorities: discount}
    authorities:
      discount: {measure: "%"}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
    duties:
      discounting: {raci: director, authorities: discount}
    authorities:
      discount: {measure: "%", levels: [{role: director}]}
    ```

    ## Source
    Delegation of authority matrices.

    ---
    没有任何层级的权限。

    ## 为什么
    无人持有的权限什么也决定不了：等它的事一直等下去，或由从未获授权的人自行决定。

    ## 怎么改
    请在 `levels` 中由低到高写明由谁决定、到多少为止。

    ## 来源
    分级授权表的做法。
    """
    for authority in context.organisation.authorities.values():
        if authority.levels or may_be_written(context.program, authority.address, "levels"):
            continue
        yield Finding(
            context.at(authority),
            say(
                "nobody holds the authority `{authority}`: it has no levels",
                "权限 `{authority}` 无人持有：没有写明任何层级",
                authority=authority,
            ),
            say(
                "say in `levels` who decides, and up to where",
                "请在 `levels` 中写明由谁决定、到多少为止",
            ),
            tuple(
                context.at(link.source, *link.route, message=say("taken here", "此处使用"))
                for link in takers(context.program, authority)[:5]
            ),
        )
