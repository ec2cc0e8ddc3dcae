"""Loops in relations where one thing may stand below several others."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from orgspec.graph.reporting import forest

T = TypeVar("T", bound=Hashable)
Edges = Mapping[str, Sequence[str]]


def loops(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """Ways that lead back to where they began, each from its least id on, sorted.

    A thing that leads to itself is a loop of one. Where loops hang together (only possible if
    something has several edges) the shortest one through their least id stands for all.
    """
    found: list[tuple[str, ...]]
    found = [(id_,) for id_, targets in edges.items() if id_ in targets]
    for group in knots(edges):
        if len(group) > 1:
            found.append(_shortest(edges, min(group), group))
    return tuple(sorted(found))


def in_loops(edges: Edges) -> frozenset[str]:
    """All that stand in a loop."""
    if all(len(targets) < 2 for targets in edges.values()):  # told in a third of the time
        return forest({id_: targets[0] for id_, targets in edges.items() if targets}).in_cycles()
    return frozenset(
        id_ for group in knots(edges) for id_ in group if len(group) > 1 or id_ in edges[id_]
    )


def knots(edges: Mapping[T, Sequence[T]]) -> Iterator[frozenset[T]]:
    """Sets of things that all lead to one another (Tarjan's components, without recursion)."""
    order: dict[T, int] = {}
    low: dict[T, int] = {}
    open_: dict[T, None] = {}
    for root in edges:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        open_[root] = None
        way = [(root, iter(edges[root]))]
        while way:
            at, rest = way[-1]
            target = next(rest, None)
            if target is None:
                way.pop()
                if way:
                    low[way[-1][0]] = min(low[way[-1][0]], low[at])
                if low[at] == order[at]:
                    yield _close(open_, at)
            elif target not in order:
                order[target] = low[target] = len(order)
                open_[target] = None
                way.append((target, iter(edges.get(target, ()))))
            elif target in open_:
                low[at] = min(low[at], order[target])


def _close(open_: dict[T, None], last: T) -> frozenset[T]:
    """Take the component that was entered at `last` off what is open."""
    group: set[T] = set()
    while last not in group:
        group.add(open_.popitem()[0])
    return frozenset(group)


def _shortest(edges: Edges, start: str, group: frozenset[str]) -> tuple[str, ...]:
    """The shortest way from a member of a component back to it, of more than one step."""
    before = {start: start}
    queue = deque((start,))
    while queue:
        at = queue.popleft()
        for target in edges.get(at, ()):
            if target == start and at != start:
                way = [at]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if target in group and target not in before:
                before[target] = at
                queue.append(target)
    return (start,)
