"""Where a very long word may be broken: a web address or a number wider than its column."""

from __future__ import annotations

import re

from orgspec.render import fonts

# Shows nothing, and lets a line break.
BREAK = "\u200b"

# What Chinese counts in, which stays with its number.
UNITS = (
    "(?:个工作日|个月|小时|分钟|万元|亿元|元|人|次|天|日|年|月|周|家|份|件|项|分|级|页|例|个|名|台)"
)

_WORD = re.compile(r"[!-~\u00a1-\u1fff]{8,}")
_AFTER = re.compile(r"(?<=[/\\_\-.@?&=,;:|])(?=[^/\\_\-.@?&=,;:|])")


def breakable(text: str, width: float, size: float) -> str:
    """A text in which no word is wider than `width`, both in points as the font `size`.

    A longer word gets invisible places to break: after its punctuation, and where a line is full.
    """
    if len(text) < 8 or width <= 0:
        return text
    return _WORD.sub(lambda found: _broken(found.group(), width, size), text)


def _broken(word: str, width: float, size: float) -> str:
    """One word with places to break, if it needs them."""
    if fonts.width(word, size, True) <= width:
        return word
    pieces = [part for piece in _AFTER.split(word) for part in _cut(piece, width, size)]
    return BREAK.join(pieces)


def _cut(piece: str, width: float, size: float) -> list[str]:
    """A piece of a word in parts that each fit."""
    if fonts.width(piece, size, True) <= width:
        return [piece]
    parts: list[str] = []
    part = ""
    for character in piece:
        if part and fonts.width(part + character, size, True) > width:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]
