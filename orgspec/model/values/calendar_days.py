"""Days by the calendar: the day that lies a length of time after another."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal

from orgspec.model.values.duration import Clock, Duration, Unit

_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def day_after(start: dt.date, length: Duration, days_per_week: Decimal | int = 5) -> dt.date:
    """The day on which a length of time that began on a day is over.

    A month ends on the same day of a later month, or on its last one (31 January and a month is
    28 February). Working days are counted without the free days of the week, not without holidays:
    what is due years ahead must not depend on a calendar that is not yet made. Hours and shorter
    times are left out; past the year 9999 it is the last day that there is.
    """
    try:
        day = _plus_months(start, length)
        for number, unit in length.parts:
            days = int(number * _DAYS.get(unit, 0))
            if unit is Unit.DAYS and length.clock is Clock.WORKING:
                days = _passing(day, days, max(1, min(7, int(days_per_week))))
            day += dt.timedelta(days=days)
    except (OverflowError, ValueError):
        return dt.date.max
    return day


def _plus_months(start: dt.date, length: Duration) -> dt.date:
    """The day after the months and years of a length; half a month is 15 days."""
    months = sum((n * _MONTHS.get(unit, 0) for n, unit in length.parts), Decimal(0))
    whole = int(months)
    year, month = divmod(start.year * 12 + start.month - 1 + whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    rest = int((months - whole) * 30)
    return dt.date(year, month + 1, min(start.day, last)) + dt.timedelta(days=rest)


def _passing(start: dt.date, working: int, days_per_week: int) -> int:
    """How many days pass until so many working days are over; the week begins on Monday."""
    weeks, rest = divmod(working, days_per_week)
    days = weeks * 7
    weekday = start.weekday()
    while rest > 0:
        days += 1
        rest -= (weekday + days) % 7 < days_per_week
    return days
