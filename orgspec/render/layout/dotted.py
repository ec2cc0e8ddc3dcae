"""The dotted lines of a placed chart, led around its cards, and the places of their labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from orgspec.document import Chart
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.connect import straightened
from orgspec.render.layout.geometry import Box, Point, around
from orgspec.render.layout.grid import Grid, Port, Segment

STEP = 9.0
_NEAR_CARDS = 150
_LABEL_PAD = 9.0
_LABEL_GAP = 4.0  # the least between a label and the line of another
_SHARED = 60.0  # what it costs to meet a card where another line does


@frozen
class Dotted:
    """A dotted line: its corners, and its label with the box it stands in."""

    superior: str
    subordinate: str
    corners: tuple[Point, ...]
    label: str = ""
    label_box: Box | None = None


def dotted_lines(
    chart: Chart,
    boxes: Mapping[str, Box],
    solid: Sequence[tuple[Point, ...]],
    style: CardStyle,
) -> list[Dotted]:
    """All dotted lines of a chart; none runs through a card while there is a way around.

    In a very large chart they may run behind cards.
    """
    wanted = [
        line
        for line in chart.lines
        if line.dotted
        and line.superior in boxes
        and line.subordinate in boxes
        and line.superior != line.subordinate
    ]
    if not wanted:
        return []
    segments = [segment for corners in solid for segment in pairwise(corners)]
    cards = list(boxes.values())
    ways: list[tuple[Point, ...]] = []
    grid = _grid(
        cards, [boxes[end] for line in wanted for end in (line.superior, line.subordinate)]
    )
    used: set[Point] = set()
    for line in wanted:
        corners = _way(grid, boxes[line.superior], boxes[line.subordinate], segments, used)
        used |= {corners[0], corners[-1]}
        ways.append(corners)
        segments += list(pairwise(corners))
    labels = [line.label for line in wanted]
    places = _label_boxes(labels, ways, cards, segments, style)
    return [
        Dotted(line.superior, line.subordinate, corners, line.label, place)
        for line, corners, place in zip(wanted, ways, places, strict=True)
    ]


def _label_boxes(
    labels: Sequence[str],
    ways: Sequence[Sequence[Point]],
    cards: Sequence[Box],
    segments: Sequence[Segment],
    style: CardStyle,
) -> list[Box | None]:
    """The places of the labels; one that can only stand on other lines is not said twice."""
    taken: list[Box] = []
    found: list[tuple[Box | None, bool]] = []
    for label, corners in zip(labels, ways, strict=True):
        box, clear = _label_box(label, corners, cards, taken, segments, style)
        taken += [box] if box else []
        found.append((box, clear))
    said = {label for label, (box, clear) in zip(labels, found, strict=True) if box and clear}
    return [
        box if clear or label not in said else None
        for label, (box, clear) in zip(labels, found, strict=True)
    ]


def _grid(cards: Sequence[Box], ends: Sequence[Box]) -> Grid:
    """The lines beside and between the cards; in a very large chart, those beside the ends."""
    frame = around(cards)
    xs = [frame.x - 22, frame.right + 22]
    ys = [frame.y - 22, frame.bottom + 22]
    for box in cards if len(cards) <= _NEAR_CARDS else ends:
        xs += [box.x - STEP, box.right + STEP, box.right + 17]
        ys += [box.y - STEP, box.y - 20, box.bottom + STEP, box.bottom + 20]
    for box in ends:
        for port in _ports(box, ends=True):
            xs.append(port.step.x)
            ys.append(port.step.y)
    return Grid(xs, ys, cards if len(cards) <= _NEAR_CARDS else ends)


def _ports(box: Box, ends: bool) -> Iterator[Port]:
    """Where a line may meet a card: at a superior rather below, at a subordinate rather above."""
    above, below = (0.0, 60.0) if ends else (60.0, 0.0)
    for share, cost in ((0.83, 0.0), (0.17, 4.0), (0.5, 8.0), (0.66, 2.0), (0.34, 6.0)):
        x = box.x + box.width * share
        yield Port(Point(x, box.y), Point(x, box.y - STEP), above + cost)
        yield Port(Point(x, box.bottom), Point(x, box.bottom + STEP), below + cost)
    # Solid lines enter at the middle of a side: these keep clear of them.
    y = box.y + box.height * 0.7
    yield Port(Point(box.right, y), Point(box.right + STEP, y), 20.0)
    yield Port(Point(box.x, y), Point(box.x - STEP, y), 24.0)


def _way(
    grid: Grid,
    superior: Box,
    subordinate: Box,
    lines: Sequence[Segment],
    used: Collection[Point] = (),
) -> tuple[Point, ...]:
    """The corners of one dotted line; where another meets a card already, it is dear to do so."""
    starts = tuple(_fresh(_ports(superior, ends=False), used))
    ends = tuple(_fresh(_ports(subordinate, ends=True), used))
    found = grid.way(starts, ends, lines)
    if found is None:
        start, end = superior.centre, subordinate.centre
        found = (start, Point(end.x, start.y), end)
    return straightened(found)


def _fresh(ports: Iterable[Port], used: Collection[Point]) -> Iterator[Port]:
    """Ports, those that other lines use at a price."""
    for port in ports:
        yield replace(port, cost=port.cost + _SHARED) if port.edge in used else port


def _label_box(
    label: str,
    corners: Sequence[Point],
    cards: Sequence[Box],
    labels: Sequence[Box],
    lines: Sequence[Segment],
    style: CardStyle,
) -> tuple[Box | None, bool]:
    """The best free place for a label on its line, and whether it is clear of all other lines.

    None if every place would hide a card or a label.
    """
    if not label:
        return None, True
    width, height = label_width(label, style), style.pill + 9
    near = around([Box(p.x, p.y, 0, 0) for p in corners]).grown(width)
    taken = [card.grown(3) for card in cards if card.overlaps(near)] + [b.grown(3) for b in labels]
    own = {_thin(segment) for segment in pairwise(corners)}
    others = [_thin(line) for line in lines if _thin(line).overlaps(near)]
    others = [other.grown(_LABEL_GAP) for other in others if other not in own]
    choices = [
        choice
        for segment in pairwise(corners)
        # Where a level label has no room, one that reads upwards or downwards may have.
        for turned in (False, True)
        for choice in _label_places(segment, width, height, turned)
        if not any(choice[1].overlaps(card) for card in taken)
    ]
    if not choices:
        return None, True
    priced = []
    for index, (cost, box) in enumerate(choices):
        hidden = sum(other.overlaps(box) for other in others)
        priced.append((cost + 2 * hidden, index, hidden == 0))
    _, best, clear = min(priced)
    return choices[best][1], clear


def label_width(label: str, style: CardStyle) -> float:
    """How long a label is."""
    return fonts.width(label, style.pill, True) + 2 * _LABEL_PAD


def _label_places(
    segment: Segment, width: float, height: float, turned: bool
) -> Iterator[tuple[float, Box]]:
    """Places for a label along a straight part of its line, with what speaks against each."""
    start, end = segment
    length = abs(start.x - end.x) + abs(start.y - end.y)
    across, down = (height, width) if turned else (width, height)
    needed = (down if abs(start.x - end.x) < 0.5 else across) + 12
    for step in range(1, 20):
        share = step / 20
        x = start.x + (end.x - start.x) * share - across / 2
        y = start.y + (end.y - start.y) * share - down / 2
        cost = abs(share - 0.5) + (3 if length < needed else 0) + (4 if turned else 0)
        yield cost - length / 2000, Box(x, y, across, down)


def _thin(segment: Segment) -> Box:
    """A line as a thin box."""
    start, end = segment
    return Box(
        min(start.x, end.x) - 1,
        min(start.y, end.y) - 1,
        abs(start.x - end.x) + 2,
        abs(start.y - end.y) + 2,
    )
