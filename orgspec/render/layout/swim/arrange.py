"""A swimlane diagram with all its places: lanes, shapes, ways and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgspec.render import fonts
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.swim.board import board_of
from orgspec.render.layout.swim.label import PlacedLabel, label_of, placed_labels
from orgspec.render.layout.swim.order import lane_order
from orgspec.render.layout.swim.place import Plan, Scale, Side, scale_of
from orgspec.render.layout.swim.ports import ports_of
from orgspec.render.layout.swim.ranks import leading_back, pairs_of, ranks
from orgspec.render.layout.swim.routes import routes_of
from orgspec.render.layout.swim.shape import Shape, shape_of
from orgspec.render.wrap import wrap
from orgspec.swimlane import Lane, NodeKind, Passage, Swimlane

HEAD = 124.0
BAND_SIZE, BAND_LEADING = 11.5, 15.0
HEAD_SIZE, HEAD_LEADING = 13.0, 17.5
_ROUNDS = 8  # of widening gutters for labels


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane: its head, the lines in it, and its field."""

    lane: Lane
    head: Box
    lines: tuple[str, ...]
    field: Box


@dataclass(frozen=True, slots=True)
class Band:
    """A department beside its lanes; its lines run upwards."""

    text: tuple[str, ...]
    box: Box
    colour: int


@dataclass(frozen=True, slots=True)
class PlacedShape:
    """A node: its shape and where its anchor lies."""

    shape: Shape
    anchor: Point

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that it covers."""
        return tuple(box.moved(self.anchor.x, self.anchor.y) for box in self.shape.parts)


@dataclass(frozen=True, slots=True)
class PlacedWay:
    """A way: its corners, its label, and whether it leads back."""

    passage: Passage
    corners: tuple[Point, ...]
    label: PlacedLabel | None
    leads_back: bool


@dataclass(frozen=True, slots=True)
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
    lane = {node.id: node.lane for node in diagram.nodes}
    ways = [(lane[p.source], lane[p.target]) for p in diagram.passages
            if p.source in lane and p.target in lane]  # fmt: skip
    return lane_order(diagram.lanes, ways)


def arrange(
    diagram: Swimlane, locale: str, lanes: Sequence[int], *, banded: bool = True
) -> Arranged:
    """The places of a diagram with its lanes in an order; `banded` shows the departments."""
    plan, back = _planned(diagram, locale, lanes)
    more: dict[Side, float] = {}
    left = _band_width(diagram, banded) + HEAD
    scale = scale_of(plan, more)
    for turn in range(_ROUNDS):
        frame = Box(1, 1, scale.width - 2, scale.height - 2)
        boxes = [b for s in _shapes(plan, scale) for b in s.boxes]
        labels, lost = placed_labels(plan.labels, scale.lines, [b.grown(3) for b in boxes], frame)
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
        scale = scale_of(plan, more)
    ways = tuple(
        PlacedWay(passage, _moved(line, left), _label_moved(label, left), index in back)
        for index, (passage, line, label) in enumerate(
            zip(_passages(diagram), scale.lines, labels, strict=True)
        )
    )
    shapes = tuple(
        PlacedShape(s.shape, Point(s.anchor.x + left, s.anchor.y)) for s in _shapes(plan, scale)
    )
    width = left + scale.width
    shown = list(dict.fromkeys(plan.board.lane_of_row))
    placed = _lanes(diagram, shown, scale, left, width)
    bands = _bands(placed, left - HEAD) if left > HEAD else ()
    return Arranged(placed, bands, shapes, ways, width, scale.height)


def _passages(diagram: Swimlane) -> list[Passage]:
    """The ways between nodes that the diagram has."""
    pairs = pairs_of(diagram.nodes, diagram.passages)
    return [p for p, pair in zip(diagram.passages, pairs, strict=True) if pair is not None]


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
    heights = [label.height if label else 0.0 for label in labels]
    widths = [label.width if label else 0.0 for label in labels]
    routes = routes_of(board, shapes, ways, back, widths)
    ports = ports_of(routes, ways, shapes, heights)
    grown = [
        shape if ports.reach.get(i, 0) <= min(shape.leaving_room, shape.coming_room)
        else shape_of(shape.node, chinese, ports.reach[i])
        for i, shape in enumerate(shapes)
    ]  # fmt: skip
    return Plan(board, grown, ways, routes, ports, labels), back


def _shapes(plan: Plan, scale: Scale) -> list[PlacedShape]:
    """The shapes at their anchors."""
    board = plan.board
    return [
        PlacedShape(shape, Point(scale.anchor_x[board.column[i]], scale.anchor_y[board.row[i]]))
        for i, shape in enumerate(plan.shapes)
    ]


def _lanes(
    diagram: Swimlane, shown: Sequence[int], scale: Scale, left: float, width: float
) -> tuple[PlacedLane, ...]:
    """The lanes from above."""
    found = []
    for place, index in enumerate(shown):
        top, bottom = scale.boundaries[place], scale.boundaries[place + 1]
        lane = diagram.lanes[index]
        lines = wrap(lane.title, HEAD_SIZE, HEAD - 20, bold=True)
        head = Box(left - HEAD, top, HEAD, bottom - top)
        found.append(PlacedLane(lane, head, lines, Box(left, top, width - left, bottom - top)))
    return tuple(found)


def _band_width(diagram: Swimlane, banded: bool) -> float:
    """The width of the bands; none where all lanes are of one department or of none."""
    departments = {lane.department for lane in diagram.lanes if lane.department}
    return 2 * BAND_LEADING + 10 if banded and departments else 0.0


def _bands(lanes: Sequence[PlacedLane], width: float) -> tuple[Band, ...]:
    """The departments beside their lanes."""
    found: list[Band] = []
    start = 0
    for place in range(1, len(lanes) + 1):
        first = lanes[start]
        if place < len(lanes) and lanes[place].lane.department == first.lane.department:
            continue
        if first.lane.department:
            bottom = lanes[place - 1].head.bottom
            box = Box(0, first.head.y, width, bottom - first.head.y)
            text = wrap(first.lane.department, BAND_SIZE, box.height - 12, bold=True, max_lines=2)
            if len(text) == 1 and fonts.width(text[0], BAND_SIZE, True) > box.height - 8:
                text = wrap(text[0], BAND_SIZE, box.height - 8, bold=True, max_lines=2)
            found.append(Band(text, box, first.lane.colour))
        start = place
    return tuple(found)


def _moved(line: Sequence[Point], dx: float) -> tuple[Point, ...]:
    """A line further to the right."""
    return tuple(Point(p.x + dx, p.y) for p in line)


def _label_moved(label: PlacedLabel | None, dx: float) -> PlacedLabel | None:
    """A label further to the right."""
    return PlacedLabel(label.label, label.box.moved(dx, 0)) if label is not None else None


def is_round(kind: NodeKind) -> bool:
    """Whether a mark is a ring."""
    return kind in (NodeKind.START, NodeKind.END, NodeKind.EVENT, NodeKind.LINK)
