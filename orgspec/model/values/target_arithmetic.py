"""Targets that add up: counts and amounts, brought to one unit and one period."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from orgspec.model.values.frequency import Frequency
from orgspec.model.values.target import Target

MARKS = frozenset(
    ["%", "point", "points", "score", "scores", "star", "stars", "index", "分", "星", "级", "度"]
)
"""Units of shares and marks: what is measured in them does not add up."""


def floor_of(targets: Iterable[Target]) -> Target | None:
    """The first target that asks for a count or an amount of at least so much, or exactly."""
    for target in targets:
        amount = target.amount
        if amount is None or target.comparison.is_upper or amount.number <= 0:
            continue
        if amount.unit.casefold() not in MARKS:
            return target
    return None


def brought(
    target: Target,
    like: Target,
    taken: tuple[Frequency | None, Frequency | None] = (None, None),
    hours_per_day: Decimal | int = 8,
    days_per_week: Decimal | int = 5,
) -> Decimal | None:
    """The figure of a target in the unit and period of another; None where nothing tells it.

    A bare number fits every unit but money. Where neither text names a period, `taken` says how
    often each figure is taken: then the larger reading counts, once in each such time or once.
    """
    one, other = target.amount, like.amount
    if one is None or other is None:
        return None
    if one.unit.casefold() != other.unit.casefold() and (
        (one.unit and other.unit) or one.is_money or other.is_money
    ):
        return None
    if target.period is not None and like.period is not None:
        rates = (p.per_year(hours_per_day, days_per_week) for p in (target.period, like.period))
        mine, its = rates
        return one.number * mine / its
    if target.period is not None or like.period is not None:
        return None
    often = [f.per_year(hours_per_day, days_per_week) if f else None for f in taken]
    if not all(often):
        return one.number if taken[0] == taken[1] or not any(often) else None
    return one.number * max(Decimal(1), (often[0] or 1) / (often[1] or Decimal(1)))
