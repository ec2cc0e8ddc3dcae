"""Numbers before headings, which count the same things in both languages."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+、)"
)


def unnumbered(text: str, beside: str) -> str:
    """A heading without its number, where the one that it stands beside has one too.

    >>> unnumbered("3.1 What Sales gives", "（一）销售部交付")
    'What Sales gives'
    """
    found = _NUMBER.match(text)
    return text[found.end() :] if found and _NUMBER.match(beside) else text
