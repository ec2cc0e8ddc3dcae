"""AUT005: granted-and-denied."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.authorities import level_links, stands_in
from orgspec.graph.reporting import bare


@rule("AUT005", "granted-and-denied", since="0.1")
def granted_and_denied(context: Context) -> Iterator[Finding]:
    """
    A role stands in a level of an authority and in its `denied`.

    ## Why
    The text says yes and no at once. Whoever reads one line decides, whoever reads the other
    refuses; after a loss each points at theirs.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: clerk}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: clerk, up_to: 3}, {role: director}]
        denied: clerk
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: clerk}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: director}]
        denied: clerk
    ```

    ---
    某岗位既在权限的层级中，又在该权限的 `denied` 中。

    ## 为什么
    同一份文本既说可以又说不可以：看到前一行的就决定，看到后一行的就拒绝，出了问题各执一词。

    ## 怎么改
    请从 `levels` 或 `denied` 中删去其一。
    """
    for authority in context.organisation.authorities.values():
        denied = context.links.of(authority.address, "denied")
        if not denied:
            continue
        levels = {
            bare(link.target): link
            for link in reversed(level_links(context.program, authority))
            if link.target is not None
        }
        for link in denied:
            by = stands_in(context.program, bare(link.target), levels) if link.target else None
            if by is None:
                continue
            yield Finding(
                context.at(authority, *link.route),
                say(
                    "`{role}` must never hold `{authority}` and stands in one of its levels",
                    "`{role}` 不得持有 `{authority}`，却在其层级之中",
                    role=context.name(link.target),
                    authority=authority,
                ),
                say(
                    "take `{role}` out of `levels` or out of `denied`",
                    "请从 `levels` 或 `denied` 中删去 `{role}`",
                    role=context.name(link.target),
                ),
                (
                    context.at(
                        authority, *levels[by].route, message=say("may decide here", "此处可决定")
                    ),
                ),
            )
