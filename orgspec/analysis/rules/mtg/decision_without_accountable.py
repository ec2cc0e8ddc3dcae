"""MTG004: decision-without-accountable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.gatherings import gathering, stands_in
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.cooperation import Meeting
from orgspec.model.program import Link

_Decider = tuple[str, Label]
"""A role, and the place that makes it answer."""


@rule("MTG004", "decision-without-accountable", since="0.1", severity=Severity.WARNING)
def decision_without_accountable(context: Context) -> Iterator[Finding]:
    """
    A meeting `decides` a duty, step or authority, and who is accountable for it (the last approver
    of an authority) is neither its chair nor an attendee: not in person, not with the department,
    and not by a deputy.

    ## Why
    Whoever answers for a matter is not bound by what others decide about it. It will be decided a
    second time, in another room.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      accountant: {reports_to: director}
    duties:
      pricing: {raci: {A: director, R: seller}}
      booking: {raci: accountant}
    meetings:
      price-round: {chair: seller, attendees: accountant, frequency: weekly, decides: pricing}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      accountant: {reports_to: director}
    duties:
      pricing: {raci: {A: director, R: seller}}
      booking: {raci: accountant}
    meetings:
      price-round:
        {chair: seller, attendees: [accountant, director], frequency: weekly, decides: pricing}
    ```

    ## Source
    Decision rights (权责对等): who answers decides.

    ---
    会议的 `decides` 列有某项职责、步骤或权限，而其负责人（A；权限则为最终审批人）
    既不主持也不参加：本人、所在部门、代理人都不在场。

    ## 为什么
    对事情负责的人不受别人所作决定的约束，这件事还要在另一间屋子里再决定一次。

    ## 怎么改
    请让负责人或其代理人参加，或把该事项从 `decides` 中去掉。

    ## 来源
    权责对等：谁负责，谁决定。
    """
    for meeting in context.organisation.meetings.values():
        if not meeting.decides:
            continue
        who = gathering(context.graph, meeting)
        if who is None or not (who.roles or who.people or who.everyone):
            continue  # a meeting that names nobody is MTG001
        for link in context.links.of(meeting.address, "decides"):
            if link.target is None:
                continue
            deciders = _deciders(context, link.target)
            if deciders and not any(stands_in(context.graph, role, who) for role, _ in deciders):
                yield _finding(context, meeting, link, deciders)


def _deciders(context: Context, address: str) -> list[_Decider]:
    """The roles of which one must be there; nobody where that cannot be told."""
    if address.startswith("authority/"):
        return _last_approvers(context, address)
    row = context.graph.rows.get(address)
    cell = row.accountable if row is not None else None
    if cell is None or cell.party is None or cell.role is None:
        return []
    note = say("accountable for it", "对此负责")
    return [(cell.role, context.at(cell.holder, *cell.route, message=note))]


def _last_approvers(context: Context, address: str) -> list[_Decider]:
    """The roles that an authority's order lets approve last, else those of its highest level."""
    authority = context.organisation.authorities[bare(address)]
    stages = [i for i, stage in enumerate(authority.order) if stage.approve]
    levels = [i for i, level in enumerate(authority.levels) if level.role]
    route = ("order", stages[-1], "approve") if stages else ("levels", levels[-1] if levels else 0)
    links = [x for x in _links(context.graph, address, route[0]) if x.route[: len(route)] == route]
    links = [x for x in links if "role" in x.route or "approve" in x.route]
    if any(link.target is None for link in links):
        return []
    note = say("the last to approve", "最终审批人")
    return [
        (bare(x.target), context.at(address, *x.route, message=note)) for x in links if x.target
    ]


def _links(graph: Graph, address: str, field: str | int) -> tuple[Link, ...]:
    """The links in a field."""
    return graph.links.of(address, str(field))


def _finding(context: Context, meeting: Meeting, link: Link, deciders: list[_Decider]) -> Finding:
    """The finding, at the matter; who is missing, and where it says so."""
    roles = tuple(context.organisation.roles[role] for role, _ in deciders[:4])
    return Finding(
        context.at(meeting, *link.route),
        say(
            "`{meeting}` decides `{matter}` without {roles}, who answers for it",
            "`{meeting}` 决定 `{matter}`，但负责人 {roles} 不在场",
            meeting=meeting,
            matter=context.name(link.target),
            roles=roles,
        ),
        say(
            "add {roles} or a deputy to `attendees`, or take the matter out of `decides`",
            "请把 {roles} 或其代理人列入 `attendees`，或把该事项从 `decides` 中去掉",
            roles=roles,
        ),
        related=tuple(place for _, place in deciders[:4]),
    )
