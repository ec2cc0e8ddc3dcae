"""Durations as people write them in English, Chinese and ISO 8601."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.model.values.duration import Clock, Duration, Unit, parse
from orgspec.model.values.errors import BadValue


@pytest.mark.parametrize(
    ("text", "amount", "unit", "clock"),
    [
        ("45 seconds", "45", Unit.SECONDS, Clock.BARE),
        ("30 minutes", "30", Unit.MINUTES, Clock.BARE),
        ("30min", "30", Unit.MINUTES, Clock.BARE),
        ("4 hours", "4", Unit.HOURS, Clock.BARE),
        ("4h", "4", Unit.HOURS, Clock.BARE),
        ("within 4 hours", "4", Unit.HOURS, Clock.BARE),
        ("2.5 Hours", "2.5", Unit.HOURS, Clock.BARE),
        ("1,000 hours", "1000", Unit.HOURS, Clock.BARE),
        ("half a day", "0.5", Unit.DAYS, Clock.BARE),
        ("three weeks", "3", Unit.WEEKS, Clock.BARE),
        ("3 working days", "3", Unit.DAYS, Clock.WORKING),
        ("1 business day", "1", Unit.DAYS, Clock.WORKING),
        ("3 workdays", "3", Unit.DAYS, Clock.WORKING),
        ("2 calendar days", "2", Unit.DAYS, Clock.CALENDAR),
        ("4 clock hours", "4", Unit.HOURS, Clock.CLOCK),
        ("4 hours (clock)", "4", Unit.HOURS, Clock.CLOCK),
        ("1 month", "1", Unit.MONTHS, Clock.BARE),
        ("1 quarter", "3", Unit.MONTHS, Clock.BARE),
        ("10 years", "10", Unit.YEARS, Clock.BARE),
        ("3个工作日", "3", Unit.DAYS, Clock.WORKING),
        ("３ 个工作日", "3", Unit.DAYS, Clock.WORKING),
        ("十五个工作日", "15", Unit.DAYS, Clock.WORKING),
        ("2个自然日", "2", Unit.DAYS, Clock.CALENDAR),
        ("4小时", "4", Unit.HOURS, Clock.BARE),
        ("24小时内", "24", Unit.HOURS, Clock.BARE),
        ("30分钟", "30", Unit.MINUTES, Clock.BARE),
        ("半天", "0.5", Unit.DAYS, Clock.BARE),
        ("一个半小时", "1.5", Unit.HOURS, Clock.BARE),
        ("1天半", "1.5", Unit.DAYS, Clock.BARE),
        ("三天", "3", Unit.DAYS, Clock.BARE),
        ("两周", "2", Unit.WEEKS, Clock.BARE),
        ("1个月", "1", Unit.MONTHS, Clock.BARE),
        ("半年", "0.5", Unit.YEARS, Clock.BARE),
        ("PT4H", "4", Unit.HOURS, Clock.BARE),
        ("PT30M", "30", Unit.MINUTES, Clock.BARE),
        ("P3D", "3", Unit.DAYS, Clock.BARE),
        ("P2W", "2", Unit.WEEKS, Clock.BARE),
        ("P1.5D", "1.5", Unit.DAYS, Clock.BARE),
    ],
)
def test_a_duration_is_read_in_every_form(text: str, amount: str, unit: Unit, clock: Clock) -> None:
    assert parse(text) == Duration(((Decimal(amount), unit),), clock)


@pytest.mark.parametrize(
    "text", ["P1DT12H", "1 day 12 hours", "1 day, 12 hours", "1 day and 12 hours", "1天12小时"]
)
def test_a_compound_duration_keeps_its_parts(text: str) -> None:
    assert parse(text).parts == ((Decimal(1), Unit.DAYS), (Decimal(12), Unit.HOURS))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "尽快",
        "3",
        "days",
        "3 parsecs",
        "1月",
        "6M",
        "P",
        "PT",
        "P1H",
        "--2 hours",
        "3 working days 2 calendar days",
        "3 - 5 days",
        "1e9 hours",
        "9" * 300 + " days",
        "3 day s",
        "hours 3",
        "三五",
        "个工作日",
    ],
)
def test_what_is_no_duration_says_what_is_accepted(text: str) -> None:
    with pytest.raises(BadValue) as bad:
        parse(text)
    assert "3 working days" in bad.value.en
    assert "3个工作日" in bad.value.zh
    assert bad.value.text("zh-CN") == bad.value.zh
    assert bad.value.text("fr") == str(bad.value) == bad.value.en


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("3 working days", "3 working days", "3 个工作日"),
        ("1个工作日", "1 working day", "1 个工作日"),
        ("半天", "half a day", "半天"),
        ("PT0.5H", "half an hour", "半小时"),
        ("2 weeks", "2 weeks", "2 周"),
        ("1 month", "1 month", "1 个月"),
        ("2 calendar days", "2 calendar days", "2 个自然日"),
        ("4 clock hours", "4 clock hours", "4 个自然小时"),
        ("P1DT12H", "1 day 12 hours", "1 天 12 小时"),
    ],
)
def test_a_duration_reads_naturally_in_both_languages(text: str, en: str, zh: str) -> None:
    assert parse(text).text("en") == en
    assert parse(text).text("zh-CN") == zh


def test_working_time_follows_the_calendar_of_the_organisation() -> None:
    assert parse("3 working days").working_hours() == 24
    assert parse("1 week").working_hours(Decimal("7.5"), 6) == 45
    assert parse("3 months").working_hours() == 520
    assert parse("1 year").working_hours() == 52 * 40


def test_clock_time_counts_nights_and_weekends() -> None:
    assert parse("2 calendar days").clock_hours() == 48
    assert parse("1 week").clock_hours() == 168
    assert parse("12 months").clock_hours() == parse("1 year").clock_hours() == 8736


def test_seconds_add_up_exactly_where_hours_do_not() -> None:
    assert 3 * parse("40 minutes").working_seconds() == parse("2 hours").working_seconds()


def test_nothing_and_less_can_be_written_but_are_flagged() -> None:
    assert not parse("0 days").is_positive
    assert not parse("-2 hours").is_positive
    assert not parse("-P1D").is_positive
    assert parse("1 second").is_positive


def test_only_bare_days_are_ambiguous() -> None:
    for text in ("3 days", "三天", "P3D", "1 day 2 hours"):
        assert parse(text).has_bare_days, text
    for text in ("3 working days", "2个自然日", "24 hours", "1 week"):
        assert not parse(text).has_bare_days, text


amounts = st.decimals(-9999, 9999, allow_nan=False, places=2)


@given(
    st.lists(st.tuples(amounts, st.sampled_from(Unit)), min_size=1, max_size=3),
    st.sampled_from(["", "working ", "calendar "]),
)
def test_what_is_printed_is_read_back(parts: list[tuple[Decimal, Unit]], word: str) -> None:
    first = parse(" ".join(f"{number} {word}{unit}" for number, unit in parts))
    for locale in ("en", "zh"):
        assert parse(first.text(locale)) == first


@given(
    st.one_of(
        st.text(max_size=40), st.text("0123456789.,+-PTDH个半天日月工作自然 dayhours", max_size=20)
    )
)
def test_any_text_is_a_duration_or_a_bad_value(text: str) -> None:
    try:
        duration = parse(text)
    except BadValue:
        return
    assert duration.parts
    assert parse(duration.text("zh")) == parse(duration.text("en")) == duration
