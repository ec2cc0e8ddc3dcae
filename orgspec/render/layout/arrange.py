"""A chart with a place for everything on it."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import CardKind, Chart
from orgspec.frozen import frozen
from orgspec.render.layout.best import best_placed
from orgspec.render.layout.card import CardStyle, FittedCard, fit_all
from orgspec.render.layout.dotted import Dotted, dotted_lines
from orgspec.render.layout.geometry import Box, Point, Size, around
from orgspec.render.layout.outside import beside
from orgspec.render.layout.plan import forest
from orgspec.render.layout.rows import PlacedRow, place_rows


@frozen
class PlacedCard:
    """A card where it stands."""

    fitted: FittedCard
    box: Box


@frozen
class Polyline:
    """A line through its corners; a dotted one may carry a label in a box."""

    superior: str
    subordinate: str
    corners: tuple[Point, ...]
    dotted: bool = False
    label: str = ""
    label_box: Box | None = None


@frozen
class Arrangement:
    """All cards and lines of a chart; nothing stands left of or above 0."""

    cards: tuple[PlacedCard, ...]
    lines: tuple[Polyline, ...]
    width: float
    height: float
    rows: tuple[PlacedRow, ...] = ()


def arrange(chart: Chart, style: CardStyle) -> Arrangement:
    """Places a chart: of the arrangements that suit it, the one largest on a page.

    No two cards overlap; no line runs through a card.
    """
    if not chart.cards:
        return Arrangement((), (), 0, 0)
    if chart.rows:
        return _in_rows(chart, style)
    apart = _apart(chart)
    tree = Chart(tuple(c for c in chart.cards if c.id not in apart), chart.lines)
    fitted = {each.card.id: each for each in fit_all(chart.cards, style)}
    names = [card.id for card in tree.cards]
    sizes = tuple([Size(fitted[name].width, fitted[name].height) for name in names])
    boxes, solid = best_placed(forest(tree), sizes, style)
    placed = dict(zip(names, boxes, strict=True))
    lines = [Polyline(names[a], names[b], corners) for a, b, corners in solid]
    placed = beside(
        chart,
        placed,
        [fitted[c.id] for c in chart.cards if c.id in apart],
        style,
        [line.corners for line in lines],
    )
    dotted = dotted_lines(chart, placed, [line.corners for line in lines], style)
    lines += [_dotted(each) for each in dotted]
    return _framed([PlacedCard(fitted[c.id], placed[c.id]) for c in chart.cards], lines)


def _in_rows(chart: Chart, style: CardStyle) -> Arrangement:
    """The cards of a chart in its rows."""
    fitted = {each.card.id: each for each in fit_all(chart.cards, style)}
    boxes, rows = place_rows(chart, fitted, style)
    frame = around([*boxes.values(), *(row.box for row in rows)])
    cards = tuple(PlacedCard(fitted[id_], box) for id_, box in boxes.items())
    return Arrangement(cards, (), frame.width, frame.height, rows)


def _apart(chart: Chart) -> frozenset[str]:
    """The cards that only dotted lines lead to: they stand beside the tree."""
    ends = [(line.dotted, end) for line in chart.lines for end in (line.superior, line.subordinate)]
    solid = {end for is_dotted, end in ends if not is_dotted}
    dotted = {end for is_dotted, end in ends if is_dotted}
    free = [card for card in chart.cards if card.id not in solid]
    apart = {c.id for c in free if c.kind is CardKind.OUTSIDE or c.id in dotted}
    return frozenset() if len(apart) == len(chart.cards) else frozenset(apart)


def _dotted(line: Dotted) -> Polyline:
    """A routed dotted line as a line of the chart."""
    return Polyline(line.superior, line.subordinate, line.corners, True, line.label, line.label_box)


def _framed(cards: Sequence[PlacedCard], lines: Sequence[Polyline]) -> Arrangement:
    """Everything moved so that it begins at 0, on whole pixels."""
    boxes = [card.box for card in cards]
    boxes += [Box(p.x, p.y, 0, 0) for line in lines for p in line.corners]
    boxes += [line.label_box for line in lines if line.label_box]
    frame = around(boxes)
    moved = tuple(PlacedCard(card.fitted, card.box.moved(-frame.x, -frame.y)) for card in cards)
    return Arrangement(
        moved,
        tuple(_moved(line, -frame.x, -frame.y) for line in lines),
        frame.width,
        frame.height,
    )


def _moved(line: Polyline, dx: float, dy: float) -> Polyline:
    """A line elsewhere."""
    corners = tuple(Point(p.x + dx, p.y + dy) for p in line.corners)
    box = line.label_box.moved(dx, dy) if line.label_box else None
    return Polyline(line.superior, line.subordinate, corners, line.dotted, line.label, box)
