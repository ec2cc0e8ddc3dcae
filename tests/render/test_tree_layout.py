"""The places of cards and lines."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.document import Card, CardKind, Chart, Line
from orgspec.render.layout.arrange import Arrangement, arrange
from orgspec.render.layout.card import COMPACT, NORMAL
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.tree import Block, place
from tests.render.charts import star, trade_department

sizes = st.floats(min_value=1, max_value=200)


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    count = draw(st.integers(1, 30))
    made = [Block(draw(sizes), draw(sizes), 0, -1)]
    for index in range(1, count):
        width = draw(sizes)
        anchor = width * draw(st.floats(0, 1))
        made.append(Block(width, draw(sizes), anchor, draw(st.integers(0, index - 1))))
    return made


@given(blocks())
def test_no_two_blocks_overlap(made: list[Block]) -> None:
    boxes = [
        Box(x + 1e-6, y + 1e-6, block.width - 2e-6, block.height - 2e-6)
        for block, (x, y) in zip(made, place(made), strict=True)
    ]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


@given(blocks())
def test_a_head_stands_over_the_middle_of_its_children(made: list[Block]) -> None:
    corners = place(made)
    for head, block in enumerate(made):
        entries = [corners[i][0] + b.anchor for i, b in enumerate(made) if b.head == head]
        if entries:
            middle = (entries[0] + entries[-1]) / 2
            assert corners[head][0] + block.anchor == pytest.approx(middle, abs=1e-6)


@given(blocks())
def test_children_keep_their_order(made: list[Block]) -> None:
    corners = place(made)
    for head in range(len(made)):
        entries = [corners[i][0] for i, block in enumerate(made) if block.head == head]
        assert entries == sorted(entries)


def test_a_hundred_thousand_blocks_take_less_than_seconds() -> None:
    random = Random(1)
    made = [Block(50, 20, 25, -1)]
    made += [Block(random.uniform(20, 90), 20, 10, i // 4) for i in range(99_999)]
    start = process_time()
    place(made)
    assert process_time() - start < 5  # 0.3 s on a free machine


def test_a_chain_of_any_depth_is_placed() -> None:
    made = [Block(10, 10, 5, index - 1) for index in range(20_000)]
    assert place(made)[-1] == (0, 199_990)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 25))
    words = st.sampled_from(
        [
            "陈晓明",
            "Li Wei",
            "Alexandria Featherstonehaugh-Montgomery",
            "风险控制与合规部经理（兼）",
        ]
    )
    cards, lines = [], []
    for index in range(count):
        kind = draw(st.sampled_from(list(CardKind)))
        cards.append(
            Card(
                f"c{index}",
                draw(words),
                draw(words),
                "GW-001" if draw(st.booleans()) else "",
                "陈" if draw(st.booleans()) else "",
                draw(st.sampled_from(["", "编 4 / 5"])),
                kind,
                assistant=draw(st.integers(0, 5)) == 0,
            )
        )
        if index and draw(st.integers(0, 9)):
            lines.append(Line(f"c{draw(st.integers(0, index - 1))}", f"c{index}"))
        if index and draw(st.integers(0, 9)) == 0:
            lines.append(Line(f"c{draw(st.integers(0, index - 1))}", f"c{index}", True, "虚线汇报"))
    return Chart(tuple(cards), tuple(lines))


def _crosses(arrangement: Arrangement, start: Point, end: Point) -> list[str]:
    low = Point(min(start.x, end.x), min(start.y, end.y))
    line = Box(low.x, low.y, abs(start.x - end.x), abs(start.y - end.y)).grown(0.01)
    return [c.fitted.card.id for c in arrangement.cards if c.box.grown(-1).overlaps(line)]


@settings(max_examples=60, deadline=None)
@given(charts(), st.sampled_from([NORMAL, COMPACT]))
def test_no_cards_overlap_and_no_line_runs_through_a_card(chart: Chart, style: object) -> None:
    arrangement = arrange(chart, NORMAL if style is NORMAL else COMPACT)
    boxes = [card.box for card in arrangement.cards]
    assert len(boxes) == len(chart.cards)
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
    for line in arrangement.lines:
        for start, end in pairwise(line.corners):
            assert _crosses(arrangement, start, end) == []
        if line.label_box:
            assert not any(line.label_box.overlaps(box) for box in boxes)


def test_a_high_card_beside_the_tree_keeps_off_its_lines() -> None:
    below = tuple(
        Card(f"c{index}", "陈晓明", "采购部", kind=CardKind.ROOT) for index in range(1, 4)
    )
    head = Card("c0", "陈晓明", "采购部", kind=CardKind.ROOT)
    name = "Alexandria Featherstonehaugh-Montgomery"
    aside = Card("aside", name, "陈晓明", kind=CardKind.OUTSIDE)
    lines = (
        *(Line("c0", card.id) for card in below),
        Line("c3", "aside", True, "虚线汇报"),
    )
    arrangement = arrange(Chart((head, *below, aside), lines), NORMAL)
    assert next(c.box for c in arrangement.cards if c.fitted.card.id == "aside").height > 69 + 32
    for line in arrangement.lines:
        if not line.dotted:
            for start, end in pairwise(line.corners):
                assert _crosses(arrangement, start, end) == []


@settings(max_examples=30, deadline=None)
@given(charts())
def test_everything_is_inside_the_frame(chart: Chart) -> None:
    arrangement = arrange(chart, NORMAL)
    for card in arrangement.cards:
        assert card.box.x >= -0.01
        assert card.box.y >= -0.01
        assert card.box.right <= arrangement.width + 0.01
        assert card.box.bottom <= arrangement.height + 0.01


@settings(max_examples=60, deadline=None)
@given(charts())
def test_no_text_leaves_its_card(chart: Chart) -> None:
    from orgspec.render import fonts

    for placed in arrange(chart, NORMAL).cards:
        for text in placed.fitted.texts:
            width = fonts.width(text.text, text.size, text.bold)
            left = text.x - width / 2 if text.centred else text.x
            assert left >= 0
            assert left + width <= placed.box.width
            assert text.baseline <= placed.box.height


def _by_id(arrangement: Arrangement) -> dict[str, Box]:
    return {card.fitted.card.id: card.box for card in arrangement.cards}


def test_leaves_of_a_team_stand_below_one_another() -> None:
    boxes = _by_id(arrange(trade_department(), NORMAL))
    assert boxes["eu"].x == boxes["me"].x > boxes["market"].x
    assert boxes["me"].y > boxes["eu"].bottom > boxes["market"].bottom


def test_an_assistant_stands_between_its_superior_and_the_teams() -> None:
    boxes = _by_id(arrange(trade_department(), NORMAL))
    assert boxes["head"].bottom < boxes["aide"].y
    assert boxes["aide"].bottom < boxes["market"].y
    assert boxes["aide"].x > boxes["head"].centre.x


def test_a_superior_outside_stands_in_the_top_row() -> None:
    boxes = _by_id(arrange(trade_department(), NORMAL))
    assert boxes["group"].y == boxes["head"].y


def test_thirty_reports_of_one_head_stand_in_several_columns() -> None:
    arrangement = arrange(star(30), NORMAL)
    columns = {card.box.x for card in arrangement.cards[1:]}
    assert 3 <= len(columns) <= 8
    assert 0.7 < arrangement.width / arrangement.height < 2.6


def test_one_report_stands_right_below_its_head() -> None:
    boxes = _by_id(arrange(star(1), NORMAL))
    assert boxes["c0"].centre.x == boxes["head"].centre.x


def test_many_heads_stand_in_several_rows() -> None:
    cards = [Card("top", "总经理", kind=CardKind.ROOT)]
    lines = []
    for head in range(14):
        cards += [Card(f"h{head}", "主管"), Card(f"h{head}a", "专员"), Card(f"h{head}b", "专员")]
        lines += [Line("top", f"h{head}")]
        lines += [Line(f"h{head}", f"h{head}a"), Line(f"h{head}", f"h{head}b")]
    arrangement = arrange(Chart(tuple(cards), tuple(lines)), NORMAL)
    assert len({_by_id(arrangement)[f"h{head}"].y for head in range(14)}) > 1
    assert arrangement.width / arrangement.height < 3


def test_a_chart_without_cards_is_empty() -> None:
    assert arrange(Chart((), ()), NORMAL) == Arrangement((), (), 0, 0)


def test_lines_to_unknown_cards_and_circles_do_no_harm() -> None:
    cards = (Card("a", "甲"), Card("b", "乙"), Card("c", "丙"))
    lines = (Line("a", "b"), Line("b", "a"), Line("c", "c"), Line("x", "c"), Line("c", "x", True))
    assert len(arrange(Chart(cards, lines), NORMAL).cards) == 3


def test_the_same_chart_is_arranged_the_same_way() -> None:
    assert arrange(trade_department(), NORMAL) == arrange(trade_department(), NORMAL)
