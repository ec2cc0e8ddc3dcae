"""Which characters can be printed, and what stands in for those that cannot.

The fonts have some 23,000 characters. One that they lack would print as an empty box or not at
all: here it becomes what says the same (✔ → ✓) where there is such a thing, else the letter without
its marks (ź → z), else the geta mark 〓, which printers have always set for a missing sort.
`unprintable` tells where a reader will see another character than was written.
"""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from orgspec.document import Document
from orgspec.render import fonts
from orgspec.render.press.words import BREAK

GETA = "〓"

_RELATIVES = {
    "✔": "✓", "✅": "✓", "☑": "✓", "✘": "×", "✗": "×", "✖": "×", "❌": "×", "➔": "→", "➜": "→",
    "➡": "→", "⬅": "←", "⬆": "↑", "⬇": "↓", "⚠": "!", "❗": "！", "❓": "？", "⭐": "★", "•": "·",
    "‧": "·", "∙": "·", "−": "-", "‑": "-", "⇒": "→", "\u2028": "\n", "\u2029": "\n", "\t": " ",
    "\x85": "\n",
}  # fmt: skip

# How JSON writes control characters; \n, which can be printed, is not among them.
_ESCAPES = (r"\u", r"\r", r"\t", r"\b", r"\f")
_ASCII = bytes(range(32, 127))

# Letters that Unicode does not take apart.
_UNMARKED = {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ø": "O", "ø": "o", "Ħ": "H", "ħ": "h"}

_CURVED = "‘’“”"
_STRAIGHT = str.maketrans(_CURVED, "''\"\"")
_FULL_WIDTH = frozenset({"zh", "ja", "ko"})

# Fields that name other things and are never printed.
_NAMES = frozenset(
    {
        "id", "address", "addresses", "superior", "subordinate", "locale", "lang", "key", "second",
        "face", "bold_face", "logo",
    }
)  # fmt: skip

_T = TypeVar("_T")


def printable_document(document: Document) -> Document:
    """A document with only characters that can be printed, and the quotation marks of its language.

    Those that our fonts lack are replaced (`unprintable`), control characters are dropped.
    """
    return printable(document, latin=_is_latin(document))


def with_quotes_of_its_language(document: Document) -> Document:
    """A document whose quotation marks are straight if no language of it has them of full width.

    Those of our fonts are as wide as a Chinese character.
    """
    return cast(Document, _changed(document, _straight)) if _is_latin(document) else document


def has_curved_quotes(said: str) -> bool:
    """Whether a text holds quotation marks that Latin letters do not go with in our fonts."""
    return any(mark in said for mark in _CURVED)


def is_printable(said: str, document: Document) -> bool:
    """Whether all the data of a document, in JSON, can be printed as they are.

    False for the few that have to be looked at text by text (`printable_document`).
    """
    if any(escape in said for escape in _ESCAPES):
        return False
    beyond = said.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    characters = set(beyond.decode("utf-8", "surrogatepass"))
    if _is_latin(document) and not characters.isdisjoint(_CURVED):
        return False
    faces = fonts.faces()
    return all(_is_usual(character, faces) for character in characters)


def _is_latin(document: Document) -> bool:
    """Whether no language of a document sets characters of full width."""
    languages = {tag[:2].lower() for tag in (document.locale, document.second)}
    return not languages & _FULL_WIDTH


@lru_cache(maxsize=8192)
def _is_usual(character: str, faces: fonts.Faces) -> bool:
    """Whether a character prints as itself, whatever stands beside it."""
    return character == BREAK or (
        not fonts.missing(character)
        and not _invisible(character)
        and not unicodedata.category(character).startswith("M")
        and not "\u1100" <= character <= "\u11ff"  # parts of syllables of Hangul
        and unicodedata.is_normalized("NFC", character)
    )


def unprintable(document: Document) -> tuple[tuple[str, str], ...]:
    """The characters of a document that print as others, mostly 〓, each with its whole text.

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
    become straight ones: those of our fonts are as wide as a Chinese character. What can be printed
    as it is is not copied.
    """
    return cast(_T, _changed(value, _latin_text if latin else _printable_text))


def _latin_text(text: str) -> str:
    """One text with its missing characters replaced and its quotation marks straight."""
    return _straight(_printable_text(text))


def _straight(text: str) -> str:
    """One text with straight quotation marks."""
    return text if text.isascii() or not has_curved_quotes(text) else text.translate(_STRAIGHT)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """A value of any type with each of its texts changed."""
    kind = value.__class__
    if kind is str:
        return change(value)
    if kind is tuple:
        parts = tuple([_changed(part, change) for part in value])
        same = all(map(operator.is_, parts, value))
        return value if same else parts
    names = _printed_fields(kind)
    if not names and isinstance(value, frozenset):
        return frozenset(_changed(part, change) for part in value)
    if not names and isinstance(value, Mapping):
        return {key: _changed(part, change) for key, part in value.items()}
    changes = {}
    for name in names:
        said = getattr(value, name)
        printed = _changed(said, change)
        if printed is not said:
            changes[name] = printed
    return replace(value, **changes) if changes else value


@lru_cache(maxsize=128)
def _printed_fields(kind: type) -> tuple[str, ...]:
    """The fields of a part of a document that are printed; none for what is no such part."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name not in _NAMES)


def _printable_text(text: str) -> str:
    """One text with its missing characters replaced."""
    if text.isascii() and text.isprintable():
        return text
    printed = _printable_in(text, fonts.faces())
    return text if printed == text else printed


@lru_cache(maxsize=8192)
def _printable_in(text: str, _faces: fonts.Faces) -> str:
    """The same; what the fonts lack depends on the faces in force."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lacking = fonts.missing(composed)
    return "".join(_printed(character, character in lacking) for character in composed)


def _printed(character: str, lacking: bool) -> str:
    """What is printed for one character."""
    if character != "\n" and (lacking or _invisible(character)):
        return _substitute(character)
    return character


def _substitute(character: str) -> str:
    """What stands in for a character that the fonts lack."""
    same = _equivalent(character)
    return same if same is not None else _unmarked(character) or GETA


def _equivalent(character: str) -> str | None:
    """What says the same as a character that the fonts lack, if there is such a thing."""
    if character in _RELATIVES:
        return _RELATIVES[character]
    if _invisible(character):
        return ""
    if unicodedata.category(character).startswith("Z"):
        return " "
    relative = unicodedata.normalize("NFKC", character)
    return None if relative == character or fonts.missing(relative) else relative


def _unmarked(character: str) -> str:
    """A letter without its marks (ź → z), or nothing if that is not to be had either."""
    letters = unicodedata.normalize("NFKD", _UNMARKED.get(character, character))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "" if bare == character or fonts.missing(bare) else bare


def _invisible(character: str) -> bool:
    """Whether a character is a control, a joiner or a selector: it has no shape to print."""
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _lost(text: str) -> tuple[str, ...]:
    """The characters of a text that print as something else, in their order."""
    return () if text.isascii() else _lost_in(text, fonts.faces())


@lru_cache(maxsize=8192)
def _lost_in(text: str, _faces: fonts.Faces) -> tuple[str, ...]:
    """The same; what the fonts lack depends on the faces in force."""
    composed = unicodedata.normalize("NFC", text)
    lacking = fonts.missing(composed)
    lost = (each for each in composed if each in lacking and _equivalent(each) is None)
    return tuple(dict.fromkeys(lost))


def _texts(value: Any) -> Iterator[str]:
    """All texts of a document that are printed, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, frozenset):
        yield from sorted(part for part in value if isinstance(part, str))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    else:
        for name in _printed_fields(value.__class__):
            yield from _texts(getattr(value, name))
