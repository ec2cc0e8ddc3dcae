"""What stands beside the type of a field: how it is read, its shorthand, what it names.

Markers only say so. `orgspec.model.validators` makes of them what reads a value, and
`orgspec.model.type_schema` how the JSON Schema shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Read:
    """How a scalar is read, and how the JSON Schema shows it.

    `read` takes the value, or with `in_context` also what pydantic's core knows of the run; `str`
    takes every string as it is.
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


class Then:
    """What a value that was read must stand besides: `then` gives it back, or refuses it."""

    __slots__ = ("then",)

    def __init__(self, then: Callable[[Any], Any]) -> None:
        self.then = then


class Short:
    """A shorthand: a scalar or list that stands for a mapping. `fill` writes it out."""

    __slots__ = ("fill", "schemas")

    def __init__(self, fill: Callable[[Any], Any], *schemas: dict[str, Any]) -> None:
        self.fill = fill
        self.schemas = schemas


class Many:
    """One value or a list of them."""

    __slots__ = ()


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
