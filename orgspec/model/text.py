"""Text per locale: what people read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from orgspec.frozen import frozen


class Locales(tuple[str, ...]):
    """The enabled locales while texts are read, and how many texts so far lack one of them.

    What is noted on the way need not be looked for afterwards, in every text of every entity.
    """

    partial: int = 0

    def note(self, texts: Mapping[str, str]) -> None:
        """Count a text that is missing or empty in a locale."""
        if len(texts) < len(self) or "" in texts.values():
            self.partial += 1


_NONE: Mapping[str, str] = {}  # one for all bare strings; nobody changes what a text holds


@frozen
class Text:
    """A bare string, meant for every locale, or one string for each of some locales.

    Attributes:
        bare: the string as written, or None for a locale map.
        locales: locale to string, the organisation's default locale first if it is there.
    """

    bare: str | None = None
    locales: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)

    def in_(self, locale: str) -> str:
        """The text in `locale`; what it lacks falls back (`zh-CN`, `zh`, the first written)."""
        if self.bare is not None:
            return self.bare
        texts = self.locales
        tag = locale
        while tag:
            if tag in texts:
                return texts[tag]
            tag = tag.rpartition("-")[0]
        for written, text in texts.items():
            if written.partition("-")[0] == locale.partition("-")[0]:
                return text
        return next(iter(texts.values()), "")

    def has(self, locale: str) -> bool:
        """Whether the text says something for `locale` without falling back to another."""
        return self.bare is not None or locale in self.locales

    def written(self) -> tuple[str, ...]:
        """Every string of the text, once."""
        if self.bare is not None:
            return (self.bare,)
        return tuple(dict.fromkeys(self.locales.values()))


@lru_cache(maxsize=65536)
def bare(text: str) -> Text:
    """The text of a bare string; what is said again and again (`approved`) is one text."""
    return Text(text)
