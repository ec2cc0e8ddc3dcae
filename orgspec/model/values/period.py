"""Spans of time that something recurs in: per day, per month, per quarter."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from orgspec.model.values.wording import is_chinese


class Period(StrEnum):
    """A span that returns; its value is its English name."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    def per_year(
        self, hours_per_day: Decimal | int = 8, days_per_week: Decimal | int = 5
    ) -> Decimal:
        """How many of them a year has, in working time: 52 weeks, 12 months."""
        if self in _PER_YEAR:
            return Decimal(_PER_YEAR[self])
        days = Decimal(52) * days_per_week
        return days if self is Period.DAY else days * hours_per_day

    def each(self, locale: str) -> str:
        """How it is said that something happens in each of them: `per month`, `每月`."""
        return f"每{_CHINESE[self]}" if is_chinese(locale) else f"per {self}"

    def adverb(self, locale: str) -> str:
        """How it is said that something happens once in each: `monthly`, `每月`."""
        return f"每{_CHINESE[self]}" if is_chinese(locale) else _ADVERBS[self]

    def counted(self, number: int, locale: str) -> str:
        """Several of them: `2 weeks`, `两周`, `3 个月`."""
        if not is_chinese(locale):
            return f"{number} {self}{'' if number == 1 else 's'}"
        figure = "两" if number == 2 else f" {number} "
        return figure + ("个" if self in _WITH_GE else "") + _CHINESE[self]


_PER_YEAR = {
    Period.WEEK: 52, Period.MONTH: 12, Period.QUARTER: 4, Period.HALF_YEAR: 2, Period.YEAR: 1,
}  # fmt: skip
_CHINESE = {
    Period.HOUR: "小时", Period.DAY: "日", Period.WEEK: "周", Period.MONTH: "月",
    Period.QUARTER: "季度", Period.HALF_YEAR: "半年", Period.YEAR: "年",
}  # fmt: skip
_WITH_GE = {Period.MONTH, Period.QUARTER, Period.HALF_YEAR}
_ADVERBS = {
    Period.HOUR: "hourly", Period.DAY: "daily", Period.WEEK: "weekly", Period.MONTH: "monthly",
    Period.QUARTER: "quarterly", Period.HALF_YEAR: "half-yearly", Period.YEAR: "yearly",
}  # fmt: skip

ADVERBS = {word: period for period, word in _ADVERBS.items()} | {
    "annually": Period.YEAR, "annual": Period.YEAR, "semi-annually": Period.HALF_YEAR,
    "semiannually": Period.HALF_YEAR, "biannually": Period.HALF_YEAR,
    "half yearly": Period.HALF_YEAR,
}  # fmt: skip
"""English adverbs that mean once in a period."""

NOUNS = {str(period): period for period in Period} | {
    "half year": Period.HALF_YEAR, "working day": Period.DAY, "business day": Period.DAY,
    "workday": Period.DAY,
    "小时": Period.HOUR, "工作日": Period.DAY, "日": Period.DAY, "天": Period.DAY,
    "周": Period.WEEK, "星期": Period.WEEK, "礼拜": Period.WEEK, "月": Period.MONTH,
    "季度": Period.QUARTER, "季": Period.QUARTER, "半年": Period.HALF_YEAR, "年": Period.YEAR,
}  # fmt: skip
"""The names of periods in both languages, the English ones in the singular."""

ENGLISH = "|".join(sorted((noun for noun in NOUNS if noun.isascii()), key=len, reverse=True))
"""The English names as alternatives of a regular expression."""

CHINESE = "小时|工作日|日|天|周|星期|礼拜|月|季度|季|半年|年"
"""The Chinese names as alternatives of a regular expression, longer ones first where it counts."""
