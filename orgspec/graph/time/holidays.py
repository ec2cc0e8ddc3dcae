"""The days of an organisation on which nobody works, and those on which it works instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol

from orgspec.diagnostics import Message, say
from orgspec.model.free_days import COUNTRY


class HolidaysUnknown(Exception):  # noqa: N818 - it says what is the case
    """The holidays of a country cannot be told.

    Attributes:
        message: why, and what to do.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class _Country(Protocol):
    """What the library tells of a country."""

    weekend_workdays: set[dt.date]

    def __contains__(self, day: object) -> bool:
        """Whether a day is a holiday there."""


class Holidays:
    """Days without work beside the free days of the week.

    Made of the codes of countries and of dates, as the calendar names them (`CN`, `DE-BY`,
    `2026-12-24`). The days of a country are those of the `holidays` library.
    """

    def __init__(self, named: Iterable[str] = (), countries: Mapping[str, _Country] | None = None):
        self._dates = frozenset(
            dt.date.fromisoformat(each) for each in named if not COUNTRY.fullmatch(each)
        )
        self._countries = tuple((countries or {}).values())

    def is_free(self, day: dt.date) -> bool:
        """Whether a day is a holiday."""
        return day in self._dates or any(day in country for country in self._countries)

    def is_worked(self, day: dt.date) -> bool:
        """Whether a day of a weekend is a working day instead of another one."""
        return day not in self._dates and any(
            day in country.weekend_workdays for country in self._countries
        )


def holidays_of(named: Iterable[str]) -> Holidays:
    """The holidays that a calendar names.

    Raises:
        HolidaysUnknown: it names a country, and the library is not installed or does not know it.
    """
    named = tuple(named)
    codes = [each for each in named if COUNTRY.fullmatch(each)]
    return Holidays(named, {code: _country(code) for code in codes})


def _country(code: str) -> _Country:
    """The holidays of one country or part of one."""
    try:
        import holidays
    except ImportError:
        raise HolidaysUnknown(
            say(
                "the holidays of `{code}` need the package `holidays`: install `orgspec[holidays]`,"
                " or list the days in `calendar.holidays`",
                "查询 `{code}` 的节假日需要 `holidays` 包：请安装 `orgspec[holidays]`，"
                "或在 `calendar.holidays` 中列出日期",
                code=code,
            )
        ) from None
    country, _, part = code.partition("-")
    known = holidays.list_supported_countries()
    if country not in known or (part and part not in known[country]):
        raise HolidaysUnknown(
            say(
                "the package `holidays` knows no country `{code}`; list the days in"
                " `calendar.holidays`",
                "`holidays` 包不认识国家代码 `{code}`；请在 `calendar.holidays` 中列出日期",
                code=code,
            )
        )
    return holidays.country_holidays(country, subdiv=part or None)
