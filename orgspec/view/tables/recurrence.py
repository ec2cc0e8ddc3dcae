"""When a meeting returns, as a rule of RFC 5545, and on which day it begins."""

from __future__ import annotations

import calendar
import datetime as dt

from orgspec.frozen import frozen
from orgspec.model.cooperation import Meeting
from orgspec.model.values.period import Period
from orgspec.view.tables.days import DAYS, Days, days_of

_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}
_SEARCHED = 9 * 366  # days in which every day there is comes about, 29 February too


@frozen
class Recurrence:
    """The days of a meeting.

    Attributes:
        rule: the value of RRULE.
        first: the first of them on or after the day that was asked for.
    """

    rule: str
    first: dt.date


def recurrence(meeting: Meeting, start: dt.date, days_per_week: int = 5) -> Recurrence | None:
    """When a meeting returns from a day on; None where its day is not sure.

    A meeting of every second week or third month begins with the first day that fits; one of a
    quarter falls into the first month of it, one of half a year into January and July.
    """
    often = meeting.frequency
    if often is None or often.per is None:
        return None
    if often.per is Period.DAY:
        if often.times != 1:
            return None
        days, months = Days(DAYS[:days_per_week] if often.every == 1 else DAYS), 0
        rule = f"FREQ=DAILY;INTERVAL={often.every}" if often.every > 1 else _weekly(days, 1)
    else:
        found = days_of(meeting)
        if found is None:
            return None
        days, months = found, _MONTHS.get(often.per, 0)
        if months:
            rule = _monthly(days, months * often.every) if often.times == 1 else ""
        elif often.per is Period.WEEK and often.times == len(days.weekdays) and not days.nth:
            rule = _weekly(days, often.every)
        else:
            rule = ""
    first = _first(days, months, start) if rule else None
    return Recurrence(rule, first) if first is not None else None


def _weekly(days: Days, every: int) -> str:
    """The rule of days of the week."""
    if len(days.weekdays) == len(DAYS) and every == 1:
        return "FREQ=DAILY"
    return f"FREQ=WEEKLY{_interval(every)};BYDAY={','.join(days.weekdays)}"


def _monthly(days: Days, months: int) -> str:
    """The rule of a day of the month; empty where it is not one day, or no month is given."""
    if months % 12 == 0:
        if not (days.month and days.date):
            return ""
        return f"FREQ=YEARLY{_interval(months // 12)};BYMONTH={days.month};BYMONTHDAY={days.date}"
    if days.month:
        return ""
    head = f"FREQ=MONTHLY{_interval(months)};"
    if days.date:
        return f"{head}BYMONTHDAY={days.date}"
    if not days.nth:
        return ""
    if days.working:
        return f"{head}BYDAY={','.join(days.weekdays)};BYSETPOS={days.nth}"
    return f"{head}BYDAY={days.nth}{days.weekdays[0]}" if len(days.weekdays) == 1 else ""


def _interval(every: int) -> str:
    """Every so many periods, where that is not each."""
    return f";INTERVAL={every}" if every > 1 else ""


def _first(days: Days, months: int, start: dt.date) -> dt.date | None:
    """The first day from `start` on that fits."""
    for offset in range(_SEARCHED):
        try:
            day = start + dt.timedelta(days=offset)
        except OverflowError:
            return None
        if _fits(days, months, day):
            return day
    return None


def _fits(days: Days, months: int, day: dt.date) -> bool:
    """Whether a day is one of those meant."""
    if not months:
        return DAYS[day.weekday()] in days.weekdays
    if days.month and day.month != days.month:
        return False
    if not days.month and (day.month - 1) % months:
        return False
    last = calendar.monthrange(day.year, day.month)[1]
    if days.date:
        return day.day == (last if days.date == -1 else days.date)
    held = [n for n in range(1, last + 1) if DAYS[day.replace(day=n).weekday()] in days.weekdays]
    place = days.nth - 1 if days.nth > 0 else days.nth
    return -len(held) <= place < len(held) and held[place] == day.day
