"""What stands beside the type of a field: how it is read, its shorthand, what it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Read:
    """How a scalar is read, and how the JSON Schema shows it.

    `read` takes the value, or with `in_context` also what pydantic knows of the run; `str` takes
    every string as it is, without a call of Python for each. Pydantic's own
    `PlainValidator` would work out a schema of the type as well, which is a fifth of the time that
    it takes to make our classes.
    """

    __slots__ = ("in_context", "read", "schema")

    def __init__(
        self,
        read: Callable[..., Any],
        schema: dict[str, Any] | None = None,
        *,
        in_context: bool = False,
    ) -> None:
        self.read = read
        self.schema = schema or {}
        self.in_context = in_context

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """The function alone reads the value."""
        from pydantic_core import core_schema

        if self.read is str:
            return core_schema.str_schema(strict=True)
        if self.in_context:
            return core_schema.with_info_plain_validator_function(self.read)
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """What was given."""
        return dict(self.schema)


class Short:
    """A shorthand: a scalar or list that stands for a mapping. `fill` writes it out."""

    def __init__(self, fill: Callable[[Any], Any], *schemas: dict[str, Any]) -> None:
        self.fill = fill
        self.schemas = schemas

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Write the shorthand out before the longhand is validated."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.fill, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Both forms, the short one first: editors offer it first."""
        return {"anyOf": [*self.schemas, handler(core_schema)]}


class Many:
    """One value or a list of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Make a list of what is none."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(listed, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The item's schema, or a list of it."""
        array = handler(core_schema)
        items = array.get("items", {})
        return {"anyOf": [items, array]}


def listed(value: object) -> object:
    """One value stands for a list of one; nothing for an empty one."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


class Reference:
    """Marks a text as the name of an entity.

    `kinds` are the kinds that it may name, `words` the words of the language that may stand in
    its place (`none`, `everyone`), `local` whether a bare id is looked up beside the entity
    (a step in its workflow) first.
    """

    __slots__ = ("free", "kinds", "local", "words")

    def __init__(
        self, *kinds: str, words: tuple[str, ...] = (), local: bool = False, free: bool = False
    ) -> None:
        self.kinds = kinds
        self.words = words
        self.local = local
        self.free = free
