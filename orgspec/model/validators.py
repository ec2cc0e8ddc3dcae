"""What validates a class of the language: a validator of pydantic's core, made of its fields.

Pydantic itself would look for far more in our classes than there is in them, and make all of them
before the first is needed: that was half the time of a small check. The few kinds of type that the
language is made of are read here; whatever else stands in an annotation is an error.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Annotated, Any, Union, get_args, get_origin

from orgspec.model.core import SchemaValidator
from orgspec.model.markers import Many, Read, Short, Then, listed
from orgspec.model.record import is_part, key_of, once_a_class

Schema = dict[str, Any]
"""A schema as `pydantic_core.core_schema` describes it; its functions only fill in such a dict."""


@once_a_class
def validator_of(cls: Any) -> SchemaValidator:
    """The validator of a class of the language. It takes plain data by key and gives an instance."""
    schema: Any = schema_of(cls)
    return SchemaValidator(schema)


@once_a_class
def schema_of(cls: Any) -> Schema:
    """What the validator of a class is made of. Classes that share a part share its schema."""
    own = [_field(each) for each in fields(cls)]
    return {
        "type": "dataclass",
        "cls": cls,
        "schema": {"type": "dataclass-args", "dataclass_name": cls.__name__, "fields": own},
        "fields": [each["name"] for each in own],
        "config": {"title": cls.__name__, "extra_fields_behavior": "forbid"},
        "slots": True,
    }


def _field(each: Field[Any]) -> Schema:
    """A field: its key, its type, what it holds if nothing is written."""
    schema = _of(each.type)
    if each.default_factory is not MISSING:
        schema = {"type": "default", "schema": schema, "default_factory": each.default_factory}
    elif each.default is not MISSING:
        schema = {"type": "default", "schema": schema, "default": each.default}
    made = {"type": "dataclass-field", "name": each.name, "schema": schema}
    key = key_of(each)
    return made if key == each.name else {**made, "validation_alias": key}


def _of(annotation: Any) -> Schema:
    """The schema of a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType) and len(arguments) == 2 and arguments[1] is type(None):
        return {"type": "nullable", "schema": _of(arguments[0])}
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return {"type": "tuple", "items_schema": [_of(arguments[0])], "variadic_item_index": 0}
    if origin is Mapping and arguments[0] is str:
        keys = {"type": "str"}
        return {"type": "dict", "keys_schema": keys, "values_schema": _of(arguments[1])}
    if is_part(annotation):
        return schema_of(annotation)
    if annotation is str:
        return {"type": "str"}
    if annotation is Any:
        return {"type": "any"}
    raise TypeError(f"no field of the language is of the type {annotation!r}")


def _marked(inner: Any, markers: tuple[Any, ...]) -> Schema:
    """The schema of a type with markers beside it, which apply one after another.

    What a `Read` stands beside is only what it gives: it alone reads the value.
    """
    reads = any(isinstance(marker, Read) for marker in markers)
    schema: Schema = {} if reads else _of(inner)
    for marker in markers:
        if isinstance(marker, Read):
            schema = _read(marker)
        elif isinstance(marker, Short):
            schema = _called("function-before", marker.fill, schema)
        elif isinstance(marker, Many):
            schema = _called("function-before", listed, schema)
        elif isinstance(marker, Then):
            schema = _called("function-after", marker.then, schema)
    return schema


def _read(marker: Read) -> Schema:
    """What reads a scalar; `str` takes every string as it is, without a call of Python for each."""
    if marker.read is str:
        return {"type": "str", "strict": True}
    kind = "with-info" if marker.in_context else "no-info"
    return {"type": "function-plain", "function": {"type": kind, "function": marker.read}}


def _called(kind: str, function: Any, schema: Schema) -> Schema:
    """A schema with a function called before or after."""
    return {"type": kind, "function": {"type": "no-info", "function": function}, "schema": schema}
