"""Amounts, conditions, shares, grades, dates."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.model.values import amount, condition, date, grade, percent
from orgspec.model.values.amount import Amount
from orgspec.model.values.errors import BadValue, NoSuchDay
from orgspec.model.values.grade import Grade
from orgspec.model.values.interval import Interval


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("50000", "50000", ""),
        ("1,000", "1000", ""),
        ("5万", "50000", ""),
        ("1.2亿", "120000000", ""),
        ("50k", "50000", ""),
        ("2.5m", "2500000", ""),
        ("3 million", "3000000", ""),
        ("5万元", "50000", "CNY"),
        ("CNY 50,000", "50000", "CNY"),
        ("¥3", "3", "CNY"),
        ("人民币5万元", "50000", "CNY"),
        ("$5k", "5000", "USD"),
        ("10%", "10", "%"),
        ("三次", "3", "times"),
        ("10 家", "10", "家"),
        ("5 m", "5", "m"),
        ("5 千克", "5", "千克"),
        ("10 m2", "10", "m2"),
        ("-3", "-3", ""),
    ],
)
def test_an_amount_is_read_in_every_form(text: str, number: str, unit: str) -> None:
    found = amount.parse(text)
    assert found == Amount(Decimal(number), unit)
    assert str(found.number) == number
    for locale in ("en", "zh"):
        assert amount.parse(found.text(locale)) == found


@pytest.mark.parametrize("text", ["", "lots", "1,00", "5 6", "¥5 USD", "一致", "> 5", "9" * 30])
def test_what_is_no_amount_is_a_bad_value(text: str) -> None:
    with pytest.raises(BadValue):
        amount.parse(text)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("amount <= 50000", Interval(high=Decimal(50000))),
        ("金额 ≤ 5万", Interval(high=Decimal(50000))),
        ("金额不超过5万", Interval(high=Decimal(50000))),
        ("金额在5万以上", Interval(low=Decimal(50000))),
        ("3 < 折扣 <= 10", Interval(Decimal(3), Decimal(10), low_open=True)),
        ("折扣 > 3% 且 折扣 ≤ 10%", Interval(Decimal(3), Decimal(10), low_open=True)),
        ("discount>3 and discount<=10", Interval(Decimal(3), Decimal(10), low_open=True)),
        ("10 > x", Interval(high=Decimal(10), high_open=True)),
        ("x = 5", Interval(Decimal(5), Decimal(5))),
        ("x > 3 and x > 5 and x < 9 and x <= 9", Interval(Decimal(5), Decimal(9), True, True)),
        ("order amount is over 1,000", Interval(low=Decimal(1000), low_open=True)),
    ],
)
def test_a_condition_leaves_an_interval(text: str, interval: Interval) -> None:
    found = condition.parse(text)
    assert found.name
    assert found.interval(found.name) == interval
    for locale in ("en", "zh"):
        assert condition.parse(found.text(locale)) == found


@pytest.mark.parametrize(
    "text",
    ["客户接受", "合格", "a < b", "5 < 6", "x >= 5 and it is urgent", "超过权限", "x <", "< 5"],
)
def test_any_other_condition_is_text(text: str) -> None:
    found = condition.parse(text)
    assert found.terms == ()
    assert found.name == ""
    assert found.text("zh") == text


def test_a_condition_on_two_names_has_no_one_name() -> None:
    found = condition.parse("金额 ≤ 5万 且 等级 = 1")
    assert found.name == ""
    assert found.interval("金额") == Interval(high=Decimal(50000))


def test_an_interval_can_be_empty() -> None:
    assert condition.parse("x > 5 and x < 5").interval("x").is_empty
    assert not condition.parse("x >= 5 and x <= 5").interval("x").is_empty


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("30%", "30"),
        ("30", "30"),
        ("0.3", "30"),
        ("1", "100"),
        ("100％", "100"),
        ("0.5%", "0.5"),
        ("百分之三十", "30"),
        ("12.5 percent", "12.5"),
        ("0", "0"),
        ("130%", "130"),
        ("-5%", "-5"),
    ],
)
def test_a_share_is_kept_in_percentage_points(text: str, points: str) -> None:
    assert percent.parse(text) == Decimal(points)
    assert percent.parse(percent.text(percent.parse(text))) == Decimal(points)


@pytest.mark.parametrize("text", ["", "half", "30 pieces", "%", "三成"])
def test_what_is_no_share_is_a_bad_value(text: str) -> None:
    with pytest.raises(BadValue, match="30%"):
        percent.parse(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("M1", "M1", "M1"),
        ("P3-P5", "P3", "P5"),
        ("P3–P5", "P3", "P5"),
        ("P3～P5", "P3", "P5"),
        ("P3至P5", "P3", "P5"),
        ("P3 to P5", "P3", "P5"),
        ("P3-5", "P3", "P5"),
        ("初级-高级", "初级", "高级"),
        ("mid-level", "mid-level", "mid-level"),
        ("Senior - Principal", "Senior", "Principal"),
        ("P-3", "P-3", "P-3"),
    ],
)
def test_a_grade_is_one_or_a_range(text: str, low: str, high: str) -> None:
    found = grade.parse(text)
    assert found == Grade(low, high)
    assert grade.parse(found.text("en")) == grade.parse(found.text("zh")) == found


@pytest.mark.parametrize("text", ["", "P3-", "-P5", " "])
def test_half_a_range_is_no_grade(text: str) -> None:
    with pytest.raises(BadValue):
        grade.parse(text)


def test_grades_compare_by_the_ladder_and_else_by_number() -> None:
    ladder = ("P1", "P2", "M1")
    assert grade.compare("M1", "P2", ladder) == 1
    assert grade.compare("m1", "P2", ladder) == 1
    assert grade.compare("P3", "P10") == -1
    assert grade.compare("10级", "9级") == 1
    assert grade.compare("P3", "P3") == 0
    assert grade.compare("P3", "M1") is None
    assert grade.compare("P3", "M1", ladder) is None
    assert grade.parse("P3-P7").compare_tops(grade.parse("P5")) == 1
    assert grade.parse("P5-P3").is_upside_down()


def test_a_date_is_written_as_iso_8601_has_it() -> None:
    assert date.parse("2026-07-01") == dt.date(2026, 7, 1)
    assert date.parse(" ２０２６-07-01 ") == dt.date(2026, 7, 1)


@pytest.mark.parametrize("text", ["2026-02-30", "2025-02-29", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_told_apart(text: str) -> None:
    with pytest.raises(NoSuchDay, match=text):
        date.parse(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2026-7-1", "2026-07-01"),
        ("2026/07/01", "2026-07-01"),
        ("2026年7月1日", "2026-07-01"),
        ("2026-07-01T00:00:00", "2026-07-01"),
        ("tomorrow", ""),
        ("", ""),
        ("2026", ""),
        ("20260701", ""),
    ],
)
def test_another_writing_of_a_date_is_mended(text: str, near: str) -> None:
    with pytest.raises(BadValue) as bad:
        date.parse(text)
    assert not isinstance(bad.value, NoSuchDay)
    assert bad.value.near == near
    assert (near or "2026-05-01") in bad.value.en


@given(st.dates())
def test_every_day_is_read_back(day: dt.date) -> None:
    assert date.parse(day.isoformat()) == day


@given(st.one_of(st.text(max_size=30), st.text("P35-至M<>=≤x且and ,.%万元0123456789", max_size=14)))
def test_any_text_is_a_value_or_a_bad_value(text: str) -> None:
    for parse in (amount.parse, percent.parse, grade.parse, date.parse, condition.parse):
        try:
            parse(text)
        except BadValue:
            continue


@given(st.text("amount金额<>=≤≥ 且and5万元%.", min_size=1, max_size=20))
def test_a_printed_condition_is_read_back(text: str) -> None:
    try:
        found = condition.parse(text)
    except BadValue:
        return
    assert condition.parse(found.text("en")) == condition.parse(found.text("zh")) == found
