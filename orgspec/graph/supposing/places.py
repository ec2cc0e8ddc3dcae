"""Where things are written once items are gone from lists: the others keep their places."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from orgspec.syntax.nodes import MapNode, Node, Origin, SeqNode, Step, place


def without_items(origin: Origin, routes: Iterable[tuple[Step, ...]]) -> Origin:
    """An origin in which the list items at some routes are not there.

    The later ones move up, as they do in the entity, so that their index leads to their own text.
    """
    node = origin.node
    for route in sorted(routes, key=_order, reverse=True):
        node = _cut(node, route)
    return Origin(origin.source, node, origin.pair)


def _order(route: tuple[Step, ...]) -> list[str]:
    """Sorts the routes of later items behind those of earlier ones."""
    return [f"{step:09}" if isinstance(step, int) else step for step in route]


def _cut(node: Node, route: tuple[Step, ...]) -> Node:
    """A copy of a node without the list item at a route; shorthands are walked as in `Origin`."""
    if not route:
        return node
    step, rest = route[0], route[1:]
    if isinstance(node, SeqNode) and isinstance(step, int) and step < len(node):
        items = SeqNode(node)
        items.flow, items.row, items.at = node.flow, node.row, node.at
        if rest:
            items[step] = _cut(node[step], rest)
        else:
            places = node.places.tolist()
            del items[step], places[2 * step + 2 : 2 * step + 4]
            place(items, array("I"), places)
        return items
    if isinstance(node, MapNode) and isinstance(step, str) and step in node:
        pairs = MapNode(node)
        pairs.flow, pairs.row, pairs.at = node.flow, node.row, node.at
        pairs[step] = _cut(node[step], rest)
        return pairs
    return _cut(node, rest)
