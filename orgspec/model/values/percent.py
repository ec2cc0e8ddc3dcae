"""Shares, weights and efforts: `30%`, kept as percentage points."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from orgspec.model.values.errors import BadValue
from orgspec.model.values.numerals import DIGITS, HAN, plain, read_han, read_number
from orgspec.model.values.wording import normal


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<n>[+-]?{DIGITS}) ?(?P<sign>%|percent|per cent|pct|‰)?"
        rf"|百分之(?P<of>{DIGITS}|[{HAN}]+)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> Decimal:
    """Read a share, in percentage points: `30%`, `30` and `0.3` are all 30.

    A number without a sign is a fraction up to 1 (`0.5` is half, `1` is all) and points above it.
    What lies outside 0 to 100 is read as it is.

    Raises:
        BadValue: it is no share.
    """
    found = _pattern().fullmatch(normal(text))
    if found is None or (number := _points(found)) is None:
        raise BadValue("a share is a percentage, such as `30%`", "占比写作百分数，例如 `30%`")
    return number


def _points(found: re.Match[str]) -> Decimal | None:
    """What was matched, in percentage points."""
    if of := found["of"]:
        if of[0].isdigit():
            return read_number(of)
        han = read_han(of)
        return None if han is None else Decimal(han)
    number = read_number(found["n"])
    if found["sign"] == "‰":
        return number / 10
    return number * 100 if not found["sign"] and abs(number) <= 1 else number


def text(points: Decimal, locale: str = "en") -> str:
    """Percentage points as people write them, alike in both languages: `30%`."""
    return f"{plain(points)}%"
