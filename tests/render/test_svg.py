"""Charts as SVG pages and pictures."""

from __future__ import annotations

import base64
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from orgspec.document import (
    Card,
    CardKind,
    Chart,
    Document,
    Figure,
    LegendEntry,
    Line,
    Paragraph,
    inline,
)
from orgspec.render import fonts, palette
from orgspec.render.drawing.legend import ROW, legend
from orgspec.render.svg import draw, draw_chart, render
from tests.render.charts import document, star, trade_department

SVG = "{http://www.w3.org/2000/svg}"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def _parsed(svg: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def _texts(svg: bytes) -> list[str]:
    return ["".join(node.itertext()) for node in _parsed(svg).iter(f"{SVG}text")]


def _card(svg: bytes, identifier: str) -> ElementTree.Element:
    return next(n for n in _parsed(svg).iter(f"{SVG}g") if n.get("data-id") == identifier)


def test_a_page_shows_title_facts_version_legend_and_every_card() -> None:
    texts = _texts(render(document(trade_department())))
    for text in (
        "外贸部组织架构图",
        "编制 7\u2003在岗 6\u2003空缺 1",
        "版本 3 · 生效 2025-10-01",
        "虚线汇报",
        "内部资料",
        "由 orgspec 生成",
        "欧阳婧",
        "外贸业务员 · 欧美",
        "GW-401",
        "编 6 / 7",
    ):
        assert text in texts


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document(trade_department())) == render(document(trade_department()))


def test_a_vacant_post_is_drawn_dashed() -> None:
    frames = list(_card(render(document(trade_department())), "me").iter(f"{SVG}rect"))
    assert frames[0].get("stroke") == palette.VACANT
    assert frames[0].get("stroke-dasharray")


def test_a_filled_post_is_not_dashed() -> None:
    frames = list(_card(render(document(trade_department())), "eu").iter(f"{SVG}rect"))
    assert not any(frame.get("stroke-dasharray") for frame in frames)


def test_the_root_is_filled_with_its_department_colour() -> None:
    frames = list(_card(render(document(trade_department())), "head").iter(f"{SVG}rect"))
    assert frames[0].get("fill") == palette.DEPARTMENTS[0]


def test_dotted_lines_are_dashed_and_carry_their_label() -> None:
    svg = render(document(trade_department()))
    dashed = [p for p in _parsed(svg).iter(f"{SVG}path") if p.get("stroke-dasharray")]
    assert dashed[0].get("stroke") == palette.DOTTED
    assert _texts(svg).count("虚线汇报") == 2  # on the line and in the legend


def test_a_card_names_where_it_is_written() -> None:
    assert _card(render(document(trade_department())), "eu").get("data-address") == "posts.eu"


def test_the_picture_has_a_name_and_a_description_for_readers() -> None:
    root = _parsed(render(document(trade_department())))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "外贸部组织架构图"
    assert root.findtext(f"{SVG}desc") == "外贸部共七个岗位"


def test_a_page_holds_the_fonts_it_needs() -> None:
    style = _parsed(render(document(trade_department()))).findtext(f"{SVG}style") or ""
    faces = style.split("base64,")[1:]
    assert len(faces) == 2
    characters = set(TTFont(BytesIO(base64.b64decode(faces[1].split(")")[0]))).getBestCmap())
    assert {ord(character) for character in "外贸部组织架构图陈晓明编"} <= characters


def test_a_picture_for_another_document_holds_no_fonts_unless_asked() -> None:
    plain, _, _ = draw_chart(trade_department(), locale="zh-CN", compact=True)
    full, _, _ = draw_chart(trade_department(), locale="zh-CN", compact=True, embed_fonts=True)
    assert b"font-face" not in plain
    assert b"font-face" in full


def test_a_compact_picture_is_smaller_and_has_no_legend() -> None:
    small, width, height = draw_chart(trade_department(), locale="zh-CN", compact=True)
    large, full_width, full_height = draw_chart(trade_department(), locale="zh-CN", compact=False)
    assert width < full_width
    assert height < full_height
    assert "直线汇报" not in _texts(small)
    assert "直线汇报" in _texts(large)
    assert _parsed(small).get("width") == f"{width:g}"


def test_a_figure_is_drawn_as_it_asks() -> None:
    figure = Figure(trade_department(), compact=True)
    compact, _, _ = draw_chart(trade_department(), locale="zh-CN", compact=True)
    assert draw(figure, "zh-CN") == compact


def test_nothing_in_a_name_is_read_as_markup() -> None:
    nasty = "</text><script>alert(\"1\")</script> & 'x'"
    chart = Chart((Card('a"><b', nasty, nasty, nasty, "<", nasty, address='"/>'),), ())
    svg = render(document(chart, title=nasty))
    root = _parsed(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert root.findtext(f"{SVG}title") == nasty


def test_characters_that_xml_forbids_are_dropped() -> None:
    chart = Chart((Card("a", "甲\x00\x0b\ud800乙\uffff"),), ())
    assert "甲乙" in _texts(render(document(chart)))


def test_a_photo_stands_in_the_circle_instead_of_the_initial() -> None:
    chart = Chart((Card("a", "王丽", initial="王", photo=PIXEL),), ())
    group = _card(render(document(chart)), "a")
    image = next(group.iter(f"{SVG}image"))
    assert (image.get("href") or "").startswith("data:image/png;base64,")
    assert "王" not in [node.text for node in group.iter(f"{SVG}text")]


def test_bytes_that_are_no_picture_leave_the_initial() -> None:
    chart = Chart((Card("a", "王丽", initial="王", photo=b"MZ not a picture"),), ())
    group = _card(render(document(chart)), "a")
    assert not list(group.iter(f"{SVG}image"))
    assert "王" in [node.text for node in group.iter(f"{SVG}text")]


def test_a_draft_is_marked() -> None:
    assert _texts(render(document(trade_department(), draft="草稿"))).count("草稿") == 2
    assert "草稿" not in _texts(render(document(trade_department())))


def test_only_what_typst_and_every_browser_can_draw_is_used() -> None:
    svg = render(document(trade_department()))
    assert b"<filter" not in svg
    assert b"foreignObject" not in svg
    assert {node.get("font-family") for node in _parsed(svg).iter(f"{SVG}text")} == {fonts.FAMILY}


@pytest.mark.parametrize("count", [1, 3, 12, 30])
def test_a_page_has_the_proportions_of_paper(count: int) -> None:
    root = _parsed(render(document(star(count))))
    ratio = float(root.get("width") or 0) / float(root.get("height") or 1)
    assert 1.0 <= ratio <= 1.9


@pytest.mark.parametrize(
    "title",
    [
        "短",
        "一个非常非常长的部门名称以至于在任何合理宽度的页面上都必须折行才能完整显示出来的组织架构图"
        * 2,
        "The organisation chart of the Department of International Sales and Marketing" * 2,
    ],
)
def test_no_text_of_the_page_leaves_it_and_none_meets_another(title: str) -> None:
    root = _parsed(render(document(star(3), title=title)))
    width = float(root.get("width") or 0)
    head = [node for node in root.findall(f"{SVG}text") if node.get("transform") is None]
    boxes = []
    for node in head:
        size, bold = float(node.get("font-size") or 0), node.get("font-weight") == "700"
        length = fonts.width(node.text or "", size, bold)
        x = float(node.get("x") or 0) - (length if node.get("text-anchor") == "end" else 0)
        assert x >= 0
        assert x + length <= width
        boxes.append((float(node.get("y") or 0), x, x + length))
    for (y, _, right), (next_y, left, _) in pairwise(sorted(boxes)):
        assert y != next_y or left >= right


def test_a_department_of_its_own_chart_is_drawn_as_several_cards() -> None:
    single = Chart((Card("a", "外贸部", kind=CardKind.POST),), ())
    summary = Chart((Card("a", "外贸部", kind=CardKind.SUMMARY),), ())
    count = [render(document(chart)).count(b"<rect") for chart in (single, summary)]
    assert count[1] > count[0]


def test_an_empty_chart_still_makes_a_page() -> None:
    assert "外贸部组织架构图" in _texts(render(document(Chart((), ()))))


def test_a_document_without_a_chart_is_refused() -> None:
    other = Document("无图", "zh-CN", "X", (Paragraph(inline("文字")),))
    with pytest.raises(ValueError, match="无图"):
        render(other)


def test_the_chart_of_a_figure_can_be_a_page() -> None:
    page = replace(document(star(2)), blocks=(Figure(star(2)),))
    assert "黄建军" in _texts(render(page))


def test_a_dotted_line_to_a_card_below_another_head_is_drawn() -> None:
    chart = trade_department()
    lines = (*chart.lines, Line("eu", "credit", dotted=True, label="项目汇报"))
    assert "项目汇报" in _texts(render(document(replace(chart, lines=lines))))


def test_the_rows_of_a_legend_are_about_equally_long() -> None:
    entries = [LegendEntry("colour", f"Department {n}", n) for n in range(6)]
    one = legend(entries, 0, 0, 4000)

    two = legend([*entries, LegendEntry("dotted", "Dotted line")], 0, 0, one.width)

    assert (one.height, two.height) == (ROW, 2 * ROW)
    assert two.width < one.width * 0.7
