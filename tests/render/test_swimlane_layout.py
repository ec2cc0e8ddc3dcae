"""Swimlane diagrams: nothing lies on anything else, whatever the workflow."""

from __future__ import annotations

import pytest

from orgspec.document import Lane, Node, NodeKind, Passage, Swimlane
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.swim.arrange import Arranged, arrange, order_of
from orgspec.render.layout.swim.fold import HIGHEST, WIDEST, folded
from orgspec.render.layout.swim.label import Label, placed_labels
from orgspec.render.layout.swim.order import lane_order
from orgspec.render.layout.swim.ranks import leading_back, ranks
from orgspec.resources import folder
from orgspec.view.workflow.diagram import swimlane
from orgspec.view.workflow.handoff_map import map_of
from orgspec.workspace import compile_path
from tests.render.swimming import faults, generated

SAMPLES = sorted(path.parent.name for path in folder("samples").glob("*/orgspec.yaml"))

UPRIGHT = (642.0, 650.0)  # a page in pixels, below its head


def laid(diagram: Swimlane, locale: str = "en") -> Arranged:
    """The diagram in one row."""
    return arrange(diagram, locale, order_of(diagram))


def chain(*lanes: int, extra: tuple[Passage, ...] = (), **fields: bool) -> Swimlane:
    """Steps one after the other in the given lanes."""
    nodes = tuple(Node(f"s{i}", NodeKind.STEP, lane, f"Step {i}") for i, lane in enumerate(lanes))
    ways = tuple(Passage(f"s{i}", f"s{i + 1}") for i in range(len(lanes) - 1))
    made = tuple(Lane(f"Role {i}", "D") for i in range(max(lanes) + 1))
    return Swimlane(made, nodes, ways + extra)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_diagrams_of_a_sample_are_without_fault_in_every_locale(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    for flow in compilation.graph.flows.values():
        for locale in compilation.organisation.locales:
            for by in ("role", "department"):
                diagram = swimlane(compilation.graph, flow, locale, by=by)
                assert faults(laid(diagram, locale)) == [], (flow.workflow.id, locale, by)
                for row in (*folded(diagram, locale), *folded(diagram, locale, UPRIGHT)):
                    assert faults(row) == [], (flow.workflow.id, locale, by)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_map_of_the_handoffs_of_a_sample_is_without_fault(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    for locale in compilation.organisation.locales:
        drawn = map_of(compilation.graph, locale)
        if drawn.nodes:
            assert [fault for row in folded(drawn, locale) for fault in faults(row)] == []


@pytest.mark.parametrize("seed", range(24))
def test_forty_steps_in_nine_lanes_with_loops_and_forks_are_without_fault(seed: int) -> None:
    assert faults(laid(generated(seed))) == []


@pytest.mark.parametrize("seed", range(100, 140))
def test_short_workflows_in_few_lanes_are_without_fault(seed: int) -> None:
    assert faults(laid(generated(seed, steps=12, lanes=3))) == []
    assert faults(laid(generated(seed, steps=6, lanes=1))) == []


@pytest.mark.parametrize("seed", range(6))
def test_the_rows_of_a_folded_diagram_are_without_fault(seed: int) -> None:
    rows = folded(generated(seed, steps=24, lanes=5), "en")
    assert len(rows) > 1
    assert [fault for row in rows for fault in faults(row)] == []


def test_no_node_and_no_way_is_lost_where_a_diagram_is_folded() -> None:
    diagram = generated(3, steps=24, lanes=5)
    rows = folded(diagram, "en")
    shown = [s.shape.node.id for row in rows for s in row.shapes]
    assert set(shown) >= {node.id for node in diagram.nodes}
    assert len(shown) == len(set(shown))
    labels = [way.passage.label for row in rows for way in row.ways if way.passage.label]
    assert sorted(labels) == sorted(p.label for p in diagram.passages if p.label)


def test_a_diagram_that_fits_a_page_is_not_folded() -> None:
    rows = folded(chain(0, 1, 0, 1), "en")
    assert len(rows) == 1
    assert rows[0].width <= WIDEST and rows[0].height <= HIGHEST


def test_a_diagram_becomes_larger_where_it_is_folded_for_its_page() -> None:
    def scale(rows: list[Arranged]) -> float:
        width, height = max(row.width for row in rows), sum(row.height for row in rows)
        return min(UPRIGHT[0] / width, UPRIGHT[1] / height)

    diagram = chain(*[0, 1] * 6)
    assert scale(folded(diagram, "en", UPRIGHT)) > 1.2 * scale(folded(diagram, "en"))


def test_a_diagram_that_reads_well_on_its_page_is_not_folded() -> None:
    whole = laid(chain(0, 1, 0, 1))
    assert len(folded(chain(0, 1, 0, 1), "en", (0.75 * whole.width, 2 * whole.height))) == 1


def test_the_rows_of_a_folded_diagram_are_equally_wide() -> None:
    assert len({row.width for row in folded(chain(*[0, 1] * 10), "en")}) == 1


def test_steps_of_one_lane_that_follow_one_another_stand_on_one_line() -> None:
    arranged = laid(chain(0, 0, 0, 0))
    assert len({shape.anchor.y for shape in arranged.shapes}) == 1
    assert all(len(way.corners) == 2 for way in arranged.ways)


def test_lanes_of_one_department_stay_together_under_one_band() -> None:
    lanes = (Lane("A", "Sales"), Lane("B", "Finance"), Lane("C", "Sales"), Lane("D", "Finance"))
    nodes = tuple(Node(f"s{i}", NodeKind.STEP, i, "x") for i in range(4))
    ways = tuple(Passage(f"s{i}", f"s{i + 1}") for i in range(3))
    arranged = laid(Swimlane(lanes, nodes, ways))
    assert sorted(" ".join(band.text) for band in arranged.bands) == ["Finance", "Sales"]


def test_a_lane_of_no_department_has_a_strip_like_the_others() -> None:
    lanes = (Lane("A", "Sales"), Lane("Firm", "", 3), Lane("Other firm", "", 4))
    nodes = tuple(Node(f"s{i}", NodeKind.STEP, i, "x") for i in range(3))
    ways = tuple(Passage(f"s{i}", f"s{i + 1}") for i in range(2))
    arranged = laid(Swimlane(lanes, nodes, ways))
    assert [(band.box.y, band.box.height, band.colour) for band in arranged.bands] == [
        (lane.field.y, lane.field.height, lane.lane.colour) for lane in arranged.lanes
    ]
    assert laid(Swimlane(lanes[1:], nodes[:0], ())).bands == ()


def test_a_way_back_to_a_row_above_leads_back_in_both_its_pieces() -> None:
    diagram = chain(*[0, 1] * 12, extra=(Passage("s22", "s1", "again", bounded=True),))
    first, *_, last = folded(diagram, "en")
    pieces = {way.passage.source for row in (first, last) for way in row.ways if way.leads_back}
    assert pieces == {"s22", "s1#in"}
    onward = [
        w for row in (first, last) for w in row.ways if "#" in w.passage.target + w.passage.source
    ]
    assert any(not way.leads_back for way in onward)


def test_lanes_between_which_work_passes_often_are_neighbours() -> None:
    lanes = tuple(Lane(name) for name in "ABCD")
    order = lane_order(lanes, [(0, 3), (3, 0), (0, 3), (1, 2)])
    assert abs(order.index(0) - order.index(3)) == 1


def test_a_bounded_way_in_a_circle_leads_back() -> None:
    diagram = chain(0, 0, 0, extra=(Passage("s2", "s1", "again", bounded=True),))
    assert leading_back(diagram.nodes, diagram.passages) == {2}
    assert [way.leads_back for way in laid(diagram).ways] == [False, False, True]


def test_a_circle_that_nothing_bounds_is_drawn_too() -> None:
    diagram = chain(0, 1, 2, extra=(Passage("s2", "s0"),))
    back = leading_back(diagram.nodes, diagram.passages)
    assert back == {2}
    assert ranks(diagram.nodes, diagram.passages, back) == [0, 1, 2]
    assert faults(laid(diagram)) == []


def test_a_step_that_leads_to_itself_is_drawn() -> None:
    diagram = chain(0, 0, extra=(Passage("s1", "s1", "once more (at most 3×)", bounded=True),))
    assert faults(laid(diagram)) == []


def test_ways_to_and_from_nowhere_are_left_out() -> None:
    diagram = chain(0, 0, extra=(Passage("s1", "nowhere"), Passage("nowhere", "s0")))
    assert len(laid(diagram).ways) == 1


def test_very_long_names_are_wrapped_and_nothing_is_cut() -> None:
    name = "Agree the terms of delivery and of payment with the forwarder and the customer" * 2
    node = Node(
        "s", NodeKind.STEP, 0, name, "1", "3 working days", ("A very long paper name " * 3,)
    )
    arranged = laid(Swimlane((Lane("Kundenbetreuungssachbearbeiter " * 2),), (node,), ()))
    words = [w.text for w in arranged.shapes[0].shape.words if w.part == "name"]
    assert "".join("".join(words).split()) == "".join(name.split())
    assert faults(arranged) == []


def test_a_diagram_without_ways_or_of_one_step_is_drawn() -> None:
    assert faults(laid(Swimlane((Lane("A"),), (Node("s", NodeKind.EVENT, 0, "未成交"),), ()))) == []


def test_the_same_diagram_has_the_same_places() -> None:
    assert laid(generated(7)) == laid(generated(7))


def test_a_label_keeps_off_the_ways_of_others_where_there_is_room() -> None:
    label = Label((("Contract", True),), 60, 20)
    across, down = (Point(0, 100), Point(400, 100)), (Point(70, 0), Point(70, 300))
    (placed, _), lost = placed_labels([label, None], [across, down], [], Box(0, 0, 400, 300))
    assert placed is not None and not lost
    assert placed.box.right <= 70 - 6 or placed.box.x >= 70 + 6


def test_a_label_stands_close_to_a_way_rather_than_nowhere() -> None:
    label = Label((("Contract", True),), 60, 20)
    across, down = (Point(0, 100), Point(90, 100)), (Point(70, 0), Point(70, 300))
    (placed, _), lost = placed_labels([label, None], [across, down], [], Box(0, 0, 400, 300))
    assert placed is not None and not lost
