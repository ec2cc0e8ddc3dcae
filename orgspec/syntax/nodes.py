"""YAML as plain data that remembers where every key and value was written.

A mapping is a `dict`, a sequence a `list`, a scalar a `str`, or None for YAML's null. Scalars are
not resolved here: `no`, `1.10` and `2026` stay text, for only the field knows what they mean.
Places live in the container, so that scalars stay plain strings.

A large organisation has half a million containers. Their places are what would take most of its
memory, so they are kept as bare numbers in one row for each file, and tuples are made of them when
somebody asks.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from orgspec.source import Source, Span

Node = Any  # MapNode | SeqNode | str | None; recursive aliases cost mypy more than they give
Step = str | int
Pair = tuple[int, int, int, int]
_EMPTY: tuple[Node, ...] = (None, [], {})


class _Placed:
    """What both kinds of container have beside what they hold; whoever makes one sets it.

    Attributes:
        flow: whether it is written in brackets.
        row: the places of all containers of the file, one behind the other.
        at: where its own begin in the row.
    """

    __slots__ = ()

    flow: bool
    row: array[int]
    at: int

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.row[self.at]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.row[self.at + 1]


class MapNode(dict[str, Node], _Placed):
    """A mapping. Its places are where it starts and ends, then four numbers for each key in order:
    where the key starts and ends, where its value starts and ends.
    """

    __slots__ = ("at", "flow", "row")

    @property
    def places(self) -> array[int]:
        """Its places, by themselves."""
        return self.row[self.at : self.at + 2 + 4 * len(self)]

    def pairs(self) -> Iterator[Pair]:
        """The places of all keys, in order: key start, key end, value start, value end."""
        numbers = iter(self.places[2:])
        return zip(numbers, numbers, numbers, numbers, strict=True)

    @property
    def spans(self) -> dict[str, Pair]:
        """The same by key; ask `place_of` for a single one."""
        return dict(zip(self, self.pairs(), strict=True))

    def place_of(self, key: str) -> Pair | None:
        """The place of a key and its value, or None if it is not there."""
        if key not in self:
            return None
        return next(pair for each, pair in zip(self, self.pairs(), strict=True) if each == key)


class SeqNode(list[Node], _Placed):
    """A sequence; like `MapNode`, with two numbers for each item: where it starts and ends."""

    __slots__ = ("at", "flow", "row")

    @property
    def places(self) -> array[int]:
        """Its places, by themselves."""
        return self.row[self.at : self.at + 2 + 2 * len(self)]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The start and end of each item."""
        numbers = iter(self.places[2:])
        return list(zip(numbers, numbers, strict=True))

    def place_of(self, index: int) -> tuple[int, int]:
        """The start and end of an item."""
        at = self.at + 2 * index + 2
        return self.row[at], self.row[at + 1]


def place(node: MapNode | SeqNode, row: array[int], places: list[int]) -> None:
    """Keep the places of a container in a row."""
    node.row = row
    node.at = len(row)
    row.fromlist(places)


def size_of(node: Node, known: dict[int, int]) -> int:
    """How many nodes a node is, itself and all within.

    `known` takes the size of each container by its identity, so that each is counted once only.
    """
    if not isinstance(node, MapNode | SeqNode):
        return 1
    size = known.get(id(node))
    if size is None:
        inner = node.values() if isinstance(node, MapNode) else node
        size = known[id(node)] = 1 + sum(size_of(each, known) for each in inner)
    return size


class Place(NamedTuple):
    """Where a route leads: the spans of its key (None for list items) and of its value."""

    key: Span | None
    value: Span
    node: Node


class Origin(NamedTuple):
    """Where an entity is declared: its source, its value, and the place of its id and value."""

    source: Source
    node: Node
    pair: Pair

    @property
    def key(self) -> Span:
        """The span of its id."""
        return Span(*self.pair[:2])

    @property
    def value(self) -> Span:
        """The span of its value."""
        return Span(*self.pair[2:])

    def has(self, key: str) -> bool:
        """Whether a key of it has a value; null, an empty list and an empty mapping are none."""
        return isinstance(self.node, MapNode) and self.node.get(key) not in _EMPTY

    def keys(self) -> tuple[str, ...]:
        """The keys of it that have a value."""
        node = self.node if isinstance(self.node, MapNode) else {}
        if all(node.values()):  # as nearly always
            return tuple(node)
        return tuple([key for key, value in node.items() if value not in _EMPTY])

    def at(self, route: Iterable[Step]) -> Place:
        """The place that `route` leads to, or the nearest written one above it.

        Shorthands write less than the model holds, so a route may name what is not there: such
        a step (`name` where a text stands for its name, an index where one value stands for a
        list of one) is skipped.
        """
        place = Place(self.key, self.value, self.node)
        for step in route:
            node = place.node
            if isinstance(step, int) and isinstance(node, SeqNode):
                if step >= len(node):
                    return place
                place = Place(None, Span(*node.place_of(step)), node[step])
            elif isinstance(step, str) and isinstance(node, MapNode):
                pair = node.place_of(step)
                if pair is None:
                    continue
                place = Place(Span(*pair[:2]), Span(*pair[2:]), node[step])
            elif isinstance(step, str):
                return place
        return place

    def span(self, route: Iterable[Step] = (), *, key: bool = False) -> Span:
        """The span of the value at `route`, or of its key if asked for and there is one.

        The whole entity (an empty route) is shown by its id: its value may be a hundred lines.
        """
        steps = tuple(route)
        place = self.at(steps)
        if place.key is not None and (key or place.node is self.node):
            return place.key
        if isinstance(place.node, MapNode | SeqNode) and place.key is not None:
            return place.key
        return place.value if place.value.end > place.value.start else place.key or place.value
