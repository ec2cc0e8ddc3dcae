"""Numbers as people write them, in both languages: `1,000`, `5万`, `1.2亿`, `50k`, `三`, `十五`."""

from __future__ import annotations

from decimal import Decimal

from orgspec.model.values.wording import is_chinese

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,18}(?![0-9]))(?:\.[0-9]{1,9}(?![0-9]))?"
"""A number without sign and scale; longer ones are no figures that anybody plans with."""

HAN = "零〇一二两三四五六七八九十百千"
"""The characters of a Chinese numeral below 10,000."""

SCALED = (
    rf"[+-]?{DIGITS}"
    r"(?:\s*(?:千万|百万|十万|万亿|亿|万|千(?![克米瓦卡升])|百(?!分))"
    r"|(?:k|bn|mn|m|b)(?![a-z0-9])|\s*(?:thousand|million|billion)(?![a-z]))?"
)
"""A number with sign and scale; to be matched without regard to case."""

_SCALES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
    "k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "thousand": 3, "million": 6, "billion": 9,
}  # fmt: skip
_HAN_DIGITS = {"零": 0, "〇": 0} | {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}
_HAN_DIGITS["两"] = 2
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str) -> Decimal:
    """The value of a text that `SCALED` matched."""
    cut = len(text)
    while text[cut - 1] not in "0123456789":
        cut -= 1
    value = Decimal(text[:cut].replace(",", ""))
    scale = text[cut:].strip().lower()
    return Decimal(f"{value.scaleb(_SCALES[scale]):f}") if scale else value


def read_han(text: str) -> int | None:
    """The value of a Chinese numeral below 10,000 (`十五` is 15), None if it is none."""
    total = pending = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            pending = pending * 10 + _HAN_DIGITS[sign]
        elif sign in _HAN_POWERS:
            total += (pending or 1) * _HAN_POWERS[sign]
            pending = 0
        else:
            return None
    return total + pending if text else None


def plain(number: Decimal) -> str:
    """The number in full, without exponent, separators or idle zeros: `0.5`, `30000000`."""
    return f"{number.normalize() + 0:f}"


def grouped(number: Decimal, locale: str) -> str:
    """The number as people print it: `30,000,000` in English, `3,000 万` in Chinese."""
    if is_chinese(locale):
        for power, sign in ((8, " 亿"), (4, " 万")):
            scaled = number.scaleb(-power).normalize()
            if abs(scaled) >= 1 and int(scaled.as_tuple().exponent) >= -2:
                return f"{scaled:,f}{sign}"
    return f"{number.normalize() + 0:,f}"
