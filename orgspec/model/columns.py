"""Entities as plain data by columns, and back: what a later run takes up again.

All values that a field has in a row of entities stand in one list. To put entities together from
such lists takes a tenth of the time of reading and validating what they were made of, and half of
what pickling them one by one would take. As for `validators`, the few kinds of type that the
language is made of are read here; whatever else is read from a scalar is pickled.
"""

from __future__ import annotations

import pickle
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from io import BytesIO
from itertools import chain, islice, repeat
from operator import attrgetter, is_, is_not
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from orgspec.model.markers import Read
from orgspec.model.record import is_part, once_a_class
from orgspec.model.text import Text, bare

Values = list[Any]


class Column(NamedTuple):
    """How values of one type become plain data for `marshal`, and values again."""

    plain: Callable[[Values], Any]
    values: Callable[[Any], Values]


def to_columns(cls: Any, instances: Values) -> Any:
    """Instances of a class of the language as plain data.

    Raises:
        ValueError: one of them is of another class.
    """
    if any(map(is_not, map(type, instances), repeat(cls))):
        raise ValueError(f"not all are {cls.__name__}")
    columns = []
    for each in fields(cls):
        values = list(map(attrgetter(each.name), instances))
        columns.append(_one_value(values) or (False, _column_of(each.type).plain(values)))
    return len(instances), columns


def from_columns(cls: Any, plain: Any) -> Values:
    """The instances again."""
    count, columns = plain
    same, names, lists = {}, [], []
    for each, (is_same, column) in zip(fields(cls), columns, strict=True):
        if is_same:
            same[each.name] = column
        else:
            names.append(each.name)
            lists.append(_column_of(each.type).values(column))
    build = _builder(cls, names, same)
    return list(map(build, *lists)) if names else [build() for _ in range(count)]


def _one_value(values: Values) -> tuple[bool, Any] | None:
    """The one value of a column that has but one, which most have: nothing, or no items."""
    if not values:
        return None
    first = values[0]
    if first is None or (first.__class__ in (tuple, bool) and not first):
        return (True, first) if all(map(is_, values, repeat(first))) else None
    return (True, {}) if not any(values) and set(map(type, values)) == {dict} else None


def _builder(cls: Any, names: Sequence[str], same: Mapping[str, Any]) -> Callable[..., Any]:
    """What builds an instance of the values of some fields; the others are the same for all."""
    scope: dict[str, Any] = {"new": object.__new__, "cls": cls}
    lines = []
    for name in (*names, *same):
        scope[f"put_{name}"] = getattr(cls, name).__set__
        lines.append(f" put_{name}(made, v_{name})")
    scope.update({f"v_{name}": value for name, value in same.items()})
    head = ", ".join(f"v_{name}" for name in names)
    exec("\n".join([f"def build({head}):", " made = new(cls)", *lines, " return made"]), scope)
    made: Callable[..., Any] = scope["build"]
    return made


def _column_of(annotation: Any) -> Column:
    """How the values of a type become plain data."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        reads = any(isinstance(marker, Read) for marker in arguments[1:])
        return _scalars(arguments[0]) if reads else _column_of(arguments[0])
    if origin in (Union, types.UnionType):
        inner = _column_of(arguments[0])
        return inner if inner in (_AS_THEY_ARE, _TEXTS, _PICKLED) else _optional(inner)
    if origin is tuple:
        inner = _column_of(arguments[0])
        return inner if inner is _AS_THEY_ARE else _lists(inner)
    if origin is Mapping:
        inner = _column_of(arguments[1])
        return inner if inner is _AS_THEY_ARE else _mappings(inner)
    if is_part(annotation):
        return _parts(annotation)
    return _ANYTHING if annotation is Any else _scalars(annotation)


def _scalars(kind: Any) -> Column:
    """The column of what was read from a scalar."""
    if kind is Text:
        return _TEXTS
    return _AS_THEY_ARE if kind in (str, bool, int) else _PICKLED


@once_a_class
def _parts(cls: Any) -> Column:
    """The column of parts of an entity."""
    return Column(lambda values: to_columns(cls, values), lambda plain: from_columns(cls, plain))


def _optional(inner: Column) -> Column:
    """The column of values that may be None."""

    def plain(values: Values) -> Any:
        there = list(map(is_not, values, repeat(None)))
        return bytes(there), inner.plain([v for v in values if v is not None])

    def values(plain: Any) -> Values:
        rest = iter(inner.values(plain[1]))
        return [next(rest) if there else None for there in plain[0]]

    return Column(plain, values)


def _lists(inner: Column) -> Column:
    """The column of tuples."""

    def plain(values: Values) -> Any:
        return list(map(len, values)), inner.plain(list(chain.from_iterable(values)))

    def values(plain: Any) -> Values:
        rest = iter(inner.values(plain[1]))
        return [tuple(islice(rest, count)) if count else () for count in plain[0]]

    return Column(plain, values)


def _mappings(inner: Column) -> Column:
    """The column of mappings."""

    def plain(values: Values) -> Any:
        each = chain.from_iterable(value.values() for value in values)
        return list(map(tuple, values)), inner.plain(list(each))

    def values(plain: Any) -> Values:
        rest = iter(inner.values(plain[1]))
        return [dict(zip(keys, islice(rest, len(keys)), strict=True)) for keys in plain[0]]

    return Column(plain, values)


def _texts(plain: Iterable[Any]) -> Values:
    """Texts of bare strings, of strings by locale, and of nothing; equal bare ones are one."""
    known: dict[str, Text] = {}
    made: Values = []
    for each in plain:
        if each.__class__ is str:
            made.append(known.get(each) or known.setdefault(each, bare(each)))
        else:
            made.append(each if each is None else Text(None, each))
    return made


def _plain_texts(values: Values) -> Values:
    """Texts as the string or the mapping that each is."""
    return [
        each if each is None else each.locales if each.bare is None else each.bare
        for each in values
    ]


def _as_data(value: Any) -> Any:
    """What a user wrote, without the places where he wrote it."""
    if isinstance(value, dict):
        return {key: _as_data(each) for key, each in value.items()}
    return [_as_data(each) for each in value] if isinstance(value, list) else value


class _Unpickler(pickle.Unpickler):
    """Makes values of the language and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("orgspec.model.values.") or (module, name) in _OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value")


_OTHERS = (("decimal", "Decimal"), ("datetime", "date"))
_AS_THEY_ARE = Column(lambda values: values, lambda plain: list(plain))
_ANYTHING = Column(lambda values: list(map(_as_data, values)), lambda plain: list(plain))
_TEXTS = Column(_plain_texts, _texts)
_PICKLED = Column(
    lambda values: pickle.dumps(values, pickle.HIGHEST_PROTOCOL),
    lambda plain: list(_Unpickler(BytesIO(plain)).load()),
)
