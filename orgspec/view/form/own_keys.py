"""The user's own `x-` keys as a form sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.model.entity import Entity
from orgspec.model.fields import LOCALE
from orgspec.model.text import Text


def own_keys(entity: Entity | None, locale: str) -> dict[str, Any]:
    """The `x-` keys of an entity as they are written; texts of several languages in `locale`."""
    if entity is None:
        return {}
    return {key: _value(value, locale) for key, value in entity.extra.items()}


def _value(value: Any, locale: str) -> Any:
    """A value as plain data: text, numbers as they are written, lists and mappings."""
    if isinstance(value, Text):
        return value.in_(locale)
    if isinstance(value, Mapping):
        if value and all(isinstance(key, str) and LOCALE.match(key) for key in value):
            texts = {str(key): text for key, text in value.items() if isinstance(text, str)}
            if len(texts) == len(value):
                return Text(None, texts).in_(locale)
        return {str(key): _value(each, locale) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_value(each, locale) for each in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
