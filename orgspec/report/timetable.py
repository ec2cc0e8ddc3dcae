"""How long a workflow takes, for the terminal: its longest path, the room of its other steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from orgspec.diagnostics import Message, say
from orgspec.graph.graph import Graph
from orgspec.graph.time.calendar import WorkingCalendar, working_calendar
from orgspec.graph.time.deadline import deadline
from orgspec.graph.time.holidays import holidays_of
from orgspec.graph.time.length import Length
from orgspec.graph.time.timing import Stage, Timing, timing
from orgspec.report.columns import width
from orgspec.report.style import Style

_PATH = say("Longest path", "最长路径")
_OTHERS = say("Other steps", "其余步骤")
_HEAD = (
    say("step", "步骤"),
    say("waits", "等待交接"),
    say("takes", "时限"),
    say("so far", "累计"),
    say("by", "截止"),
)
_ROOM = (
    say("step", "步骤"),
    say("done at the soonest", "最早完成"),
    say("at the latest", "最晚完成"),
    say("slack", "余量"),
)


def timetable(
    graph: Graph, workflow: str, locale: str, style: Style, start: dt.date | None = None
) -> Iterator[str]:
    """The lines of a workflow's time; with the days of a run if one is given on which it begins.

    Raises:
        HolidaysUnknown: days are asked for, and the holidays cannot be told.
    """
    flow = graph.flows[workflow]
    found = timing(graph, flow)
    calendar = working_calendar(graph.organisation.profile.calendar)
    days = _days(graph, calendar, found.run, start)
    yield f"{style('bold', flow.workflow.address)}  {flow.workflow.in_(locale)}"
    if not found.run:
        yield "  " + say("it has no steps", "没有步骤").in_(locale)
        return
    yield f"\n{style('blue', _PATH.in_(locale))}"
    yield from _table((_head(_HEAD[: 4 + bool(days)], locale), *_path(graph, found, days, locale)))
    others = [*_others(graph, found, locale)]
    if others:
        yield f"\n{style('blue', _OTHERS.in_(locale))}"
        yield from _table((_head(_ROOM, locale), *others))
    yield "\n" + _sum(found, calendar).in_(locale)


def _days(
    graph: Graph, calendar: WorkingCalendar, run: Sequence[Stage], start: dt.date | None
) -> tuple[dt.date, ...]:
    """The day by which each step of a run is over."""
    if start is None:
        return ()
    holidays = holidays_of(graph.organisation.profile.calendar.holidays)
    return tuple(deadline(start, stage.total, calendar, holidays) for stage in run)


def _head(words: Iterable[Message], locale: str) -> tuple[str, ...]:
    """The titles of the columns."""
    return tuple(word.in_(locale) for word in words)


def _path(
    graph: Graph, found: Timing, days: Sequence[dt.date], locale: str
) -> Iterator[tuple[str, ...]]:
    """The steps of the run: handoff before, limit, time so far, day."""
    for place, stage in enumerate(found.run):
        step = graph.organisation.steps[stage.step]
        times = f" × {stage.times}" if stage.times > 1 else ""
        yield (
            step.in_(locale),
            stage.wait.in_(locale) + times if stage.handoff is not None else "",
            stage.limit.in_(locale) + times if stage.limit else "–",
            stage.total.in_(locale),
            *((days[place].isoformat(),) if days else ()),
        )


def _others(graph: Graph, found: Timing, locale: str) -> Iterator[tuple[str, ...]]:
    """The steps that are not on the run, with the room that they have."""
    on_path = {stage.step for stage in found.run}
    for step in graph.flows[next(iter(on_path)).partition("/")[0]].steps:
        if step.id in on_path:
            continue
        room = found.room.get(step.id)
        if room is None:
            yield (step.in_(locale), say("never reached", "无法到达").in_(locale), "", "")
            continue
        moments = (room.earliest, room.latest, room.slack)
        yield (step.in_(locale), *(moment.in_(locale) for moment in moments))


def _sum(found: Timing, calendar: WorkingCalendar) -> Message:
    """The total against the limit."""
    total, limit = found.total, found.limit
    if limit is None:
        return say(
            "total: {total}; the workflow has no limit of its own",
            "合计：{total}；流程自身没有时限",
            total=total,
        )
    if calendar.exceeds(total, limit):
        return say(
            "total: {total}, more than the {limit} that the workflow may take",
            "合计：{total}，超过流程的时限 {limit}",
            total=total,
            limit=limit,
        )
    if (total.working and limit.clock) or (total.clock and limit.working):
        return say(
            "total: {total}; the workflow may take {limit}, which need not be exceeded",
            "合计：{total}；流程的时限为 {limit}，不一定超过",
            total=total,
            limit=limit,
        )
    left = Length(limit.working - total.working, limit.clock - total.clock, total.day)
    return say(
        "total: {total} of {limit}, {left} left",
        "合计：{total}，时限 {limit}，余 {left}",
        total=total,
        limit=limit,
        left=left,
    )


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as their widest text, Chinese counting two."""
    every = [*rows]
    widths = [max(map(width, column)) for column in zip(*every, strict=True)]
    for row in every:
        cells = (cell + " " * (most - width(cell)) for cell, most in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
