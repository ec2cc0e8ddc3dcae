"""How long something may take: `3 working days`, `4小时`, `半天`, `PT4H`."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.duration_words import CLOCK_WORDS, ISO, NUMBERS, PART, UNITS
from orgspec.model.values.errors import BadValue
from orgspec.model.values.numerals import plain, read_han, read_number
from orgspec.model.values.wording import LONGEST, is_chinese, normal


class Unit(StrEnum):
    """A unit of time; its value is its English plural."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Clock(StrEnum):
    """Which time counts, as the text says it.

    `BARE` says nothing. `CALENDAR` (of days and longer) and `CLOCK` (of hours and shorter) both
    mean time as it passes, nights and holidays included.
    """

    WORKING = "working"
    CALENDAR = "calendar"
    CLOCK = "clock"
    BARE = "bare"


_FINE = (Unit.SECONDS, Unit.MINUTES, Unit.HOURS)
_SECONDS = {Unit.SECONDS: 1, Unit.MINUTES: 60, Unit.HOURS: 3600}
_CLOCK_SECONDS = {
    unit: hours * 3600
    for unit, hours in (
        (Unit.DAYS, 24), (Unit.WEEKS, 168), (Unit.MONTHS, 728), (Unit.YEARS, 8736)
    )
}  # fmt: skip
_CHINESE = {
    Unit.SECONDS: ("秒", "秒"), Unit.MINUTES: ("分钟", "分钟"), Unit.HOURS: ("小时", "小时"),
    Unit.DAYS: ("天", "日"), Unit.WEEKS: ("周", "周"), Unit.MONTHS: ("月", "月"),
    Unit.YEARS: ("年", "年"),
}  # fmt: skip
"""The unit alone, and behind a word for the clock (3 天, but 3 个工作日)."""


@frozen
class Duration:
    """A length of time, kept as it was written: `1 day 12 hours` has two parts.

    Attributes:
        parts: amounts with their units, as written; at least one.
        clock: which time counts, as far as the text says it.
    """

    parts: tuple[tuple[Decimal, Unit], ...]
    clock: Clock = Clock.BARE

    @property
    def amount(self) -> Decimal:
        """The amount of the first part."""
        return self.parts[0][0]

    @property
    def unit(self) -> Unit:
        """The unit of the first part."""
        return self.parts[0][1]

    @property
    def is_positive(self) -> bool:
        """Whether it lasts at all; zero and negative durations can be written, not lived."""
        return self.clock_seconds() > 0

    @property
    def has_bare_days(self) -> bool:
        """Whether it counts days and does not say which: `3 days`, `3天`, `P3D`."""
        return self.clock is Clock.BARE and any(unit is Unit.DAYS for _, unit in self.parts)

    def working_seconds(
        self, hours_per_day: Decimal | int = 8, days_per_week: Decimal | int = 5
    ) -> Decimal:
        """Its length in seconds of work: a month is 52/12 weeks, a year 52, whatever the clock.

        Sums of seconds are exact where sums of hours are not (20 minutes).
        """
        day = Decimal(hours_per_day) * 3600
        lengths = {
            Unit.DAYS: day,
            Unit.WEEKS: day * days_per_week,
            Unit.MONTHS: day * days_per_week * 52 / 12,
            Unit.YEARS: day * days_per_week * 52,
        }
        return sum((n * (_SECONDS.get(u) or lengths[u]) for n, u in self.parts), Decimal(0))

    def clock_seconds(self) -> Decimal:
        """Its length in seconds as they pass: a day is 24 hours, a month 52/12 weeks."""
        return sum((n * (_SECONDS.get(u) or _CLOCK_SECONDS[u]) for n, u in self.parts), Decimal(0))

    def working_hours(
        self, hours_per_day: Decimal | int = 8, days_per_week: Decimal | int = 5
    ) -> Decimal:
        """Its length in hours of work; see `working_seconds`."""
        return self.working_seconds(hours_per_day, days_per_week) / 3600

    def clock_hours(self) -> Decimal:
        """Its length in hours as they pass; see `clock_seconds`."""
        return self.clock_seconds() / 3600

    def text(self, locale: str) -> str:
        """As people write it: `3 working days`, `3 个工作日`."""
        say = _in_chinese if is_chinese(locale) else _in_english
        parts = [
            say(n, unit, Clock.BARE if place else self.clock, len(self.parts) == 1)
            for place, (n, unit) in enumerate(self.parts)
        ]
        return " ".join(parts)

    in_ = text


def _in_english(number: Decimal, unit: Unit, clock: Clock, alone: bool) -> str:
    """One part in English; `3 working days`, `half a day`."""
    word = _clock_word(unit, clock)
    name = f"{word} {unit}" if word else str(unit)
    if alone and number == Decimal("0.5"):
        return f"half {'an' if name == 'hours' else 'a'} {name[:-1]}"
    return f"{plain(number)} {name[:-1] if abs(number) == 1 else name}"


def _in_chinese(number: Decimal, unit: Unit, clock: Clock, alone: bool) -> str:
    """One part in Chinese; `3 个工作日`, `半天`."""
    bare, after_clock = _CHINESE[unit]
    word = {"": "", "working": "工作"}.get(_clock_word(unit, clock), "自然")
    measure = "个" if word or unit is Unit.MONTHS else ""
    name = measure + (word + after_clock if word else bare)
    return f"半{name}" if alone and number == Decimal("0.5") else f"{plain(number)} {name}"


def _clock_word(unit: Unit, clock: Clock) -> str:
    """The word that says which time counts, fitting the unit that it stands before."""
    if clock is Clock.BARE:
        return ""
    if clock is Clock.WORKING:
        return "working"
    return "clock" if unit in _FINE else "calendar"


@lru_cache(maxsize=8192)
def parse(text: str) -> Duration:
    """Read a duration in English, Chinese or ISO 8601.

    Raises:
        BadValue: it is none.
    """
    found = read(normal(text))
    if found is None:
        raise BadValue(
            "a duration is a number and a unit, such as `4 hours`, `3 working days` or `PT4H`",
            "时长由数字和单位组成，例如 `4小时`、`3个工作日` 或 `PT4H`",
        )
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The grammar, compiled when the first duration is read."""
    return (
        re.compile(PART, re.IGNORECASE),
        re.compile(ISO, re.IGNORECASE),
        re.compile(
            r"[ ,]*\(?(working|clock|calendar|工作|自然)(?: ?time|时间)?\)?$", re.IGNORECASE
        ),
    )


def read(text: str) -> Duration | None:
    """The duration that a text in normal form is, or None."""
    if not text or len(text) > LONGEST:
        return None
    if text.lstrip("+-")[:1] in "Pp" and (iso := _read_iso(text)):
        return iso
    text = text[7:] if text[:7].lower() == "within " else text
    text = text.removesuffix("以内").removesuffix("之内").removesuffix("内").rstrip()
    part, _, trailing = _patterns()
    clocks: list[Clock] = []
    if last := trailing.search(text):
        clocks.append(Clock(CLOCK_WORDS[last[1].lower()]))
        text = text[: last.start()]
    return _read_parts(part, text, clocks)


def _read_parts(pattern: re.Pattern[str], text: str, clocks: list[Clock]) -> Duration | None:
    """The duration whose parts follow one another through the whole text."""
    parts: list[tuple[Decimal, Unit]] = []
    place = 0
    while place < len(text):
        found = pattern.match(text, place)
        if found is None or (one := _part(found)) is None:
            return None
        parts.append(one)
        if word := found["clock"]:
            clocks.append(Clock(CLOCK_WORDS[word.lower()]))
        place = found.end()
    return _duration(tuple(parts), clocks)


def _part(found: re.Match[str]) -> tuple[Decimal, Unit] | None:
    """The amount and unit of one part; `一个半小时` is 1.5 hours."""
    unit, factor = UNITS[found["unit"].lower()]
    if found["unit"] == "M" or (found["unit"] == "月" and _names_a_month(found)):
        return None
    word = found["n"].lower()
    if word in NUMBERS:
        number = NUMBERS[word]
    elif word[-1] in "0123456789":
        number = read_number(word)
    else:
        han = read_han(word)
        if han is None:
            return None
        number = Decimal(han)
    if found["half"] or found["tail"]:
        number += Decimal("0.5")
    return number * factor, Unit(unit)


def _names_a_month(found: re.Match[str]) -> bool:
    """Whether `3月` is March, not a length: months are counted as `3个月`, half a one as `半月`."""
    return not found["measure"] and not found["clock"] and found["n"] != "半"


def _read_iso(text: str) -> Duration | None:
    """The duration of `P1DT12H`, or None."""
    found = _patterns()[1].fullmatch(text)
    if found is None:
        return None
    sign = -1 if found["sign"] == "-" else 1
    groups = ((unit, found[str(unit)]) for unit in reversed(Unit))
    parts = ((sign * Decimal(n.replace(",", ".")), unit) for unit, n in groups if n)
    return _duration(tuple(parts), [])


def _duration(parts: tuple[tuple[Decimal, Unit], ...], clocks: list[Clock]) -> Duration | None:
    """The parts under the one clock that the text names; None where it names two."""
    elapsed = Clock.CLOCK if all(unit in _FINE for _, unit in parts) else Clock.CALENDAR
    named = {Clock.WORKING if c is Clock.WORKING else elapsed for c in clocks}
    if not parts or len(named) > 1:
        return None
    return Duration(parts, named.pop() if named else Clock.BARE)
