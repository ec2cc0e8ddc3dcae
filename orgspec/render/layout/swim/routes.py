"""Which way each passage takes over the board: between columns, between rows, along free rows.

Places are coarse: column c is x = 2c + 1 and the gutter before it x = 2c; row r is y = 2r + 1 and
the corridor above it y = 2r. A route is a list of corners from the field of its source to that of
its target. It leaves to the right or up or down, and comes in from the left or from above or below.
"""

from __future__ import annotations

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
    for number, (start, end) in enumerate(zip(route, route[1:], strict=False)):
        yield Segment(number, level, start, end)
        level = not level


def leaves_level(route: Route) -> bool:
    """Whether a route leaves its source to the right."""
    return route[0][1] == route[1][1]


def comes_level(route: Route) -> bool:
    """Whether a route comes to its target from the left."""
    return route[-2][1] == route[-1][1]


def routes_of(
    board: Board, shapes: Sequence[Shape], ways: Sequence[Pair], back: frozenset[int]
) -> list[Route]:
    """The route of each way, by its index: each takes the cheapest after those before it.

    Short ways onwards come first, then long ones, then those that lead back.
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
        found[index] = router.route(*ways[index])
    return [found[i] for i in range(len(ways))]


class _Router:
    """Lays one route after the other."""

    def __init__(self, board: Board, shapes: Sequence[Shape]) -> None:
        self.board, self.shapes = board, shapes
        self.fields = board.fields
        self.rows = len(board.lane_of_row)
        self.laid: list[Route] = []
        self.gates: dict[tuple[int, str], int] = {}
        self.upright: list[tuple[int, str, int, int]] = []

    def route(self, source: int, target: int) -> Route:
        """Lay the cheapest route."""
        tries = [r for r in self._tries(source, target) if self._may(r, source, target)]
        best = min(tries, key=lambda route: self._cost(route, source, target))
        self.laid.append(best)
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
        for corridor in range(0, 2 * self.rows + 1, 2):
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

    def _meets(self, x: int, side: str, one: int, other: int) -> bool:
        """Whether an upright part in a column would lie near another."""
        low, high = sorted((one, other))
        return any(
            at == x and side == kind and low <= end and start <= high
            for at, kind, start, end in self.upright
        )

    def _take(self, route: Route, source: int, target: int) -> None:
        """Note what a route takes."""
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

    def _cost(self, route: Route, source: int, target: int) -> float:
        """How long, how bent and how much in the way of others a route is."""
        cost = _BEND * (len(route) - 2)
        for _, _, one, other in segments(route):
            cost += _ACROSS * abs(one[0] - other[0]) + _DOWN * abs(one[1] - other[1])
        for laid in self.laid:
            cost += _CROSSING * _crossings(route, laid)
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


def _crossings(route: Route, other: Route) -> float:
    """How often two routes cross; where they only touch counts a little."""
    count = 0.0
    for a in segments(route):
        for b in segments(other):
            if a.is_level == b.is_level:
                continue
            level, upright = (a, b) if a.is_level else (b, a)
            left, right = sorted((level.start[0], level.end[0]))
            top, bottom = sorted((upright.start[1], upright.end[1]))
            x, y = upright.start[0], level.start[1]
            if left < x < right and top < y < bottom:
                count += 1
            elif left <= x <= right and top <= y <= bottom:
                count += 0.3
    return count
