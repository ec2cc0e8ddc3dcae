"""Nets made small before they are explored, so that structured workflows need no exploring at all.

The rules keep what is asked of a net: whether a join waits for ever, and whether a step can run
twice at once. They are those of Berthelot and Murata for free-choice nets:

- series: a place that one move fills and that only moves of a single token empty goes into its
  move, with all that can follow. Where that move forks and a way leads from it back to it, a second
  token might come to the place before the first has left: there it goes only if one move alone
  empties it, and gives tokens on which the same would be seen;
- twins: of two moves that take and give the same, one is left;
- idle loops: a move that gives back just what it took goes, where another leads on;
- parallel places: of two that are always filled and emptied together, one is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from orgspec.graph.loops import knots
from orgspec.graph.nets.net import Move, Net

Path = tuple["Path", "Path"] | tuple[Move]
"""One move, or what was done first and what then: moves in their order, never copied."""


class Stride(NamedTuple):
    """Several moves made as one."""

    takes: frozenset[int]
    gives: tuple[int, ...]
    path: Path

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves, in their order."""
        found: list[Move] = []
        todo: list[Path] = [self.path]
        while todo:
            path = todo.pop()
            if isinstance(path[0], Move):
                found.append(path[0])
            else:
                todo += (path[1], path[0])
        return tuple(found)


def strides(net: Net) -> tuple[Stride, ...]:
    """The moves of a net as they are, one a stride."""
    return tuple(Stride(move.takes, move.gives, (move,)) for move in net.moves)


def reduced(net: Net) -> tuple[Stride, ...]:
    """The strides that are left when no rule applies any more, in a steady order."""
    work = _Workshop(strides(net), frozenset(net.starts), _rounds(net))
    while work.series() or work.twins() or work.parallel():
        pass
    return tuple(work.strides[key] for key in sorted(work.strides))


def _rounds(net: Net) -> dict[int, int]:
    """Place → the number of the round that it lies on, for those from which a way leads back."""
    ways: dict[int, list[int]] = {place: [] for place in range(len(net.places))}
    for move in net.moves:
        for place in move.takes:
            ways[place] += move.gives
    found = {}
    for number, group in enumerate(knots(ways)):
        for place in group:
            if len(group) > 1 or place in ways[place]:
                found[place] = number
    return found


@dataclass(slots=True)
class _Workshop:
    """The net on the bench: strides by number, and who fills and empties each place.

    `rounds` tells of places that lie on a way which leads back to them.
    """

    strides: dict[int, Stride]
    starts: frozenset[int]
    rounds: Mapping[int, int]
    filled: dict[int, set[int]]
    emptied: dict[int, set[int]]
    count: int

    def __init__(
        self, given: Iterable[Stride], starts: frozenset[int], rounds: Mapping[int, int]
    ) -> None:
        self.strides, self.starts, self.rounds = {}, starts, rounds
        self.filled, self.emptied, self.count = {}, {}, 0
        for stride in given:
            self._add(stride)

    def series(self) -> bool:
        """Draw each place that one stride fills into it; whether something changed."""
        changed = False
        todo = sorted(self.emptied, reverse=True)
        while todo:
            place = todo.pop()
            filling, emptying = self.filled.get(place, set()), self.emptied.get(place, set())
            if place in self.starts or len(filling) != 1 or not emptying:
                continue
            (key,) = filling
            first, then = self.strides[key], [self.strides[k] for k in sorted(emptying)]
            rest = tuple(p for p in first.gives if p != place)
            alone = all(each.takes == {place} for each in then)
            if not alone or key in emptying or any(set(rest) & set(each.gives) for each in then):
                continue
            told = len(then) == 1 and then[0].gives
            if rest and not told and self._comes_back(first):
                continue
            for old in (key, *emptying):
                self._drop(old)
            for each in then:
                gives = tuple(sorted((*rest, *each.gives)))
                self._add(Stride(first.takes, gives, (first.path, each.path)))
            changed = True
        return changed

    def twins(self) -> bool:
        """Leave one of each kind of stride, and none that only idles; whether something changed."""
        seen: set[tuple[frozenset[int], tuple[int, ...]]] = set()
        idle, twice = [], []
        for key, stride in self.strides.items():
            kind = (stride.takes, stride.gives)
            if kind in seen:
                twice.append(key)
            elif stride.takes == frozenset(stride.gives):
                idle.append(key)
            seen.add(kind)
        for key in twice:
            self._drop(key)
        left = [key for key in idle if self._has_sibling(key)]
        for key in left:
            self._drop(key)
        return bool(twice or left)

    def parallel(self) -> bool:
        """Leave one of several places that are filled and emptied together."""
        first: dict[tuple[frozenset[int], frozenset[int]], int] = {}
        changed = False
        for place in sorted(self.filled):
            if place in self.starts or not self.emptied.get(place):
                continue
            kind = (frozenset(self.filled[place]), frozenset(self.emptied[place]))
            if first.setdefault(kind, place) == place:
                continue
            for key in self.filled.pop(place):
                old = self.strides[key]
                gives = tuple(p for p in old.gives if p != place)
                self.strides[key] = old._replace(gives=gives)
            for key in self.emptied.pop(place):
                old = self.strides[key]
                self.strides[key] = old._replace(takes=old.takes - {place})
            changed = True
        return changed

    def _comes_back(self, stride: Stride) -> bool:
        """Whether what a stride gives may come back to where it takes from."""
        taken = {self.rounds.get(place) for place in stride.takes} - {None}
        return any(self.rounds.get(place) in taken for place in stride.gives)

    def _has_sibling(self, key: int) -> bool:
        """Whether another stride takes the same tokens."""
        takes = self.strides[key].takes
        return any(len(self.emptied[place]) > 1 for place in takes)

    def _add(self, stride: Stride) -> None:
        self.strides[self.count] = stride
        for place in stride.takes:
            self.emptied.setdefault(place, set()).add(self.count)
        for place in stride.gives:
            self.filled.setdefault(place, set()).add(self.count)
        self.count += 1

    def _drop(self, key: int) -> None:
        stride = self.strides.pop(key)
        for place in stride.takes:
            self.emptied[place].discard(key)
        for place in stride.gives:
            if place in self.filled:
                self.filled[place].discard(key)
