"""A length of time, by the clock that it runs on."""

from __future__ import annotations

from decimal import Decimal

from orgspec.frozen import frozen
from orgspec.model.values.duration import Clock, Duration, Unit
from orgspec.model.values.wording import is_chinese

_FINE = ((Unit.HOURS, 3600), (Unit.MINUTES, 60), (Unit.SECONDS, 1))


@frozen
class Length:
    """Seconds of work and seconds as they pass; a sum of limits may have some of both.

    Attributes:
        working: seconds of working time.
        clock: seconds of clock time, nights and free days included.
        day: how many seconds of work make a day, for people to read.
    """

    working: Decimal = Decimal(0)
    clock: Decimal = Decimal(0)
    day: Decimal = Decimal(8 * 3600)

    def __add__(self, other: Length) -> Length:
        """One after the other."""
        return Length(self.working + other.working, self.clock + other.clock, self.day)

    def __mul__(self, times: int) -> Length:
        """So many times in a row."""
        return Length(self.working * times, self.clock * times, self.day)

    def __bool__(self) -> bool:
        """Whether it lasts at all."""
        return bool(self.working or self.clock)

    @property
    def seconds(self) -> Decimal:
        """Both together: no less time than this must pass."""
        return self.working + self.clock

    def in_(self, locale: str) -> str:
        """As people write it: `3 working days 4 hours`, `90 minutes`; no time is `0 hours`."""
        parts = []
        if self.working or not self.clock:
            parts.append(_text(self.working, self.day, Clock.WORKING, locale))
        if self.clock:
            clock = _text(self.clock, Decimal(86400), Clock.CALENDAR, locale)
            if parts and self.clock < 86400:
                clock += "（自然时间）" if is_chinese(locale) else " by the clock"
            parts.append(clock)
        return (" 加 " if is_chinese(locale) else " and ").join(parts)


def _text(seconds: Decimal, day: Decimal, clock: Clock, locale: str) -> str:
    """Seconds in days of a kind, hours, minutes and seconds; hours need no word for the kind."""
    days, rest = divmod(seconds, day) if day > 0 else (Decimal(0), seconds)
    parts: list[tuple[Decimal, Unit]] = []
    for unit, size in _FINE:
        amount, rest = divmod(rest, size) if unit is not Unit.SECONDS else (rest, Decimal(0))
        if amount:
            parts.append((amount.normalize(), unit))
    if days:
        parts.insert(0, (days, Unit.DAYS))
    kind = clock if days else Clock.BARE
    return Duration(tuple(parts) or ((Decimal(0), Unit.HOURS),), kind).text(locale)
