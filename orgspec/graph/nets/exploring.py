"""All states that a net can come to, in the order of the number of moves to get there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgspec.graph.nets.reduction import Stride

MOST_STATES = 20_000
"""How many states of one workflow are looked at; beyond it the question stays open."""


@dataclass(frozen=True, slots=True)
class Space:
    """The states of a net; each is the set of its marked places, as the bits of a number.

    Attributes:
        states: in the order in which they were come to; the first are where runs begin.
        came: for each state the stride that led to it first and the state before, None at a start.
        ways: for each state the strides out of it, with the states that they lead to; the state is
            None where a place would get a second token.
        whole: whether all states are here.
    """

    states: tuple[int, ...]
    came: tuple[tuple[Stride, int] | None, ...]
    ways: tuple[tuple[tuple[Stride, int | None], ...], ...]
    whole: bool

    def run(self, state: int) -> tuple[Stride, ...]:
        """The strides from a start to a state (an index)."""
        way = []
        at = self.came[state]
        while at is not None:
            way.append(at[0])
            at = self.came[at[1]]
        return tuple(reversed(way))


def explore(strides: Sequence[Stride], starts: Sequence[int], most: int = MOST_STATES) -> Space:
    """Every state from the starts on; where a place would get two tokens nothing follows."""
    by_place: dict[int, list[tuple[int, int, Stride]]] = {}
    for stride in strides:
        takes = sum(1 << place for place in stride.takes)
        gives = sum(1 << place for place in set(stride.gives))
        by_place.setdefault(min(stride.takes), []).append((takes, gives, stride))
    index = {1 << place: i for i, place in enumerate(dict.fromkeys(starts))}
    states = list(index)
    came: list[tuple[Stride, int] | None] = [None] * len(states)
    ways: list[tuple[tuple[Stride, int | None], ...]] = []
    at = 0
    while at < len(states) and len(states) <= most:
        state = states[at]
        out: list[tuple[Stride, int | None]] = []
        for takes, gives, stride in _enabled(state, by_place):
            rest = state & ~takes
            if rest & gives:
                out.append((stride, None))
                continue
            target = rest | gives
            if target not in index:
                index[target] = len(states)
                states.append(target)
                came.append((stride, at))
            out.append((stride, index[target]))
        ways.append(tuple(out))
        at += 1
    whole = at == len(states)
    return Space(tuple(states[:at]), tuple(came[:at]), tuple(ways), whole)


def _enabled(
    state: int, by_place: dict[int, list[tuple[int, int, Stride]]]
) -> list[tuple[int, int, Stride]]:
    """The strides that a state allows, place by place."""
    found = []
    left = state
    while left:
        low = left & -left
        left ^= low
        for each in by_place.get(low.bit_length() - 1, ()):
            if each[0] & state == each[0]:
                found.append(each)
    return found
