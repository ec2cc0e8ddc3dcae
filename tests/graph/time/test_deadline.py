"""Dates: here holidays count."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal

import pytest

from orgspec.graph.time.calendar import WorkingCalendar
from orgspec.graph.time.deadline import deadline
from orgspec.graph.time.holidays import Holidays, HolidaysUnknown, holidays_of
from orgspec.model.values.duration import parse
from orgspec.testing import findings

OFFICE = WorkingCalendar(Decimal(8 * 3600), Decimal(5))


def _day(start: str, text: str, *free: str) -> str:
    length = OFFICE.length(parse(text))
    holidays = holidays_of(free) if free else Holidays()
    return deadline(dt.date.fromisoformat(start), length, OFFICE, holidays).isoformat()


def test_a_day_of_work_is_over_on_the_day_on_which_it_begins() -> None:
    assert _day("2026-11-02", "1 working day") == "2026-11-02"
    assert _day("2026-11-02", "9 hours") == "2026-11-03"


def test_the_weekend_is_not_worked() -> None:
    assert _day("2026-11-06", "2 working days") == "2026-11-09"
    assert _day("2026-11-07", "4 hours") == "2026-11-09"


def test_calendar_days_run_on() -> None:
    assert _day("2026-11-06", "2 calendar days") == "2026-11-07"


def test_dates_of_the_calendar_are_free() -> None:
    assert _day("2026-11-02", "2 working days", "2026-11-03") == "2026-11-04"


def test_a_country_has_its_holidays_and_the_weekends_that_it_works_instead() -> None:
    pytest.importorskip("holidays")
    assert _day("2026-09-30", "2 working days", "CN") == "2026-10-08"
    assert _day("2026-10-09", "2 working days", "CN") == "2026-10-10"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(HolidaysUnknown) as caught:
        holidays_of(["CN"])
    assert "orgspec[holidays]" in caught.value.message.in_("en")
    assert "orgspec[holidays]" in caught.value.message.in_("zh")


def test_a_country_that_nobody_knows_is_said() -> None:
    pytest.importorskip("holidays")
    with pytest.raises(HolidaysUnknown):
        holidays_of(["XX"])


def test_a_calendar_names_countries_and_days() -> None:
    assert not findings("organization: {calendar: {holidays: CN}}")
    assert not findings("organization: {calendar: {holidays: [DE-BY, 2026-12-24]}}")
    wrong = findings("organization: {calendar: {holidays: [Germany, 2026-02-30]}}")
    assert [each.code for each in wrong] == ["SYN007", "REF010"]


def test_a_length_beyond_all_dates_ends_on_the_last_one() -> None:
    assert _day("2026-11-02", "99999 calendar days") == "2300-08-16"
    assert _day("2026-11-02", "9000 years") == "9999-12-31"
