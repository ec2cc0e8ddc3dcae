"""Dotted lines: each can be followed to its end, and is seen beside its label."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

from orgspec.document import Card, CardKind, Chart, Line
from orgspec.render.layout.arrange import Polyline, arrange
from orgspec.render.layout.card import NORMAL
from orgspec.render.layout.geometry import Box, Point


def product() -> Chart:
    """Three posts below a lead, of which each has a second superior elsewhere, one has two."""
    outside = ("Engineering Manager, Labels", "Engineering Manager, Tracking")
    below = ("Product Manager, Labels", "Product Manager, Tracking", "Product Designer")
    cards = (
        Card("lead", "Product Lead", "Product and Design", kind=CardKind.ROOT, initial="PL"),
        *(Card(name, name, "Product and Design", initial="P") for name in below),
        *(Card(name, name, "Squad", kind=CardKind.OUTSIDE) for name in outside),
    )
    seconds = ((0, 0), (1, 1), (0, 2), (1, 2))
    lines = (
        *(Line("lead", name) for name in below),
        *(Line(outside[one], below[two], True, "Dotted line") for one, two in seconds),
    )
    return Chart(cards, lines)


def dotted(chart: Chart) -> list[Polyline]:
    return [line for line in arrange(chart, NORMAL).lines if line.dotted]


def shared(one: Polyline, other: Polyline) -> float:
    """How far two lines run on one another."""
    return sum(
        _shared(*first, *second)
        for first in pairwise(one.corners)
        for second in pairwise(other.corners)
    )


def _shared(a: Point, b: Point, c: Point, d: Point) -> float:
    upright = max(abs(p.x - a.x) for p in (b, c, d)) < 1
    level = max(abs(p.y - a.y) for p in (b, c, d)) < 1
    if not (upright or level):
        return 0
    first, second = (sorted((p.y, q.y) if upright else (p.x, q.x)) for p, q in ((a, b), (c, d)))
    return max(0.0, min(first[1], second[1]) - max(first[0], second[0]))


def test_no_two_dotted_lines_run_into_one() -> None:
    lines = dotted(product())
    assert len(lines) == 4
    assert [shared(one, other) for one, other in combinations(lines, 2)] == [0] * 6
    ends = [end for line in lines for end in (line.corners[0], line.corners[-1])]
    assert len(set(ends)) == len(ends)


def test_a_line_to_a_card_beside_is_seen_on_both_sides_of_its_label() -> None:
    cards = (
        Card("lead", "Risk Lead", kind=CardKind.ROOT, initial="R"),
        Card("analyst", "Analyst", initial="A"),
        Card("legal", "Legal Manager", "Legal Department", kind=CardKind.OUTSIDE),
    )
    lines = (Line("lead", "analyst"), Line("legal", "lead", True, "Dotted line"))
    (line,) = dotted(Chart(cards, lines))
    label = line.label_box
    assert label is not None
    assert label.width > label.height
    low, high = sorted((line.corners[0].x, line.corners[-1].x))
    assert min(label.x - low, high - label.right) > 10


def test_a_label_keeps_off_the_lines_beside_it() -> None:
    placed = arrange(product(), NORMAL)
    solid = [
        Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).grown(3)
        for line in placed.lines
        if not line.dotted
        for a, b in pairwise(line.corners)
    ]
    labels = [line.label_box for line in placed.lines if line.label_box is not None]
    assert labels
    assert not any(label.overlaps(part) for label in labels for part in solid)


def test_the_line_to_a_last_row_of_one_unit_runs_straight_down() -> None:
    """A unit with a rail is wider than its card: its line comes in beside its middle."""
    heads, each = 7, 4
    cards = [Card("top", "Export Director", kind=CardKind.ROOT)]
    lines = []
    for head in range(heads):
        cards.append(Card(f"h{head}", f"Lead {head}", "Export"))
        lines.append(Line("top", f"h{head}"))
        cards += [Card(f"p{head}.{post}", f"Clerk {post}", "Export") for post in range(each)]
        lines += [Line(f"h{head}", f"p{head}.{post}") for post in range(each)]
    placed = arrange(Chart(tuple(cards), tuple(lines)), replace(NORMAL, ratio=0.4))
    ways = {line.subordinate: line.corners for line in placed.lines}
    low = max(ways[f"h{head}"][-1].y for head in range(heads))
    last = [ways[f"h{head}"] for head in range(heads) if ways[f"h{head}"][-1].y == low]
    assert len(last) == 1
    assert len(last[0]) == 2
