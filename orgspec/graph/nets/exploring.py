"""All states that a net can come to, in the order of the number of moves to get there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgspec.frozen import frozen
from orgspec.graph.nets.reduction import Stride

MOST_STATES = 20_000
"""How many states of one workflow are looked at; beyond it the question stays open."""


@frozen
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


def explore(
    strides: Sequence[Stride],
    starts: Sequence[int],
    most: int = MOST_STATES,
    order: Mapping[int, int] | None = None,
) -> Space:
    """Every state from the starts on; where a place would get two tokens nothing follows.

    With an `order` of the places only those moves are made whose places come first. In a net
    without rounds this loses nothing: moves that take other tokens wait for one another in no
    other way (free choice), and before a place is emptied all that can fill it has done so
    (Valmari's stubborn sets, of one cluster each).
    """
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
        enabled = _enabled(state, by_place)
        if order is not None and enabled:
            late = [max(order[place] for place in stride.takes) for _, _, stride in enabled]
            first = min(late)
            enabled = [x for x, number in zip(enabled, late, strict=True) if number == first]
        for takes, gives, stride in enabled:
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


def order_of(strides: Sequence[Stride]) -> dict[int, int] | None:
    """Place → a number that grows along every way; None where some way leads back."""
    after: dict[int, set[int]] = {}
    entries: dict[int, int] = {}
    for stride in strides:
        for place in stride.takes:
            after.setdefault(place, set()).update(stride.gives)
            entries.setdefault(place, 0)
    for targets in after.values():
        for target in targets:
            entries[target] = entries.get(target, 0) + 1
    ready = sorted(place for place, count in entries.items() if not count)
    found: dict[int, int] = {}
    for place in ready:  # grows while it is walked
        found[place] = len(found)
        for target in sorted(after.get(place, ())):
            entries[target] -= 1
            if not entries[target]:
                ready.append(target)
    return found if len(found) == len(entries) else None


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
