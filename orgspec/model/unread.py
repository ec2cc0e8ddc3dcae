"""Files whose text is known to be that of an earlier run: what it made of them is there already.

Nearly nothing asks a file of a large organisation where its entities were written, unless there is
something to say of them. So such a file is only read when somebody does ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from itertools import repeat
from typing import Any

from orgspec.model.entity import Entity
from orgspec.model.lowering import Lowering, folded
from orgspec.model.organisation import NESTED, namespace
from orgspec.model.text import Locales
from orgspec.source import Source
from orgspec.syntax.limits import Limits
from orgspec.syntax.nodes import Node, Origin, Pair
from orgspec.syntax.reader import Tree, read


class UnreadTree(Tree):
    """A tree that is read when its root or its span is asked for."""

    __slots__ = ("limits",)

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.problems, self.broken, self.plain = source, [], False, False
        self.limits = limits

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        if name not in ("root", "span"):
            raise AttributeError(name)
        tree = read(self.source, self.limits)
        self.root, self.span = tree.root, tree.span
        return getattr(tree, name)


def unread(
    tree: UnreadTree,
    locales: tuple[str, ...],
    tables: Mapping[str, Mapping[str, Entity]],
    written: Mapping[str, tuple[str, ...]],
    partial_: list[str],
) -> Lowering:
    """What lowering a file came to whose text is still the same.

    `tables` are its entities by kind and id, but for those that are written in others, `written`
    all that it declares with the keys that have a value, in the order of writing, `partial_` those
    with a text that lacks a locale.
    """
    made = Lowering(tree.limits)
    for kind, table in tables.items():
        add_table(made, kind, table)
    for kind, table in made.tables.items():
        made.taken[namespace(kind)].update((folded(id_), e.address) for id_, e in table.items())
    file = _File(tree, locales)
    known = zip(repeat(tree.source), repeat(file), written, written.values(), strict=False)
    made.origins = dict(zip(written, map(_origin, known), strict=True))
    made.partial, made.count = partial_, len(written)
    return made


def add_table(lowering: Lowering, kind: str, table: Mapping[str, Entity]) -> None:
    """Add entities of a kind that were made earlier, and those that are written in them."""
    lowering.tables[kind].update(table)
    if kind in NESTED:
        field, cls = NESTED[kind]
        for owner in table.values():
            within: tuple[Entity, ...] = getattr(owner, field)
            lowering.tables[cls.kind].update({each.id: each for each in within})


class _File:
    """A file, to be lowered once more when somebody asks where something was written."""

    def __init__(self, tree: UnreadTree, locales: tuple[str, ...]) -> None:
        self._tree = tree
        self._locales = locales

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Where its entities were written."""
        lowering = Lowering(self._tree.limits)
        lowering.locales = Locales(self._locales)
        lowering.lower(self._tree)
        return lowering.origins


class _UnreadOrigin(Origin):
    """Where an entity was declared; the tuple itself is source, file, address, keys with a value."""

    __slots__ = ()

    @property
    def node(self) -> Node:
        """Its value."""
        return self._known.node

    @property
    def pair(self) -> Pair:
        """The place of its id and value."""
        return self._known.pair

    def has(self, key: str) -> bool:
        """Whether a key of it has a value."""
        return key in self.keys()

    def keys(self) -> tuple[str, ...]:
        """The keys of it that have a value."""
        keys: tuple[str, ...] = self._own[3]
        return keys

    @property
    def _known(self) -> Origin:
        """The same of the file as it is read."""
        known: Origin = self._own[1].origins[self._own[2]]
        return known

    @property
    def _own(self) -> tuple[Any, ...]:
        """What the tuple itself holds."""
        return self


_origin = partial(tuple.__new__, _UnreadOrigin)
