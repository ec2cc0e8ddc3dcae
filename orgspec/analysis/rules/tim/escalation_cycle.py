"""TIM008: escalation-cycle."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.time.calendar import WorkingCalendar, working_calendar
from orgspec.graph.time.limits import is_emergency
from orgspec.model.workflow import Handoff, Rung, Step, Workflow

_Holder = Workflow | Step | Handoff


@rule("TIM008", "escalation-cycle", since="0.1")
def escalation_cycle(context: Context) -> Iterator[Finding]:
    """
    An escalation ladder writes one role (or `superior`, `owner`, `head`) twice, or its `after` times
    do not grow. Rungs that turn out to be the same role for one step are skipped, not found.

    ## Why
    Each rung is for the case that the one before did not help. Who was told already is not a higher
    one, and a rung that is due no later than the one before is no rung.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      lead: {reports_to: director}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        within: 3 working days
        escalation: [{after: 4 hours, to: lead}, {after: 1 working day, to: director}, {after: 2 working days, to: lead}]
        steps:
          enter: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      lead: {reports_to: director}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        within: 3 working days
        escalation: [{after: 4 hours, to: lead}, {after: 1 working day, to: director}]
        steps:
          enter: {raci: clerk, end: true}
    ```

    ## Source
    ITIL, incident management: hierarchic escalation.

    ---
    上报规则中同一岗位（或 `superior`、`owner`、`head`）写了两次，或 `after` 没有逐级变长。
    只是对某一步骤而言恰好是同一岗位的层级会被跳过，不在此列。

    ## 为什么
    每一级都是为上一级没有解决问题而设。已经知会过的人不是更高一级；不比上一级更晚的一级也不成为一级。

    ## 怎么改
    请删去重复的一级，或改为更高的岗位；`after` 从超过时限起计，应逐级变长。

    ## 来源
    ITIL 事件管理：逐级上报。
    """
    calendar = working_calendar(context.organisation.profile.calendar)
    organisation = context.organisation
    for workflow in organisation.workflows.values():
        emergency = is_emergency(workflow)
        holders: tuple[_Holder, ...] = (workflow, *workflow.steps)
        for holder in holders:
            if len(holder.escalation) > 1:
                yield from _ladder(context, holder, calendar, emergency)
    for handoff in organisation.handoffs.values():
        if len(handoff.escalation) > 1:
            emergency = handoff.id in context.graph.waits.emergencies
            yield from _ladder(context, handoff, calendar, emergency)


def _ladder(
    context: Context, holder: _Holder, calendar: WorkingCalendar, emergency: bool
) -> Iterator[Finding]:
    """The rungs of one ladder that lead nowhere new, or no later."""
    first: dict[str, int] = {}
    before: int | None = None
    for place, rung in enumerate(holder.escalation):
        if rung.to in first:
            yield _twice(context, holder, rung, first[rung.to], place)
        else:
            first[rung.to] = place
        if rung.after is None:
            continue
        if before is not None and not _grows(holder.escalation[before], rung, calendar, emergency):
            yield _no_later(context, holder, before, place)
        before = place


def _grows(one: Rung, other: Rung, calendar: WorkingCalendar, emergency: bool) -> bool:
    """Whether a rung is later than the one before, or may be: days may fall either way."""
    if one.after is None or other.after is None:
        return True
    sooner = calendar.length(one.after, emergency=emergency)
    later = calendar.length(other.after, emergency=emergency)
    return sooner != later and not calendar.exceeds(sooner, later)


def _twice(context: Context, holder: _Holder, rung: Rung, first: int, place: int) -> Finding:
    """A rung to whom the ladder led before."""
    target = next(
        (
            link.target
            for link in context.links.of(holder.address, "escalation")
            if link.route[1:2] == (place,)
        ),
        None,
    )
    return Finding(
        context.at(holder, "escalation", place, "to"),
        say(
            "the escalation of `{one}` leads to `{role}` twice",
            "`{one}` 的上报规则两次上报给 `{role}`",
            one=holder,
            role=context.name(target) if target else rung.to,
        ),
        say(
            "name somebody higher here, or drop the rung",
            "请在此写更高一级的岗位，或删去这一级",
        ),
        related=(
            context.at(holder, "escalation", first, "to", message=say("the first time", "第一次")),
        ),
    )


def _no_later(context: Context, holder: _Holder, before: int, place: int) -> Finding:
    """A rung that is due no later than the one before."""
    return Finding(
        context.at(holder, "escalation", place, "after"),
        say(
            "the escalation of `{one}` goes on after {later}, no later than {sooner} before",
            "`{one}` 的上报规则在 {later} 后进入下一级，并不晚于上一级的 {sooner}",
            one=holder,
            later=holder.escalation[place].after,
            sooner=holder.escalation[before].after,
        ),
        say(
            "`after` counts from the missed limit: let it grow from rung to rung",
            "`after` 从超过时限起计，请逐级加长",
        ),
        related=(
            context.at(
                holder,
                "escalation",
                before,
                "after",
                message=say("the rung before", "上一级"),
            ),
        ),
    )
