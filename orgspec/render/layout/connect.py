"""The solid lines of a placed chart."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.plan import Forest, Plan, Unit

_SMALL_STEP = 22.0

Route = tuple[int, int, tuple[Point, ...]]


def solid_lines(boxes: Sequence[Box], trees: Forest, plan: Plan, style: CardStyle) -> list[Route]:
    """Superior, subordinate and the corners of the line between them, for each solid line.

    Lines leave a head at its lower edge and enter a card at its upper edge, those of a column at
    its left edge.
    """
    routes: list[Route] = []
    for head in trees.order:
        box = boxes[head]
        trunk = box.centre.x
        for helper in trees.assistants[head]:
            target = boxes[helper]
            side = target.x if target.x > trunk else target.right
            middle = target.centre.y
            way = (Point(trunk, box.bottom), Point(trunk, middle), Point(side, middle))
            routes.append((head, helper, way))
        if plan.railed[head]:
            rail = box.x + style.rail
            for leaf in plan.units[head][0].cards:
                routes.append((head, leaf, _from_rail(box.bottom, rail, boxes[leaf])))
            continue
        one_row = len({boxes[unit.cards[0]].y for unit in plan.units[head]}) == 1
        if one_row and not trees.assistants[head]:
            trunk = _near(trunk, [_entry(unit, boxes, style) for unit in plan.units[head]])
        for unit in plan.units[head]:
            entry = _entry(unit, boxes, style)
            bus = boxes[unit.cards[0]].y - style.gap_down / 2
            start = (Point(trunk, box.bottom), Point(trunk, bus))
            if not unit.column:
                end = (Point(entry, bus), Point(entry, boxes[unit.cards[0]].y))
                routes.append((head, unit.cards[0], straightened((*start, *end))))
                continue
            for leaf in unit.cards:
                corners = (*start, *_from_rail(bus, entry, boxes[leaf]))
                routes.append((head, leaf, straightened(corners)))
    return routes


def _entry(unit: Unit, boxes: Sequence[Box], style: CardStyle) -> float:
    """The x at which a line comes down to a unit: the middle of its card, or its rail."""
    box = boxes[unit.cards[0]]
    return box.x - style.indent + style.rail if unit.column else box.centre.x


def _near(trunk: float, entries: Sequence[float]) -> float:
    """The x of a head's line, moved a little where that saves it a small step aside."""
    nearest = min(entries, key=lambda entry: abs(entry - trunk), default=trunk)
    return nearest if abs(nearest - trunk) <= _SMALL_STEP else trunk


def straightened(corners: Sequence[Point]) -> tuple[Point, ...]:
    """The same line without repeated points and without corners in the middle of a straight."""
    kept: list[Point] = []
    for point in corners:
        if kept and abs(kept[-1].x - point.x) < 0.5 and abs(kept[-1].y - point.y) < 0.5:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept[-1] = point
            continue
        kept.append(point)
    return tuple(kept)


def _in_line(first: Point, middle: Point, last: Point) -> bool:
    """Whether three points stand on one upright or level line."""
    upright = abs(first.x - middle.x) < 0.5 and abs(middle.x - last.x) < 0.5
    level = abs(first.y - middle.y) < 0.5 and abs(middle.y - last.y) < 0.5
    return upright or level


def _from_rail(top: float, rail: float, target: Box) -> tuple[Point, ...]:
    """Down a rail and to the right into a card."""
    middle = target.centre.y
    return Point(rail, top), Point(rail, middle), Point(target.x, middle)
