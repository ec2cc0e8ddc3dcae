"""Targets of KPIs: figures, comparisons, periods, and sentences that hold one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orgspec.model.values.amount import Amount
from orgspec.model.values.comparison import Comparison
from orgspec.model.values.errors import BadValue
from orgspec.model.values.period import Period
from orgspec.model.values.target import Target, parse, parse_all

LEAST, MOST, ABOVE, BELOW, EQUAL = Comparison


@pytest.mark.parametrize(
    ("texts", "comparison", "number", "unit", "period"),
    [
        (
            [
                "≥ 85%",
                ">= 85%",
                "≥８５％",
                "at least 85%",
                "no less than 85 percent",
                "不低于85%",
                "85%以上",
                "至少 85%",
                "85%",
                "85% or more",
                "百分之八十五",
                "≧85%",
            ],
            LEAST,
            "85",
            "%",
            None,
        ),
        (
            [
                "≤ 5%",
                "<= 5%",
                "at most 5%",
                "不超过5%",
                "5%以下",
                "5% 以内",
                "up to 5%",
                "no more than 5%",
                "5% or less",
            ],
            MOST,
            "5",
            "%",
            None,
        ),
        (["> 3", "more than 3", "大于3", "over 3", "超过 3"], ABOVE, "3", "", None),
        (["< 3", "less than 3", "小于3", "低于3", "fewer than 3"], BELOW, "3", "", None),
        (["= 0", "== 0", "exactly 0", "等于 0"], EQUAL, "0", "", None),
        (
            [
                "每月 ≥ 3 次",
                "每月至少三次",
                "≥ 3次/月",
                "3 times per month",
                "3 times a month",
                "monthly ≥ 3 times",
                "每个月不少于3次",
                "月均 3 次",
            ],
            LEAST,
            "3",
            "times",
            Period.MONTH,
        ),
        (
            [
                "≥ 10 per month",
                "10/month",
                "10 or more per month",
                "10 per month or more",
                "at least 10 monthly",
                "per month at least 10",
            ],
            LEAST,
            "10",
            "",
            Period.MONTH,
        ),
        (
            [
                "≥ 30000000 CNY",
                "≥ 3000万元",
                "3,000 万元",
                "CNY 30m",
                "¥ 30,000,000",
                "0.3亿元",
                "RMB 30 million",
            ],
            LEAST,
            "30000000",
            "CNY",
            None,
        ),
        (["$50k", "50,000 USD", "USD 50000", "5万美元", "US$ 50k"], LEAST, "50000", "USD", None),
        (["每年不低于1.2亿元", "≥ 1.2亿元/年"], LEAST, "120000000", "CNY", Period.YEAR),
        (["≤ 1 起/年", "每年不超过 1 起"], MOST, "1", "起", Period.YEAR),
        (["at least 10 new customers per month"], LEAST, "10", "new customers", Period.MONTH),
        (["10 家/人/月"], LEAST, "10", "家/人", Period.MONTH),
        (["5‰"], LEAST, "0.5", "%", None),
        (["-3%"], LEAST, "-3", "%", None),
    ],
)
def test_a_target_is_read_in_every_form(
    texts: list[str], comparison: Comparison, number: str, unit: str, period: Period | None
) -> None:
    for text in texts:
        assert parse(text) == Target(comparison, Decimal(number), unit, period), text


@pytest.mark.parametrize(
    ("text", "comparison", "hours"),
    [
        ("3 working days", MOST, 24),
        ("≤ 24 hours", MOST, 24),
        ("24小时内", MOST, 24),
        ("不超过 3 个工作日", MOST, 24),
        ("≥ 40 hours per year", LEAST, 40),
        ("within 1 day 4 hours", MOST, 12),
        ("首次响应时间 ≤ 2 小时", MOST, 2),
        ("合同在3个工作日内完成审核与签署", MOST, 24),
        ("合同在三个工作日内完成", MOST, 24),
    ],
)
def test_a_duration_is_a_limit_unless_it_says_otherwise(
    text: str, comparison: Comparison, hours: int
) -> None:
    target = parse(text)
    assert target.comparison is comparison
    assert target.duration is not None
    assert target.duration.working_hours() == hours
    assert target.amount is None
    assert target.measurable


@pytest.mark.parametrize(
    ("text", "comparison", "number", "unit", "period"),
    [
        ("每月新增10家", LEAST, "10", "家", Period.MONTH),
        ("每月新增10个有效客户", LEAST, "10", "个有效客户", Period.MONTH),
        ("每季度销售额达到预定目标的90%", LEAST, "90", "%", Period.QUARTER),
        ("满意度达到85%以上", LEAST, "85", "%", None),
        ("3家以上新客户", LEAST, "3", "家", None),
        ("100%合规", LEAST, "100", "%", None),
        ("90% of orders on time", LEAST, "90", "%", None),
        ("投诉率不超过总数的 2%", MOST, "2", "%", None),
        ("complaints below 2%", BELOW, "2", "%", None),
    ],
)
def test_a_sentence_with_one_figure_is_a_target_that_keeps_its_words(
    text: str, comparison: Comparison, number: str, unit: str, period: Period | None
) -> None:
    target = parse(text)
    assert (target.comparison, target.number, target.unit, target.period) == (
        comparison,
        Decimal(number),
        unit,
        period,
    )
    assert target.text("en") == target.text("zh") == text


@pytest.mark.parametrize(
    "text",
    [
        "每季度成功谈判价格的数量",
        "每月按时提交分析报告",
        "good",
        "Q3 launch",
        "与合同一致",
        "尽量多",
    ],
)
def test_a_text_without_a_number_is_not_measurable(text: str) -> None:
    target = parse(text)
    assert target.number is None
    assert not target.measurable
    assert target.text("zh") == text


@pytest.mark.parametrize(
    "text", ["2026年底前完成", "by 2026-12-31", "from 80% to 95%", "95% within 3 days"]
)
def test_dates_and_several_figures_have_numbers_but_no_one_figure(text: str) -> None:
    target = parse(text)
    assert target.number is None
    assert target.measurable


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("85%以上", "≥ 85%", "≥ 85%"),
        ("每月至少3次", "≥ 3 times per month", "每月 ≥ 3 次"),
        ("1 time per month", "≥ 1 time per month", "每月 ≥ 1 次"),
        ("≥ 10 per month", "≥ 10 per month", "每月 ≥ 10"),
        ("≥ 30000000 CNY", "≥ CNY 30,000,000", "≥ 3,000 万元"),
        ("3个工作日", "≤ 3 working days", "≤ 3 个工作日"),
        ("$2.5m", "≥ USD 2,500,000", "≥ 250 万美元"),
    ],
)
def test_a_target_reads_naturally_in_both_languages(text: str, en: str, zh: str) -> None:
    assert (parse(text).text("en"), parse(text).text("zh")) == (en, zh)


def test_of_one_the_unit_stands_in_the_singular() -> None:
    for unit, one in (
        ("errors", "error"), ("cases", "case"), ("losses", "loss"), ("replies", "reply"),
        ("people", "person"), ("sales orders", "sales order"), ("errors found", "error found"),
        ("h", "h"), ("status", "status"),
    ):  # fmt: skip
        assert parse("≤ 1").text("en", unit) == f"≤ 1 {one}"
        assert parse("≤ 2").text("en", unit) == f"≤ 2 {unit}"
        assert parse("≤ 1").text("zh", unit) == f"≤ 1 {unit}"


def test_another_unit_can_be_shown() -> None:
    assert parse("每月 ≥ 10 家").text("en", "companies") == "≥ 10 companies per month"


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("6-8", ["≥ 6", "≤ 8"]),
        ("6–8 per month", ["≥ 6 per month", "≤ 8 per month"]),
        ("80%～90%", ["≥ 80%", "≤ 90%"]),
        ("5-10万", ["≥ 50,000", "≤ 100,000"]),
        ("3 to 5 working days", ["≥ 3 working days", "≤ 5 working days"]),
        ("≥ 6 and ≤ 8", ["≥ 6", "≤ 8"]),
        ("≥6，≤8 次/周", ["≥ 6 times per week", "≤ 8 times per week"]),
        ("≥ 85%", ["≥ 85%"]),
        ("2026-05", ["2026-05"]),
    ],
)
def test_a_range_is_two_limits(text: str, limits: list[str]) -> None:
    assert [target.text("en") for target in parse_all(text)] == limits


def test_less_is_better_is_told_by_the_comparison() -> None:
    assert parse("≤ 5%").comparison.is_upper
    assert not parse("≥ 5%").comparison.is_upper


def test_the_figure_is_an_amount() -> None:
    assert parse("每月 ≥ 5万元").amount == Amount(Decimal(50000), "CNY")


def test_no_text_is_no_target() -> None:
    with pytest.raises(BadValue):
        parse(" ")


@example(Comparison.AT_LEAST, Decimal(1), "new customers", None)
@given(
    st.sampled_from(Comparison),
    st.decimals(-(10**12), 10**12, allow_nan=False, places=3),
    st.sampled_from(["", "%", "CNY", "EUR", "times", "家", "new customers", "千克", "km"]),
    st.sampled_from([None, *Period]),
)
def test_what_is_printed_is_read_back(
    comparison: Comparison, number: Decimal, unit: str, period: Period | None
) -> None:
    target = Target(comparison, number, unit, period)
    for locale in ("en", "zh"):
        read = parse(target.text(locale))
        assert read == replace(target, unit=read.unit)
        assert read.unit == unit or (number == 1 and unit == f"{read.unit}s")  # 1 new customer
        assert read.text(locale) == target.text(locale)


@given(
    st.one_of(
        st.text(max_size=40), st.text("≥<=每月周次5万1.%家内个工作日至少 perday-", max_size=16)
    )
)
def test_any_text_is_a_target_unless_blank(text: str) -> None:
    try:
        target = parse(text)
    except BadValue:
        assert not text.strip()
        return
    assert parse_all(text)
    assert parse(target.text("en")) == target, target.text("en")
    assert parse(target.text("zh")) == target, target.text("zh")
