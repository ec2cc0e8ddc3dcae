"""How often: cadences in both languages, and texts that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.model.values.errors import BadValue
from orgspec.model.values.frequency import Frequency, parse
from orgspec.model.values.period import Period

D, W, M, Q, H, Y = (
    Period.DAY,
    Period.WEEK,
    Period.MONTH,
    Period.QUARTER,
    Period.HALF_YEAR,
    Period.YEAR,
)


@pytest.mark.parametrize(
    ("texts", "times", "period", "every"),
    [
        (
            [
                "daily",
                "Daily",
                "every day",
                "weekdays",
                "every working day",
                "每日",
                "每天",
                "每个工作日",
                "日常",
            ],
            1,
            D,
            1,
        ),
        (
            ["weekly", "once a week", "1 per week", "每周", "每星期", "每周一次", "一周一次"],
            1,
            W,
            1,
        ),
        (
            [
                "biweekly",
                "every 2 weeks",
                "every other week",
                "fortnightly",
                "每两周",
                "每2周",
                "双周",
                "隔周",
            ],
            1,
            W,
            2,
        ),
        (
            [
                "twice a week",
                "twice weekly",
                "2 times per week",
                "2/week",
                "每周两次",
                "2次/周",
                "一周两次",
            ],
            2,
            W,
            1,
        ),
        (["monthly", "每月", "每个月", "月度", "每月一次"], 1, M, 1),
        (
            ["3 per month", "3 times a month", "three times per month", "每月3次", "每月 三 次"],
            3,
            M,
            1,
        ),
        (["every 3 months", "每三个月", "每3个月一次"], 1, M, 3),
        (["quarterly", "every quarter", "每季度", "每季", "季度"], 1, Q, 1),
        (["half-yearly", "semi-annually", "每半年", "半年度"], 1, H, 1),
        (["yearly", "annually", "once a year", "每年", "年度", "一年一次"], 1, Y, 1),
        (["2 per 3 weeks", "每3周2次"], 2, W, 3),
    ],
)
def test_a_cadence_is_read_in_every_form(
    texts: list[str], times: int, period: Period, every: int
) -> None:
    for text in texts:
        assert parse(text) == Frequency(times, period, every), text
        assert parse(text).is_cadence


@pytest.mark.parametrize(
    ("text", "meant"),
    [("wekly", "weekly"), ("anually", "annually"), ("Quaterly", "quarterly"), ("dayly", "daily")],
)
def test_a_slip_of_a_cadence_is_an_error_that_names_it(text: str, meant: str) -> None:
    with pytest.raises(BadValue) as raised:
        parse(text)
    assert raised.value.near == meant


@pytest.mark.parametrize(
    "text", ["regularly", "ongoing", "sometimes", "weekend", "定期", "per shift"]
)
def test_other_words_are_kept_as_they_are(text: str) -> None:
    assert parse(text).prose == text


@pytest.mark.parametrize("text", ["as needed", "On demand", "ad hoc", "按需", "视需要", "需要时"])
def test_need_is_no_cadence(text: str) -> None:
    frequency = parse(text)
    assert frequency.on_demand
    assert not frequency.is_cadence
    assert (frequency.text("en"), frequency.text("zh")) == ("as needed", "按需")


@pytest.mark.parametrize(
    "text", ["定期", "不定期", "from time to time", "0 per month", "每逢佳节", "!"]
)
def test_any_other_text_is_kept_and_is_no_cadence(text: str) -> None:
    frequency = parse(text)
    assert not frequency.is_cadence
    assert frequency.per_year() is None
    assert frequency.text("en") == frequency.text("zh") == text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("每周一", W),
        ("每周五下午", W),
        ("every Monday", W),
        ("每月10日", M),
        ("月底", M),
        ("每季度末", Q),
        ("monthly, by the 5th", M),
        ("每日 18:00", D),
    ],
)
def test_a_day_within_the_period_is_a_cadence_that_keeps_its_words(
    text: str, period: Period
) -> None:
    frequency = parse(text)
    assert frequency.per is period
    assert frequency.text("zh") == text


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("daily", "daily", "每日"),
        ("每两周", "every 2 weeks", "每两周"),
        ("every 3 months", "every 3 months", "每 3 个月"),
        ("每月3次", "3 times a month", "每月 3 次"),
        ("2 per 3 weeks", "twice every 3 weeks", "每 3 周 2 次"),
        ("每周2次", "twice a week", "每周 2 次"),
        ("每半年", "half-yearly", "每半年"),
    ],
)
def test_a_frequency_reads_naturally_in_both_languages(text: str, en: str, zh: str) -> None:
    assert (parse(text).text("en"), parse(text).text("zh-Hans")) == (en, zh)


def test_a_year_has_52_weeks_and_the_working_days_of_the_calendar() -> None:
    assert parse("daily").per_year() == 260
    assert parse("daily").per_year(days_per_week=6) == 312
    assert parse("every 2 weeks").per_year() == 26
    assert parse("每月3次").per_year() == 36
    assert parse("每3个月").per_year() == parse("quarterly").per_year() == Decimal(4)


def test_no_text_is_no_frequency() -> None:
    with pytest.raises(BadValue):
        parse("  ")


@given(st.integers(1, 9999), st.sampled_from(Period), st.integers(1, 9999))
def test_what_is_printed_is_read_back(times: int, period: Period, every: int) -> None:
    frequency = Frequency(times, period, every)
    for locale in ("en", "zh"):
        assert parse(frequency.text(locale)) == frequency


@given(st.one_of(st.text(max_size=30), st.text("每隔两3周月次一/日个 everyweeks", max_size=12)))
def test_any_text_is_a_frequency_unless_blank_or_a_slip_of_one(text: str) -> None:
    try:
        frequency = parse(text)
    except BadValue as bad:
        assert bool(text.strip()) == bool(bad.near)
        return
    assert parse(frequency.text("zh")) == parse(frequency.text("en")) == frequency
