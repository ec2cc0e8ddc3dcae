"""Places for the cards that stand beside the tree of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from orgspec.document import Chart, Line
from orgspec.render.layout.card import CardStyle, FittedCard
from orgspec.render.layout.dotted import label_width
from orgspec.render.layout.geometry import Box, Point, around

_LINE_BESIDE = 16.0  # of a dotted line, what is seen on each side of its label


def beside(
    chart: Chart,
    placed: Mapping[str, Box],
    outsiders: Sequence[FittedCard],
    style: CardStyle,
    lines: Sequence[Sequence[Point]] = (),
) -> dict[str, Box]:
    """All boxes, with those of the outsiders in the top row.

    Each stands as near as there is room to the card that its dotted line leads to, else at the
    end of the row. One that is higher than the row keeps off the `lines` below it.
    """
    boxes = dict(placed)
    frame = around(boxes.values())
    straight = [_straight(*ends) for corners in lines for ends in pairwise(corners)]
    for each in outsiders:
        wished = _wished(chart, each.card.id, boxes, frame)
        gap = _gap(chart, each.card.id, boxes, frame, style)
        boxes[each.card.id] = _nearest(
            each, wished, [*boxes.values(), *straight], frame, gap, style
        )
    return boxes


def _straight(start: Point, end: Point) -> Box:
    """A straight piece of a line as a box without thickness."""
    x, y = min(start.x, end.x), min(start.y, end.y)
    return Box(x, y, abs(start.x - end.x), abs(start.y - end.y))


def _gap(chart: Chart, card: str, boxes: Mapping[str, Box], frame: Box, style: CardStyle) -> float:
    """How far from others an outsider stands: in their row, a label has room on the line."""
    labels = [
        line.label
        for line in chart.lines
        for other in _other_end(line, card)
        if other in boxes and boxes[other].y == frame.y
    ]
    longest = max((label_width(label, style) for label in labels if label), default=0.0)
    return max(style.gap_across, longest + 2 * _LINE_BESIDE if longest else 0.0)


def _other_end(line: Line, card: str) -> Iterator[str]:
    """The card to which a dotted line leads from another."""
    ends = (line.superior, line.subordinate)
    return (end for end in ends if line.dotted and card in ends and end != card)


def _wished(chart: Chart, card: str, boxes: Mapping[str, Box], frame: Box) -> float:
    """The x that the middle of an outsider would best have."""
    others = [end for line in chart.lines for end in _other_end(line, card)]
    centres = [boxes[other].centre.x for other in others if other in boxes]
    return sum(centres) / len(centres) if centres else frame.right


def _nearest(
    each: FittedCard,
    wished: float,
    boxes: Sequence[Box],
    frame: Box,
    gap: float,
    style: CardStyle,
) -> Box:
    """The free place in the top row nearest to a wish; inside the frame if there is one."""
    taken = [box for box in boxes if box.y < frame.y + each.height + style.gap_stack]
    stops = [wished - each.width / 2]
    stops += [box.right + gap for box in taken] + [box.x - gap - each.width for box in taken]
    stops += [frame.x, frame.right - each.width]
    free = []
    for x in stops:
        place = Box(x, frame.y, each.width, each.height)
        if not any(place.grown(gap - 1).overlaps(box) for box in taken):
            outside = max(0.0, frame.x - x) + max(0.0, place.right - frame.right)
            free.append((outside * 3 + abs(place.centre.x - wished), x, place))
    return min(free, key=lambda choice: choice[:2])[2]
