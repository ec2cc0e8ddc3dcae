"""A time zone as RFC 5545 wants it written out: its offsets, and when they change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from orgspec.frozen import frozen

_YEARS = 10  # years of changes that are looked at
_HOUR = dt.timedelta(hours=1)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@frozen
class Change:
    """A change of the offset: the local time before it, the offsets and the name after it."""

    at: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str
    summer: bool


def zone_of(name: str) -> dt.tzinfo | None:
    """The zone of an IANA name; None where this machine does not know it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_lines(name: str, zone: dt.tzinfo, since: dt.date) -> list[str]:
    """The component VTIMEZONE for all times from the beginning of a year on."""
    start = dt.datetime(since.year, 1, 1)
    changes = list(_changes(zone, start))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    first = _at(zone, start)
    lines += _observance(Change(start, first[0], *first), ())
    by_kind: dict[tuple[bool, dt.timedelta, dt.timedelta, str], list[Change]] = {}
    for change in changes:
        key = (change.summer, change.before, change.after, change.name)
        by_kind.setdefault(key, []).append(change)
    for group in by_kind.values():
        rule = _rule(group)
        if rule:
            lines += _observance(group[0], (f"RRULE:{rule}",))
        else:
            dates = ",".join(f"{change.at:%Y%m%dT%H%M%S}" for change in group)
            lines += _observance(group[0], (f"RDATE:{dates}",))
    return [*lines, "END:VTIMEZONE"]


def _at(zone: dt.tzinfo, utc: dt.datetime) -> tuple[dt.timedelta, str, bool]:
    """Offset, name and whether it is summer time at a moment of UTC."""
    there = utc.replace(tzinfo=dt.UTC).astimezone(zone)
    return there.utcoffset() or dt.timedelta(), there.tzname() or "", bool(there.dst())


def _changes(zone: dt.tzinfo, start: dt.datetime) -> Iterator[Change]:
    """The changes of some years, found day by day and then to the minute."""
    days = (start + dt.timedelta(days=n) for n in range(_YEARS * 366))
    for before, after in pairwise(days):
        if _at(zone, before)[0] == _at(zone, after)[0]:
            continue
        low, high = before, after
        while high - low > dt.timedelta(minutes=1):
            middle = low + (high - low) / 2
            middle = middle.replace(second=0, microsecond=0)
            low, high = (
                (middle, high) if _at(zone, middle)[0] == _at(zone, low)[0] else (low, middle)
            )
        old, new = _at(zone, low)[0], _at(zone, high)
        yield Change(high + old, old, *new)


def _rule(changes: list[Change]) -> str:
    """The rule by which a change returns each year; empty where it follows none."""
    years = [change.at.year for change in changes]
    if len(changes) < _YEARS - 1 or years != list(range(years[0], years[0] + len(years))):
        return ""
    if len({(c.at.month, c.at.weekday(), c.at.time()) for c in changes}) != 1:
        return ""
    first = changes[0].at
    day = _DAYS[first.weekday()]
    weeks = {(change.at.day - 1) // 7 + 1 for change in changes}
    if len(weeks) == 1:
        return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={weeks.pop()}{day}"
    if all((change.at + dt.timedelta(days=7)).month != first.month for change in changes):
        return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY=-1{day}"
    return ""


def _observance(change: Change, more: tuple[str, ...]) -> list[str]:
    """STANDARD or DAYLIGHT from a change on."""
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{change.at:%Y%m%dT%H%M%S}",
        *more,
        f"TZOFFSETFROM:{_offset(change.before)}",
        f"TZOFFSETTO:{_offset(change.after)}",
        f"TZNAME:{change.name}",
        f"END:{kind}",
    ]


def _offset(offset: dt.timedelta) -> str:
    """An offset from UTC: `+0800`."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"
