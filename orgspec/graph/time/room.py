"""How much room each step has: the pass backward of the critical path method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from orgspec.graph.time.walks import Net, Order, Way

_NONE = Decimal(0)


class Loop(NamedTuple):
    """A way back, the longest way to it from where it leads to, and how long both take."""

    back: Way
    route: tuple[Way, ...]
    gain: Decimal


def room(
    net: Net,
    order: Order,
    over: Sequence[Decimal],
    loops: tuple[Loop, ...],
    extra: Mapping[int, Decimal],
) -> dict[int, Decimal]:
    """Node → how much shorter the longest run through it is than the longest of all.

    A step that leads on only by turning back has what follows from there behind it.
    """
    after = _backward(net, order, extra, {})
    if loops:
        turned: dict[int, Decimal] = {}
        for loop in loops:
            head = loop.back.target
            once = after[order.place[head]] - extra.get(head, _NONE) - loop.gain
            value = loop.back.wait + once
            turned[loop.back.source] = max(value, turned.get(loop.back.source, _NONE))
        after = _backward(net, order, extra, turned)
    most = max(over)
    return {
        node: max(_NONE, most - over[p] - after[p] + net.lengths[node] + extra.get(node, _NONE))
        for p, node in enumerate(order.nodes)
    }


def _backward(
    net: Net, order: Order, extra: Mapping[int, Decimal], behind: Mapping[int, Decimal]
) -> list[Decimal]:
    """Place → the longest time from its beginning to the end; `behind` a node at least so much."""
    after = [behind.get(node, _NONE) for node in order.nodes]
    for place in range(len(order.nodes) - 1, -1, -1):
        node = order.nodes[place]
        after[place] += net.lengths[node] + extra.get(node, _NONE)
        for way in order.before[place]:
            source = order.place[way.source]
            after[source] = max(after[source], after[place] + way.wait)
    return after
