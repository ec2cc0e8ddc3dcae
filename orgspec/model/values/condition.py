"""Conditions of a branch: `amount <= 50000`, `3 < 折扣 <= 10 且 客户等级 = 1`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from orgspec.frozen import frozen
from orgspec.late import late
from orgspec.model.values import amount
from orgspec.model.values.amount import Amount
from orgspec.model.values.comparison import AFTER, BEFORE, SIGNS, Comparison
from orgspec.model.values.errors import BadValue
from orgspec.model.values.interval import Interval
from orgspec.model.values.wording import LONGEST, normal


@frozen
class Term:
    """One comparison of a name with an amount, the name on the left: `discount ≤ 10%`."""

    name: str
    comparison: Comparison
    amount: Amount

    def text(self, locale: str) -> str:
        """As people print it."""
        return f"{self.name} {self.comparison} {self.amount.text(locale)}"

    @property
    def interval(self) -> Interval:
        """The numbers for which it holds, in the unit of its amount."""
        number, sign = self.amount.number, self.comparison
        if sign is Comparison.EQUAL:
            return Interval(number, number)
        if sign.is_upper:
            return Interval(high=number, high_open=sign is Comparison.BELOW)
        return Interval(low=number, low_open=sign is Comparison.ABOVE)


@frozen
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
                whole = whole.intersection(term.interval)
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
        late(r" and | ?&& ?| ?(?:并且|且) ?", re.IGNORECASE),
        late(rf" ?({signs}) ?"),
        late(
            rf"(?P<name>.+?) ?(?:is |are )?(?P<word>(?<![a-z])(?:{words})(?![a-z])) ?(?P<n>.+)",
            re.IGNORECASE,
        ),
        late(rf"(?P<name>[^0-9]+?)[在为]? ?(?P<n>[0-9].*?)(?P<word>{after})"),
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
