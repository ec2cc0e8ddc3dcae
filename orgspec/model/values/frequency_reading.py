"""The grammar of cadences, in both languages."""

from __future__ import annotations

import re
from functools import cache

from orgspec.late import late
from orgspec.model.values.numerals import HAN, read_han
from orgspec.model.values.period import ADVERBS, CHINESE, ENGLISH, NOUNS, Period

Cadence = tuple[int, Period, int, bool]
"""Times, period, every so many periods, and whether that is all the text says."""

_FIXED: dict[str, tuple[int, Period, int]] = {
    word: (1, period, 1) for word, period in ADVERBS.items()
} | {
    "biweekly": (1, Period.WEEK, 2), "bi-weekly": (1, Period.WEEK, 2),
    "fortnightly": (1, Period.WEEK, 2), "every fortnight": (1, Period.WEEK, 2),
    "bimonthly": (1, Period.MONTH, 2), "bi-monthly": (1, Period.MONTH, 2),
    "semi-monthly": (2, Period.MONTH, 1), "semimonthly": (2, Period.MONTH, 1),
    "semi-annual": (1, Period.HALF_YEAR, 1), "half-annually": (1, Period.HALF_YEAR, 1),
    "biennially": (1, Period.YEAR, 2), "weekdays": (1, Period.DAY, 1),
    "every weekday": (1, Period.DAY, 1), "each weekday": (1, Period.DAY, 1),
    "双周": (1, Period.WEEK, 2), "隔周": (1, Period.WEEK, 2), "每双周": (1, Period.WEEK, 2),
    "隔日": (1, Period.DAY, 2), "隔天": (1, Period.DAY, 2), "隔月": (1, Period.MONTH, 2),
    "半月": (2, Period.MONTH, 1), "每半月": (2, Period.MONTH, 1), "每半个月": (2, Period.MONTH, 1),
    "日常": (1, Period.DAY, 1), "月度": (1, Period.MONTH, 1), "季度": (1, Period.QUARTER, 1),
    "半年度": (1, Period.HALF_YEAR, 1), "年度": (1, Period.YEAR, 1),
    "半年": (1, Period.HALF_YEAR, 1),
    "逐日": (1, Period.DAY, 1), "逐月": (1, Period.MONTH, 1), "按月": (1, Period.MONTH, 1),
    "按周": (1, Period.WEEK, 1), "按日": (1, Period.DAY, 1), "按季度": (1, Period.QUARTER, 1),
    "按季": (1, Period.QUARTER, 1), "按年": (1, Period.YEAR, 1),
}  # fmt: skip

ONE_WORD = tuple(word for word in _FIXED if word.isascii() and word.isalpha())
"""The cadences that are one word of English letters."""

_COUNTS = {
    word: number
    for number, words in enumerate(
        ("", "a an one once", "two twice other second", "three thrice third", "four fourth", "five",
         "six sixth", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in words.split()
}  # fmt: skip


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The forms of a cadence, and whether one says no more than the cadence."""
    count = rf"(?:[1-9][0-9]{{0,3}}|{'|'.join(_COUNTS)})"
    han = rf"(?:[1-9][0-9]{{0,3}}|[{HAN}]+)"
    english = rf"(?P<per>{ENGLISH})s?"
    adverb = rf"(?P<per>{'|'.join(map(re.escape, ADVERBS))})"
    chinese = rf"(?P<per>{CHINESE})(?:度)?"
    weekday = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    return (
        (late(rf"(?:every|each) (?:(?P<every>{count}) )?{english}"), True),
        (
            late(
                rf"(?P<times>{count})(?: ?times| ?x)?(?: ?/ ?| (?:per|a|an|each|every|in a|in) )"
                rf"(?:(?P<every>{count}) )?{english}"
            ),
            True,
        ),
        (late(rf"(?P<times>{count})(?: ?times| ?x)?[ -]{adverb}"), True),
        (
            late(
                rf"每(?:隔)? ?(?P<every>{han})? ?个? ?{chinese}"
                rf"(?:[,,]? ?(?:至少)?(?P<times>{han}) ?[次回遍])?"
            ),
            True,
        ),
        (late(rf"(?P<every>{han}) ?个?{chinese}(?P<times>{han}) ?[次回遍]"), True),
        (late(rf"(?P<times>{han}) ?[次回遍] ?/ ?{chinese}"), True),
        (late(rf"(?:every|each) (?P<week>{weekday})s?(?: .*)?|{weekday}s"), False),
        (
            late(
                r"每个?(?P<per>周|星期|礼拜)[一二三四五六日天末](?![0-9一二三四五六七八九十]*次).*"
            ),
            False,
        ),
        (
            late(r"每个?(?P<per>月|季度|季|半年|年)[0-9一二三四五六七八九十末底初上中下前后].*"),
            False,
        ),
        (late(r"(?P<per>月|季|季度|年)[末底初](?:前|后)?"), False),
        (late(rf"(?P<adverb>{adverb[7:-1]})[ ,(].*"), False),
        (late(r"每个?(?P<per>日|天|周|月|季度|季|年)[ ,，(（].*"), False),
    )


def read_cadence(text: str) -> Cadence | None:
    """The cadence that a text in normal form and lower case tells, or None."""
    if fixed := _FIXED.get(text):
        return (*fixed, True)
    if len(text) > 80:
        return None
    for pattern, whole in _patterns():
        if found := pattern.fullmatch(text):
            groups = found.groupdict()
            period = _period(groups)
            times, every = _count(groups.get("times")), _count(groups.get("every"))
            if times and every:
                return times, period, every, whole
    return None


def _period(groups: dict[str, str | None]) -> Period:
    """The period that a form names."""
    word = groups.get("per") or groups.get("adverb")
    if not word:
        return Period.WEEK
    return NOUNS.get(word) or ADVERBS[word]


def _count(word: str | None) -> int:
    """A count in figures or words; 1 where none is given, 0 where it cannot be read."""
    if not word:
        return 1
    if word.isdecimal():
        return int(word)
    return _COUNTS.get(word) or read_han(word) or 0
