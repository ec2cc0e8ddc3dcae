"""What orgspec says: both of its languages side by side, others through catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Protocol, runtime_checkable

from orgspec.diagnostics.catalogue import translated
from orgspec.frozen import frozen


@runtime_checkable
class Localised(Protocol):
    """A value that reads differently in each locale, such as the name of a role."""

    def in_(self, locale: str) -> str:
        """The value as it reads in `locale`, with the fallbacks of the language."""
        ...


@frozen
class Message:
    """A sentence in English and Chinese, with the values that stand in it.

    The patterns are those of `str.format`. A value that is `Localised` is shown in the language
    of the message, a tuple as its items with commas.
    """

    en: str
    zh: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def in_(self, locale: str) -> str:
        """The sentence in `locale`: Chinese for every `zh` tag; English where none has it."""
        tag = locale.lower()
        if tag.startswith("zh"):
            pattern = self.zh
        else:
            pattern = self.en if tag.startswith("en") else translated(self.en, locale)
        if not self.values:
            return pattern
        values = {k: _show(v, locale) for k, v in self.values.items()}
        try:
            return pattern.format_map(values)
        except (KeyError, IndexError, ValueError, AttributeError):
            if pattern in (self.en, self.zh):
                raise
            return self.en.format_map(values)  # a translation whose values are not ours


def _show(value: object, locale: str) -> str:
    """A value as it stands in a sentence."""
    if isinstance(value, tuple):
        comma = "、" if locale.lower().startswith("zh") else ", "
        return comma.join(_show(item, locale) for item in value)
    if isinstance(value, Localised):
        return value.in_(locale)
    return str(value)


def say(en: str, zh: str, **values: object) -> Message:
    """A message; without values the patterns are taken as they are, braces included."""
    return Message(en, zh, values)


def quoted(names: Iterable[object]) -> tuple[str, ...]:
    """Names in backticks, ready to be listed in a message."""
    return tuple(f"`{name}`" for name in names)
