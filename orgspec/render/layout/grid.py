"""The cheapest way between two cards along a grid of free lines."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.geometry import Box, Point, around

CLEARANCE = 5.0
_BEND = 45.0
_ALONG = 6.0  # how many times dearer it is to run on another line
_JOINING = 40.0  # what it costs besides, however short the piece
_CROSSING = 14.0

Segment = tuple[Point, Point]
_Node = tuple[int, int]
_State = tuple[int, int, bool]  # column, row, whether the way came upright


@frozen
class Port:
    """A place where a line may meet a card: on its edge, and a step off it; `cost` of its use."""

    edge: Point
    step: Point
    cost: float = 0.0

    @property
    def upright(self) -> bool:
        """Whether a line meets the edge from above or below."""
        return abs(self.edge.x - self.step.x) < 0.01


class Grid:
    """Upright and level lines between cards, on which a line may run."""

    def __init__(self, xs: Iterable[float], ys: Iterable[float], cards: Iterable[Box]) -> None:
        self.xs = sorted({round(x, 2) for x in xs})
        self.ys = sorted({round(y, 2) for y in ys})
        self._across: set[_Node] = set()  # blocked steps to the right of a node
        self._down: set[_Node] = set()  # blocked steps downwards
        for card in cards:
            self._block(card.grown(CLEARANCE))

    def _block(self, box: Box) -> None:
        """Forbids the steps that touch a box."""
        columns = range(max(0, bisect_right(self.xs, box.x) - 1), bisect_left(self.xs, box.right))
        rows = range(max(0, bisect_right(self.ys, box.y) - 1), bisect_left(self.ys, box.bottom))
        for row in range(bisect_right(self.ys, box.y), bisect_left(self.ys, box.bottom)):
            self._across.update((column, row) for column in columns)
        for column in range(bisect_right(self.xs, box.x), bisect_left(self.xs, box.right)):
            self._down.update((column, row) for row in rows)

    def way(
        self, starts: Sequence[Port], ends: Sequence[Port], lines: Sequence[Segment]
    ) -> tuple[Point, ...] | None:
        """The corners of the cheapest way from one of `starts` to one of `ends`, or None."""
        costs = _Costs(self.xs, self.ys, lines)
        goals = {self._node(port.step): port for port in ends}
        aim = around(Box(port.step.x, port.step.y, 0, 0) for port in ends)
        queue: list[tuple[float, float, _State]] = []
        best: dict[_State, float] = {}
        came: dict[_State, tuple[_State | None, Port | None]] = {}
        for port in starts:
            node = self._node(port.step)
            state = (*node, port.upright)
            if port.cost < best.get(state, float("inf")):
                best[state] = port.cost
                came[state] = (None, port)
                heapq.heappush(queue, (port.cost + self._rest(state, aim), port.cost, state))
        finish: tuple[float, _State, Port] | None = None
        while queue:
            least, cost, state = heapq.heappop(queue)
            if finish and least >= finish[0]:
                break
            if cost > best[state]:
                continue
            goal = goals.get(state[:2])
            if goal:
                total = cost + goal.cost + (0 if goal.upright == state[2] else _BEND)
                if finish is None or total < finish[0]:
                    finish = (total, state, goal)
            for after, price in self._steps(state, costs):
                total = cost + price
                if total < best.get(after, float("inf")):
                    best[after] = total
                    came[after] = (state, came[state][1])
                    heapq.heappush(queue, (total + self._rest(after, aim), total, after))
        return self._traced(finish[1], finish[2], came) if finish else None

    def _rest(self, state: _State, aim: Box) -> float:
        """The least that a way from a node to a box of goals can cost."""
        x, y = self.xs[state[0]], self.ys[state[1]]
        across = max(aim.x - x, x - aim.right, 0.0)
        return across + max(aim.y - y, y - aim.bottom, 0.0)

    def _steps(self, state: _State, costs: _Costs) -> Iterable[tuple[_State, float]]:
        """The nodes beside a node that a way may go on to, with the price of the step."""
        column, row, upright = state
        for left, after in ((column - 1, column - 1), (column, column + 1)):
            if 0 <= after < len(self.xs) and (left, row) not in self._across:
                yield (after, row, False), costs.across(left, row) + (_BEND if upright else 0)
        for top, after in ((row - 1, row - 1), (row, row + 1)):
            if 0 <= after < len(self.ys) and (column, top) not in self._down:
                yield (column, after, True), costs.down(column, top) + (0 if upright else _BEND)

    def _traced(
        self,
        last: _State,
        goal: Port,
        came: dict[_State, tuple[_State | None, Port | None]],
    ) -> tuple[Point, ...]:
        """The points of a way, from the edge of one card to that of the other."""
        points = [goal.edge]
        state: _State | None = last
        start = came[last][1]
        while state is not None:
            points.append(Point(self.xs[state[0]], self.ys[state[1]]))
            state = came[state][0]
        if start:
            points.append(start.edge)
        return tuple(reversed(points))

    def _node(self, point: Point) -> _Node:
        """The node at a point whose coordinates are lines of the grid."""
        column = bisect_left(self.xs, round(point.x, 2))
        return column, bisect_left(self.ys, round(point.y, 2))


class _Costs:
    """What a step costs: its length, dearer on another line or across one."""

    def __init__(self, xs: list[float], ys: list[float], lines: Sequence[Segment]) -> None:
        self._xs, self._ys = xs, ys
        self._dear_across: dict[_Node, float] = {}
        self._dear_down: dict[_Node, float] = {}
        for start, end in lines:
            if abs(start.y - end.y) < 0.5:
                self._level(min(start.x, end.x), max(start.x, end.x), start.y)
            else:
                self._upright(min(start.y, end.y), max(start.y, end.y), start.x)

    def _level(self, low: float, high: float, y: float) -> None:
        """Notes a level line from `low` to `high`."""
        columns = range(max(0, bisect_right(self._xs, low) - 1), bisect_left(self._xs, high))
        for row in range(bisect_left(self._ys, y - 6), bisect_right(self._ys, y + 6)):
            for column in columns:
                length = self._xs[min(column + 1, len(self._xs) - 1)] - self._xs[column]
                self._dear_across[column, row] = length * _ALONG + _JOINING
        row = bisect_left(self._ys, y) - 1
        for column in range(bisect_left(self._xs, low), bisect_right(self._xs, high)):
            self._dear_down[column, row] = self._dear_down.get((column, row), 0) + _CROSSING

    def _upright(self, low: float, high: float, x: float) -> None:
        """Notes an upright line from `low` to `high`."""
        rows = range(max(0, bisect_right(self._ys, low) - 1), bisect_left(self._ys, high))
        for column in range(bisect_left(self._xs, x - 6), bisect_right(self._xs, x + 6)):
            for row in rows:
                length = self._ys[min(row + 1, len(self._ys) - 1)] - self._ys[row]
                self._dear_down[column, row] = length * _ALONG + _JOINING
        column = bisect_left(self._xs, x) - 1
        for row in range(bisect_left(self._ys, low), bisect_right(self._ys, high)):
            self._dear_across[column, row] = self._dear_across.get((column, row), 0) + _CROSSING

    def across(self, column: int, row: int) -> float:
        """The cost of the step to the right of a node."""
        length = self._xs[column + 1] - self._xs[column]
        return length + self._dear_across.get((column, row), 0.0)

    def down(self, column: int, row: int) -> float:
        """The cost of the step downwards from a node."""
        length = self._ys[row + 1] - self._ys[row]
        return length + self._dear_down.get((column, row), 0.0)
