"""The texts of an entity that are written by locale, with where they stand in it."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from orgspec.model.entity import Entity
from orgspec.model.introspection import fields_of
from orgspec.model.record import is_part
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step

Route = tuple[Step, ...]
Placed = tuple[Route, Text]

_ALL = 1_000_000


def locale_maps(entity: Entity) -> list[Placed]:
    """The texts of an entity that are written by locale, in the order of fields.

    Each with its route in YAML keys and indices. Entities that are written inside it (functions,
    steps) have texts of their own.
    """
    found: list[Placed] = []
    _in_part(entity, (), _ALL, found)
    return found


def incomplete_maps(entity: Entity, locales: int) -> list[Placed]:
    """Those that hold fewer locales than there are, or an empty text for one."""
    found: list[Placed] = []
    _in_part(entity, (), locales, found)
    return found


def every_text(entity: Entity) -> list[str]:
    """All that an entity says, in every locale: its label first, then its texts in any order."""
    found = list(entity.label.written())
    waiting: list[Any] = [entity]
    while waiting:
        value = waiting.pop()
        if value.__class__ is Text:
            found.extend(value.written())
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, Mapping):
            waiting.extend(value.values())
        elif dataclasses.is_dataclass(value) and (value is entity or not isinstance(value, Entity)):
            cls: Any = value.__class__
            plan = _plan(cls)
            waiting.extend((*plan.texts(value), *plan.inner(value)))
    return found


class _Plan(NamedTuple):
    """The fields of a class that may hold texts: themselves, or at any depth within."""

    keys: tuple[str, ...]
    texts: Callable[[Any], tuple[Any, ...]]
    inner_keys: tuple[str, ...]
    inner: Callable[[Any], tuple[Any, ...]]


def _in_part(part: Any, route: Route, limit: int, found: list[Placed]) -> None:
    """Collect from an entity or a part of one.

    A large organisation has a hundred thousand of them with ten fields each: no generators here,
    and a route only where it is asked for.
    """
    plan = _plan(part.__class__)
    for index, text in enumerate(plan.texts(part)):
        if text is not None and text.bare is None:
            locales = text.locales
            if len(locales) < limit or "" in locales.values():
                found.append(((*route, plan.keys[index]), text))
    for index, value in enumerate(plan.inner(part)):
        if value:
            _in_value(value, (*route, plan.inner_keys[index]), limit, found)


def _in_value(value: Any, route: Route, limit: int, found: list[Placed]) -> None:
    """Collect from a list, a mapping or a part."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _in_value(item, (*route, index), limit, found)
    elif value.__class__ is Text:
        if value.bare is None and (len(value.locales) < limit or "" in value.locales.values()):
            found.append((route, value))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _in_value(item, (*route, key), limit, found)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Entity):
        _in_part(value, route, limit, found)


@cache
def _plan(cls: Any) -> _Plan:
    """How the texts of a class are found."""
    bearing = [f for f in fields_of(cls) if _may_hold(f.annotation)]
    direct = [f for f in bearing if _is_text(f.annotation)]
    inner = [f for f in bearing if not _is_text(f.annotation)]
    return _Plan(
        tuple(f.key for f in direct),
        _getter(tuple(f.name for f in direct)),
        tuple(f.key for f in inner),
        _getter(tuple(f.name for f in inner)),
    )


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of some fields out of an entity, as a tuple however many they are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda part: tuple(getattr(part, name) for name in names)


def _is_text(annotation: Any) -> bool:
    """Whether a value of a type is a text or nothing."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _is_text(arguments[0])
    if origin in (Union, types.UnionType):
        return all(a is type(None) or _is_text(a) for a in arguments)
    return annotation is Text


def _may_hold(annotation: Any) -> bool:
    """Whether a value of a type may be or hold a text, entities inside left out."""
    if annotation is Text:
        return True
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _may_hold(arguments[0])
    if origin in (Union, types.UnionType, tuple, Mapping, dict):
        return any(_may_hold(a) for a in arguments if a is not Ellipsis)
    if not is_part(annotation) or issubclass(annotation, Entity):
        return False
    return any(_may_hold(f.annotation) for f in fields_of(annotation))
