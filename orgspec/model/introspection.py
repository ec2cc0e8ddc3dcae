"""What the model's classes say of their fields: YAML keys, nested classes, references."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from orgspec.frozen import frozen
from orgspec.model.fields import Reference
from orgspec.model.record import is_part, key_of, once_a_class
from orgspec.model.text import Text


class FieldShape(NamedTuple):
    """A field: its name in Python, its key in YAML, and what its annotation says."""

    name: str
    key: str
    annotation: Any


@once_a_class
def fields_of(cls: Any) -> tuple[FieldShape, ...]:
    """The fields of an entity or a part of one that a user may write."""
    shapes = [FieldShape(f.name, key_of(f), f.type) for f in dataclasses.fields(cls)]
    return tuple(shape for shape in shapes if shape.key[0] != "@")


@once_a_class
def keys_of(cls: Any) -> frozenset[str]:
    """The YAML keys of an entity or a part of one."""
    return frozenset(field.key for field in fields_of(cls))


def part_at(cls: Any, route: tuple[str | int, ...]) -> type | None:
    """The class that a route through YAML keys leads to, or None where there is none."""
    annotation: Any = cls
    for step in route:
        part = _class_in(annotation)
        if part is None:
            annotation = _item(annotation)
        elif isinstance(step, str):
            annotation = next((f.annotation for f in fields_of(part) if f.key == step), None)
    return _class_in(annotation)


def _class_in(annotation: Any) -> type | None:
    """The entity class inside `Annotated`, `| None`, tuples and mappings."""
    if isinstance(annotation, type):
        return annotation if is_part(annotation) else None
    if get_origin(annotation) in (tuple, Mapping, dict, Annotated, Union, types.UnionType):
        for argument in get_args(annotation):
            if found := _class_in(argument):
                return found
    return None


def _item(annotation: Any) -> Any:
    """What a tuple or mapping holds."""
    arguments = get_args(annotation)
    return arguments[-1] if arguments and arguments[-1] is not Ellipsis else annotation


def holds_prose(cls: type, route: tuple[str | int, ...]) -> bool:
    """Whether a route through YAML keys leads to words that people read, not to a name or value.

    The last step may be a locale or stand for a shorthand; of a class inside, the shorthand's own
    field decides.
    """
    annotation: Any = cls
    for step in route:
        part = _class_in(annotation)
        if isinstance(step, int):
            continue
        if part is None:
            break  # a locale, or the key of a mapping
        annotation = next((f.annotation for f in fields_of(part) if f.key == step), None)
    part = _class_in(annotation)
    if part is not None:
        first = next((f for f in fields_of(part) if f.key == "name"), None)
        return first is not None and not issubclass(part, _entity())
    return _is_prose(annotation)


def _entity() -> type:
    """The class of all entities, which itself is made with the help of this module."""
    from orgspec.model.entity import Entity

    return Entity


def _is_prose(annotation: Any) -> bool:
    """Whether an annotation is one of texts, or of words that are no references."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        names = any(isinstance(a, Reference) and not a.free for a in arguments[1:])
        return not names and _is_prose(arguments[0])
    if origin in (Union, types.UnionType, tuple, Mapping, dict):
        return any(_is_prose(a) for a in arguments if a is not Ellipsis)
    return annotation in (Text, str)


class ReferencePath(NamedTuple):
    """Where references stand in a class: field names with how to go on, and the marker."""

    name: str
    key: str
    inner: Walk


@frozen
class Walk:
    """How to find the references inside a value. Exactly one of the four is given.

    Attributes:
        reference: the value is the name of an entity.
        items: it is a tuple; how to go on with each item.
        values: it is a mapping; how to go on with each value.
        part: it is a part of an entity; the fields in it that hold references.
    """

    reference: Reference | None = None
    items: Walk | None = None
    values: Walk | None = None
    part: tuple[ReferencePath, ...] = ()


@once_a_class
def reference_paths(cls: Any) -> tuple[ReferencePath, ...]:
    """The fields of a class that hold references, at any depth."""
    paths = []
    for shape in fields_of(cls):
        walk = _walk(shape.annotation)
        if walk is not None:
            paths.append(ReferencePath(shape.name, shape.key, walk))
    return tuple(paths)


def _walk(annotation: Any) -> Walk | None:
    """The walk for an annotation, or None if there is no reference in it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marker = next((a for a in arguments[1:] if isinstance(a, Reference)), None)
        return Walk(reference=marker) if marker is not None else _walk(arguments[0])
    if origin in (Union, types.UnionType):
        return next((walk for a in arguments if (walk := _walk(a))), None)
    if origin is tuple:
        item = _walk(arguments[0])
        return Walk(items=item) if item else None
    if origin in (Mapping, dict):
        value = _walk(arguments[1])
        return Walk(values=value) if value else None
    if is_part(annotation):
        if issubclass(annotation, _entity()):
            return None  # entities inside others are walked on their own
        inner = reference_paths(annotation)
        return Walk(part=inner) if inner else None
    return None
