"""What recurs, as a calendar holds it: a day, a time, a rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that returns by a rule.

    Attributes:
        uid: names the event for good: the same meeting has the same in every edition.
        title: what stands in the calendar.
        first: the day on which it is held first, one that fits the rule.
        rule: the value of RRULE in RFC 5545 (`FREQ=WEEKLY;BYDAY=MO`).
        time: when it begins, in the time zone of the schedule; None for a whole day.
        minutes: how long it takes.
        description: what there is to know of it, with line breaks.
        location: where it is held.
    """

    uid: str
    title: str
    first: dt.date
    rule: str
    time: dt.time | None = None
    minutes: int = 60
    description: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The events of a document, in an IANA time zone, as they stand on the day `made`."""

    events: tuple[Event, ...]
    timezone: str
    made: dt.date
    note: str = ""
