"""Which way each passage takes over the board: between columns, between rows, along free rows.

Places are coarse: column c is x = 2c + 1 and the gutter before it x = 2c; row r is y = 2r + 1 and
the corridor above it y = 2r. A route is a list of corners from the field of its source to that of
its target. It leaves to the right or up or down, and comes in from the left or from above or below.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgspec.render.layout.swim.board import Board
from orgspec.render.layout.swim.ranks import Pair
from orgspec.render.layout.swim.shape import Shape

Corner = tuple[int, int]
Route = tuple[Corner, ...]

_BEND, _CROSSING, _ACROSS, _DOWN = 30.0, 70.0, 85.0, 45.0
_SLOT_TAKEN = 400.0
_FROM_ABOVE = 28.0  # to come in from above where the left side would do


class Segment(NamedTuple):
    """A straight part of a route: its number in it, whether it runs from side to side, its ends."""

    number: int
    is_level: bool
    start: Corner
    end: Corner


def segments(route: Route) -> Iterator[Segment]:
    """The straight parts of a route, level and upright in turn."""
    level = leaves_level(route)
    for number, (start, end) in enumerate(itertools.pairwise(route)):
        yield Segment(number, level, start, end)
        level = not level


def leaves_level(route: Route) -> bool:
    """Whether a route leaves its source to the right."""
    return route[0][1] == route[1][1]


def comes_level(route: Route) -> bool:
    """Whether a route comes to its target from the left."""
    return route[-2][1] == route[-1][1]


def labelled_part(route: Route) -> int:
    """The number of the level part on which a route's label is to stand: the first one."""
    return 0 if leaves_level(route) else 1


def routes_of(
    board: Board,
    shapes: Sequence[Shape],
    ways: Sequence[Pair],
    back: frozenset[int],
    widths: Sequence[float],
) -> list[Route]:
    """The route of each way, by its index: each takes the cheapest after those before it.

    Short ways onwards come first, then long ones, then those that lead back. `widths` are those
    of the labels of the ways.
    """
    router = _Router(board, shapes)
    order = sorted(
        range(len(ways)),
        key=lambda i: (
            i in back,
            board.row[ways[i][0]] != board.row[ways[i][1]],
            abs(board.column[ways[i][1]] - board.column[ways[i][0]]),
            abs(board.row[ways[i][1]] - board.row[ways[i][0]]),
            i,
        ),
    )
    found: dict[int, Route] = {}
    for index in order:
        found[index] = router.route(*ways[index], widths[index])
    return [found[i] for i in range(len(ways))]


class _Router:
    """Lays one route after the other."""

    def __init__(self, board: Board, shapes: Sequence[Shape]) -> None:
        self.board, self.shapes = board, shapes
        self.fields = board.fields
        self.rows = len(board.lane_of_row)
        self.level: list[tuple[int, int, int]] = []
        self.straight_up: list[tuple[int, int, int]] = []
        self.gates: dict[tuple[int, str], int] = {}
        self.upright: list[tuple[int, str, int, int]] = []

    def route(self, source: int, target: int, label: float) -> Route:
        """Lay the cheapest route."""
        tries = [
            route for route in self._tries(source, target)
            if self._may(route, source, target) and self._bears(route, source, target, label)
        ]  # fmt: skip
        ranked = sorted((self._cost(r, source, target), n) for n, r in enumerate(tries))
        best, least = tries[0], float("inf")
        for cost, number in ranked:
            if cost >= least:
                break
            total = cost + _CROSSING * self._crossings(tries[number])
            if total < least:
                best, least = tries[number], total
        self._take(best, source, target)
        return best

    def _tries(self, source: int, target: int) -> Iterator[Route]:
        """The routes that lead through no field in which something stands."""
        xs, ys = 2 * self.board.column[source] + 1, 2 * self.board.row[source] + 1
        xt, yt = 2 * self.board.column[target] + 1, 2 * self.board.row[target] + 1
        start, end = (xs, ys), (xt, yt)
        if xt > xs:
            if ys == yt:
                yield start, end
            else:
                for gutter in range(xs + 1, xt, 2):
                    yield start, (gutter, ys), (gutter, yt), end
                yield start, (xs, yt), end
                yield start, (xt, ys), end
        first, last = max(0, min(ys, yt) - 3), min(2 * self.rows, max(ys, yt) + 3)
        for corridor in range(first, last + 1, 2):
            near, far = abs(corridor - ys) == 1, abs(corridor - yt) == 1
            if xs + 1 != xt - 1:
                yield start, (xs + 1, ys), (xs + 1, corridor), (xt - 1, corridor), (xt - 1, yt), end
            if near or self._is_free_column(xs, ys, corridor):
                yield start, (xs, corridor), (xt - 1, corridor), (xt - 1, yt), end
            if far or self._is_free_column(xt, yt, corridor):
                yield start, (xs + 1, ys), (xs + 1, corridor), (xt, corridor), end
            if near and far:
                yield start, (xs, corridor), (xt, corridor), end

    def _is_free_column(self, x: int, y: int, corridor: int) -> bool:
        """Whether nothing stands in a column between a row and a corridor."""
        low, high = sorted((y, corridor))
        return all(
            ((x - 1) // 2, (row - 1) // 2) not in self.fields
            for row in range(low | 1, high + 1, 2)
            if row != y
        )

    def _may(self, route: Route, source: int, target: int) -> bool:
        """Whether a route passes free fields only and leaves and comes in where it may."""
        ends = (route[0], route[-1])
        for part in segments(route):
            for field in _fields(part):
                if field not in ends and ((field[0] - 1) // 2, (field[1] - 1) // 2) in self.fields:
                    return False
        if not leaves_level(route):
            above = route[1][1] < route[0][1]
            if self.shapes[source].gate_out(above) is None:
                return False
            if self.gates.get((source, f"out-{above}"), 0):
                return False
            if self._meets(route[0][0], "out", route[0][1], route[1][1]):
                return False
        if not comes_level(route):
            above = route[-2][1] < route[-1][1]
            if self.shapes[target].gate_in(above) is None:
                return False
            if self.gates.get((target, f"in-{above}"), 0):
                return False
            if self._meets(route[-1][0], "in", route[-1][1], route[-2][1]):
                return False
        return True

    def _bears(self, route: Route, source: int, target: int, label: float) -> bool:
        """Whether a way inside one column is long enough for its label."""
        if not label or len(route) != 4 or leaves_level(route) or route[1][0] != route[2][0]:
            return True
        out = self.shapes[source].gate_out(route[1][1] < route[0][1])
        into = self.shapes[target].gate_in(route[-2][1] < route[-1][1])
        return out is not None and into is not None and abs(out[0] - into[0]) >= label + 17

    def _meets(self, x: int, side: str, one: int, other: int) -> bool:
        """Whether an upright part in a column would lie on another, or in a corridor near it."""
        low, high = sorted((one, other))
        for at, kind, start, end in self.upright:
            first, last = max(low, start), min(high, end)
            if at == x and side == kind and (first < last or (first == last and first % 2 == 0)):
                return True
        return False

    def _take(self, route: Route, source: int, target: int) -> None:
        """Note what a route takes."""
        for part in segments(route):
            lines = self.level if part.is_level else self.straight_up
            lines.append(_line(part))
        if leaves_level(route):
            key = (source, "right")
            self.gates[key] = self.gates.get(key, 0) + 1
        else:
            self.gates[source, f"out-{route[1][1] < route[0][1]}"] = 1
            low, high = sorted((route[0][1], route[1][1]))
            self.upright.append((route[0][0], "out", low, high))
        if not comes_level(route):
            self.gates[target, f"in-{route[-2][1] < route[-1][1]}"] = 1
            low, high = sorted((route[-1][1], route[-2][1]))
            self.upright.append((route[-1][0], "in", low, high))

    def _crossings(self, route: Route) -> float:
        """How often a route crosses those laid before; where they only touch counts a little."""
        count = 0.0
        for part in segments(route):
            at, low, high = _line(part)
            for other, first, last in self.straight_up if part.is_level else self.level:
                if low <= other <= high and first <= at <= last:
                    inside = low < other < high and first < at < last
                    count += 1.0 if inside else 0.3
        return count

    def _cost(self, route: Route, source: int, target: int) -> float:
        """How long and how bent a route is."""
        cost = _BEND * (len(route) - 2)
        for _, _, one, other in segments(route):
            cost += _ACROSS * abs(one[0] - other[0]) + _DOWN * abs(one[1] - other[1])
        shape = self.shapes[source]
        if leaves_level(route) and shape.rhomb is not None:
            cost += _SLOT_TAKEN * self.gates.get((source, "right"), 0)
        if not leaves_level(route) and shape.rhomb is None:
            cost += _FROM_ABOVE
        if not comes_level(route) and route[-1][0] > route[0][0]:
            cost += _FROM_ABOVE
        return cost


def _fields(part: Segment) -> Iterator[Corner]:
    """The fields that a part passes."""
    _, level, one, other = part
    if level:
        if one[1] % 2:
            low, high = sorted((one[0], other[0]))
            yield from ((x, one[1]) for x in range(low | 1, high + 1, 2))
    elif one[0] % 2:
        low, high = sorted((one[1], other[1]))
        yield from ((one[0], y) for y in range(low | 1, high + 1, 2))


def _line(part: Segment) -> tuple[int, int, int]:
    """A part as the place across its direction, its least and its greatest place along it."""
    across, along = (1, 0) if part.is_level else (0, 1)
    low, high = sorted((part.start[along], part.end[along]))
    return part.start[across], low, high
