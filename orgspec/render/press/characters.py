"""Which characters can be printed, and what stands in for those that cannot.

The fonts have some 23,000 characters. One that they lack would print as an empty box, or nothing:
here it becomes a near relative (✔ → ✓) where there is one, and else the geta mark 〓, which printers
have always set for a missing sort. `unprintable` tells the caller where that happened.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, cast

from orgspec.document import Document
from orgspec.render import fonts

GETA = "〓"

_RELATIVES = {
    "✔": "✓", "✅": "✓", "☑": "✓", "✘": "×", "✗": "×", "✖": "×", "❌": "×", "➔": "→", "➜": "→",
    "➡": "→", "⬅": "←", "⬆": "↑", "⬇": "↓", "⚠": "!", "❗": "！", "❓": "？", "⭐": "★", "•": "·",
    "‧": "·", "∙": "·", "−": "-", "‑": "-", "⇒": "→", "\u2028": "\n", "\u2029": "\n", "\t": " ",
    "\x85": "\n",
}  # fmt: skip

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_FULL_WIDTH = frozenset({"zh", "ja", "ko"})

# Fields that name other things and are never printed.
_NAMES = frozenset({"id", "address", "superior", "subordinate", "locale"})

_T = TypeVar("_T")


def printable_document(document: Document) -> Document:
    """A document with only characters that can be printed, and the quotation marks of its language.

    Those that our fonts lack become 〓 (`unprintable`), control characters are dropped.
    """
    return printable(document, latin=document.locale[:2].lower() not in _FULL_WIDTH)


def unprintable(document: Document) -> tuple[tuple[str, str], ...]:
    """The characters of a document that print as 〓: each with the text in which it stands.

    In the order of the document, each pair once. Empty if all can be printed.
    """
    found: dict[tuple[str, str], None] = {}
    for text in _texts(document):
        for character in _lost(text):
            found[character, text] = None
    return tuple(found)


def printable(value: _T, *, latin: bool = False) -> _T:
    """A text, or a document or a part of one, with only characters that can be printed.

    Control characters other than the line break are dropped. If `latin`, curved quotation marks
    become straight ones: those of our fonts are as wide as a Chinese character.
    """
    if isinstance(value, Enum):
        return cast(_T, value)
    if isinstance(value, str):
        text = _printable_text(value)
        return cast(_T, text.translate(_STRAIGHT) if latin else text)
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {
            field.name: printable(getattr(value, field.name), latin=latin)
            for field in fields(value)
            if field.name not in _NAMES
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return cast(_T, tuple(printable(part, latin=latin) for part in value))
    if isinstance(value, frozenset):
        return cast(_T, frozenset(printable(part, latin=latin) for part in value))
    if isinstance(value, Mapping):
        return cast(_T, {key: printable(part, latin=latin) for key, part in value.items()})
    return value


@lru_cache(maxsize=8192)
def _printable_text(text: str) -> str:
    """One text with its missing characters replaced."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lacking = fonts.missing(composed)
    return "".join(_printed(character, character in lacking) for character in composed)


def _printed(character: str, lacking: bool) -> str:
    """What is printed for one character."""
    if character == "\n":
        return character
    if lacking or not character.isprintable() or _invisible(character):
        return _substitute(character)
    return character


@lru_cache(maxsize=4096)
def _substitute(character: str) -> str:
    """What stands in for a character that the fonts lack."""
    relative = _RELATIVES.get(character)
    if relative is None and unicodedata.category(character).startswith("Z"):
        relative = " "
    if relative is None and _invisible(character):
        relative = ""
    if relative is None:
        relative = unicodedata.normalize("NFKC", character)
    return GETA if relative == character or fonts.missing(relative) else relative


def _invisible(character: str) -> bool:
    """Whether a character is a control, a joiner or a selector: it has no shape to print."""
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


@lru_cache(maxsize=8192)
def _lost(text: str) -> tuple[str, ...]:
    """The characters of a text that print as 〓 without being one, in their order."""
    if text.isascii() or GETA not in _printable_text(text):
        return ()
    composed = unicodedata.normalize("NFC", text)
    lost = (
        character
        for character in composed
        if character != GETA and GETA in _printable_text(character)
    )
    return tuple(dict.fromkeys(lost))


def _texts(value: object) -> Iterator[str]:
    """All texts of a document that are printed, in its order."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in _NAMES:
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, frozenset):
        yield from sorted(part for part in value if isinstance(part, str))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
