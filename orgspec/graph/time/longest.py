"""The longest run through a net of steps: the critical path, loops taken as often as they may be.

The critical path method (Kelley and Walker 1959): one pass onward gives when each step is over at
the latest it can be, one pass backward how much room it has. Choices count as the longest of
them, forks as the longest branch; both are the longest way through the net.

A way that leads back is taken so many times in a run. A loop that is entered at one step only adds
the longest way from there to where it turns back, so many times, to every run that comes to that
step; and since every way from the start to where it turns back passes there, that length is a
difference of two numbers that the pass onward has found. So time stays linear. Where a loop is
entered at several steps, or where one has further loops beside its longest way, the way is looked
for among the steps of the loop, up to a bound of work for the whole net (`WORK` looks at a node for
each node): beyond it a loop counts the way that is known. So it is with the visits that a run tells
(`VISITS`): thousands of loops inside one another are not all gone through. What is found is always
a run that can happen; in a net whose loops do not share their turns it is the longest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.time.room import Loop, room
from orgspec.graph.time.walks import Above, Net, Order, Way, order_of

WORK = 20
"""How many looks at a node the search inside loops may take, for each node of the net."""
VISITS = 4
"""How many visits inside loops a run tells, and counts, for each node of the net, and 1,000."""
_NONE = Decimal(0)
_NEVER = Decimal("-Infinity")


class Visit(NamedTuple):
    """A node on a run: the way that came to it, and how often it is come to that way."""

    node: int
    way: Way | None
    times: int = 1


@frozen
class Longest:
    """The longest run.

    Attributes:
        visits: its nodes in order; what is done again in loops stands there again, counted.
        total: how long it takes.
        finished: node → when it is over if everything before it takes its time.
        slack: node → how much longer it could take without making the run longer; none at all for
            the nodes of the run.
    """

    visits: tuple[Visit, ...]
    total: Decimal
    finished: Mapping[int, Decimal]
    slack: Mapping[int, Decimal]


def longest(net: Net, *, with_slack: bool = True) -> Longest:
    """The longest run of a net from one of its starts; without the slack if nobody asks for it."""
    order = order_of(net)
    if not order.nodes:
        return Longest((), _NONE, {}, {})
    search = _Search(net, order)
    loops = tuple(search.loops())
    extra: dict[int, Decimal] = {}
    for loop in loops:
        extra[loop.back.target] = extra.get(loop.back.target, _NONE) + loop.gain * loop.back.times
    over, came = search.onward(extra)
    last = max(order.nodes, key=lambda n: (over[order.place[n]], order.place[n]))
    run = search.route(came, last)
    rounds = search.rounds(loops, (last, *(way.source for way in run)), extra)
    visits = tuple(_visits(search, run, last, rounds))
    total = sum((v.times * (net.lengths[v.node] + _wait(v.way)) for v in visits), _NONE)
    if not with_slack:
        return Longest(visits, total, {}, {})
    slack = room(net, order, over, loops, extra)
    slack.update((visit.node, _NONE) for visit in visits)
    return Longest(visits, total, {n: over[order.place[n]] for n in order.nodes}, slack)


class _Search:
    """Passes over one net, with the work that they may still do inside loops."""

    def __init__(self, net: Net, order: Order) -> None:
        self.net = net
        self.order = order
        self.work = WORK * len(order.nodes)

    def onward(
        self, extra: Mapping[int, Decimal], first: int | None = None, last: int | None = None
    ) -> tuple[list[Decimal], list[Way | None]]:
        """Place → when it is over at the latest, and the way that settles that.

        From the starts on; or from one node, looking at the places up to another one only. At a
        node with something `extra` that much more time is spent.
        """
        order, lengths = self.order, self.net.lengths
        begin = 0 if first is None else order.place[first]
        end = len(order.nodes) if last is None else order.place[last] + 1
        over = [_NEVER] * (end - begin)
        came: list[Way | None] = [None] * (end - begin)
        starts = frozenset(self.net.starts if first is None else (first,))
        for place in range(begin, end):
            node = order.nodes[place]
            best = _NONE if node in starts else _NEVER
            for way in order.before[place]:
                source = order.place[way.source]
                if source >= begin and over[source - begin] + way.wait > best:
                    best, came[place - begin] = over[source - begin] + way.wait, way
            over[place - begin] = best + lengths[node] + extra.get(node, _NONE)
        return over, came

    @cached_property
    def straight(self) -> tuple[list[Decimal], list[Way | None]]:
        """`onward` from the starts, with no time spent in loops."""
        return self.onward({})

    def route(self, came: Sequence[Way | None], last: int, first: int = 0) -> tuple[Way, ...]:
        """The ways that lead to a node, in order; `first` is the place at which `came` begins."""
        found = []
        way = came[self.order.place[last] - first]
        while way is not None:
            found.append(way)
            way = came[self.order.place[way.source] - first]
        return tuple(reversed(found))

    def loops(self) -> Iterator[Loop]:
        """The ways back, each with its longest round; those that are never taken are left out."""
        backs = [way for way in self.order.back if way.times > 0]
        if not backs:
            return
        over, came = self.straight
        above = Above(self.order, came)
        for back in backs:
            first, last = self.order.place[back.target], self.order.place[back.source]
            if above.is_above(first, last):
                gain = over[last] - over[first] + self.net.lengths[back.target]
                yield Loop(back, (), gain + back.wait)
            else:
                found = self._around(back, {})
                if found is not None:
                    yield found

    def _around(self, back: Way, extra: Mapping[int, Decimal]) -> Loop | None:
        """The longest round by a way back, looked for inside the loop while there is work left."""
        first = self.order.place[back.target]
        self.work -= self.order.place[back.source] - first + 1
        if self.work < 0:
            return None
        over, came = self.onward(extra, back.target, back.source)
        return Loop(back, self.route(came, back.source, first), over[-1] + back.wait)

    def rounds(
        self, loops: tuple[Loop, ...], run: Collection[int], extra: Mapping[int, Decimal]
    ) -> dict[int, list[tuple[Loop, int]]]:
        """Node → the rounds that begin at it, and how often; those that the run can come to.

        A round may come to further loops that the run does not: it then goes their way once.
        """
        at: dict[int, list[Loop]] = {}
        for loop in loops:
            at.setdefault(loop.back.target, []).append(loop)
        if not at:
            return {}
        _, self._came = self.straight
        rest = {node: extra[node] for node in at}
        self._heads = sorted(self.order.place[node] for node in rest)
        found: dict[int, list[tuple[Loop, int]]] = {}
        queue = [node for node in run if node in at]
        for node in queue:
            rest.pop(node, None)
        while queue:
            node = queue.pop(0)
            for loop in at[node]:
                for round_, times in self._taken(loop, rest):
                    found.setdefault(node, []).append((round_, times))
                    fresh = self._further(round_, rest)
                    queue += fresh
                    for other in fresh:
                        del rest[other]
        return found

    def _taken(self, loop: Loop, rest: Mapping[int, Decimal]) -> Iterator[tuple[Loop, int]]:
        """How the turns of a loop are spent: where there is more to find first, then its own."""
        turns = loop.back.times
        first, last = self.order.place[loop.back.target], self.order.place[loop.back.source]
        inside = bisect_right(self._heads, last) - bisect_right(self._heads, first)
        while turns and rest and inside:
            other = self._around(loop.back, rest)
            gained = [] if other is None else [node for node in _nodes(other) if node in rest]
            if other is None or not gained:
                break
            yield other, 1
            turns -= 1
        if turns:
            yield loop, turns

    def _further(self, round_: Loop, rest: Mapping[int, Decimal]) -> list[int]:
        """The nodes of a round at which further loops begin, while there is work left."""
        if not rest or self.work < 0:
            return []
        route = self.way_round(round_, len(self.order.nodes)) or ()
        self.work -= len(route)
        return [way.target for way in route if way.target in rest]

    def way_round(self, loop: Loop, most: int) -> tuple[Way, ...] | None:
        """The ways of a round, the way back last; None if they are more than so many."""
        found = [loop.back]
        at = loop.back.target if loop.route else loop.back.source
        while at != loop.back.target and len(found) <= most:
            way = self._came[self.order.place[at]]
            if way is None:
                break
            found.append(way)
            at = way.source
        ways = (*loop.route, *reversed(found))
        return ways if len(ways) <= most else None


def _wait(way: Way | None) -> Decimal:
    """How long the way takes by which a node is come to."""
    return way.wait if way is not None else _NONE


def _nodes(loop: Loop) -> tuple[int, ...]:
    """The nodes that a round comes to behind the one where it begins."""
    return tuple(way.target for way in loop.route)


def _visits(
    search: _Search,
    run: tuple[Way, ...],
    last: int,
    rounds: dict[int, list[tuple[Loop, int]]],
) -> Iterator[Visit]:
    """The nodes of a run in order, the rounds behind the node where they begin, each once."""
    left = VISITS * len(search.order.nodes) + 1000
    begin = run[0].source if run else last
    stack: list[Iterator[Visit]] = [
        iter((Visit(begin, None), *(Visit(way.target, way) for way in run)))
    ]
    while stack:
        visit = next(stack[-1], None)
        if visit is None:
            stack.pop()
            continue
        yield visit
        for loop, times in reversed(rounds.pop(visit.node, [])):
            ways = search.way_round(loop, left)
            left -= len(ways) if ways is not None else left
            stack.append(iter([Visit(way.target, way, times) for way in ways or ()]))
