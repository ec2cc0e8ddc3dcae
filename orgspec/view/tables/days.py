"""On which days a meeting is held, as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgspec.frozen import frozen
from orgspec.model.cooperation import Meeting
from orgspec.model.values.numerals import read_han
from orgspec.model.values.wording import normal

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ENGLISH = {
    name: day
    for day, names in zip(
        DAYS,
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
         "friday fri", "saturday sat", "sunday sun"),
        strict=True,
    )
    for name in names.split()
}  # fmt: skip
_HAN_DAYS = dict(zip("一二三四五六日天末", (*DAYS, "SU", "SA"), strict=True))
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "最后": -1, "首": 1,
}  # fmt: skip


@frozen
class Days:
    """Days within a period.

    Attributes:
        weekdays: days of the week, as in RFC 5545; the working days for `working`.
        nth: which of them, -1 the last; 0 for all of them.
        date: the day of the month, -1 the last; 0 for none.
        month: the month, from 1; 0 for none.
        working: whether the weekdays stand for working days.
    """

    weekdays: tuple[str, ...] = ()
    nth: int = 0
    date: int = 0
    month: int = 0
    working: bool = False


def days_of(meeting: Meeting) -> Days | None:
    """The days that a meeting names in `day`, else in its frequency; None if it names none."""
    texts = meeting.day.written() if meeting.day is not None else ()
    prose = (meeting.frequency.prose,) if meeting.frequency and meeting.frequency.prose else ()
    found = (read_days(text) for text in (*texts, *prose))
    return next((days for days in found if days is not None), None)


def read_days(text: str) -> Days | None:
    """The days that a text names, in English or Chinese; None if it names none that are sure."""
    plain = normal(text).lower()
    for read in (_working_day, _weekdays, _date):
        found = read(plain)
        if found is not None:
            return found
    return None


_NTH = r"(?P<nth>first|second|third|fourth|fifth|last|[1-9](?:st|nd|rd|th)|第[一二三四五1-5]个?|最后一?个?|首个?)"
_WORKING = re.compile(rf"{_NTH} ?(?:working day|workday|business day|工作日)")
_HAN_WEEKDAY = re.compile(
    rf"(?:{_NTH} ?)?(?:周|星期|礼拜)(?P<days>[一二三四五六日天末](?:[、,和及/]?(?:周|星期|礼拜)?[一二三四五六日天](?![0-9一二三四五六七八九十]))*)"
)
_EN_WEEKDAY = re.compile(
    rf"(?:{_NTH} )?(?P<days>{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})s?\b"
)
_DATE = re.compile(
    r"(?:(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?)?(?:每?月)? ?(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
    r"|(?P<en>[0-9]{1,2})(?:st|nd|rd|th)\b|(?:the |day )?\b(?P<bare>[0-9]{1,2})\Z"
)
_LAST = re.compile("月末|月底|最后一天|last day")


def _nth(word: str | None) -> int:
    """Which one a word says; 0 for all."""
    if not word:
        return 0
    key = (
        word.removeprefix("第").removesuffix("个").removesuffix("一")
        if word.startswith(("最后", "首"))
        else word.removeprefix("第").removesuffix("个")
    )
    if key in _ORDINALS:
        return _ORDINALS[key]
    return int(key[0]) if key[0].isdigit() else read_han(key) or 0


def _working_day(text: str) -> Days | None:
    """`fifth working day`, 每月第五个工作日."""
    found = _WORKING.search(text)
    return Days(DAYS[:5], _nth(found["nth"]), working=True) if found else None


def _weekdays(text: str) -> Days | None:
    """`monday`, `tuesday and thursday`, `first Wednesday`, 周一, 每月第一个周三."""
    han = _HAN_WEEKDAY.search(text)
    if han:
        days = [_HAN_DAYS[sign] for sign in han["days"] if sign in _HAN_DAYS]
        return Days(_sorted(days), _nth(han["nth"]))
    found = list(_EN_WEEKDAY.finditer(text))
    if not found:
        return None
    return Days(_sorted(_ENGLISH[each["days"]] for each in found), _nth(found[0]["nth"]))


def _sorted(days: Iterable[str]) -> tuple[str, ...]:
    """Days of the week in their order, each once."""
    return tuple(sorted(set(days), key=DAYS.index))


def _date(text: str) -> Days | None:
    """`15`, `the 5th`, 每月10日, 3月15日, 月末."""
    found = _DATE.search(text)
    if found:
        day = _figure(found["day"] or found["en"] or found["bare"])
        month = _figure(found["month"]) if found["month"] else 0
        return Days(date=day, month=month) if 1 <= day <= 31 and month <= 12 else None
    return Days(date=-1) if _LAST.search(text) else None


def _figure(word: str) -> int:
    """A number in figures or Han."""
    return int(word) if word.isdecimal() else read_han(word) or 0
