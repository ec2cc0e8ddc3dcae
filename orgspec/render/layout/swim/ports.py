"""How far from the middle of its row each way runs, leaves its node and comes to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.swim.ranks import Pair
from orgspec.render.layout.swim.routes import Route, comes_level, labelled_part, leaves_level
from orgspec.render.layout.swim.shape import MIDDLE, PORT_GAP, Reach, Shape
from orgspec.render.layout.swim.tracks import Key

_STEP = 6.0
_BEYOND = 20  # steps beyond the room of a node that it may grow by
_AIR = 5.0  # between a label and a way


@frozen
class Ports:
    """The offsets of the level parts on rows.

    Attributes:
        offset: part of a way → its distance below the middle of its row, in pixels.
        before: gutter (its coarse x) → pairs of parts of which the first must have the lower track.
        leaving, coming: node → how far above its middle (negative) and below it ways leave it and
            come to it.
    """

    offset: Mapping[Key, float]
    before: Mapping[int, frozenset[tuple[Key, Key]]]
    leaving: Mapping[int, Reach]
    coming: Mapping[int, Reach]


@frozen
class _Part:
    """A level part on a row: it leaves `source`, comes to `target`, or both."""

    key: Key
    row: int
    left: int
    right: int
    source: int | None
    target: int | None
    wanted: float
    half: float  # of its label, which stands in the first gutter


def ports_of(
    routes: Sequence[Route],
    ways: Sequence[Pair],
    shapes: Sequence[Shape],
    heights: Sequence[float],
) -> Ports:
    """The offsets of all level parts; `heights` are those of the labels of the ways."""
    wanted = _wanted(routes, ways)
    parts = [p for i in range(len(routes)) for p in _parts(i, routes[i], ways[i], wanted, heights)]
    parts.sort(key=lambda p: (p.source is None or p.target is None, -p.half, p.left - p.right))
    return _Fitting(routes, shapes).fit(parts)


def _parts(
    way: int, route: Route, pair: Pair, wanted: Mapping[Key, float], heights: Sequence[float]
) -> Iterator[_Part]:
    """The level parts of a route on rows: the first and the last, or the only one."""
    half = heights[way] / 2
    if len(route) == 2:
        (left, row), (right, _) = route
        yield _Part((way, 0), row, left, right, *pair, 0.0, half)
        return
    if leaves_level(route):
        (left, row), (right, _) = route[:2]
        yield _Part((way, 0), row, left, right, pair[0], None, wanted[way, 0], half)
    if comes_level(route):
        key = (way, len(route) - 2)
        (left, row), (right, _) = route[-2:]
        shown = half if labelled_part(route) == key[1] else 0.0
        yield _Part(key, row, left, right, None, pair[1], wanted[key], shown)


def _wanted(routes: Sequence[Route], ways: Sequence[Pair]) -> dict[Key, float]:
    """The offsets that ways would have if each node were alone: spread, in an order without knots."""
    sides: dict[tuple[int, bool], list[tuple[tuple[int, int], Key]]] = {}
    for way, route in enumerate(routes):
        if leaves_level(route):
            turn, after = route[1], route[min(2, len(route) - 1)]
            bend = _sign(after[1] - turn[1])
            key = (bend, -bend * turn[0])
            sides.setdefault((ways[way][0], True), []).append((key, (way, 0)))
        if comes_level(route):
            turn, last = route[-2], route[max(-3, -len(route))]
            bend = _sign(last[1] - turn[1])
            key = (bend, bend * turn[0])
            sides.setdefault((ways[way][1], False), []).append((key, (way, len(route) - 2)))
    found: dict[Key, float] = {}
    for entries in sides.values():
        entries.sort()
        direct = [i for i, (_, key) in enumerate(entries) if len(routes[key[0]]) == 2]
        middle = direct[0] if direct else (len(entries) - 1) / 2
        for place, (_, key) in enumerate(entries):
            found[key] = (place - middle) * PORT_GAP
    return found


class _Fitting:
    """Gives one part after the other its offset."""

    def __init__(self, routes: Sequence[Route], shapes: Sequence[Shape]) -> None:
        self.routes, self.shapes = routes, shapes
        self.fitted: dict[int, list[tuple[_Part, float]]] = {}
        self.before: dict[int, set[tuple[Key, Key]]] = {}
        self.leaving: dict[int, Reach] = {}
        self.coming: dict[int, Reach] = {}

    def fit(self, parts: Sequence[_Part]) -> Ports:
        """The offsets of all parts."""
        offsets: dict[Key, float] = {}
        for part in parts:
            offset = self._offset(part)
            offsets[part.key] = offset
            self.fitted.setdefault(part.row, []).append((part, offset))
            for node, reach in ((part.source, self.leaving), (part.target, self.coming)):
                if node is not None:
                    above, below = reach.get(node, MIDDLE)
                    reach[node] = (min(above, offset), max(below, offset))
        before = {gutter: frozenset(pairs) for gutter, pairs in self.before.items()}
        return Ports(offsets, before, self.leaving, self.coming)

    def _offset(self, part: _Part) -> float:
        """The offset next to the one wanted at which the part meets no other."""
        room = min(
            self.shapes[part.source].leaving_room if part.source is not None else 1e9,
            self.shapes[part.target].coming_room if part.target is not None else 1e9,
        )
        steps = [part.wanted + sign * _STEP * i for i in range(80) for sign in (1, -1)]
        for tries in ([x for x in steps if abs(x) <= room], steps):
            for offset in tries:
                needed = self._needed(part, offset)
                if needed is not None:
                    for gutter, pair in needed:
                        self.before.setdefault(gutter, set()).add(pair)
                    return offset
        return part.wanted

    def _needed(self, part: _Part, offset: float) -> list[tuple[int, tuple[Key, Key]]] | None:
        """The orders of tracks that an offset needs; None if it cannot be."""
        needed: list[tuple[int, tuple[Key, Key]]] = []
        for other, at in self.fitted.get(part.row, ()):
            if part.left > other.right or other.left > part.right:
                continue
            distance = abs(offset - at)
            if distance >= PORT_GAP + _labels(part, other):
                continue
            first, second = (part, other) if part.left < other.left else (other, part)
            gutter = first.right
            if gutter == second.left and first.target is not None and second.source is not None:
                continue  # one comes to the node at its left, the other leaves it at its right
            if gutter == second.left and gutter % 2:
                continue  # one turns to a node in the left half of a column, one comes from its right
            if not (gutter == second.left and gutter % 2 == 0):
                return None
            pair = (self._turn(first, gutter), self._turn(second, gutter))
            if pair[0][0] == pair[1][0] or self._circles(gutter, pair, needed):
                return None
            needed.append((gutter, pair))
        return needed

    def _turn(self, part: _Part, gutter: int) -> Key:
        """The upright part in a gutter in which a level part begins or ends."""
        way, number = part.key
        return (way, number + 1) if part.right == gutter else (way, number - 1)

    def _circles(
        self, gutter: int, pair: tuple[Key, Key], needed: list[tuple[int, tuple[Key, Key]]]
    ) -> bool:
        """Whether one more order of two tracks would contradict the others."""
        pairs = self.before.get(gutter, set()) | {p for g, p in needed if g == gutter}
        seen, frontier = {pair[1]}, [pair[1]]
        while frontier:
            at = frontier.pop()
            if at == pair[0]:
                return True
            for one, other in pairs:
                if one == at and other not in seen:
                    seen.add(other)
                    frontier.append(other)
        return False


def _labels(one: _Part, other: _Part) -> float:
    """How much further apart two parts have to be because of their labels."""
    first_of_one, first_of_other = one.left + 1, other.left + 1
    more = 0.0
    if one.half and other.left < first_of_one <= other.right:
        more = one.half + (other.half if first_of_one == first_of_other else 0.0)
    if other.half and one.left < first_of_other <= one.right:
        more = max(more, other.half)
    return max(0.0, more + _AIR - PORT_GAP) if more else 0.0


def _sign(number: int) -> int:
    """−1, 0 or 1."""
    return (number > 0) - (number < 0)
