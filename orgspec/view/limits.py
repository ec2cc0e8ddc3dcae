"""Limits of authorities as they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from orgspec.model.governance import Authority
from orgspec.model.values.amount import Amount, canonical
from orgspec.model.values.wording import is_chinese

_UNITS: Mapping[str, tuple[str, str, str]] = {
    "day": ("day", "days", "天"),
    "days": ("day", "days", "天"),
    "working days": ("working day", "working days", "个工作日"),
    "hour": ("hour", "hours", "小时"),
    "hours": ("hour", "hours", "小时"),
    "month": ("month", "months", "个月"),
    "months": ("month", "months", "个月"),
    "person": ("person", "people", "人"),
    "people": ("person", "people", "人"),
    "piece": ("piece", "pieces", "件"),
    "pieces": ("piece", "pieces", "件"),
}
"""Unit as written -> one and many in English, and in Chinese."""


def limit_of(authority: Authority, amount: Amount) -> Amount:
    """An amount in its own unit, or in the measure of the authority where it has none."""
    if amount.unit or not authority.measure:
        return amount
    return canonical(amount.number, authority.measure)


def limit_text(amount: Amount, locale: str) -> str:
    """An amount as it is printed, common units in the language of the document."""
    return amount.text(locale, unit_of(amount, locale) if amount.unit in _UNITS else None)


def unit_of(amount: Amount, locale: str) -> str:
    """The unit of an amount alone; of money the sign of the currency."""
    if amount.unit in _UNITS:
        one, many, chinese = _UNITS[amount.unit]
        return chinese if is_chinese(locale) else one if amount.number == 1 else many
    return Amount(Decimal(2), amount.unit).text(locale).replace("2", "", 1).strip()
