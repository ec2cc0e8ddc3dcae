"""Which figures of a document follow from others, so that a worksheet reckons them itself.

Columns are named by their keys; what is named stands in the same table, or in the one that a
digest sums up.
"""

from __future__ import annotations

from orgspec.frozen import frozen
from orgspec.tone import Tone


@frozen
class Excess:
    """How much more stands in the column `more` than in the column `less`, never below 0.

    `tone` is how much it asks for attention where it is above 0.
    """

    more: str
    less: str
    tone: Tone


@frozen
class Entry:
    """A column to be filled in by hand: with numbers, none of them below 0, unless it is `like`
    another column, whose figures say in what form (95%) what is filled in stands beside them.
    """

    like: str = ""


@frozen
class Count:
    """How many rows of another table a row of a digest sums up: those with something in `of`."""

    of: str


@frozen
class Weighed:
    """The value of `label`: the sum of what stands in `score`, each times its `weight`."""

    label: str
    score: str
    weight: str
