"""TIM003: kpi-tighter-than-process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.reporting import bare
from orgspec.graph.time.calendar import working_calendar
from orgspec.graph.time.length import Length
from orgspec.graph.time.limits import Limits, is_emergency
from orgspec.graph.time.timing import timing
from orgspec.late import late
from orgspec.model.measures import Kpi
from orgspec.model.values.target import Target

_AVERAGE = late(r"\b(average|mean|avg)\b|平均|均值", re.IGNORECASE)
_BEGINNING = late(r"\b(respon[ds]|arriv|first|reach)|响应|应答|首次|到场|到达", re.IGNORECASE)


class _Process(NamedTuple):
    """What a KPI times: how long it may take, by which clock, and where that is written."""

    length: Length
    emergency: bool
    place: Label


@rule("TIM003", "kpi-tighter-than-process", since="0.1", severity=Severity.WARNING)
def kpi_tighter_than_process(context: Context) -> Iterator[Finding]:
    """
    A KPI asks for less time than the workflow, step or duty that it measures is allowed: its limit,
    or the limits along the longest path of the workflow. Of a duty with several steps the tightest
    limit counts. Not averages, which some cases may exceed, and not, of a workflow or duty, the time
    until somebody responds or arrives, which is but its beginning.

    ## Why
    Who keeps every limit still misses the target. Either the limit is too wide, or the target is
    not meant.

    ## Example
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead, kpis: [answer-time]}
    workflows:
      inquiry:
        owner: lead
        steps:
          answer: {raci: {A: lead, R: clerk}, within: 2 working days, end: true}
    kpis:
      answer-time:
        {category: process, target: ≤ 4 hours, measures: inquiry/answer, frequency: monthly, source: log, assessor: lead, owner: clerk}
    ```

    ## Instead
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead, kpis: [answer-time]}
    workflows:
      inquiry:
        owner: lead
        steps:
          answer: {raci: {A: lead, R: clerk}, within: 4 hours, end: true}
    kpis:
      answer-time:
        {category: process, target: ≤ 4 hours, measures: inquiry/answer, frequency: monthly, source: log, assessor: lead, owner: clerk}
    ```

    ---
    指标要求的时间短于它所衡量的流程、步骤或职责允许的时间：自身时限，或流程最长路径上时限之和。
    职责对应多个步骤时取最短的时限。平均值不在此列：个别情况可以超过平均；
    流程或职责的响应、到场时间也不在此列：那只是开头一段。

    ## 为什么
    时限全都守住了，指标仍然不达标。要么时限放得太宽，要么指标并非本意。

    ## 怎么改
    请缩短时限，或放宽指标的目标值；若考核的是平均时间，请在名称或公式中写明“平均”。
    """
    calendar = working_calendar(context.organisation.profile.calendar)
    for kpi in context.organisation.kpis.values():
        targets = [target for target in kpi.target if _asks_for_time(target)]
        if not targets or _says(kpi, _AVERAGE):
            continue
        process = _process(context, kpi, Limits(context.graph, calendar))
        if process is None:
            continue
        for target in targets:
            asked = Limits(context.graph, calendar).length(
                target.duration, emergency=process.emergency
            )
            if asked is not None and calendar.exceeds(process.length, asked):
                yield _finding(context, kpi, target, process)
                break


def _asks_for_time(target: Target) -> bool:
    """Whether a target is a time that each case may take at most."""
    return target.duration is not None and target.period is None and target.comparison.is_upper


def _says(kpi: Kpi, words: re.Pattern[str]) -> bool:
    """Whether the id, name, formula or description of a KPI has one of some words."""
    texts = (kpi.name, kpi.formula, kpi.description)
    said = [written for text in texts if text is not None for written in text.written()]
    return any(words.search(text.replace("_", "-")) for text in (kpi.id, *said))


def _process(context: Context, kpi: Kpi, limits: Limits) -> _Process | None:
    """What a KPI times, if that has a limit."""
    targets = context.links.targets(kpi.address, "measures")
    if not targets:
        return None
    kind, id_ = targets[0].partition("/")[0], bare(targets[0])
    if kind != "step" and _says(kpi, _BEGINNING):
        return None
    if kind == "workflow":
        return _workflow(context, id_)
    organisation = context.organisation
    if kind == "step":
        steps = [organisation.steps[id_]]
    else:
        steps = list(context.graph.steps_of(organisation.duties[id_]))
    found = []
    for step in steps:
        length = limits.of_step(step)
        if length is None:
            return None
        emergency = is_emergency(organisation.workflows[step.workflow])
        label = context.at(
            step,
            "within" if step.within is not None else "call",
            message=say("it may take {limit}", "允许 {limit}", limit=length),
        )
        found.append(_Process(length, emergency, label))
    return min(found, key=lambda each: each.length.seconds, default=None)


def _workflow(context: Context, id_: str) -> _Process | None:
    """A workflow by its own limit, else by its longest path."""
    flow = context.graph.flows[id_]
    found = timing(context.graph, flow, with_room=False)
    length = found.limit or found.total
    if not length:
        return None
    if found.limit is not None:
        label = context.at(
            flow.workflow,
            "within",
            message=say("it may take {limit}", "允许 {limit}", limit=length),
        )
    else:
        label = context.at(
            flow.workflow,
            message=say(
                "the limits along its longest path: {limit}",
                "最长路径上的时限合计：{limit}",
                limit=length,
            ),
        )
    return _Process(length, is_emergency(flow.workflow), label)


def _finding(context: Context, kpi: Kpi, target: Target, process: _Process) -> Finding:
    """A KPI that who keeps every limit still misses."""
    return Finding(
        context.at(kpi, "target"),
        say(
            "KPI `{kpi}` asks for {asked}, but `{process}` may take {allowed}",
            "指标 `{kpi}` 要求 {asked}，而 `{process}` 允许 {allowed}",
            kpi=kpi,
            asked=target,
            process=context.name(process.place.address),
            allowed=process.length,
        ),
        say(
            "shorten the limit or relax the target; a mean says so in its name or `formula`",
            "请缩短时限或放宽目标值；若是平均值，请在名称或 `formula` 中写明",
        ),
        related=(process.place,),
    )
