"""The day on which a length of time is over: here, and only here, holidays count."""

from __future__ import annotations

import datetime as dt
from math import ceil

from orgspec.graph.time.calendar import WorkingCalendar
from orgspec.graph.time.holidays import Holidays
from orgspec.graph.time.length import Length

_DAY = dt.timedelta(days=1)
_FARTHEST = 400 * 366
"""How many days ahead are counted one by one."""


def deadline(
    start: dt.date, length: Length, calendar: WorkingCalendar, holidays: Holidays
) -> dt.date:
    """The day by whose end a length of time is over that begins in the morning of a day.

    A day of work that begins on a working day is over on the same day; what begins on a free day
    begins on the next working day. Working time is counted first, clock time behind it. Past 400
    years, or the year 9999, it is the last day that there is.
    """
    day = start
    if length.working:
        left = ceil(length.working / calendar.day)
        for _ in range(_FARTHEST):
            left -= is_working_day(day, calendar, holidays)
            if left <= 0:
                break
            if day >= dt.date.max - _DAY:
                return dt.date.max
            day += _DAY
        else:
            return dt.date.max
    days = max(ceil(length.clock / 86400) - (0 if length.working else 1), 0)
    return day + days * _DAY if days <= (dt.date.max - day).days else dt.date.max


def is_working_day(day: dt.date, calendar: WorkingCalendar, holidays: Holidays) -> bool:
    """Whether a day is worked: the first days of the week are, save holidays.

    Half a day of work a week makes a whole working day here. Who never closes knows no holidays.
    """
    if calendar.never_closes:
        return True
    if holidays.is_free(day):
        return False
    return day.weekday() < ceil(calendar.days_per_week) or holidays.is_worked(day)
