"""Swimlane diagrams as pictures and as source."""

from __future__ import annotations

from xml.etree import ElementTree

from orgspec.document import Document, LegendEntry, Swimlane
from orgspec.render import docx, html, markdown, mermaid, pdf, png, svg
from orgspec.render.drawing.swim.nodes import STANDARD, URGENT
from orgspec.swimlane import Lane, Node, NodeKind, Passage
from tests.render.swimming import generated

LANES = (Lane("Clerk", "Sales", 1), Lane("Keeper", "Store", 2))
NODES = (
    Node("start", NodeKind.START, 0, "A customer asks"),
    Node(
        "a", NodeKind.STEP, 0, 'Quote "<b>"', "1", "4 hours", ("Offer",), choice=True, critical=True
    ),
    Node("b", NodeKind.CALL, 1, "Deliver", "2", "2 days", ends=True),
    Node("c", NodeKind.END, 0, "No deal"),
)
WAYS = (
    Passage("start", "a"),
    Passage("a", "b", "accepted", "Order\n1 hour", critical=True),
    Passage("a", "a", "again (at most 2×)", bounded=True),
    Passage("a", "c", "otherwise"),
)
LEGEND = (LegendEntry("swim-choice", "Choice", 5), LegendEntry("swim-link", "Goes on", 5))
DIAGRAM = Swimlane(LANES, NODES, WAYS, LEGEND, ("Limit: 5 days",), "Quote, Deliver")


def document(diagram: Swimlane = DIAGRAM) -> Document:
    """A document of one diagram."""
    return Document("Order", "en", "Shop", (diagram,), landscape=True)


def texts(data: bytes) -> list[str]:
    """All lines of text of a drawing."""
    root = ElementTree.fromstring(data)
    return ["".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_picture_has_lanes_departments_steps_conditions_and_handoffs() -> None:
    shown = texts(svg.render(document()))
    for text in ("Clerk", "Keeper", "Sales", "Store", "accepted", "otherwise", "Order", "1 hour",
                 "A customer asks", "No deal", "Deliver", "Limit: 5 days", "Choice"):  # fmt: skip
        assert text in shown, text


def test_names_never_become_markup() -> None:
    assert 'Quote "<b>"' in texts(svg.render(document()))
    source = mermaid.render(document()).decode()
    assert "<b>" not in source and "#60;b#62;" in source


def test_the_sign_of_what_goes_on_elsewhere_stands_only_below_several_rows() -> None:
    assert "Goes on" not in texts(svg.render(document()))
    wide = generated(1, steps=30, lanes=4)
    folded = Swimlane(wide.lanes, wide.nodes, wide.passages, LEGEND)
    assert "Goes on" in texts(svg.render(document(folded)))


def test_the_sign_of_what_leads_back_stands_only_where_something_does() -> None:
    said = (*LEGEND, LegendEntry("swim-back", "Back", 5))
    assert "Back" in texts(svg.render(document(Swimlane(LANES, NODES, WAYS, said))))
    onward = tuple(way for way in WAYS if way.source != way.target)
    assert "Back" not in texts(svg.render(document(Swimlane(LANES, NODES, onward, said))))
    bounded = (*onward[:-1], Passage("a", "c", "otherwise (at most 2×)", bounded=True))
    assert "Back" not in texts(svg.render(document(Swimlane(LANES, NODES, bounded, said))))


def test_an_emergency_has_its_own_colour() -> None:
    urgent = Swimlane(LANES, NODES, WAYS, emergency=True)
    assert f'stroke="{URGENT.way}"' in svg.render(document(urgent)).decode()
    assert f'stroke="{STANDARD.way}"' not in svg.render(document(urgent)).decode()


def test_what_leads_back_is_dashed_and_the_longest_path_stands_out() -> None:
    drawn = svg.render(document()).decode()
    assert "stroke-dasharray" in drawn
    assert f'stroke="{STANDARD.critical}"' in drawn


def test_the_same_diagram_gives_the_same_bytes() -> None:
    for render in (svg.render, png.render, pdf.render, docx.render, html.render, markdown.render):
        assert render(document()) == render(document()), render.__module__


def test_a_node_carries_its_id_for_scripts() -> None:
    assert 'data-id="a"' in svg.render(document()).decode()


def test_mermaid_draws_lanes_as_boxes_and_ways_back_as_dots() -> None:
    source = mermaid.render(document()).decode()
    assert 'subgraph l0["Sales · Clerk"]' in source
    assert 'n1 -- "accepted<br/>Order<br/>1 hour" --> n2' in source
    assert 'n1 -. "again #40;at most 2×#41;" .-> n1' in source


def test_a_page_shows_the_diagram_as_wide_as_the_window() -> None:
    assert 'class="figure fitted"' in html.render(document()).decode()


def test_a_printed_diagram_has_paper_that_suits_it() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf.render(document()))).pages
    assert len(pages) == 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "Deliver" in pages[0].extract_text()
