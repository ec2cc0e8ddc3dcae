"""Swimlane diagrams to lay out, and what must hold of every one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

from orgspec.render import fonts
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.swim.arrange import Arranged
from orgspec.render.layout.swim.lanes import BAND_LEADING, BAND_SIZE, HEAD_LEADING, HEAD_SIZE
from orgspec.swimlane import Lane, Node, NodeKind, Passage, Swimlane

ROUND = (NodeKind.START, NodeKind.END, NodeKind.EVENT, NodeKind.LINK)
Segment = tuple[int, Point, Point]  # the way that it is part of, its ends
_NAMES = (
    "Quote", "Check the documents", "Sign the contract", "报价", "审核合同并签署", "出具正本单证",
    "Book space with the forwarder", "Arrange production and quality inspection", "结案",
)  # fmt: skip
_CONDITIONS = (
    "accepted",
    "客户还价",
    "otherwise",
    "complete and within the credit limit",
    "无差错",
)


def generated(seed: int, steps: int = 40, lanes: int = 9) -> Swimlane:
    """A workflow with choices, forks, joins and loops, the same for the same seed."""
    draw = random.Random(seed)
    lane = [draw.randrange(lanes) for _ in range(steps)]
    nodes, passages = [], []
    nodes.append(Node("start", NodeKind.START, lane[0], "An inquiry arrives"))
    passages.append(Passage("start", "s0"))
    incoming: dict[int, int] = {0: 1}
    for index in range(steps):
        ways: list[int] = []
        if index < steps - 1:
            ways.append(index + 1 if draw.random() < 0.8 else min(steps - 1, index + 2))
        if draw.random() < 0.35:
            ways.append(draw.randrange(min(index + 1, steps - 1), steps))
        if draw.random() < 0.12:
            ways.append(draw.randrange(min(index + 1, steps - 1), steps))
        ways = [w for w in dict.fromkeys(ways) if w != index]
        back = draw.randrange(index + 1) if draw.random() < 0.2 else None
        forks = len(ways) > 1 and back is None and draw.random() < 0.4
        gateway = draw.random() < 0.08
        for way in ways:
            incoming[way] = incoming.get(way, 0) + 1
            label = (
                draw.choice(_CONDITIONS) if not forks and len(ways) + (back is not None) > 1 else ""
            )
            handoff = (
                "Order file\n4 hours" if lane[way] != lane[index] and draw.random() < 0.4 else ""
            )
            passages.append(Passage(f"s{index}", f"s{way}", label, handoff))
        if back is not None:
            passages.append(
                Passage(f"s{index}", f"s{back}", "otherwise (at most 2×)", bounded=True)
            )
        kind = NodeKind.GATEWAY if gateway else NodeKind.STEP
        nodes.append(
            Node(
                f"s{index}",
                kind,
                lane[index],
                draw.choice(_NAMES),
                str(index + 1),
                "" if gateway else "2 working days",
                () if gateway else ("Order record",),
                choice=not gateway and not forks and len(ways) + (back is not None) > 1,
                fork=not gateway and forks,
                join=not gateway and incoming.get(index, 0) > 1 and draw.random() < 0.4,
                ends=not ways and back is None,
            )
        )
    made = tuple(Lane(f"Role {i}", f"Department {i // 3}", i // 3) for i in range(lanes))
    return Swimlane(made, tuple(nodes), tuple(passages))


def faults(arranged: Arranged) -> list[str]:
    """What is wrong with a layout: in words, nothing where all is well."""
    return [
        *_lines_on_lines(arranged),
        *_lines_through_boxes(arranged),
        *_boxes_on_boxes(arranged),
        *_labels(arranged),
        *_corners(arranged),
        *_heads(arranged),
    ]


def _segments(arranged: Arranged) -> list[Segment]:
    """The straight parts of all ways."""
    return [
        (number, a, b)
        for number, way in enumerate(arranged.ways)
        for a, b in zip(way.corners, way.corners[1:], strict=False)
        if a != b
    ]


def _lines_on_lines(arranged: Arranged) -> Iterator[str]:
    """Parts of ways that lie on one another, or so near that they look it."""
    for (one, a, b), (other, c, d) in combinations(_segments(arranged), 2):
        if a.y == b.y and c.y == d.y and abs(a.y - c.y) < 4:
            low = max(min(a.x, b.x), min(c.x, d.x))
            high = min(max(a.x, b.x), max(c.x, d.x))
        elif a.x == b.x and c.x == d.x and abs(a.x - c.x) < 4:
            low = max(min(a.y, b.y), min(c.y, d.y))
            high = min(max(a.y, b.y), max(c.y, d.y))
        else:
            continue
        if high - low > 0.5:
            yield f"ways {one} and {other} lie on one another at {a} {b} and {c} {d}"


def _lines_through_boxes(arranged: Arranged) -> Iterator[str]:
    """Ways through cards, marks and captions.

    A way reaches the slant of its own rhomb, and the curve of its own ring, inside their boxes.
    """
    for number, a, b in _segments(arranged):
        way = arranged.ways[number]
        ends = (way.passage.source, way.passage.target)
        for placed in arranged.shapes:
            shape = placed.shape
            slanted = (shape.rhomb, shape.body if shape.node.kind in ROUND else None)
            for box, part in zip(placed.boxes, shape.parts, strict=True):
                own = shape.node.id in ends and part in slanted
                if own and (a == way.corners[0] or b == way.corners[-1]):
                    if not _reaches(box, a if a == way.corners[0] else b):
                        yield f"way {number} does not end at {shape.node.id}"
                elif _crosses(box, a, b):
                    yield f"way {number} runs through {shape.node.id} at {a} {b}"


def _reaches(box: Box, point: Point) -> bool:
    """Whether a way ends at a box, or beyond it at another part of its node."""
    return box.y - 1 <= point.y <= box.bottom + 1 or not box.overlaps(Box(point.x, point.y, 1, 1))


def _boxes_on_boxes(arranged: Arranged) -> Iterator[str]:
    """Nodes that lie on one another or leave their lane."""
    for one, other in combinations(arranged.shapes, 2):
        if any(a.overlaps(b) for a in one.boxes for b in other.boxes):
            yield f"{one.shape.node.id} lies on {other.shape.node.id}"
    for placed in arranged.shapes:
        field = next(
            lane.field for lane in arranged.lanes
            if lane.field.y <= placed.anchor.y <= lane.field.bottom
        )  # fmt: skip
        for box in placed.boxes:
            if not _inside(box, field):
                yield f"{placed.shape.node.id} leaves its lane"


def _labels(arranged: Arranged) -> Iterator[str]:
    """Labels that are missing, or touch a node, another label or a way that is not theirs."""
    placed = [(number, way) for number, way in enumerate(arranged.ways)]
    boxes = [(n, way.label.box) for n, way in placed if way.label is not None]
    for number, way in placed:
        if (way.passage.label or way.passage.handoff) and way.label is None:
            yield f"way {number} ({way.passage.label or way.passage.handoff}) has no label"
    for (one, a), (other, b) in combinations(boxes, 2):
        if a.overlaps(b):
            yield f"the labels of ways {one} and {other} lie on one another"
    for number, box in boxes:
        for shape in arranged.shapes:
            if any(box.overlaps(each) for each in shape.boxes):
                yield f"the label of way {number} lies on {shape.shape.node.id}"
        for other, c, d in _segments(arranged):
            if other != number and _crosses(box, c, d):
                yield f"way {other} runs through the label of way {number}"
        if not any(_crosses(box, c, d) for n, c, d in _segments(arranged) if n == number):
            yield f"the label of way {number} does not lie on it"


def _corners(arranged: Arranged) -> Iterator[str]:
    """Ways that are not level and upright in turn, or leave the drawing."""
    for number, way in enumerate(arranged.ways):
        for a, b in zip(way.corners, way.corners[1:], strict=False):
            if a.x != b.x and a.y != b.y:
                yield f"way {number} is askew at {a} {b}"
        for corner in way.corners:
            if not (0 <= corner.x <= arranged.width and 0 <= corner.y <= arranged.height):
                yield f"way {number} leaves the drawing"


def _heads(arranged: Arranged) -> Iterator[str]:
    """Names of roles and departments that are larger than their place."""
    for lane in arranged.lanes:
        if not lane.lane.title:
            continue
        if HEAD_LEADING * len(lane.lines) > lane.head.height:
            yield f"the name of {lane.lane.title} is higher than its lane"
        if any(fonts.width(line, HEAD_SIZE, True) > lane.head.width - 8 for line in lane.lines):
            yield f"the name of {lane.lane.title} is wider than its head"
    for band in arranged.bands:
        if BAND_LEADING * len(band.text) > band.box.width:
            yield f"the name of {band.text} is wider than its band"
        if any(fonts.width(line, BAND_SIZE, True) > band.box.height - 4 for line in band.text):
            yield f"the name of {band.text} is higher than its band"


def _crosses(box: Box, a: Point, b: Point) -> bool:
    """Whether a part enters a box, by more than it touches its edge."""
    inner = box.grown(-0.6)
    left, right = sorted((a.x, b.x))
    top, bottom = sorted((a.y, b.y))
    return left < inner.right and inner.x < right and top < inner.bottom and inner.y < bottom


def _inside(box: Box, field: Box) -> bool:
    """Whether a box lies in another."""
    return (
        box.x >= field.x and box.y >= field.y
        and box.right <= field.right and box.bottom <= field.bottom
    )  # fmt: skip
