"""Amounts: a number and its unit, as in `50000`, `5万元`, `10%`, `CNY 1.2m`, `3 次`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.english import one_of
from orgspec.model.values.errors import BadValue
from orgspec.model.values.numerals import DIGITS, HAN, SCALED, grouped, read_han, read_number
from orgspec.model.values.wording import LONGEST, is_chinese, normal

_CURRENCIES = {
    "CNY": ("元", "cny rmb yuan ¥ 元 人民币 人民币元 块 圆"),
    "USD": ("美元", "usd us$ $ dollar dollars 美元 美金"),
    "EUR": ("欧元", "eur € euro euros 欧元"),
    "GBP": ("英镑", "gbp £ pound pounds 英镑"),
    "HKD": ("港元", "hkd hk$ 港元 港币"),
    "JPY": ("日元", "jpy yen 日元"),
}
_MONEY = {word: code for code, (_, words) in _CURRENCIES.items() for word in words.split()}
_UNITS = (
    {word: (code, 0) for word, code in _MONEY.items()}
    | dict.fromkeys(("%", "percent", "per cent", "pct"), ("%", 0))
    | {"‰": ("%", -1)}
    | dict.fromkeys(("次", "回", "time", "times"), ("times", 0))
)
"""Unit as written, in lower case, to the unit that stands for it and a power of ten."""


@frozen
class Amount:
    """A number with a unit.

    Attributes:
        number: the figure in full (`5万` is 50,000); may be negative.
        unit: a currency's code (`CNY`), `%`, `times`, any other word as written, or "".
    """

    number: Decimal
    unit: str = ""

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit in _CURRENCIES

    def text(self, locale: str, unit: str | None = None) -> str:
        """As people print it: `CNY 50,000`, `5 万元`, `30%`; `unit` replaces its own."""
        chinese = is_chinese(locale)
        figure = grouped(self.number, locale)
        if unit is None:
            if self.unit == "%":
                return f"{grouped(self.number, 'en')}%"
            if self.is_money and not chinese:
                return f"{self.unit} {figure}"
            unit = _shown(self.unit, self.number, chinese)
        if self.number == 1 and not chinese and unit.isascii():
            unit = one_of(unit)
        space = "" if not unit or (chinese and figure[-1] in "万亿") else " "
        return f"{figure}{space}{unit}"

    def in_(self, locale: str) -> str:
        """Its text, under the name by which messages ask for it."""
        return self.text(locale)


def _shown(unit: str, number: Decimal, chinese: bool) -> str:
    """The unit as it is shown behind a number."""
    if unit == "times":
        if chinese:
            return "次"
        return "time" if abs(number) == 1 else "times"
    return _CURRENCIES[unit][0] if chinese and unit in _CURRENCIES else unit


@lru_cache(maxsize=8192)
def parse(text: str) -> Amount:
    """Read an amount.

    Raises:
        BadValue: it is none.
    """
    found = read(normal(text))
    if found is None:
        raise BadValue(
            "an amount is a number, with a unit if need be, such as `50000`, `5万元` or `10%`",
            "数额由数字和（可选的）单位组成，例如 `50000`、`5万元` 或 `10%`",
        )
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """A currency, a number, a unit; or a Chinese numeral with a word to count by."""
    money = "|".join(sorted(map(re.escape, _MONEY), key=len, reverse=True))
    unit = r"(?P<unit>%|(?![0-9.+-])(?:[^0-9<>=≤≥%,;，；。]|(?<=[a-z])[0-9](?![0-9])){1,40})?"
    return re.compile(
        rf"(?:(?P<money>{money}) ?)?(?P<n>{SCALED}) ?{unit}"
        rf"|百分之(?P<of>{DIGITS}|[{HAN}]+)"
        rf"|(?P<han>[{HAN}]+) ?"
        r"(?P<counted>[次回个家人名位项份件单台笔条元][^0-9<>=≤≥,;，；。]{0,20})",
        re.IGNORECASE,
    )


def read(text: str) -> Amount | None:
    """The amount that a text in normal form is, or None."""
    if not text or len(text) > LONGEST:
        return None
    found = _pattern().fullmatch(text)
    if found is None:
        return None
    if of := found["of"]:
        number = read_number(of) if of[0] in "0123456789" else _han(of)
        return None if number is None else Amount(number, "%")
    if han := found["han"]:
        number = _han(han)
        idiom = number == 1 and len(found["counted"]) > 1
        return None if number is None or idiom else canonical(number, found["counted"])
    number, unit = read_number(found["n"]), (found["unit"] or "").strip()
    money = found["money"]
    if money and unit and _MONEY.get(unit.lower()) != _MONEY[money.lower()]:
        return None
    return canonical(number, unit or money or "")


def _han(text: str) -> Decimal | None:
    """The value of a Chinese numeral."""
    number = read_han(text)
    return None if number is None else Decimal(number)


def canonical(number: Decimal, unit: str) -> Amount:
    """The amount with the unit that stands for all spellings of it."""
    known, power = _UNITS.get(unit.lower(), (unit, 0))
    return Amount(number.scaleb(power), known)
