"""Meetings as the events of a calendar."""

from __future__ import annotations

import datetime as dt
import hashlib

from orgspec.document import Event, Schedule
from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Meeting
from orgspec.view.frame import header_of
from orgspec.view.job.standing import names
from orgspec.view.tables.recurrence import Recurrence, recurrence
from orgspec.view.tables.who import attendees_of, chair_of
from orgspec.view.words import Words

# Where no day says since when the meetings are held: a Monday at the beginning of a year, so that
# the calendar does not change from day to day.
_SINCE = dt.date(2024, 1, 1)
_WHOLE_DAY = 24 * 60
_USUAL = 60  # minutes of a meeting that does not say how long it takes


def schedule_of(graph: Graph, locale: str) -> Schedule:
    """The meetings whose days are known."""
    found = ((meeting, _held(graph, meeting)) for meeting in _every(graph))
    events = tuple(_event(graph, meeting, held, locale) for meeting, held in found if held)
    words = Words(locale)
    left = [meeting.in_(locale) for meeting in undated(graph)]
    note = words("undated", names=words.join(left)) if left else ""
    zone = graph.organisation.profile.calendar.timezone
    return Schedule(events, zone, _since(graph, None), note)


def undated(graph: Graph) -> list[Meeting]:
    """The meetings that no calendar can hold, for their day is not known."""
    return [meeting for meeting in _every(graph) if _held(graph, meeting) is None]


def _every(graph: Graph) -> list[Meeting]:
    """The meetings, as written."""
    return list(graph.organisation.meetings.values())


def _held(graph: Graph, meeting: Meeting) -> Recurrence | None:
    """When a meeting returns."""
    week = graph.organisation.profile.calendar.days_per_week
    days = min(7, max(1, int(week)))
    return recurrence(meeting, _since(graph, meeting), days)


def _since(graph: Graph, meeting: Meeting | None) -> dt.date:
    """The day from which meetings are held: that on which what is printed takes effect."""
    header = header_of(graph, meeting)
    return header.effective or header.approved_on or _SINCE


def _event(graph: Graph, meeting: Meeting, held: Recurrence, locale: str) -> Event:
    """One meeting as an event."""
    minutes = _USUAL
    if meeting.duration is not None:
        minutes = max(1, int(meeting.duration.clock_seconds() // 60))
    begins = dt.time.fromisoformat(meeting.time) if meeting.time else None
    channel = names(graph, locale, graph.links.targets(meeting.address, "channel"))
    return Event(
        uid=_uid(graph, meeting),
        title=meeting.in_(locale),
        first=held.first,
        rule=held.rule,
        time=begins if minutes < _WHOLE_DAY else None,
        minutes=minutes,
        description=_described(graph, meeting, locale),
        location=meeting.location.in_(locale) if meeting.location else channel,
    )


def _uid(graph: Graph, meeting: Meeting) -> str:
    """A name for good: the meeting's id, told from those of other organisations by a digest."""
    organisation = graph.organisation.name or "organization"
    digest = hashlib.sha256(f"{organisation}\n{meeting.id}".encode()).hexdigest()
    return f"{digest[:32]}@orgspec"


def _decided(graph: Graph, meeting: Meeting, locale: str) -> list[str]:
    """What a meeting decides: duties and matters, whose names are half sentences."""
    found = map(graph.organisation.find, graph.links.targets(meeting.address, "decides"))
    return [entity.in_(locale) for entity in found if entity is not None]


def _described(graph: Graph, meeting: Meeting, locale: str) -> str:
    """Who, what comes in, what comes out, what is decided: a line each."""
    words = Words(locale)
    targets = graph.links.targets
    about = meeting.address
    rows = (
        ("chair", chair_of(graph, meeting, locale)),
        ("attendees", attendees_of(graph, meeting, locale)),
        ("agenda", words("semicolon").join(item.in_(locale) for item in meeting.agenda)),
        *((key, names(graph, locale, targets(about, key))) for key in ("inputs", "outputs")),
        ("decides", words("semicolon").join(_decided(graph, meeting, locale))),
    )  # fmt: skip
    lines = [meeting.description.in_(locale)] if meeting.description else []
    lines += [f"{words(key)}{words('colon')}{value}" for key, value in rows if value]
    return "\n".join(lines)
