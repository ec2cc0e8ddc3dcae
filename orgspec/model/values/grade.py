"""Grades of posts: one (`M1`) or a range (`P3-P5`), and which stands above which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.errors import BadValue
from orgspec.model.values.script import is_han
from orgspec.model.values.wording import LONGEST, is_chinese, normal


@frozen
class Grade:
    """From the lowest to the highest grade of a post; both are one where it has one."""

    low: str
    high: str

    @property
    def is_range(self) -> bool:
        """Whether it spans more than one grade."""
        return self.low != self.high

    def text(self, locale: str = "en") -> str:
        """As people print it: `P3–P5`, in Chinese `P3～P5`."""
        if not self.is_range:
            return self.high
        return f"{self.low}{'～' if is_chinese(locale) else '–'}{self.high}"

    in_ = text

    def compare_tops(self, other: Grade, ladder: Sequence[str] = ()) -> int | None:
        """Whose highest grade stands higher: 1 this, -1 the other, 0 alike, None if unknown."""
        return compare(self.high, other.high, ladder)

    def is_upside_down(self, ladder: Sequence[str] = ()) -> bool:
        """Whether the range is known to begin above its end: `P5-P3`."""
        return compare(self.low, self.high, ladder) == 1


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A range, and a grade of a prefix and a number."""
    return (
        re.compile(
            r"(?P<low>.+?)(?: ?[–—~〜至] ?| to | - |(?<=[0-9])-(?=[^-]*[0-9]$))(?P<high>.+)",
            re.IGNORECASE,
        ),
        re.compile(r"(?P<prefix>[^0-9]*?)[ .-]?(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)级?"),
    )


def _han_joined(text: str) -> str:
    """A text in which a hyphen between Chinese characters is a dash: there it makes a range."""
    if "-" not in text or text.isascii():
        return text
    sides = zip(f" {text}", text, f"{text[1:]} ", strict=False)
    return "".join("–" if c == "-" and is_han(b) and is_han(a) else c for b, c, a in sides)


@lru_cache(maxsize=2048)
def parse(text: str) -> Grade:
    """Read a grade or a range of grades; any word can be a grade.

    Raises:
        BadValue: there is no text, or more than a grade.
    """
    plain = normal(text)
    if not plain or len(plain) > LONGEST or plain[0] in "-–—~" or plain[-1] in "-–—~":
        raise BadValue("a grade is written `P3` or `P3-P5`", "职级写作 `P3` 或 `P3-P5`")
    found = _patterns()[0].fullmatch(_han_joined(plain))
    if found is None:
        return Grade(plain, plain)
    low, high = (plain[slice(*found.span(side))].strip() for side in ("low", "high"))
    first = _patterns()[1].fullmatch(low)
    if first and first["prefix"] and high.isdecimal():
        high = f"{first['prefix']}{high}"
    return Grade(low, high)


def compare(one: str, other: str, ladder: Sequence[str] = ()) -> int | None:
    """Which of two grades is higher: 1 the first, -1 the other, 0 neither, None if unknown.

    The ladder (lowest first) decides where it has both; else the number within one prefix.
    """
    places = _places(tuple(ladder))
    first, second = places.get(one.casefold()), places.get(other.casefold())
    if first is not None and second is not None:
        return (first > second) - (first < second)
    left, right = split(one), split(other)
    if left is None or right is None or left[0] != right[0]:
        return 0 if one.casefold() == other.casefold() else None
    return (left[1] > right[1]) - (left[1] < right[1])


@lru_cache(maxsize=16)
def _places(ladder: tuple[str, ...]) -> Mapping[str, int]:
    """Grade, without case → its place on a ladder."""
    return {grade.casefold(): place for place, grade in enumerate(ladder)}


def split(grade: str) -> tuple[str, Decimal] | None:
    """Prefix and number of a grade such as `P10` or `10级`."""
    found = _patterns()[1].fullmatch(normal(grade))
    return (found["prefix"].casefold(), Decimal(found["number"])) if found else None
