"""Intervals of numbers with open and closed ends, exact; what a set of them leaves or doubles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.model.values.amount import Amount

Cut = tuple[Decimal, bool]
"""A place between numbers: just before a number, or (True) just behind it. Cuts compare."""

_LOWEST: Cut = (Decimal("-Infinity"), False)
_HIGHEST: Cut = (Decimal("Infinity"), False)


@frozen
class Interval:
    """The numbers between two ends; None is without end on that side.

    Attributes:
        low, high: the ends, in the unit of whoever asks.
        low_open, high_open: whether the end itself is left out.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    @property
    def start(self) -> Cut:
        """Where it begins."""
        return _LOWEST if self.low is None else (self.low, self.low_open)

    @property
    def end(self) -> Cut:
        """Where it ends."""
        return _HIGHEST if self.high is None else (self.high, not self.high_open)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.start >= self.end

    def __contains__(self, number: Decimal) -> bool:
        """Whether a number lies in it."""
        return self.start <= (number, False) and (number, True) <= self.end

    def intersection(self, other: Interval) -> Interval:
        """The numbers that lie in both; may be empty."""
        return between(max(self.start, other.start), min(self.end, other.end))

    def text(self, locale: str, unit: str = "") -> str:
        """In words, as people say it: `over 3% and up to 10%`, `高于 3% 且不超过 10%`.

        The full range reads `any amount`; `unit` is written behind each number.
        """
        chinese = locale.lower().startswith("zh")
        ends = []
        if self.low is not None:
            figure = Amount(self.low, unit).text(locale)
            if self.low == self.high and not self.is_empty:
                return f"正好 {figure}" if chinese else f"exactly {figure}"
            ends.append(_LOW[chinese][self.low_open].format(figure))
        if self.high is not None:
            figure = Amount(self.high, unit).text(locale)
            ends.append(_HIGH[chinese][self.high_open].format(figure))
        if not ends:
            return "任何数额" if chinese else "any amount"
        return (" 且" if chinese else " and ").join(ends)

    def in_(self, locale: str) -> str:
        """Its text, under the name by which messages ask for it."""
        return self.text(locale)


_LOW = (("{} or more", "over {}"), ("不低于 {}", "高于 {}"))
_HIGH = (("up to {}", "below {}"), ("不超过 {}", "低于 {}"))


@frozen
class Counted:
    """An interval with its unit, to stand in a message."""

    interval: Interval
    unit: str = ""

    def in_(self, locale: str) -> str:
        """Its text in a language."""
        return self.interval.text(locale, self.unit)


class Overlap(NamedTuple):
    """Numbers that two intervals of a sequence share; `first` and `second` are their indices."""

    first: int
    second: int
    shared: Interval


def between(start: Cut, end: Cut) -> Interval:
    """The interval from one cut to another."""
    low, high = None, None
    if start != _LOWEST:
        low = start[0]
    if end != _HIGHEST:
        high = end[0]
    return Interval(low, high, low is not None and start[1], high is not None and not end[1])


def gaps(covering: Iterable[Interval], whole: Interval) -> tuple[Interval, ...]:
    """The parts of `whole` in which no interval lies, from below; empty intervals cover nothing."""
    found = []
    at = whole.start
    for each in sorted((x for x in covering if not x.is_empty), key=lambda x: x.start):
        if each.start > at:
            hole = between(at, min(each.start, whole.end))
            if not hole.is_empty:
                found.append(hole)
        at = max(at, each.end)
    if at < whole.end:
        found.append(between(at, whole.end))
    return tuple(found)


def overlaps(intervals: Sequence[Interval]) -> tuple[Overlap, ...]:
    """What is covered twice: for each interval, in order of its beginning, what it shares with the
    one before it that reaches furthest. Empty intervals share nothing.
    """
    found = []
    furthest: int | None = None
    order = (i for i, each in enumerate(intervals) if not each.is_empty)
    for index in sorted(order, key=lambda i: intervals[i].start):
        if furthest is not None:
            shared = intervals[furthest].intersection(intervals[index])
            if not shared.is_empty:
                found.append(Overlap(min(furthest, index), max(furthest, index), shared))
        if furthest is None or intervals[index].end > intervals[furthest].end:
            furthest = index
    return tuple(found)
