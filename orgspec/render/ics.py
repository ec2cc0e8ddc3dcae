"""What recurs of a document as an iCalendar file (RFC 5545), for any calendar program."""

from __future__ import annotations

import datetime as dt

from orgspec.document import Document, Event, Schedule
from orgspec.render.ical.lines import folded, text
from orgspec.render.ical.zone import zone_lines, zone_of


def render(document: Document) -> bytes:
    """The events of a document's schedule, UTF-8 with CRLF, lines of at most 75 octets.

    Times stand in the zone of the organisation, which is written out; where this machine does not
    know the zone they float. The same document gives the same bytes: events are stamped with the
    day on which they take effect and keep their UID, so that a calendar that takes the file again
    changes its events and adds none twice. A document without a schedule gives a calendar without
    events.
    """
    schedule = document.schedule or Schedule((), "", dt.date(2024, 1, 1))
    zone = zone_of(schedule.timezone) if schedule.timezone else None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//orgspec//orgspec//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{text(_title(document))}",
    ]
    if schedule.note:
        lines.append(f"X-WR-CALDESC:{text(schedule.note)}")
    if zone is not None:
        lines.append(f"X-WR-TIMEZONE:{text(schedule.timezone)}")
        since = min((event.first for event in schedule.events), default=schedule.made)
        lines += zone_lines(schedule.timezone, zone, since)
    place = f";TZID={schedule.timezone}" if zone is not None else ""
    for event in schedule.events:
        lines += _event(event, place, schedule.made)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _title(document: Document) -> str:
    """What the calendar is called."""
    return " · ".join(
        part for part in (document.draft, document.organisation, document.title) if part
    )


def _event(event: Event, place: str, made: dt.date) -> list[str]:
    """One component VEVENT."""
    lines = ["BEGIN:VEVENT", f"UID:{text(event.uid)}", f"DTSTAMP:{made:%Y%m%d}T000000Z"]
    if event.time is None:
        days = max(1, -(-event.minutes // (24 * 60)))
        end = event.first + dt.timedelta(days=days)
        lines += [f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"]
    else:
        begin = dt.datetime.combine(event.first, event.time)
        lines += [f"DTSTART{place}:{begin:%Y%m%dT%H%M%S}", f"DURATION:{_duration(event.minutes)}"]
    lines += [f"RRULE:{event.rule}", f"SUMMARY:{text(event.title)}"]
    if event.location:
        lines.append(f"LOCATION:{text(event.location)}")
    if event.description:
        lines.append(f"DESCRIPTION:{text(event.description)}")
    return [*lines, "TRANSP:OPAQUE", "END:VEVENT"]


def _duration(minutes: int) -> str:
    """A length of time: `PT1H30M`."""
    hours, rest = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{rest}M' if rest or not hours else ''}"
