"""Charts on paper: its size, pages that lead to one another, posters over several sheets."""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.document import Card, CardKind, Chart, ChartRow, Document, Line, Paper
from orgspec.render import fonts, pdf, png, raster
from orgspec.render.drawing.poster import Poster, drawn, poster
from orgspec.render.layout.arrange import arrange
from orgspec.render.layout.card import NORMAL
from orgspec.render.layout.geometry import Box
from orgspec.render.layout.seams import seams
from orgspec.render.press.chart_sheets import LEGIBLE, OVERLAP, one_sheet, tiles
from orgspec.render.press.charts import chart_pages, sheet_name
from tests.render.charts import document, star, trade_department

LONG = "国际业务发展与海外市场战略合作事业部"


def organisation(heads: int, posts: int) -> Chart:
    """A top, heads below it, and posts below each head."""
    cards = [Card("top", "周子涵", "总裁", kind=CardKind.ROOT, initial="周")]
    lines = []
    for h in range(heads):
        cards.append(Card(f"h{h}", f"经理 {h}", "部门经理", "", "经", "编 9 / 9", colour=h % 9))
        lines.append(Line("top", f"h{h}"))
        for p in range(posts):
            cards.append(Card(f"p{h}.{p}", f"员工 {h}-{p}", "Specialist", f"N-{h}{p}", "员"))
            lines.append(Line(f"h{h}", f"p{h}.{p}"))
    return Chart(tuple(cards), tuple(lines))


def paged() -> Document:
    """A first page with two departments that have pages."""
    cards = (
        Card("top", "公司", kind=CardKind.ROOT),
        Card("d1", "一部", code="9 个岗位", kind=CardKind.SUMMARY, page="department/d1"),
        Card("d2", "二部", code="9 个岗位", kind=CardKind.SUMMARY, page="department/d2"),
    )
    first = Chart(
        cards, (Line("top", "d1"), Line("top", "d2")), address="organization", title="公司"
    )
    pages = tuple(
        replace(
            star(9), address=f"department/d{n}", title=f"{name}部",
            trail=(("organization", "公司"),),
        )
        for n, name in ((1, "一"), (2, "二"))
    )  # fmt: skip
    made = document(replace(first, pages=pages))
    return replace(made, labels={"see_page": "见第 {page} 页", "page": "{page} / {pages}"})


def whole(chart: Chart, *, titled: bool = False) -> Poster:
    return poster(document(chart), chart, arrange(chart, NORMAL), titled=titled)


# --- paper ---


@pytest.mark.parametrize(
    ("chart", "size"),
    [(trade_department(), (842, 595)), (organisation(5, 6), (1191, 842))],
    ids=["A4", "A3"],
)
def test_a_chart_takes_the_smallest_paper_on_which_it_is_read(
    chart: Chart, size: tuple[int, int]
) -> None:
    sheet = one_sheet(whole(chart), Paper(), 60)
    assert sheet is not None
    assert sorted((round(sheet.width), round(sheet.height))) == sorted(size)
    assert sheet.scale >= LEGIBLE


@given(st.integers(1, 12), st.integers(0, 12), st.sampled_from(["", "A4", "A3"]))
@settings(max_examples=15, deadline=None)
def test_no_text_is_smaller_than_six_and_a_half_points(heads: int, posts: int, size: str) -> None:
    drawing = whole(organisation(heads, posts))
    sheet = one_sheet(drawing, Paper(size), 60) or tiles(drawing, Paper(size))
    smallest = min(text.size for card in drawing.arrangement.cards for text in card.fitted.texts)
    assert smallest * sheet.scale >= 6.5 - 1e-9


def test_paper_and_orientation_are_as_asked_for() -> None:
    chart = replace(trade_department(), paper=Paper("A3", "portrait"))
    page = pypdf.PdfReader(io.BytesIO(pdf.render(document(chart)))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 1191)


def test_what_cannot_be_read_on_the_paper_asked_for_goes_over_several_sheets() -> None:
    chart = replace(organisation(6, 9), paper=Paper("A4"))
    pages = chart_pages(document(chart))
    assert len(pages) > 1
    assert {page["kind"] for page in pages} == {"tile"}


# --- pages ---


def test_cards_lead_to_the_page_they_name_and_pages_lead_back() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(paged())))
    assert len(reader.pages) == 3
    assert "见第 2 页" in reader.pages[0].extract_text()
    assert "见第 3 页" in reader.pages[0].extract_text()
    links = [len(page.get("/Annots", [])) for page in reader.pages]
    assert links == [2, 1, 1]
    assert [entry.title for entry in _flat(reader.outline)] == ["外贸部组织架构图", "一部", "二部"]


def _flat(outline: Any) -> list[pypdf.generic.Destination]:
    found: list[pypdf.generic.Destination] = []
    for entry in outline:
        found += _flat(entry) if isinstance(entry, list) else [entry]
    return found


# --- posters ---


@given(
    st.floats(50, 5000),
    st.floats(60, 900),
    st.lists(st.tuples(st.floats(0, 4800), st.floats(1, 200))),
)
def test_windows_cover_a_length_and_overlap(
    length: float, window: float, places: list[tuple[float, float]]
) -> None:
    overlap = 20.0
    spans = [(low, low + size) for low, size in places]
    starts = seams(length, window, overlap, spans)
    assert starts[0] == 0
    assert starts[-1] + window >= length - 1e-6
    gaps = [after - before for before, after in itertools.pairwise(starts)]
    assert all(0 <= gap <= window - overlap + 1e-6 for gap in gaps)
    assert len(starts) == max(1, -(-(length - overlap) // (window - overlap)))


@given(st.integers(1, 14), st.integers(0, 9), st.sampled_from(["A4", "A3"]))
@settings(max_examples=12, deadline=None)
def test_nothing_is_lost_at_the_seams(heads: int, posts: int, size: str) -> None:
    drawing = whole(organisation(heads, posts), titled=True)
    laid = tiles(drawing, Paper(size, tiled=True))
    views = [
        laid.view(column, row)
        for column in range(len(laid.columns))
        for row in range(len(laid.rows))
    ]
    overlap = OVERLAP / laid.scale
    for starts, window in ((laid.columns, laid.window[0]), (laid.rows, laid.window[1])):
        for before, after in itertools.pairwise(starts):
            assert before + window - after >= overlap - 1e-6
    for _, box in drawing.cards():
        # Every point of a card is on a sheet, and so is the strip on both sides of each cut.
        assert all(
            any(_holds(view, x, y) for view in views)
            for x in (box.x, box.centre.x, box.right)
            for y in (box.y, box.centre.y, box.bottom)
        )


def _holds(view: Box, x: float, y: float) -> bool:
    return view.x <= x <= view.right and view.y <= y <= view.bottom


@pytest.mark.parametrize("size", ["A4", "A3", "A2", "A1", "A0"])
@pytest.mark.parametrize(("heads", "posts"), [(2, 3), (4, 4), (4, 9), (8, 9)])
def test_a_poster_does_not_take_several_sheets_that_it_leaves_empty(
    heads: int, posts: int, size: str
) -> None:
    drawing = whole(organisation(heads, posts), titled=True)
    laid = tiles(drawing, Paper(size, tiled=True))
    paper = laid.window[0] * laid.window[1] * laid.count
    assert laid.count == 1 or drawing.width * drawing.height > 0.7 * paper
    assert laid.scale >= LEGIBLE


def test_a_card_on_a_seam_is_drawn_on_both_sheets() -> None:
    drawing = whole(organisation(10, 9), titled=True)
    laid = tiles(drawing, Paper("A4", tiled=True))
    for _, box in drawing.cards():
        for column in range(len(laid.columns)):
            for row in range(len(laid.rows)):
                view = laid.view(column, row)
                if view.overlaps(box):
                    svg = drawn(drawing, NORMAL, "zh", "", view)
                    at = box.moved(-drawing.at[0], -drawing.at[1])
                    assert f'x="{at.x:g}" y="{at.y:g}"' in svg
                    return


def test_sheets_are_named_like_the_cells_of_a_table_and_name_their_neighbours() -> None:
    assert [sheet_name(0, 0), sheet_name(25, 2), sheet_name(26, 0)] == ["A1", "Z3", "AA1"]
    chart = replace(organisation(8, 9), paper=Paper("A4", "landscape", tiled=True))
    pages = chart_pages(document(chart))
    grid = pages[0]["grid"]
    assert isinstance(grid, list)
    assert len(pages) == grid[0] * grid[1]
    first = pages[0]["neighbours"]
    assert isinstance(first, dict)
    assert first["right"][0] == "B1"
    assert first["right"][1] >= OVERLAP - 1e-6


def test_a_poster_is_a_sound_pdf_with_a_bookmark_for_each_sheet() -> None:
    chart = replace(organisation(6, 9), paper=Paper("A3", tiled=True))
    made = pdf.render(document(chart))
    reader = pypdf.PdfReader(io.BytesIO(made))
    names = [str(entry.title).split()[-1] for entry in _flat(reader.outline)]
    assert len(names) == len(reader.pages) > 1
    assert names[0].endswith("A1")
    assert made == pdf.render(document(chart))


# --- rows ---


def test_the_cards_of_a_row_lie_in_it_and_no_two_overlap() -> None:
    cards = tuple(Card(f"c{i}", LONG if i % 3 else "李", "Specialist", "P3") for i in range(40))
    rows = tuple(
        ChartRow(title, "10 人", tuple(f"c{i}" for i in range(start, start + 10)))
        for title, start in (("M1", 0), (LONG, 10), ("P3", 20), ("未定级", 30))
    )
    placed = arrange(Chart(cards, (), rows=rows), NORMAL)
    boxes = {each.fitted.card.id: each.box for each in placed.cards}
    for row, at in zip(rows, placed.rows, strict=True):
        for id_ in row.cards:
            box = boxes[id_]
            assert at.head.right <= box.x and box.right <= at.box.right
            assert at.box.y <= box.y and box.bottom <= at.box.bottom
    listed = list(boxes.values())
    assert not any(a.overlaps(b) for i, a in enumerate(listed) for b in listed[:i])


# --- cards ---

words = st.text("ab陈晓明部WgÄé-·（） \n", min_size=1, max_size=60)


@given(words, words, words, st.sampled_from(["", "编 4 / 5", "12 / 13 · 3 vacant"]), st.booleans())
@settings(max_examples=80, deadline=None)
def test_every_text_is_inside_its_card(
    title: str, subtitle: str, code: str, pill: str, has_initial: bool
) -> None:
    card = Card("c", title, subtitle, code, "陈" if has_initial else "", pill)
    fitted = arrange(Chart((card,), ()), NORMAL).cards[0].fitted
    for text in fitted.texts:
        wide = fonts.width(text.text, text.size, text.bold)
        left = text.x - wide / 2 if text.centred else text.x
        assert left >= 0
        assert left + wide <= fitted.width + 0.5
        assert 0 < text.baseline <= fitted.height
    if fitted.pill:
        assert fitted.pill.right <= fitted.width and fitted.pill.bottom <= fitted.height


# --- pictures ---


def test_a_picture_says_how_large_it_prints_and_stays_within_bounds() -> None:
    made = png.render(document(replace(trade_department(), dpi=300)))
    found = re.search(rb"pHYs(.{4})", made, re.DOTALL)
    assert found is not None
    assert round(int.from_bytes(found[1], "big") * 0.0254) == 300
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"></svg>'
    small = raster.png(drawing, 900, 600, 6.0, most=100_000)
    width, height = (int.from_bytes(small[at : at + 4], "big") for at in (16, 20))
    assert 90_000 < width * height < 110_000
