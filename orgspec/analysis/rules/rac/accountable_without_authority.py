"""RAC017: accountable-without-authority."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.authorities import level_links, stands_in, takers
from orgspec.graph.letters import duty_row
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell, Row
from orgspec.model.governance import Authority
from orgspec.model.program import Link


@rule(
    "RAC017",
    "accountable-without-authority",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("AUT003",),
)
def accountable_without_authority(context: Context) -> Iterator[Finding]:
    """
    A duty or step names an authority in none of whose levels its A stands.

    ## Why
    Whoever answers for a decision must be able to take it. Who answers and may not decide is blamed
    for what others decided.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      leading: {raci: director}
      discounting: {raci: manager, authorities: discount}
    authorities:
      discount: {measure: "%", levels: [{role: director}]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      leading: {raci: director}
      discounting: {raci: manager, authorities: discount}
    authorities:
      discount: {measure: "%", levels: [{role: manager, up_to: 10}, {role: director}]}
    ```

    ## Source
    权责利对等: authority and responsibility must be equal (Fayol).

    ---
    职责或步骤写明了某权限，而其 A 不在该权限的任何层级中。

    ## 为什么
    对决定负责的人必须能作出决定。只担责而无权的岗位，替别人的决定受过。

    ## 怎么改
    请为 A 在该权限的 `levels` 中写明层级，或改由有权的岗位任 A，或删去该权限。

    ## 来源
    权责利对等（法约尔：权力与责任相符）。
    """
    for authority in context.organisation.authorities.values():
        links = takers(context.program, authority)
        holders = _holders(context, authority) if links else ()
        for link in links:
            row = context.graph.rows.get(link.source) if holders else None
            if row is None or _is_said_of_its_duty(context, row, authority):
                continue
            answering = row.acting("A")
            if not answering or any(cell.role is None for cell in answering):
                continue
            if not any(stands_in(context.program, c.role or "", holders) for c in answering):
                yield _finding(context, row, link, answering[0])


def _holders(context: Context, authority: Authority) -> tuple[str, ...]:
    """The roles in the levels of an authority; none if it has none, or one is not declared."""
    targets = [link.target for link in level_links(context.program, authority)]
    if None in targets:
        return ()
    return tuple(bare(target) for target in targets if target is not None)


def _is_said_of_its_duty(context: Context, row: Row, authority: Authority) -> bool:
    """Whether a step takes what its duty names for the same A: one finding is enough."""
    above = duty_row(context.graph, row.of)
    if above is None or above.accountable != row.accountable:
        return False
    return authority.address in context.links.targets(above.address, "authorities")


def _finding(context: Context, row: Row, link: Link, cell: Cell) -> Finding:
    """An authority that the one who answers does not have."""
    role = context.graph.role(cell.role or "")
    authority = context.name(link.target)
    return Finding(
        context.at(row.address, *link.route),
        say(
            "`{role}` is accountable for `{what}` and stands in no level of `{authority}`",
            "`{role}` 对 `{what}` 负责，却不在 `{authority}` 的任何层级中",
            role=role,
            what=row.of,
            authority=authority,
        ),
        say(
            "give `{role}` a level of `{authority}`, or let one who holds it be accountable",
            "请为 `{role}` 在 `{authority}` 中写明层级，或改由持有该权限的岗位负责",
            role=role,
            authority=authority,
        ),
        (
            context.at(cell.holder, *cell.route, message=say("answers", "负责")),
            context.at(link.target or "", "levels", message=say("who may decide", "有权决定者")),
        ),
        address=row.address,
    )
