"""On which days meetings are held, as people write it and as calendars read it."""

from __future__ import annotations

import datetime as dt

import pytest

from orgspec.view.tables.days import Days, read_days
from orgspec.view.tables.recurrence import recurrence
from tests.view.organisations import graph

START = dt.date(2026, 7, 1)  # a Wednesday


def rule(text: str) -> tuple[str, str] | None:
    """The rule and first day of a meeting written as YAML fields."""
    meeting = graph(f"meetings: {{m: {{{text}}}}}").organisation.meetings["m"]
    found = recurrence(meeting, START)
    return (found.rule, found.first.isoformat()) if found else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("monday", Days(("MO",))),
        ("Tuesdays and Thursdays", Days(("TU", "TH"))),
        ("first Wednesday", Days(("WE",), 1)),
        ("last friday", Days(("FR",), -1)),
        ("2nd Tuesday", Days(("TU",), 2)),
        ("周一", Days(("MO",))),
        ("星期二、四", Days(("TU", "TH"))),
        ("每月第一个周三", Days(("WE",), 1)),
        ("最后一个周五", Days(("FR",), -1)),
        ("周日", Days(("SU",))),
        ("fifth working day", Days(("MO", "TU", "WE", "TH", "FR"), 5, working=True)),
        ("每月第五个工作日", Days(("MO", "TU", "WE", "TH", "FR"), 5, working=True)),
        ("最后一个工作日", Days(("MO", "TU", "WE", "TH", "FR"), -1, working=True)),
        ("15", Days(date=15)),
        ("the 5th", Days(date=5)),
        ("每月10日", Days(date=10)),
        ("十五号", Days(date=15)),
        ("月末", Days(date=-1)),
        ("3月15日", Days(date=15, month=3)),
        ("before the holidays", None),
        ("月中", None),
        ("45", None),
    ],
)
def test_days_are_read_in_both_languages(text: str, days: Days | None) -> None:
    assert read_days(text) == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("frequency: weekly, day: monday", ("FREQ=WEEKLY;BYDAY=MO", "2026-07-06")),
        ("frequency: every 2 weeks, day: 周四", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-07-02")),
        ("frequency: 2 per week, day: 周一和周三", ("FREQ=WEEKLY;BYDAY=MO,WE", "2026-07-01")),
        ("frequency: 每周一", ("FREQ=WEEKLY;BYDAY=MO", "2026-07-06")),
        ("frequency: daily", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-07-01")),
        ("frequency: every 3 days", ("FREQ=DAILY;INTERVAL=3", "2026-07-01")),
        ("frequency: monthly, day: last friday", ("FREQ=MONTHLY;BYDAY=-1FR", "2026-07-31")),
        ("frequency: monthly, day: 31", ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-07-31")),
        ("frequency: monthly, day: 月末", ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-07-31")),
        (
            "frequency: monthly, day: fifth working day",
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5", "2026-07-07"),
        ),
        ("frequency: quarterly, day: 10", ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "2026-07-10")),
        ("frequency: yearly, day: 3月15日", ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "2027-03-15")),
    ],
)
def test_a_meeting_returns_by_a_rule_from_the_first_day_that_fits(
    text: str, expected: tuple[str, str]
) -> None:
    assert rule(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "frequency: weekly",
        "frequency: monthly",
        "frequency: monthly, day: monday",
        "frequency: 2 per week, day: monday",
        "frequency: 2 per month, day: 15",
        "frequency: yearly, day: 15",
        "frequency: monthly, day: 3月15日",
        "frequency: yearly, day: 2月30日",
        "frequency: as needed, day: monday",
        "frequency: 定期, day: 周一",
        "day: monday",
        "frequency: weekly, day: when it suits",
    ],
)
def test_a_day_that_is_not_sure_is_not_made_up(text: str) -> None:
    assert rule(text) is None
