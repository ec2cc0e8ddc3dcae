"""KPI009: uncontrollable-kpi."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.measured import Hands
from orgspec.graph.reporting import bare
from orgspec.model.measures import Kpi
from orgspec.model.program import Link

_SHOWN = 4


@rule("KPI009", "uncontrollable-kpi", since="0.1", severity=Severity.WARNING)
def uncontrollable_kpi(context: Context) -> Iterator[Finding]:
    """
    A role lists a KPI that duties list, or that `measures` a duty, step or workflow, and it is
    neither A, R nor owner there, nor superior of one who is, nor head of a department that lists
    the KPI. To keep the figure (its `owner`) is not to move it.

    ## Why
    Nobody can answer for a figure that others make. It rewards luck, and it teaches people to argue
    about the figure instead of the work.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      accountant: {reports_to: director, kpis: answer-time}
    duties:
      quoting: {raci: {A: director, R: seller}, kpis: answer-time}
      booking: {raci: accountant}
    kpis:
      answer-time: {target: ≤ 4 hours}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director, kpis: answer-time}
      accountant: {reports_to: director}
    duties:
      quoting: {raci: {A: director, R: seller}, kpis: answer-time}
      booking: {raci: accountant}
    kpis:
      answer-time: {target: ≤ 4 hours}
    ```

    ## Source
    The controllability principle of responsibility accounting (可控性原则).

    ---
    岗位列有某 KPI，而该 KPI 由职责列出，或其 `measures` 指向某项职责、步骤或流程，
    该岗位却既不是其 A、R 或负责人，也不是这些人的上级，也不主管列有该 KPI 的部门。
    统计数据（KPI 的 `owner`）不等于能左右数据。

    ## 为什么
    别人做出来的数字，谁也无法负责。这样考核奖的是运气，大家争的是数字，而不是把事做好。

    ## 怎么改
    请把该 KPI 列到执行岗位，或在职责中写明该岗位的责任。

    ## 来源
    责任会计的可控性原则。
    """
    hands = Hands(context.graph)
    for kpi in context.organisation.kpis.values():
        links = context.links.to(kpi.address)
        uses = [x for x in links if x.route[0] == "kpis" and x.source.startswith("role/")]
        places = hands.places(kpi) if uses else ()
        if not places or any(x.target is None for x in context.links.of(kpi.address, "measures")):
            continue
        strangers = [use for use in uses if not hands.does(bare(use.source), places)]
        movers = hands.roles(places) if strangers else None
        if not movers or hands.is_open(places) or hands.is_cut(movers):
            continue  # all of them do it; or who does, or who leads them, is wanting: said there
        allowed = movers | hands.superiors(movers) | _heads(context, kpi)
        for use in strangers:
            if bare(use.source) not in allowed:
                yield _finding(context, kpi, use, places, movers)


def _heads(context: Context, kpi: Kpi) -> frozenset[str]:
    """The heads of the departments that list a KPI."""
    links = context.links.to(kpi.address)
    units = [bare(x.source) for x in links if x.source.startswith("department/")]
    heads = context.graph.head_of
    return frozenset(heads[unit] for unit in units if unit in heads)


def _finding(
    context: Context, kpi: Kpi, use: Link, places: tuple[str, ...], movers: frozenset[str]
) -> Finding:
    """The finding, at the KPI in the role's list; each place with who makes the figure there."""
    role = context.organisation.roles[bare(use.source)]
    return Finding(
        context.at(role, *use.route),
        say(
            "`{role}` is measured by `{kpi}`, but has no part in what makes it",
            "`{role}` 以 `{kpi}` 考核，却不参与决定该指标的工作",
            role=role,
            kpi=kpi,
        ),
        say(
            "list it at {movers}, or name `{role}` there under A or R",
            "请列到 {movers}，或在该处把 `{role}` 列为 A 或 R",
            movers=tuple(context.organisation.roles[id_] for id_ in sorted(movers)[:_SHOWN]),
            role=role,
        ),
        related=tuple(_made(context, place) for place in places[:_SHOWN]),
    )


def _made(context: Context, place: str) -> Label:
    """A place where the figure is made, and who does it there."""
    row = context.graph.rows.get(place)
    roles = row.roles("R", "A") if row is not None else ()
    if not roles:
        return context.at(place, message=say("it is made here", "在此形成"))
    return context.at(
        place,
        message=say(
            "it is made here, by {roles}",
            "在此形成，由 {roles} 负责",
            roles=tuple(context.organisation.roles[id_] for id_ in roles[:_SHOWN]),
        ),
    )
