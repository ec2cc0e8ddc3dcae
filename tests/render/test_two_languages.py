"""What renderers make of text in two languages."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from orgspec.document import Column, Document, Emphasis, Facts, Paragraph, Run, Table, inline
from orgspec.render import docx, fonts, html
from orgspec.render.press.columns import fit
from orgspec.render.press.stacking import stacked
from orgspec.render.sheet.text import lines_text

BOTH = (Run("拿订单"), Run("\n"), Run("Wins orders", Emphasis.MUTED, "en"))


def document() -> Document:
    blocks = (Facts((("岗位\nPost", inline("业务员")),)), Paragraph(BOTH))
    return Document("岗位 Post", "zh", "远航", blocks, second="en")


def test_the_widest_line_is_the_width_of_a_text() -> None:
    assert fonts.width("岗位\nPost number", 10) == fonts.width("Post number", 10)


def test_the_second_language_is_marked_for_those_who_hear_it_read() -> None:
    page = html.render(document()).decode()
    assert '<small lang="en">Wins orders</small>' in page
    assert ">岗位\nPost</th>" in page
    word = ZipFile(BytesIO(docx.render(document()))).read("word/document.xml").decode()
    assert '<w:lang w:val="en"/>' in word
    assert '<w:t xml:space="preserve">岗位</w:t><w:br/>' in word


def test_a_turned_name_has_a_line_for_each_language() -> None:
    assert stacked("经理\nManager") == [[["经", True], ["理", True]], [["Manager", False]]]
    assert stacked("Manager\nLeiter") == []


def test_a_column_is_as_wide_as_its_widest_language() -> None:
    laid = fit(Table((Column("责任\nResponsible"), Column("备注", 20)), ()), 200)
    assert laid.widths[0] > fonts.width("Responsible", laid.size, True)


def test_the_second_language_stands_below_its_bullet() -> None:
    from orgspec.document import Cell

    assert lines_text(Cell((BOTH,), bullets=True)) == "• 拿订单\n   Wins orders"
