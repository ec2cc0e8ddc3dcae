"""Widths on a terminal: wide characters take two columns, marks none."""

from __future__ import annotations

import unicodedata

_TAB = 4


def width(text: str) -> int:
    """The columns that a text takes."""
    if text.isascii() and "\t" not in text:
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    """The columns of one character."""
    if character == "\t":
        return _TAB
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """The text with tabs as spaces and control characters as a visible sign."""
    text = text.replace("\t", " " * _TAB)
    return "".join("␀" if unicodedata.category(c) == "Cc" else c for c in text)
