"""The day that lies a length of time after another."""

import datetime as dt

import pytest

from orgspec.model.values.calendar_days import day_after
from orgspec.model.values.duration import parse


@pytest.mark.parametrize(
    ("start", "length", "day"),
    [
        ("2025-05-01", "12 months", "2026-05-01"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-11-30", "3个月", "2027-02-28"),
        ("2026-01-01", "半年", "2026-07-01"),
        ("2026-01-01", "2 weeks", "2026-01-15"),
        ("2026-01-01", "90 days", "2026-04-01"),
        ("2026-01-02", "1 working day", "2026-01-05"),
        ("2026-01-02", "10 working days", "2026-01-16"),
        ("2026-01-03", "1 working day", "2026-01-05"),
        ("2026-01-01", "P1Y2M3D", "2027-03-04"),
        ("2026-01-01", "4 hours", "2026-01-01"),
        ("2026-01-01", "9000 years", "9999-12-31"),
    ],
)
def test_months_end_on_their_last_day_and_weekends_do_not_work(
    start: str, length: str, day: str
) -> None:
    assert day_after(dt.date.fromisoformat(start), parse(length)).isoformat() == day


def test_a_week_may_have_six_working_days() -> None:
    saturday = day_after(dt.date(2026, 1, 2), parse("1 working day"), 6)
    assert saturday == dt.date(2026, 1, 3)
