"""A swimlane diagram with all its places: lanes, shapes, ways and labels."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.swim.board import board_of
from orgspec.render.layout.swim.label import PlacedLabel, label_of, placed_labels
from orgspec.render.layout.swim.lanes import (
    Band,
    PlacedLane,
    band_width,
    bands_of,
    head_width,
    lanes_of,
    least_height,
)
from orgspec.render.layout.swim.order import lane_order
from orgspec.render.layout.swim.place import Plan, Scale, Side, scale_of
from orgspec.render.layout.swim.ports import ports_of
from orgspec.render.layout.swim.ranks import leading_back, pairs_of, ranks
from orgspec.render.layout.swim.routes import routes_of
from orgspec.render.layout.swim.shape import MIDDLE, Shape, shape_of
from orgspec.swimlane import NodeKind, Passage, Swimlane

_ROUNDS = 8  # of widening gutters for labels


@frozen
class PlacedShape:
    """A node: its shape and where its anchor lies."""

    shape: Shape
    anchor: Point

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that it covers."""
        return tuple(box.moved(self.anchor.x, self.anchor.y) for box in self.shape.parts)


@frozen
class PlacedWay:
    """A way: its corners, its label, and whether it leads back."""

    passage: Passage
    corners: tuple[Point, ...]
    label: PlacedLabel | None
    leads_back: bool


@frozen
class Arranged:
    """A diagram, or one row of a folded one."""

    lanes: tuple[PlacedLane, ...]
    bands: tuple[Band, ...]
    shapes: tuple[PlacedShape, ...]
    ways: tuple[PlacedWay, ...]
    width: float
    height: float


def order_of(diagram: Swimlane) -> list[int]:
    """The lanes of a diagram from above."""
    if diagram.ordered:
        return list(range(len(diagram.lanes)))
    lane = {node.id: node.lane for node in diagram.nodes}
    ways = [(lane[p.source], lane[p.target]) for p in diagram.passages
            if p.source in lane and p.target in lane]  # fmt: skip
    return lane_order(diagram.lanes, ways)


def arrange(
    diagram: Swimlane, locale: str, lanes: Sequence[int], *, least_band: float = 0.0
) -> Arranged:
    """The places of a diagram with its lanes in an order.

    `least_band` is the least width of the bands of departments, so that rows stand in line.
    """
    plan, back = _planned(diagram, locale, lanes)
    scale, labels = _labelled(plan, back)
    shown = list(dict.fromkeys(plan.board.lane_of_row))
    band = band_width(diagram.lanes, shown, scale.boundaries)
    band = max(band, least_band) if band else 0.0
    left = band + head_width(diagram.lanes)
    right = left + scale.width
    links = {node.id for node in diagram.nodes if node.kind is NodeKind.LINK}
    ways = tuple(
        PlacedWay(
            passage,
            _moved(line, left),
            _label_moved(label, left),
            index in back or (passage.bounded and not links.isdisjoint(_ends(passage))),
        )
        for index, (passage, line, label) in enumerate(
            zip(_passages(diagram), scale.lines, labels, strict=True)
        )
    )
    shapes = tuple(
        PlacedShape(s.shape, Point(s.anchor.x + left, s.anchor.y)) for s in _shapes(plan, scale)
    )
    placed = lanes_of(diagram.lanes, shown, scale.boundaries, {"left": left, "right": right})
    bands = bands_of(diagram.lanes, shown, scale.boundaries, band)
    return Arranged(placed, bands, shapes, ways, right, scale.height)


def _labelled(plan: Plan, back: frozenset[int]) -> tuple[Scale, Sequence[PlacedLabel | None]]:
    """The scale of a plan at which every label finds a place."""
    more: dict[Side, float] = {}
    for turn in range(_ROUNDS):
        scale = scale_of(plan, more)
        frame = Box(1, 1, scale.width - 2, scale.height - 2)
        boxes = [b.grown(3) for s in _shapes(plan, scale) for b in s.boxes]
        labels, lost = placed_labels(plan.labels, scale.lines, boxes, frame)
        if not lost or turn == _ROUNDS - 1:
            break
        for way in lost:
            label = plan.labels[way]
            source, target = plan.ways[way]
            wider = 24 + (label.width / 2 if label else 0)
            before = (2 * plan.board.column[source] + 2, False)
            behind = (2 * plan.board.column[target], True)
            for place in (before, behind) if way in back else (before,):
                more[place] = more.get(place, 0.0) + wider
    return scale, labels


def _passages(diagram: Swimlane) -> list[Passage]:
    """The ways between nodes that the diagram has."""
    pairs = pairs_of(diagram.nodes, diagram.passages)
    return [p for p, pair in zip(diagram.passages, pairs, strict=True) if pair is not None]


def _ends(passage: Passage) -> tuple[str, str]:
    """Where a way begins and where it ends."""
    return passage.source, passage.target


def _planned(diagram: Swimlane, locale: str, lanes: Sequence[int]) -> tuple[Plan, frozenset[int]]:
    """Columns, rows, routes and ports of a diagram, and which ways lead back."""
    nodes, passages = diagram.nodes, _passages(diagram)
    ways = [pair for pair in pairs_of(nodes, passages) if pair is not None]
    back = leading_back(nodes, passages)
    rank = ranks(nodes, passages, back)
    onward = [way for index, way in enumerate(ways) if index not in back]
    board = board_of(nodes, rank, onward, lanes)
    chinese = locale.lower().startswith("zh")
    shapes = [shape_of(node, chinese) for node in nodes]
    labels = [label_of(passage) for passage in passages]
    tall = [label.height if label else 0.0 for label in labels]
    widths = [label.width if label else 0.0 for label in labels]
    routes = routes_of(board, shapes, ways, back, widths)
    ports = ports_of(routes, ways, shapes, tall)
    grown = [
        shape_of(shape.node, chinese, ports.leaving.get(i, MIDDLE), ports.coming.get(i, MIDDLE))
        for i, shape in enumerate(shapes)
    ]
    heights = {lane: least_height(diagram.lanes[lane]) for lane in lanes}
    return Plan(board, grown, ways, routes, ports, labels, heights), back


def _shapes(plan: Plan, scale: Scale) -> list[PlacedShape]:
    """The shapes at their anchors."""
    board = plan.board
    return [
        PlacedShape(shape, Point(scale.anchor_x[board.column[i]], scale.anchor_y[board.row[i]]))
        for i, shape in enumerate(plan.shapes)
    ]


def _moved(line: Sequence[Point], dx: float) -> tuple[Point, ...]:
    """A line further to the right."""
    return tuple(Point(p.x + dx, p.y) for p in line)


def _label_moved(label: PlacedLabel | None, dx: float) -> PlacedLabel | None:
    """A label further to the right."""
    return PlacedLabel(label.label, label.box.moved(dx, 0)) if label is not None else None
