"""The commonest shorthand: a name alone for a mapping that says more."""

from __future__ import annotations

from typing import Any

from orgspec.model.fields import Short

ID_SCHEMA: dict[str, Any] = {"type": "string"}
"""How the JSON Schema shows a name that stands for something longer."""


def named_by(key: str, schema: dict[str, Any] = ID_SCHEMA) -> Short:
    """A bare scalar stands for the mapping that has it under `key` and nothing else.

    `schema` is the JSON Schema of the scalar.
    """
    return Short(lambda value: {key: value} if isinstance(value, str) else value, schema)
