"""Charts of hundreds of posts: wide and deep ones, with several tops."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from orgspec.document import Card, CardKind, Chart, Line
from orgspec.render.layout.arrange import arrange
from orgspec.render.layout.card import NORMAL
from orgspec.render.layout.geometry import Box, Point, around

NAMES = (
    "陈晓明", "Li Wei", "Maximiliana Alexandra von Hohenstein-Featherstonehaugh",
    "国际业务发展与海外市场战略合作事业部副总经理（主持工作）",
)  # fmt: skip


def organisation(seed: int, count: int) -> Chart:
    """Random lines of reporting: a wide head, a deep chain, several tops, assistants, vacancies."""
    random = Random(seed)
    cards, lines = [], []
    for index in range(count):
        kind = CardKind.VACANT if random.random() < 0.1 else CardKind.POST
        cards.append(
            Card(
                f"c{index}", random.choice(NAMES), random.choice(NAMES), f"GW-{index}",
                random.choice(("", "陈")), random.choice(("", "编 4 / 5")), kind,
                assistant=random.random() < 0.05,
            )
        )  # fmt: skip
        if index < 3:
            continue  # tops
        shape = random.random()
        above = 0 if shape < 0.15 else index - 1 if shape < 0.35 else random.randrange(index)
        lines.append(Line(f"c{above}", f"c{index}"))
    return Chart(tuple(cards), tuple(lines))


def _strip(start: Point, end: Point) -> Box:
    return around([Box(start.x, start.y, 0, 0), Box(end.x, end.y, 0, 0)]).grown(0.01)


@pytest.mark.parametrize(("seed", "count"), [(1, 120), (2, 400)])
def test_in_large_charts_no_cards_overlap_and_no_line_runs_through_one(
    seed: int, count: int
) -> None:
    placed = arrange(organisation(seed, count), NORMAL)
    boxes = sorted((card.box for card in placed.cards), key=lambda box: box.x)
    assert len(boxes) == count
    for index, box in enumerate(boxes):
        beside = (other for other in boxes[index + 1 : index + 200] if other.x < box.right)
        assert not any(box.overlaps(other) for other in beside)
    inner = [box.grown(-1) for box in boxes]
    parts = {_strip(a, b) for line in placed.lines for a, b in pairwise(line.corners)}
    for part in parts:
        assert not any(part.overlaps(box) for box in inner)


def test_a_chart_of_two_thousand_posts_is_of_the_proportion_of_a_page() -> None:
    random = Random(4)
    cards = [Card(f"c{i}", "陈晓明", "专员", initial="陈") for i in range(2_000)]
    lines = [Line(f"c{(i - 1) // random.choice((6, 8, 10))}", f"c{i}") for i in range(1, 2_000)]
    placed = arrange(Chart(tuple(cards), tuple(lines)), NORMAL)
    assert 0.5 < placed.width / placed.height < 4
