"""Working time and clock time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from orgspec.graph.time.calendar import WorkingCalendar
from orgspec.graph.time.length import Length
from orgspec.model.values.duration import parse

OFFICE = WorkingCalendar(Decimal(8 * 3600), Decimal(5))
WARD = WorkingCalendar(Decimal(24 * 3600), Decimal(7), "calendar")


def _hours(seconds: Decimal) -> Decimal:
    return seconds / 3600


@pytest.mark.parametrize(
    ("text", "emergency", "working", "clock"),
    [
        ("3 working days", False, 24, 0),
        ("2 days", False, 16, 0),
        ("2 calendar days", False, 0, 48),
        ("90 minutes", True, 0, Decimal("1.5")),
        ("1 day", True, 0, 24),
        ("1 working day", True, 8, 0),
        ("2 weeks", False, 80, 0),
    ],
)
def test_a_duration_runs_on_one_clock(
    text: str, emergency: bool, working: Decimal, clock: Decimal
) -> None:
    length = OFFICE.length(parse(text), emergency=emergency)
    assert (length.working, length.clock) == (working * 3600, clock * 3600)


def test_bare_days_are_what_the_calendar_says_and_hours_are_not() -> None:
    calendar = WorkingCalendar(OFFICE.day, OFFICE.days_per_week, "calendar")
    assert calendar.length(parse("2 days")).clock == 48 * 3600
    assert calendar.length(parse("4 hours")).working == 4 * 3600
    assert calendar.length(parse("2 working days")).working == 16 * 3600


def test_where_work_never_stops_both_clocks_are_one() -> None:
    assert WARD.length(parse("1 calendar day")) == WARD.length(parse("24 hours"))


@pytest.mark.parametrize(("working", "passes"), [(4, 4), (8, 8), (9, 25), (16, 32), (48, 176)])
def test_work_of_days_waits_for_nights_and_of_weeks_for_weekends(working: int, passes: int) -> None:
    assert _hours(OFFICE.least_clock(Length(working=Decimal(working * 3600)))) == passes


@pytest.mark.parametrize(
    ("clock", "holds"), [(24, 0), (64, 0), (68, 4), (80, 8), (112, 16), (168, 40)]
)
def test_a_weekend_may_lie_in_whatever_passes(clock: int, holds: int) -> None:
    assert _hours(OFFICE.least_working(Length(clock=Decimal(clock * 3600)))) == holds


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("2 working days", "1 calendar day", True),
        ("2 working days", "2 calendar days", False),
        ("2 calendar days", "1 working day", False),
        ("8 calendar days", "5 working days", False),
        ("14 calendar days", "9 working days", True),
        ("3 working days", "3 working days", False),
    ],
)
def test_one_is_longer_only_if_it_is_however_the_days_fall(
    one: str, other: str, longer: bool
) -> None:
    assert OFFICE.exceeds(OFFICE.length(parse(one)), OFFICE.length(parse(other))) is longer


def test_a_length_is_told_in_days_hours_and_minutes() -> None:
    assert OFFICE.length(parse("12.5 hours")).in_("en") == "1 working day 4 hours 30 minutes"
    assert OFFICE.length(parse("12 hours")).in_("zh") == "1 个工作日 4 小时"
    mixed = OFFICE.length(parse("1 working day")) + OFFICE.length(parse("2 calendar days"))
    assert mixed.in_("en") == "1 working day and 2 calendar days"
    assert Length().in_("zh") == "0 小时"
