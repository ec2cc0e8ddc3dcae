"""Traditional and simplified Chinese: which of the two a text is written in, and one form for both.

Two character sets of the standard library tell cheaply where there is anything to convert: what
GB 2312 lacks and Big5 has is mostly traditional, the other way round mostly simplified. OpenCC
decides, and is loaded only for a text that has such characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from orgspec.model.values.wording import normal

if TYPE_CHECKING:
    from opencc_purepy import OpenCC


def has_han(text: str) -> bool:
    """Whether a text has a Chinese character. A pattern for it would take 2 ms to compile."""
    return not text.isascii() and any(map(is_han, text))


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= character <= "\u9fff"


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text as texts are compared: NFKC, simplified, lower case, single blanks.

    `外貿 ＥＲＰ` and `外贸 erp` are one.
    """
    found = normal(text)
    if not found.isascii() and _has_traditional(found):
        found = _converter("t2s").convert(found)
    return found.casefold()


def mixed(text: str) -> tuple[str, str] | None:
    """A traditional and a simplified character that stand in one text, or None.

    Characters that both scripts use (`后`, `里`, `台`) say nothing.
    """
    if not _has_traditional(text) or _simplified().isdisjoint(text):
        return None
    traditional = next((c for c in text if is_traditional(c)), None)
    simplified = next((c for c in text if is_simplified(c)), None)
    return (traditional, simplified) if traditional and simplified else None


def may_be_mixed(text: str) -> bool:
    """Whether a long text has characters of both scripts at all; fast, and never wrongly False."""
    han = _han_of(text)
    return _has_traditional(han) and not _simplified().isdisjoint(han)


@lru_cache(maxsize=8192)
def is_traditional(character: str) -> bool:
    """Whether a character is written in traditional Chinese only: `貿`."""
    changes = _converter("t2s").convert(character) != character
    return changes and character in _traditional()


@lru_cache(maxsize=8192)
def is_simplified(character: str) -> bool:
    """Whether a character is written in simplified Chinese only: `贸`."""
    changes = _converter("s2t").convert(character) != character
    return changes and character in _simplified()


@cache
def _converter(kind: str) -> OpenCC:
    """A converter of OpenCC, `t2s` or `s2t`."""
    from opencc_purepy import OpenCC

    return OpenCC(kind)


def _has_traditional(text: str) -> bool:
    """Whether a text has a character that may be traditional.

    What fits into GB 2312 has none: nearly always that answers, before the sets have to be made.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return not _traditional().isdisjoint(text)
    return False


def _han_of(text: str) -> str:
    """The Chinese characters of a text, each once."""
    return "".join(filter(is_han, set(text)))


@cache
def _traditional() -> frozenset[str]:
    """Characters that may be traditional; a pattern of them would take 20 ms to compile."""
    return _han("big5") - _han("gb2312")


@cache
def _simplified() -> frozenset[str]:
    """Characters that may be simplified."""
    return _han("gb2312") - _han("big5")


@cache
def _han(encoding: str) -> frozenset[str]:
    """The Han characters of a character set."""
    every = "".join(map(chr, range(0x4E00, 0xA000)))
    return frozenset(every.encode(encoding, "ignore").decode(encoding))


def traditional_places(text: str) -> Iterator[int]:
    """The places of characters that may be traditional ones."""
    if not _has_traditional(_han_of(text)):
        return iter(())
    lookout = _traditional()
    return (place for place, character in enumerate(text) if character in lookout)
