"""How the classes of the language are made: frozen, slotted, validated when they are built.

The classes are plain dataclasses. What a field says of itself (its key in YAML, its titles) is
the metadata of its `dataclasses.Field`; how its value is read stands beside its type
(`orgspec.model.markers`). What validates a class is made of both when the class is first met in a
specification (`orgspec.model.validators`), so that a check pays for those that it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING as MISSING
from dataclasses import Field, field, fields
from functools import cache
from typing import Any, TypeVar, cast, dataclass_transform

from orgspec.frozen import slotted

C = TypeVar("C")
T = TypeVar("T")

_MARK = "__is_part_of_the_language__"


def about(
    title: str,
    title_zh: str,
    en: str = "",
    zh: str = "",
    *,
    default: Any = None,
    default_factory: Callable[[], Any] | None = None,
    required: bool = False,
    choices: tuple[str, ...] = (),
    alias: str = "",
) -> Any:
    """A field with its documentation in both languages; it may be left out unless `required`.

    `alias` is its key in YAML where that is no name in Python, `choices` the only words that it
    admits.
    """
    said = {
        "title": f"{title} · {title_zh}",
        "description": f"{en or title + '.'}\n\n{zh or title_zh + '。'}",
        "choices": choices,
        "key": alias,
    }
    if default_factory is not None:
        return field(default_factory=default_factory, metadata=said)
    return field(default=MISSING if required else default, metadata=said)


def given(key: str, **default: Any) -> Any:
    """A field that lowering fills in under a key that nobody can write (`@id`)."""
    return field(metadata={"key": key}, **default)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def entity(cls: type[C]) -> type[C]:
    """Make a class of the language of a class body: an entity, or a part of one.

    Modules that use it do without `from __future__ import annotations`: the types of fields are
    read as they are.
    """
    setattr(cls, _MARK, True)
    return cast("type[C]", slotted(cls, _build, kw_only=True))


def once_a_class(function: Callable[[Any], T]) -> Callable[[Any], T]:
    """Remember the answer for each class; they are few and never change."""
    return cache(function)


def is_part(annotation: object) -> bool:
    """Whether a type is a class of the language: an entity or a part of one."""
    return isinstance(annotation, type) and hasattr(annotation, _MARK)


def key_of(each: Field[Any]) -> str:
    """The key of a field in YAML."""
    key: str = each.metadata.get("key") or each.name
    return key


def is_required(each: Field[Any]) -> bool:
    """Whether a field must be written."""
    return each.default is MISSING and each.default_factory is MISSING


def default_of(cls: Any, name: str) -> Any:
    """What a field holds if nothing is written; `MISSING` if something must be."""
    each = next(each for each in fields(cls) if each.name == name)
    return each.default if each.default_factory is MISSING else each.default_factory()


def _build(self: Any, **written: Any) -> None:
    """Validate the fields, which are named by their keys, and keep them."""
    from orgspec.model.validators import validator_of

    cls: Any = self.__class__
    validator_of(cls).validate_python(written, self_instance=self)
