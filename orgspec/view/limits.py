"""Limits of authorities as they are printed."""

from __future__ import annotations

from orgspec.model.governance import Authority
from orgspec.model.values.amount import Amount, canonical


def limit_of(authority: Authority, amount: Amount) -> Amount:
    """An amount in its own unit, or in the measure of the authority where it has none."""
    if amount.unit or not authority.measure:
        return amount
    return canonical(amount.number, authority.measure)
