"""AUT007: limit-inversion."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.authorities import reaches, scale_of
from orgspec.graph.written import unread
from orgspec.model.governance import Authority
from orgspec.model.program import Link


@rule("AUT007", "limit-inversion", since="0.1", severity=Severity.WARNING, yields_to=("AUT001",))
def limit_inversion(context: Context) -> Iterator[Finding]:
    """
    Of two roles with limits in one authority, the one that reports to the other may decide more.
    Levels with a `condition` are left out.

    ## Why
    The superior answers for a decision that they may not take themselves, and nobody who goes up
    the line gets further.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: director, up_to: 5}, {role: manager, up_to: 10}]
        max: 10
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: manager, up_to: 5}, {role: director, up_to: 10}]
        max: 10
    ```

    ## Source
    Delegation of authority matrices read against the reporting line.

    ---
    同一权限中，下级的额度高于其直接或间接上级的额度。带 `condition` 的层级不计。

    ## 为什么
    上级要为自己无权作出的决定负责；而逐级上报也得不到更高的授权。

    ## 怎么改
    请互换两级的岗位，或提高上级的额度。

    ## 来源
    将分级授权表与汇报线对照。
    """
    broken = unread(context.program, "authority")
    for authority in context.organisation.authorities.values():
        if len(authority.levels) > 1 and authority.address not in broken:
            yield from _inversions(context, authority)


def _inversions(context: Context, authority: Authority) -> Iterator[Finding]:
    """Each role that may decide more than one above it; the nearest such superior."""
    scale = scale_of(authority)
    if scale is None:
        return
    graph = context.graph
    limits = reaches(context.program, authority, scale, conditional=False)
    for role, (end, link) in limits.items():
        for superior in graph.reporting.ancestors(role):
            if superior in graph.circling:
                break  # who stands above whom is unknown from here on: that is said by ORG002
            if superior in limits and limits[superior][0] < end:
                yield _inversion(context, authority, role, link, superior, limits[superior][1])
                break


def _inversion(
    context: Context, authority: Authority, role: str, link: Link, superior: str, above: Link
) -> Finding:
    """One role that may decide more than its superior."""
    return Finding(
        context.at(authority, *link.route, message=say("may decide more", "额度更高")),
        say(
            "`{role}` may decide more of `{authority}` than `{superior}`, to whom it reports",
            "`{role}` 在 `{authority}` 中的额度高于其上级 `{superior}`",
            role=context.graph.role(role),
            superior=context.graph.role(superior),
            authority=authority,
        ),
        say(
            "let `{superior}` decide at least as much as `{role}`",
            "请使 `{superior}` 的额度不低于 `{role}`",
            role=context.graph.role(role),
            superior=context.graph.role(superior),
        ),
        (
            context.at(authority, *above.route, message=say("may decide less", "额度较低")),
            context.at(
                f"role/{role}",
                "reports_to",
                message=say("the line upwards begins here", "汇报线由此向上"),
            ),
        ),
    )
