"""Files whose entities are there without their nodes: those of an earlier run, and those let go.

Nearly nothing asks a file of a large organisation where its entities were written, unless there is
something to say of them. So such a file is only read when somebody does ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from itertools import islice, repeat
from typing import Any

from orgspec.model.entity import Entity
from orgspec.model.lowering import Lowering, begun, folded
from orgspec.model.organisation import NESTED, namespace
from orgspec.model.text import Locales
from orgspec.syntax.limits import Limits
from orgspec.syntax.nodes import Node, Origin, Pair
from orgspec.syntax.reader import Tree


def taken_up(
    tree: Tree,
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


def lower_and_let_go(trees: Iterable[Tree], manifest: Tree | None, limits: Limits) -> Lowering:
    """As `lower`, but a file in which nothing is wrong lets its nodes go once it is lowered.

    They take a third of what a check has in memory at its highest, and without a finding in their
    file nobody looks at them again.
    """
    lowering = begun(manifest, limits)
    shapes: dict[tuple[str, ...], tuple[str, ...]] = {}  # entities are written in few ways
    for tree in trees:
        declared, wrong = len(lowering.origins), len(lowering.problems)
        lowering.lower(tree, manifest=tree is manifest)
        if tree is manifest or tree.problems or tree.broken or len(lowering.problems) > wrong:
            continue
        file = _File(tree, tuple(lowering.locales))
        own = islice(reversed(lowering.origins.items()), len(lowering.origins) - declared)
        for address, origin in list(own):
            keys = origin.keys()
            known = tree.source, file, address, shapes.setdefault(keys, keys)
            lowering.origins[address] = _origin(known)
        tree.let_go(limits)
    return lowering


class _File:
    """A file, to be lowered once more when somebody asks where something was written."""

    def __init__(self, tree: Tree, locales: tuple[str, ...]) -> None:
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
