"""TIM006: ambiguous-day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.graph import Graph
from orgspec.graph.time.calendar import working_calendar
from orgspec.graph.time.limits import is_emergency
from orgspec.model.entity import Entity
from orgspec.model.values.duration import Duration
from orgspec.model.workflow import Handoff, Step, Workflow
from orgspec.syntax.nodes import Step as RouteStep

_Holder = Workflow | Step | Handoff


class _Place(NamedTuple):
    """A duration and where it is written."""

    entity: Entity
    route: tuple[RouteStep, ...]
    duration: Duration


@rule("TIM006", "ambiguous-day", since="0.1", severity=Severity.WARNING)
def ambiguous_day(context: Context) -> Iterator[Finding]:
    """
    Limits, escalation times or targets in bare days (`3 days`, 3天, 3日), while the calendar does
    not say whether such days are working days. One finding, at the first, with their number. In an
    emergency days are calendar days, and where work never stops there is no difference.

    ## Why
    Given on a Thursday, `3 days` end on Sunday or on Tuesday: everybody reads what suits.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, within: 2 days, end: true}
    ```

    ## Instead
    ```yaml
    organization:
      calendar: {days: working}
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, within: 2 days, end: true}
    ```

    ---
    时限、上报时间或目标只写“天”或“日”（`3天`、`3日`、`3 days`），而日历没有说明是工作日还是自然日。
    只报告一次，指向第一处并注明总数。应急流程中的天按自然日计；全年无休的组织两者没有区别。

    ## 为什么
    周四提出的“3天”，可以是周日，也可以是下周二：各人按自己的方便理解。

    ## 怎么改
    请写 `organization: {calendar: {days: working}}`（或 `calendar`）统一规定，
    或在各处写 `3个工作日`、`3个自然日`。
    """
    calendar = context.organisation.profile.calendar
    if calendar.days is not None or working_calendar(calendar).never_closes:
        return
    places = [place for place in _durations(context.graph) if place.duration.has_bare_days]
    labels = [context.at(place.entity, *place.route) for place in places]
    if not labels:
        return
    order = sorted(range(len(labels)), key=lambda i: _written(labels[i]))
    yield Finding(
        labels[order[0]],
        say(
            "`{text}` may mean working days or calendar days, and nothing says which; so in {n}"
            " place(s)",
            "`{text}` 可以指工作日，也可以指自然日，没有任何说明；这样的写法共 {n} 处",
            text=places[order[0]].duration,
            n=len(labels),
        ),
        say(
            "say it once for all: `organization: {{calendar: {{days: working}}}}`, or `calendar`",
            "请一次说明：`organization: {{calendar: {{days: working}}}}`，或 `calendar`",
            n=len(labels),
        ),
        related=tuple(
            Label(labels[i].source, labels[i].span, say("here too", "此处相同"), labels[i].address)
            for i in order[1:]
        ),
        address="organization",
    )


def _written(label: Label) -> tuple[str, int]:
    """Where a place stands in the texts."""
    return label.source.path, label.span.start


def _durations(graph: Graph) -> Iterator[_Place]:
    """The durations by which somebody is late; in emergencies it is clear which days count."""
    organisation = graph.organisation
    for workflow in organisation.workflows.values():
        if not is_emergency(workflow):
            holders: tuple[_Holder, ...] = (workflow, *workflow.steps)
            for holder in holders:
                yield from _of(holder)
    for handoff in organisation.handoffs.values():
        found = [*_of(handoff)]
        if handoff.needed_within is not None:
            found.append(_Place(handoff, ("needed_within",), handoff.needed_within))
        bare = any(place.duration.has_bare_days for place in found)
        if bare and handoff.id not in graph.waits.emergencies:
            yield from found
    for kpi in organisation.kpis.values():
        for target in kpi.target:
            if target.duration is not None and not _times_an_emergency(graph, kpi.address):
                yield _Place(kpi, ("target",), target.duration)


def _of(holder: _Holder) -> Iterator[_Place]:
    """The limit of a workflow, step or handoff, and the times of its ladder."""
    if holder.within is not None:
        yield _Place(holder, ("within",), holder.within)
    for place, rung in enumerate(holder.escalation):
        if rung.after is not None:
            yield _Place(holder, ("escalation", place, "after"), rung.after)


def _times_an_emergency(graph: Graph, kpi: str) -> bool:
    """Whether a KPI measures an emergency workflow or a step of one."""
    for target in graph.links.targets(kpi, "measures"):
        kind, _, id_ = target.partition("/")
        if kind != "duty":
            return is_emergency(graph.organisation.workflows[id_.partition("/")[0]])
    return False
