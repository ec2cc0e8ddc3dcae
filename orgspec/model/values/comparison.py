"""Comparisons in signs and words: `≥`, `>=`, `at least`, `不低于`, `…以上`."""

from __future__ import annotations

from enum import StrEnum


class Comparison(StrEnum):
    """How a figure is compared with a limit; its value is its sign."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOVE = ">"
    BELOW = "<"
    EQUAL = "="

    @property
    def is_upper(self) -> bool:
        """Whether less is better: at most, below."""
        return self in (Comparison.AT_MOST, Comparison.BELOW)

    @property
    def mirrored(self) -> Comparison:
        """The comparison as it reads from the other side: `5 < x` is `x > 5`."""
        return _MIRRORED[self]


_MIRRORED = {
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.ABOVE: Comparison.BELOW,
    Comparison.BELOW: Comparison.ABOVE,
    Comparison.EQUAL: Comparison.EQUAL,
}

SIGNS = {
    "≥": Comparison.AT_LEAST, ">=": Comparison.AT_LEAST, "=>": Comparison.AT_LEAST,
    "≧": Comparison.AT_LEAST, "⩾": Comparison.AT_LEAST,
    "≤": Comparison.AT_MOST, "<=": Comparison.AT_MOST, "=<": Comparison.AT_MOST,
    "≦": Comparison.AT_MOST, "⩽": Comparison.AT_MOST,
    ">": Comparison.ABOVE, "<": Comparison.BELOW, "=": Comparison.EQUAL, "==": Comparison.EQUAL,
}  # fmt: skip
"""The signs, in all their spellings."""

_BEFORE = {
    Comparison.AT_LEAST: (
        "at least", "no less than", "not less than", "no fewer than", "not fewer than",
        "no lower than", "not below", "minimum of", "minimum", "min", "from",
        "不低于", "不少于", "不小于", "不得低于", "不得少于", "至少", "最少", "最低",
    ),
    Comparison.AT_MOST: (
        "at most", "no more than", "not more than", "no later than", "not exceeding",
        "not above", "up to", "maximum of", "maximum", "max", "within", "in under",
        "不超过", "不得超过", "不高于", "不得高于", "不大于", "不多于", "至多", "最多", "最高",
    ),
    Comparison.ABOVE: (
        "more than", "greater than", "over", "above", "大于", "超过", "高于", "多于",
    ),
    Comparison.BELOW: (
        "less than", "fewer than", "below", "under", "小于", "低于", "少于",
    ),
    Comparison.EQUAL: ("equal to", "equals", "exactly", "等于"),
}  # fmt: skip
_AFTER = {
    Comparison.AT_LEAST: (
        "or more", "or above", "or higher", "or better", "and above", "and more", "及以上",
        "或以上", "以上", "+",
    ),
    Comparison.AT_MOST: (
        "or less", "or fewer", "or below", "or lower", "and below", "at most", "及以下", "或以下",
        "以下", "以内", "之内", "内",
    ),
}  # fmt: skip

BEFORE = SIGNS | {word: meaning for meaning, words in _BEFORE.items() for word in words}
"""What may stand before the number."""

AFTER = {word: meaning for meaning, words in _AFTER.items() for word in words}
"""What may stand after the number and its unit."""
