"""References of an entity taken out or written anew, in a copy of it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from orgspec.model.entity import Entity
from orgspec.model.governance import Acceptance
from orgspec.model.introspection import ReferencePath, Walk, reference_paths
from orgspec.model.record import MISSING, default_of
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step

E = TypeVar("E", bound=Entity)
P = TypeVar("P")  # an entity or a part of one

Edits = Mapping[tuple[Step, ...], str | None]
"""Route of a reference → the name to write in its place, or None to take it out."""

_GONE: Any = object()

# Left empty these would mean everybody.
_NEVER_EMPTIED = ((Acceptance, "for_"),)


class Rewritten(NamedTuple, Generic[E]):
    """An entity with some of its references changed, and the routes of the list items that went."""

    entity: E
    dropped: tuple[tuple[Step, ...], ...]


def rewritten(entity: E, edits: Edits) -> Rewritten[E]:
    """An entity with some of its references changed.

    A part that cannot be without a reference goes with it: a hold without role, a level without
    roles. A letter that loses its last party stays, and is empty. What stands twice in a list
    once it is renamed stands there once.
    """
    dropped: list[tuple[Step, ...]] = []
    made: E = _fields(reference_paths(type(entity)), entity, (), _Work(edits, dropped))
    return Rewritten(entity if made is _GONE else made, tuple(dropped))


class _Work(NamedTuple):
    """What is to be changed, and the routes of the list items that went."""

    edits: Edits
    dropped: list[tuple[Step, ...]]


def changed(part: P, **values: Any) -> P:
    """A copy of an entity, or a part of one, with other values in some fields, taken as they are."""
    made = copy.copy(part)
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made


def _fields(
    paths: Iterable[ReferencePath], holder: Any, route: tuple[Step, ...], work: _Work
) -> Any:
    """An entity or a part of one with its references changed; `_GONE` if it cannot be any more."""
    values: dict[str, Any] = {}
    for name, key, walk in paths:
        value = getattr(holder, name)
        if value is None or value == ():
            continue
        new = _value(walk, value, (*route, key), work)
        if new is value:
            continue
        if new is _GONE:
            if (type(holder), name) in _NEVER_EMPTIED:
                return _GONE
            new = _default(holder, name)
            if new is _GONE:
                return _GONE
        values[name] = new
    return changed(holder, **values) if values else holder


def _value(walk: Walk, value: Any, route: tuple[Step, ...], work: _Work) -> Any:
    """A value with the references in it changed; the value itself where none is."""
    if walk.reference is not None:
        if route not in work.edits:
            return value
        text = work.edits[route]
        if text is None:
            return _GONE
        return Text(text) if isinstance(value, Text) else text
    if walk.items is not None:
        return _items(walk.items, value, route, work)
    if walk.values is not None:
        found = {k: _value(walk.values, v, (*route, k), work) for k, v in value.items()}
        if all(found[key] is value[key] for key in value):
            return value
        return {key: () if new is _GONE else new for key, new in found.items()}
    return _fields(walk.part, value, route, work)


def _items(walk: Walk, items: Any, route: tuple[Step, ...], work: _Work) -> Any:
    """The items that are left, each name once."""
    found = [_value(walk, item, (*route, index), work) for index, item in enumerate(items)]
    if all(new is old for new, old in zip(found, items, strict=True)):
        return items
    work.dropped.extend((*route, i) for i, item in enumerate(found) if item is _GONE)
    left = [item for item in found if item is not _GONE]
    if walk.reference is not None:
        left = list(dict.fromkeys(left))
    return tuple(left) if left else _GONE


def _default(holder: Any, name: str) -> Any:
    """What a field holds if nothing is written; `_GONE` if something must be."""
    default = default_of(type(holder), name)
    return _GONE if default is MISSING else default
