"""The calendar of meetings (会议日历): who meets when, chaired by whom, for what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from orgspec.document import Block, Cell, Column, Document, Emphasis, Paragraph, Row, inline
from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Meeting
from orgspec.view.frame import framed
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import opening, several, strong, text
from orgspec.view.tables.days import DAYS, Days, days_of
from orgspec.view.tables.schedule import schedule_of, undated
from orgspec.view.tables.who import attendees_of, chair_of
from orgspec.view.words import Words


def meetings(graph: Graph, locale: str, *, draft: bool = False) -> Document:
    """Every meeting, the frequent ones first; those with a day also as events of a calendar."""
    words = Words(locale)
    listed = sorted(graph.organisation.meetings.values(), key=_rarity)
    rows = [_row(graph, meeting, locale) for meeting in listed]
    columns = (
        Column(words("meeting"), 1.6), Column(words("when"), 1.2), Column(words("how_long"), 0.8),
        Column(words("chair"), 1), Column(words("attendees"), 2.4), Column(words("place"), 1),
        Column(words("agenda"), 1.8), Column(words("inputs"), 1.4), Column(words("outputs"), 1.3),
        Column(words("decides"), 1.5),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (filled_table(columns, rows, least=2),)
    without = undated(graph)
    left = [meeting.in_(locale) for meeting in listed if meeting in without]
    if left:
        note = words("undated", names=words.join(left))
        blocks = (*blocks, Paragraph(inline(note, Emphasis.MUTED)))
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("meetings_count", len(listed))
    document = framed(
        graph, locale, words("meeting_table"), blocks, landscape=True, draft=draft,
        subtitle=" · ".join(part for part in (name, size) if part),
    )  # fmt: skip
    return replace(document, schedule=schedule_of(graph, locale))


def _rarity(meeting: Meeting) -> float:
    """What sorts meetings: the more often one is held, the less."""
    often = meeting.frequency.per_year() if meeting.frequency is not None else None
    return -float(often) if often is not None else 1.0


def _row(graph: Graph, meeting: Meeting, locale: str) -> Row:
    """One meeting."""
    links = graph.links
    about = meeting.address
    place = meeting.location.in_(locale) if meeting.location else ""
    channel = names(graph, locale, links.targets(about, "channel"))
    if not channel and meeting.channel is not None:
        channel = meeting.channel.in_(locale)
    return Row(
        (
            strong(meeting.in_(locale), _note(meeting, locale)),
            when_of(meeting, locale),
            text(meeting.duration.text(locale) if meeting.duration else ""),
            text(chair_of(graph, meeting, locale)),
            text(attendees_of(graph, meeting, locale)),
            several((place, channel)),
            several(item.in_(locale) for item in meeting.agenda),
            _named(graph, about, "inputs", locale),
            _named(graph, about, "outputs", locale),
            _named(graph, about, "decides", locale),
        )
    )


def _note(meeting: Meeting, locale: str) -> str:
    """What is said of a meeting below its name."""
    words = Words(locale)
    each = words("each_unit", unit=words(f"unit_{meeting.each}")) if meeting.each else ""
    said = meeting.description.in_(locale) if meeting.description else ""
    return "\n".join(part for part in (each, said) if part)


def _named(graph: Graph, about: str, field: str, locale: str) -> Cell:
    """What a field names, one below another."""
    found = (graph.organisation.find(x) for x in graph.links.targets(about, field))
    return several(entity.in_(locale) for entity in found if entity is not None)


def when_of(meeting: Meeting, locale: str) -> Cell:
    """How often, on which day, at what time."""
    often = meeting.frequency.text(locale) if meeting.frequency else ""
    clock = meeting.time or ""
    if meeting.time and meeting.duration and (end := _end(meeting)):
        clock = f"{meeting.time}–{end}"
    day = _day(meeting, locale)
    first = "" if often in day else opening(often)
    parts = [part for part in (first, day, clock) if part]
    return Cell(
        tuple(inline(x, Emphasis.PLAIN if i else Emphasis.STRONG) for i, x in enumerate(parts))
    )


def _end(meeting: Meeting) -> str:
    """When a meeting is over, if that is on the same day."""
    if meeting.time is None or meeting.duration is None:
        return ""
    hour, minute = map(int, meeting.time.split(":"))
    end = hour * 60 + minute + int(meeting.duration.clock_seconds() // 60)
    return f"{dt.time(end // 60, end % 60):%H:%M}" if 0 < end < 24 * 60 else ""


def _day(meeting: Meeting, locale: str) -> str:
    """The day as written for the locale; a bare day of the week in the document's language."""
    if meeting.day is None:
        return ""
    written = meeting.day.in_(locale)
    days = days_of(meeting)
    if meeting.day.bare is None or days is None or not days.weekdays or days.working:
        return opening(written)
    return _weekdays(days, Words(locale))


def _weekdays(days: Days, words: Words) -> str:
    """Days of the week by their names."""
    named = dict(zip(DAYS, words("weekdays").split(), strict=True))
    shown = words.join([named[day] for day in days.weekdays])
    return words(f"nth_{days.nth}", day=shown) if days.nth else shown
