"""A chart with a place for everything on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgspec.document import Card, CardKind, Chart
from orgspec.frozen import frozen
from orgspec.render.layout.card import CardStyle, FittedCard, fit_all
from orgspec.render.layout.connect import solid_lines
from orgspec.render.layout.dotted import Dotted, dotted_lines
from orgspec.render.layout.geometry import Box, Point, around
from orgspec.render.layout.outside import beside
from orgspec.render.layout.plan import Forest, Options, Plan, forest, high_cards, plan
from orgspec.render.layout.position import positions
from orgspec.render.layout.rows import PlacedRow, place_rows

_MANY_CARDS = 150
_VERY_MANY = 10_000

# How many heads stand in one row below the highest, and below others (0: as many).
_TRIES = (
    (12, 0),
    (9, 4),
    (9, 3),
    (6, 0),
    (6, 4),
    (6, 3),
    (5, 0),
    (5, 3),
    (4, 0),
    (4, 3),
    (4, 2),
    (3, 0),
)
_FEW_TRIES = ((6, 0), (5, 3), (4, 0), (3, 0))
_WRAPPED = 0.92
_SMALLER = 0.7  # of two that are alike large on a page, one that takes so much less room


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
    in_tree = [fitted[card.id] for card in tree.cards]
    boxes, solid = _placed(tree, in_tree, style)
    names = [card.id for card in tree.cards]
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


def _placed(
    chart: Chart, fitted: Sequence[FittedCard], style: CardStyle
) -> tuple[list[Box], list[tuple[int, int, tuple[Point, ...]]]]:
    """The boxes of the cards of the tree, and its lines."""
    trees = forest(chart)
    best: tuple[float, list[Box], Plan] | None = None
    least = 0.0  # the area of the best one
    known: dict[object, tuple[list[Box], Box]] = {}
    for options in _choices(trees, chart.cards, style):
        planned = plan(trees, style, options)
        most = max(map(len, (*planned.units, trees.roots)))
        # In a small chart many options come to the same.
        alike = (planned.units, planned.railed, _rows(planned, trees, options))
        if alike not in known:
            boxes = positions(fitted, trees, planned, style, options)
            known[alike] = boxes, around(boxes)
        boxes, frame = known[alike]
        score, area = _score(frame, style, options, most), frame.width * frame.height
        smaller = best is not None and score > best[0] * 0.99 and area < least * _SMALLER
        if best is None or score > best[0] * 1.02 or smaller:
            best, least = (score, boxes, planned), area
    assert best is not None  # there is always a first choice
    return best[1], solid_lines(best[1], trees, best[2], style)


def _rows(planned: Plan, trees: Forest, options: Options) -> tuple[int, ...]:
    """How many units stand in one row below each head, and roots beside one another."""
    below = map(min, planned.across, map(len, planned.units))
    return (*below, min(options.across, len(trees.roots)))


def _choices(trees: Forest, cards: Sequence[Card], style: CardStyle) -> Iterator[Options]:
    """The options worth a try, the plainest first."""
    most = max(map(len, trees.children), default=1)
    widest = max(most, len(trees.roots), 1)
    if len(cards) > _MANY_CARDS:
        tries = _FEW_TRIES if len(cards) > _VERY_MANY else _TRIES
        seen = {(min(across, widest), below) for across, below in tries}
        yield from (Options(8, across, below=below) for across, below in sorted(seen, reverse=True))
        return
    row_choices = (True, False) if style.rows_everywhere else (False,)
    stacks = sorted({min(most, stack) for stack in (6, 4, 3, 5, 8, 10, 15) if stack} | {1})
    stacks = [stack for stack in stacks if stack >= min(3, most)] or [1]
    high = high_cards(trees)
    lower = max((len(c) for head, c in enumerate(trees.children) if head not in high), default=0)
    for across in sorted({min(widest, n) for n in (12, 8, 7, 6, 5, 4, 3)}, reverse=True):
        for below in (0, *(n for n in (3, 2) if n < min(across, lower))):
            for stack in stacks if not below else stacks[:2]:
                yield from (Options(stack, across, rows, below) for rows in row_choices)


def _score(frame: Box, style: CardStyle, options: Options, most: int) -> float:
    """How large the chart is on a page of the wished proportion; one row is worth a little."""
    width, height = frame.width + 120, frame.height + 200
    wrapped = (options.below or options.across) < most
    return min(style.ratio / width, 1 / height) * (_WRAPPED if wrapped else 1.0)


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
