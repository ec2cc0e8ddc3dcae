"""YAML as plain data that remembers where every key and value was written.

A mapping is a `dict`, a sequence a `list`, a scalar a `str`, or None for YAML's null. Scalars are
not resolved here: `no`, `1.10` and `2026` stay text, for only the field knows what they mean.
Positions live in the container (`spans`), so that scalars stay plain strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from orgspec.source import Source, Span

Node = Any  # MapNode | SeqNode | str | None; recursive aliases cost mypy more than they give
Step = str | int


class MapNode(dict[str, Node]):
    """A mapping. `spans[key]` is (key start, key end, value start, value end).

    `size` is what `size_of` found, 0 before anybody asked; `end` is set when it is closed.
    """

    __slots__ = ("end", "flow", "size", "spans", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.size = 0
        self.spans: dict[str, tuple[int, int, int, int]] = {}


class SeqNode(list[Node]):
    """A sequence. `spans[index]` is (start, end) of the item; else like `MapNode`."""

    __slots__ = ("end", "flow", "size", "spans", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.size = 0
        self.spans: list[tuple[int, int]] = []


def size_of(node: Node) -> int:
    """How many nodes a node is, itself and all within; each container is counted once only."""
    if not isinstance(node, MapNode | SeqNode):
        return 1
    if not node.size:
        node.size = 1 + sum(map(size_of, node.values() if isinstance(node, MapNode) else node))
    return node.size


class Place(NamedTuple):
    """Where a route leads: the spans of its key (None for list items) and of its value."""

    key: Span | None
    value: Span
    node: Node


class Origin(NamedTuple):
    """Where an entity is declared: its source, the span of its id, its value and that's span."""

    source: Source
    key: Span
    node: Node
    value: Span

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
                place = Place(None, Span(*node.spans[step]), node[step])
            elif isinstance(step, str) and isinstance(node, MapNode):
                spans = node.spans.get(step)
                if spans is None:
                    continue
                place = Place(Span(*spans[:2]), Span(*spans[2:]), node[step])
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
