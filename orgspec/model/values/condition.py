"""Conditions of a branch: `amount <= 50000`, `3 < 折扣 <= 10 且 客户等级 = 1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from orgspec.model.values import amount
from orgspec.model.values.amount import Amount
from orgspec.model.values.comparison import AFTER, BEFORE, SIGNS, Comparison
from orgspec.model.values.errors import BadValue
from orgspec.model.values.wording import LONGEST, normal


@dataclass(frozen=True, slots=True)
class Term:
    """One comparison of a name with an amount, the name on the left: `discount ≤ 10%`."""

    name: str
    comparison: Comparison
    amount: Amount

    def text(self, locale: str) -> str:
        """As people print it."""
        return f"{self.name} {self.comparison} {self.amount.text(locale)}"


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that a condition leaves to one name; None is without end on that side."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def within(self, term: Term) -> Interval:
        """What is left of it under one more comparison."""
        number, sign = term.amount.number, term.comparison
        if sign is Comparison.EQUAL:
            return self._above(number, False)._below(number, False)
        if sign.is_upper:
            return self._below(number, sign is Comparison.BELOW)
        return self._above(number, sign is Comparison.ABOVE)

    def _above(self, low: Decimal, is_open: bool) -> Interval:
        if self.low is not None and (self.low, self.low_open) >= (low, is_open):
            return self
        return Interval(low, self.high, is_open, self.high_open)

    def _below(self, high: Decimal, is_open: bool) -> Interval:
        if self.high is not None and (self.high, not self.high_open) <= (high, not is_open):
            return self
        return Interval(self.low, high, self.low_open, is_open)


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons that must all hold; or a text that says it in words.

    Attributes:
        terms: the comparisons; empty where the text is no such condition.
        prose: the text as written, where it has no `terms`.
    """

    terms: tuple[Term, ...] = ()
    prose: str = ""

    @property
    def name(self) -> str:
        """The one name that all comparisons are about, or ""."""
        names = {term.name for term in self.terms}
        return names.pop() if len(names) == 1 else ""

    def interval(self, name: str) -> Interval:
        """The numbers that the condition leaves to `name`; all where it does not name it."""
        whole = Interval()
        for term in self.terms:
            if term.name == name:
                whole = whole.within(term)
        return whole

    def text(self, locale: str) -> str:
        """As people print it: `discount > 3% and discount ≤ 10%`."""
        joint = " 且 " if locale.lower().startswith("zh") else " and "
        return joint.join(term.text(locale) for term in self.terms) or self.prose

    in_ = text


@lru_cache(maxsize=8192)
def parse(text: str) -> Condition:
    """Read a condition. A text in words is kept and is no error.

    Raises:
        BadValue: there is no text.
    """
    plain = normal(text)
    if not plain:
        raise BadValue(
            "a condition is a text such as `amount <= 50000` or `3 < discount <= 10`",
            "条件是一段文字，例如 `金额 <= 5万` 或 `3 < 折扣 <= 10`",
        )
    terms = _terms(plain) if len(plain) <= LONGEST else ()
    return Condition(terms) if terms else Condition(prose=text.strip())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What joins conditions, what splits one into sides, and the words for both."""
    signs = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
    words = "|".join(sorted((word for word in BEFORE if word not in SIGNS), key=len, reverse=True))
    after = "|".join(sorted((w for w in AFTER if not w.isascii()), key=len, reverse=True))
    return (
        re.compile(r" and | ?&& ?| ?(?:并且|且) ?", re.IGNORECASE),
        re.compile(rf" ?({signs}) ?"),
        re.compile(
            rf"(?P<name>.+?) ?(?:is |are )?(?P<word>(?<![a-z])(?:{words})(?![a-z])) ?(?P<n>.+)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<name>[^0-9]+?)[在为]? ?(?P<n>[0-9].*?)(?P<word>{after})"),
    )


def _terms(text: str) -> tuple[Term, ...]:
    """The comparisons of a text, none if any part of it is something else."""
    terms: list[Term] = []
    for part in _patterns()[0].split(text):
        found = _signed(part) or _worded(part)
        if not found:
            return ()
        terms += found
    return tuple(terms)


def _signed(text: str) -> tuple[Term, ...]:
    """`name < number`, `number < name` or `number < name <= number`."""
    sides = _patterns()[1].split(text)
    if len(sides) == 3:
        left, sign, right = sides
        comparison = SIGNS[sign]
        if number := amount.read(left):
            return _term(right, comparison.mirrored, number)
        figure = amount.read(right)
        return _term(left, comparison, figure) if figure else ()
    if len(sides) == 5:
        low, high = amount.read(sides[0]), amount.read(sides[4])
        if low and high and not amount.read(sides[2]):
            first = _term(sides[2], SIGNS[sides[1]].mirrored, low)
            second = _term(sides[2], SIGNS[sides[3]], high)
            return first + second if first and second else ()
    return ()


def _worded(text: str) -> tuple[Term, ...]:
    """`金额不超过5万`, `金额5万以上`, `amount is over 5000`."""
    _, _, before, after = _patterns()
    found = before.fullmatch(text)
    if found and (figure := amount.read(found["n"])):
        return _term(found["name"], BEFORE[found["word"].lower()], figure)
    found = after.fullmatch(text)
    if found and (figure := amount.read(found["n"])):
        return _term(found["name"], AFTER[found["word"]], figure)
    return ()


def _term(name: str, comparison: Comparison, figure: Amount) -> tuple[Term, ...]:
    """One comparison, if the name can be one."""
    name = name.strip()
    return (Term(name, comparison, figure),) if name and not amount.read(name) else ()
