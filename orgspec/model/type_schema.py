"""The JSON Schema of a class of the language, from the types of its fields."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Annotated, Any, Union, get_args, get_origin

from orgspec.model.markers import Many, Read, Short
from orgspec.model.record import is_part, is_required, key_of

Schema = dict[str, Any]
_NULL: Schema = {"type": "null"}


def class_schema(cls: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a class: its fields in their order.

    The schemas of the parts that it mentions go to `definitions`, by name.
    """
    shown = [(key_of(each), each) for each in fields(cls)]
    schema: Schema = {"additionalProperties": False}
    if cls.__doc__:
        schema["description"] = cls.__doc__
    schema["properties"] = {key: _field(each, definitions) for key, each in shown}
    if required := [key for key, each in shown if is_required(each)]:
        schema["required"] = required
    return {**schema, "title": cls.__name__, "type": "object"}


def _field(each: Field[Any], definitions: dict[str, Schema]) -> Schema:
    """A field: its type, its documentation, the words that it admits."""
    said = {key: each.metadata[key] for key in ("description", "title") if key in each.metadata}
    if choices := each.metadata.get("choices"):
        said["enum"] = list(choices)
    made: Schema = _sorted({**_of(each.type, definitions), **said})
    return made


def _of(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:], definitions)
    if origin in (Union, types.UnionType):
        inner = _of(arguments[0], definitions)
        return {"anyOf": [*(inner["anyOf"] if inner.keys() == {"anyOf"} else [inner]), _NULL]}
    if origin is tuple:
        return {"items": _of(arguments[0], definitions), "type": "array"}
    if origin is Mapping:
        return {"additionalProperties": _of(arguments[1], definitions) or True, "type": "object"}
    if is_part(annotation):
        name = annotation.__name__
        if name not in definitions:
            definitions[name] = class_schema(annotation, definitions)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": "string"} if annotation is str else {}


def _marked(inner: Any, markers: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    """The schema of a type with markers beside it: both forms where there is a shorthand.

    The short form goes first: editors offer it first.
    """
    read = next((marker for marker in markers if isinstance(marker, Read)), None)
    schema = dict(read.schema) if read is not None else _of(inner, definitions)
    for marker in markers:
        if isinstance(marker, Short):
            schema = {"anyOf": [*marker.schemas, schema]}
        elif isinstance(marker, Many):
            schema = {"anyOf": [schema.get("items", {}), schema]}
    return schema


def _sorted(schema: Any) -> Any:
    """A schema with its keywords in the order of the alphabet, at any depth."""
    if isinstance(schema, dict):
        return {key: _sorted(value) for key, value in sorted(schema.items())}
    return [_sorted(each) for each in schema] if isinstance(schema, list) else schema
