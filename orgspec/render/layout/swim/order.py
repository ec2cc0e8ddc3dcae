"""The order of the lanes: short ways between them, the lanes of a department together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeVar

from orgspec.swimlane import Lane

T = TypeVar("T")


def lane_order(lanes: Sequence[Lane], ways: Sequence[tuple[int, int]]) -> list[int]:
    """The indices of the lanes from above; `ways` are the lanes that each way joins.

    Departments, and lanes inside them, change places as long as that makes the ways shorter. What
    is as good stays in written order.
    """
    groups: dict[str, list[int]] = {}
    for index, lane in enumerate(lanes):
        groups.setdefault(lane.department or f"#{index}", []).append(index)
    order = list(groups.values())
    best = _length(order, ways)
    better = True
    while better:
        tried = [*_swapped(order)]
        for index, group in enumerate(order):
            tried += [[*order[:index], inner, *order[index + 1 :]] for inner in _swapped(group)]
        shortest = min(tried, key=lambda each: _length(each, ways), default=order)
        better = _length(shortest, ways) < best
        if better:
            order, best = shortest, _length(shortest, ways)
    return [lane for group in order for lane in group]


def _swapped(items: list[T]) -> list[list[T]]:
    """A list with two items in each other's place, for all pairs."""
    found = []
    for one, other in combinations(range(len(items)), 2):
        changed = list(items)
        changed[one], changed[other] = changed[other], changed[one]
        found.append(changed)
    return found


def _length(order: Sequence[Sequence[int]], ways: Sequence[tuple[int, int]]) -> int:
    """How many lanes all ways pass together."""
    flat = [lane for group in order for lane in group]
    place = {lane: index for index, lane in enumerate(flat)}
    return sum(abs(place[a] - place[b]) for a, b in ways)
