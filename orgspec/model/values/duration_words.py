"""The words of durations, and the grammar made of them."""

from __future__ import annotations

from decimal import Decimal

from orgspec.model.values.numerals import DIGITS, HAN

UNITS: dict[str, tuple[str, int]] = {
    word: (unit, factor)
    for unit, factor, words in (
        ("seconds", 1, "s sec secs second seconds 秒 秒钟"),
        ("minutes", 1, "min mins minute minutes m 分钟 分"),
        ("hours", 1, "h hr hrs hour hours 小时 钟头 个钟"),
        ("days", 1, "d day days 天 日"),
        ("weeks", 1, "w wk wks week weeks 周 星期 礼拜"),
        ("weeks", 2, "fortnight fortnights"),
        ("months", 1, "mo mos mth mths month months 月"),
        ("months", 3, "quarter quarters 季度"),
        ("years", 1, "y yr yrs year years 年"),
    )
    for word in words.split()
}
"""Word to unit, and how many of that unit it is."""

NUMBERS = {
    word: Decimal(number)
    for number, words in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")
    )
    for word in words.split()
} | dict.fromkeys(("half a", "half an", "half", "半"), Decimal("0.5"))  # fmt: skip
"""Numbers in words."""

CLOCK_WORDS = (
    dict.fromkeys(("working", "work", "business", "office", "工作"), "working")
    | dict.fromkeys(("calendar", "自然", "日历"), "calendar")
    | dict.fromkeys(("clock", "elapsed", "连续"), "clock")
)
"""Word to clock."""


def _either(words: list[str]) -> str:
    """The words as alternatives, longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))


_ENGLISH_UNITS = _either([word for word in UNITS if word.isascii()])
_CHINESE_UNITS = _either([word for word in UNITS if not word.isascii()])
_WORDED = _either([word for word in NUMBERS if word != "半"])

PART = (
    rf"(?P<n>[+-]?{DIGITS}|(?:{_WORDED})(?= )|[{HAN}]+|半) ?(?P<measure>个)?(?P<half>半)? ?"
    rf"(?P<clock>{_either(list(CLOCK_WORDS))})?[ -]?"
    rf"(?P<unit>(?:{_ENGLISH_UNITS})(?![a-z])|{_CHINESE_UNITS})(?P<tail>半)?"
    r"(?: ?, ?| and (?=\S)| ?[又零](?=\S))? ?"
)
"""One amount with its unit, and what may join it to the next."""

ISO = (
    r"(?P<sign>[+-]?)P(?=.)"
    + "".join(
        rf"(?:(?P<{unit}>[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})?){sign})?"
        for unit, sign in (("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D"))
    )
    + r"(?:T(?=.)"
    + "".join(
        rf"(?:(?P<{unit}>[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})?){sign})?"
        for unit, sign in (("hours", "H"), ("minutes", "M"), ("seconds", "S"))
    )
    + ")?"
)
"""A duration of ISO 8601."""
