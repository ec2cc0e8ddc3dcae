"""A net of steps without the ways that lead back, which are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from orgspec.frozen import frozen


class Way(NamedTuple):
    """A way from one node to another.

    Attributes:
        source: number of the node that is left.
        target: number of the node that is reached.
        wait: time that passes between the two.
        times: how often it is taken if it leads back.
        number: a number of the caller's own, to know the way again.
    """

    source: int
    target: int
    wait: Decimal
    times: int = 1
    number: int = 0


@frozen
class Net:
    """Nodes by number, with the time that each takes, and the ways between them."""

    lengths: Sequence[Decimal]
    ways: Sequence[Way]
    starts: Sequence[int]


@frozen
class Order:
    """What a start reaches, in an order in which every way that does not lead back leads on.

    Attributes:
        nodes: numbers of the nodes that are reached.
        place: number of a node → its place in that order; -1 for one that is not reached.
        before: place → the ways that lead on to there.
        back: the ways that lead back: to a node through which the walk had come.
    """

    nodes: tuple[int, ...]
    place: tuple[int, ...]
    before: tuple[tuple[Way, ...], ...]
    back: tuple[Way, ...]


def order_of(net: Net) -> Order:
    """Walk a net once from its starts, depth first in written order; linear in its ways.

    In a net whose loops are each entered at one node no other walk finds other ways back.
    """
    leaving: list[list[Way]] = [[] for _ in net.lengths]
    for way in net.ways:
        leaving[way.source].append(way)
    state = [0] * len(net.lengths)  # 1: on the way, 2: left
    done: list[int] = []
    back: list[Way] = []
    for root in net.starts:
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(leaving[root]))]
        while path:
            at, rest = path[-1]
            step = next(rest, None)
            if step is None:
                path.pop()
                state[at] = 2
                done.append(at)
            elif state[step.target] == 1:
                back.append(step)
            elif not state[step.target]:
                state[step.target] = 1
                path.append((step.target, iter(leaving[step.target])))
    return _order(net, tuple(reversed(done)), tuple(back))


def _order(net: Net, nodes: tuple[int, ...], back: tuple[Way, ...]) -> Order:
    """The order of a finished walk."""
    place = [-1] * len(net.lengths)
    for index, node in enumerate(nodes):
        place[node] = index
    before: list[list[Way]] = [[] for _ in nodes]
    for way in net.ways:
        if 0 <= place[way.source] < place[way.target]:
            before[place[way.target]].append(way)
    return Order(nodes, tuple(place), tuple(tuple(ways) for ways in before), back)


class Above:
    """Whether the way to a place passes another one; asked in no time."""

    def __init__(self, order: Order, came: Sequence[Way | None]) -> None:
        below: list[list[int]] = [[] for _ in came]
        roots: list[int] = []
        for place, way in enumerate(came):
            (roots if way is None else below[order.place[way.source]]).append(place)
        self._enter, self._leave = [0] * len(came), [0] * len(came)
        clock = 0
        stack = [(place, False) for place in reversed(roots)]
        while stack:
            place, done = stack.pop()
            clock += 1
            (self._leave if done else self._enter)[place] = clock
            if not done:
                stack.append((place, True))
                stack += [(child, False) for child in below[place]]

    def is_above(self, one: int, other: int) -> bool:
        """Whether one place lies on the longest way to the other, or is the other."""
        return self._enter[one] <= self._enter[other] and self._leave[other] <= self._leave[one]
