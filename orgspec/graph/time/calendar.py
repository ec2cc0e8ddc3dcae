"""The working calendar: what a day of work is, and how work and the clock compare."""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from orgspec.frozen import frozen
from orgspec.graph.time.length import Length
from orgspec.model.manifest import Calendar
from orgspec.model.values.duration import Clock, Duration

_DAY = Decimal(86400)
_WEEK = 7 * _DAY


@frozen
class WorkingCalendar:
    """Working time. Lengths never depend on holidays; dates do (see `deadline`).

    Attributes:
        day: seconds of work in a day.
        days_per_week: days of work in a week.
        bare_days: whether days that do not say which are `working` or `calendar`; None if open.
    """

    day: Decimal
    days_per_week: Decimal
    bare_days: str | None = None

    @property
    def never_closes(self) -> bool:
        """Whether all time is working time, so that there is nothing to tell apart."""
        return self.day >= _DAY and self.days_per_week >= 7

    def length(self, duration: Duration, *, emergency: bool = False) -> Length:
        """How long a duration is, by the clock that it runs on.

        The word `working` always wins, and so do `calendar` and `clock`. What says nothing is
        clock time in an emergency, days also if the calendar says so; else it is working time.
        """
        clock = duration.clock
        bare_days = duration.has_bare_days and self.bare_days == "calendar"
        passing = clock in (Clock.CALENDAR, Clock.CLOCK) or (
            clock is Clock.BARE and (emergency or bare_days)
        )
        if passing and not self.never_closes:
            return Length(clock=duration.clock_seconds(), day=self.day)
        hours = self.day / 3600
        return Length(duration.working_seconds(hours, self.days_per_week), day=self.day)

    def least_clock(self, length: Length) -> Decimal:
        """How many seconds must pass at least until a length is over, however the days fall.

        Work of more than a day waits for the night, of more than a week for the free days. Work
        and clock time follow one another, so that no less than their sum passes.
        """
        if self.never_closes or length.working <= self.day:
            return length.seconds
        days = ceil(length.working / self.day)
        in_week = ceil(self.days_per_week)
        nights = (days - 1) * (_DAY - self.day)
        free = (ceil(Decimal(days) / in_week) - 1) * (7 - in_week) * _DAY
        return max(length.seconds, length.working + nights + free)

    def least_working(self, length: Length) -> Decimal:
        """How many seconds of work a length holds at least, however the days fall."""
        if self.never_closes or not length.clock:
            return length.seconds if self.never_closes else length.working
        weeks, rest = divmod(self.least_clock(length), _WEEK)
        days = self.days_per_week // 1
        gap = (7 - days) * _DAY + _DAY - self.day
        whole, part = divmod(max(rest - gap, Decimal(0)), _DAY)
        held = weeks * days * self.day + min(
            whole * self.day + min(part, self.day), days * self.day
        )
        return max(length.working, held)

    def exceeds(self, one: Length, other: Length) -> bool:
        """Whether a length is longer than another for certain, however the days fall."""
        if not other.clock:
            return self.least_working(one) > other.working
        if not other.working:
            return (self.least_clock(one) if one.working else one.clock) > other.clock
        return one.working > other.working and one.clock > other.clock


def working_calendar(calendar: Calendar) -> WorkingCalendar:
    """The working calendar of an organisation; one that cannot be is read as 8 hours, 5 days."""
    hours = calendar.hours_per_day if 0 < calendar.hours_per_day <= 24 else Decimal(8)
    days = calendar.days_per_week if 0 < calendar.days_per_week <= 7 else Decimal(5)
    return WorkingCalendar(hours * 3600, days, calendar.days)
