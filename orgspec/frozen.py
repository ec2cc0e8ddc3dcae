"""Frozen slotted dataclasses that cost next to nothing until one of them is built.

`dataclasses` compiles six methods for each class when its module is imported: half a millisecond,
and a small check imports 150 such classes, of which it builds a third. Here comparing, hashing and
printing are the same few functions for all classes, and what builds an instance is compiled when
the first is built. All else is as `@dataclass(frozen=True, slots=True)` has it: `fields`,
`replace`, `field(default_factory=…)`, copies and pickles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[C]) -> type[C]:
    """Make a frozen slotted dataclass of a class body."""
    made: Any = None

    def build(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _compiled(made)
        made.__init__(self, *values, **named)

    made = slotted(cls, build)
    return cast("type[C]", made)


def slotted(cls: Any, build: Callable[..., None], *, kw_only: bool = False) -> Any:
    """A frozen slotted dataclass whose instances are built by a function of one's own."""
    for name, method in {**_METHODS, "__init__": build}.items():
        setattr(cls, name, method)
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)


def _compiled(cls: Any) -> Callable[..., None]:
    """What builds an instance: a parameter for each field, kept as it is given.

    A slot is filled by its own setter: to have its name looked up takes twice as long.
    """
    scope: dict[str, Any] = {"__absent": MISSING}
    for each in fields(cls):
        scope[f"__put_{each.name}"] = getattr(cls, each.name).__set__
    lines = [_kept(each, scope) for each in fields(cls)]
    head = ", ".join(["self", *(parameter for parameter, _ in lines)])
    exec("\n ".join([f"def __init__({head}):", "pass", *(line for _, line in lines)]), scope)
    made: Callable[..., None] = scope["__init__"]
    return made


def _kept(each: Field[Any], scope: dict[str, Any]) -> tuple[str, str]:
    """The parameter of a field and the line that keeps it; its default goes to the scope."""
    name, default = each.name, f"__default_{each.name}"
    keep = f"__put_{name}(self, {{}})"
    if each.default_factory is not MISSING:
        scope[default] = each.default_factory
        made = f"{default}() if {name} is __absent else {name}"
        return f"{name}=__absent", keep.format(made)
    if each.default is not MISSING:
        scope[default] = each.default
        return f"{name}={default}", keep.format(name)
    return name, keep.format(name)


_Taken = Callable[[Any], tuple[Any, ...]]


def _taking(chosen: Callable[[Field[Any]], bool | None]) -> Callable[[Any], _Taken]:
    """For each class what takes the values of some of its fields out of an instance."""

    @cache
    def of_class(cls: Any) -> _Taken:
        names = tuple(each.name for each in fields(cls) if chosen(each))
        if len(names) > 1:
            return attrgetter(*names)
        return lambda instance: tuple(getattr(instance, name) for name in names)

    return of_class


_all = _taking(lambda each: True)
_compared = _taking(lambda each: each.compare)
_hashed = _taking(lambda each: each.compare if each.hash is None else each.hash)


def _equal(self: Any, other: object) -> Any:
    """Whether two are of one class and say the same."""
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = _compared(self.__class__)
    return values(self) == values(other)


def _hash(self: Any) -> int:
    """The hash of what is compared."""
    return hash(_hashed(self.__class__)(self))


def _shown(self: Any) -> str:
    """As Python would write it."""
    shown = (each.name for each in fields(self) if each.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({said})"


def _refused(self: Any, name: str, *_: Any) -> None:
    """Refuse a change."""
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> tuple[Any, ...]:
    """Its values, for copies and pickles."""
    return _all(self.__class__)(self)


def _restored(self: Any, state: tuple[Any, ...]) -> None:
    """Take values as they are."""
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_METHODS: Mapping[str, Callable[..., Any]] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refused,
    "__delattr__": _refused,
    "__getstate__": _state,
    "__setstate__": _restored,
}
