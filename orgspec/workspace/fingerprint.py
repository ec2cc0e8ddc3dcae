"""The digest of a document: of all that it says, and of nothing else.

Two documents have one digest if every renderer makes the same bytes of them. It depends on no
address in memory and on no order of a set, so that it is the same in every run.
"""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from typing import Any

_ATOMS = frozenset((str, bytes, int, float, bool, type(None)))
_UNSHARED = 2  # the version of marshal's form that writes equal values alike, shared or not
_LONG = 32


def fingerprint(value: object) -> str:
    """The digest of plain data, frozen dataclasses and sets; hexadecimal, 32 characters."""
    return hashlib.blake2b(_written(value), digest_size=16).hexdigest()


def _written(value: object) -> bytes:
    """A value as bytes, the same for equal values alone."""
    return marshal.dumps(_plain(value), _UNSHARED)


def _plain(value: Any) -> Any:
    """A value as tuples of what needs no explanation."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return tuple([_plain(each) for each in value]) if len(value) < _LONG else _long(value)
    make = _MAKERS.get(kind)
    if make is None:
        make = _MAKERS[kind] = _maker_of(kind)
    return make(value)


def _long(values: tuple[Any, ...] | list[Any]) -> Any:
    """Many values: each different one once, then which of them stands where.

    A matrix of a thousand posts has two million cells, of which a few hundred differ.
    """
    known: dict[int, int] = {}
    different: dict[bytes, int] = {}
    order = array("L")
    for each in values:
        place = known.get(id(each))
        if place is None:
            place = different.setdefault(_written(each), len(different))
            known[id(each)] = place
        order.append(place)
    return (_long.__qualname__, tuple(different), order.tobytes())


_Maker = Callable[[Any], Any]
_MAKERS: dict[type, _Maker] = {}


def _maker_of(kind: type) -> _Maker:
    """What makes plain data of the values of a type."""
    name = kind.__qualname__
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
        parts = attrgetter(*names, "__class__") if names else attrgetter("__class__", "__class__")
        return lambda value: (name, *[_plain(each) for each in parts(value)[:-1]])
    if issubclass(kind, Mapping):
        return lambda value: (name, *[(_plain(k), _plain(v)) for k, v in value.items()])
    if issubclass(kind, frozenset | set):
        return lambda value: (name, *sorted([_plain(each) for each in value]))
    if issubclass(kind, Enum):
        return lambda value: (name, value.name)
    return lambda value: (name, str(value))
