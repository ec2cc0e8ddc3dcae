"""A bound document in every format: page numbers, bookmarks, running heads, links."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph
from pypdf import PdfReader
from pypdf.generic import Destination

from orgspec.document import (
    Binding,
    BoundDocument,
    BoundPart,
    Column,
    Document,
    Facts,
    Heading,
    IndexEntry,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render import docx as word
from orgspec.render import html, pdf
from tests.render.documents import PAGE_LABELS, cell, chart, job_description, matrix

LOCALES = ("zh", "en")
NAMES = {
    "zh": ("组织手册", "目录", "第一部分", "组织与编制", "岗位说明书", "矩阵", "索引", "销售部"),
    "en": ("Handbook", "Contents", "Part 1", "Organisation", "Jobs", "Matrix", "Index", "Sales"),
}


def register(locale: str) -> Document:
    """A document of two sections that fill several pages."""
    rows = tuple(Row((cell(f"{n}"), cell(f"Matter {n}"))) for n in range(120))
    table = Table((Column("No."), Column("Matter", 6)), rows)
    sections = (Section("First", (table,), "1. "), Section("Second", (table,), "2. "))
    return Document("Register", locale, "Shop", sections, labels=PAGE_LABELS[locale])


def book(locale: str) -> Document:
    """A cover, three parts (several documents, documents of departments, one document), an index."""
    title, contents, number, first, jobs, grid, index, unit = NAMES[locale]
    job = job_description(locale)
    parts = (
        BoundPart(first, (
            BoundDocument(chart(locale), "Chart"), BoundDocument(register(locale), "Register"),
        ), number),
        BoundPart(jobs, (
            BoundDocument(job, "Alpha", unit, "role/a"), BoundDocument(job, "Beta", unit, "role/b"),
            BoundDocument(job, "Gamma", "Stock", "role/c"),
        ), "II"),
        BoundPart(grid, (BoundDocument(matrix(locale), "Whole"),), "III"),
    )  # fmt: skip
    entries = (
        IndexEntry("Alpha", unit, ("role/a", "role/c")), IndexEntry("Beta", unit, ("role/b",)),
    )  # fmt: skip
    cover = (Paragraph(inline("A shop.")), Facts((("Edition", inline("7.3")),), across=1))
    return Document(
        title, locale, "Shop", cover,
        footer=("Effective 2026", "Internal"), running="v7.3",
        labels={**PAGE_LABELS[locale], "contents": contents},
        binding=Binding(parts, index, entries),
    )  # fmt: skip


@cache
def printed(locale: str) -> PdfReader:
    return PdfReader(BytesIO(pdf.render(book(locale))))


@cache
def texts(locale: str) -> tuple[str, ...]:
    """The text of each page without its spaces."""
    return tuple("".join(page.extract_text().split()) for page in printed(locale).pages)


def bookmarks(locale: str) -> list[tuple[int, str, int]]:
    """Depth, title without spaces and page from 1 of every bookmark."""
    reader = printed(locale)

    def walk(items: list[object], depth: int) -> list[tuple[int, str, int]]:
        found: list[tuple[int, str, int]] = []
        for item in items:
            if isinstance(item, list):
                found += walk(item, depth + 1)
            elif isinstance(item, Destination):
                number = reader.get_destination_page_number(item)
                assert number is not None
                found.append((depth, "".join(str(item.title).split()), number + 1))
        return found

    return walk(list(reader.outline), 1)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_cover_names_organisation_title_and_edition_and_no_page(locale: str) -> None:
    cover = texts(locale)[0]
    assert all(said in cover for said in ("Shop", NAMES[locale][0], "Edition", "7.3", "Ashop."))
    assert "Internal" not in cover


@pytest.mark.parametrize("locale", LOCALES)
def test_the_contents_give_the_page_on_which_each_title_stands(locale: str) -> None:
    contents = texts(locale)[1]
    assert NAMES[locale][1] in contents
    listed = [
        each
        for each in bookmarks(locale)
        if each[1] in ("Chart", "Register", "Alpha", "Beta", "Gamma")
    ]
    assert len(listed) == 5
    for _, title, page in listed:
        shown = re.search(rf"{title}\.*(\d+?)(?=\D|$)", contents)
        assert shown is not None and int(shown.group(1)) == page
        assert title in texts(locale)[page - 1]


@pytest.mark.parametrize("locale", LOCALES)
def test_bookmarks_go_from_part_to_department_to_document_to_section(locale: str) -> None:
    found = bookmarks(locale)
    titles = [(depth, title) for depth, title, _ in found]
    _, _, number, first, jobs, grid, index, unit = ("".join(each.split()) for each in NAMES[locale])
    for expected in (
        (1, number + first), (2, "Chart"), (2, "Register"), (3, "1.First"), (1, "II" + jobs),
        (2, unit), (3, "Alpha"), (3, "Beta"), (2, "Stock"), (3, "Gamma"), (1, "III" + grid),
        (1, index),
    ):  # fmt: skip
        assert titles.count(expected) == 1, expected
    assert "Whole" not in {title for _, title in titles}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_document_begins_on_a_new_page(locale: str) -> None:
    pages = [
        page
        for _, title, page in bookmarks(locale)
        if title in ("Chart", "Register", "Alpha", "Beta", "Gamma")
    ]
    assert len(set(pages)) == 5 and pages == sorted(pages)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_running_head_names_part_department_and_document(locale: str) -> None:
    page = {title: page for _, title, page in bookmarks(locale)}["Beta"]
    unit, jobs = NAMES[locale][7], NAMES[locale][4]
    for text in texts(locale)[page - 1 : page + 1]:
        assert text.startswith(f"II{jobs}·{unit}Beta")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_but_the_cover_has_its_number(locale: str) -> None:
    count = len(texts(locale))
    pattern = "".join(PAGE_LABELS[locale]["page"].split())
    for number, text in enumerate(texts(locale)[1:], 2):
        assert pattern.format(page=number, pages=count) in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_index_gives_every_page_about_an_entry(locale: str) -> None:
    page = {title: page for _, title, page in bookmarks(locale)}
    last = texts(locale)[-1]
    assert re.search(rf"Alpha.*?\.{page['Alpha']},{page['Gamma']}Beta", last)
    assert re.search(rf"Beta.*?\.{page['Beta']}(\D|$)", last)


def test_a_chart_fits_its_page_below_the_title_of_the_part() -> None:
    page = {title: page for _, title, page in bookmarks("en")}
    assert page["Register"] == page["Chart"] + 1


def test_every_page_of_a_draft_is_marked() -> None:
    pages = PdfReader(BytesIO(pdf.render(replace(book("en"), draft="DRAFT")))).pages
    assert all("DRAFT" in page.extract_text() for page in pages)


def test_characters_without_a_shape_are_told_wherever_they_are_bound() -> None:
    bound = BoundDocument(replace(register("en"), subtitle="𠮷"), "Odd")
    odd = replace(book("en"), binding=Binding((BoundPart("P", (bound,)),)))
    assert pdf.unprintable(odd) == (("𠮷", "𠮷"),)


@pytest.mark.parametrize("render", [pdf.render, word.render, html.render])
def test_the_same_book_gives_the_same_bytes(render: type) -> None:
    assert render(book("zh")) == render(book("zh"))


@cache
def opened(locale: str) -> docx.document.Document:
    return docx.Document(BytesIO(word.render(book(locale))))


@pytest.mark.parametrize("locale", LOCALES)
def test_word_has_a_field_of_contents_whose_lines_stand_there_already(locale: str) -> None:
    body = opened(locale).element.body
    fields = [each.text.strip() for each in body.iter(qn("w:instrText"))]
    assert sum(each.startswith("TOC ") for each in fields) == 1
    lines = [
        each.text
        for each in opened(locale).paragraphs
        if each.style is not None and str(each.style.name).startswith("toc ")
    ]
    assert [line.strip() for line in lines][1:4] == [
        "Chart",
        "Register",
        f"II\u2002{NAMES[locale][4]}",
    ]
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_number_in_word_refers_to_a_bookmark_that_is_there(locale: str) -> None:
    body = opened(locale).element.body
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    wanted = _referred(body) | {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    assert wanted <= set(marks) and len(marks) == len(set(marks))
    assert opened(locale).settings.element.find(qn("w:updateFields")) is not None


def _referred(element: BaseOxmlElement) -> set[str]:
    codes = (str(each.text) for each in element.iter(qn("w:instrText")))
    return {code.split()[1] for code in codes if "PAGEREF" in code}


def test_the_index_of_word_outlives_contents_that_are_made_anew() -> None:
    index = [
        each
        for each in opened("en").paragraphs
        if each.text.startswith(("Alpha\u2002", "Beta\u2002"))
    ]
    wanted = set().union(*(_referred(each._p) for each in index))
    assert len(wanted) == 3 and not any(mark.startswith("_Toc") for mark in wanted)


def test_titles_inside_a_section_stand_below_it_in_the_navigation_pane_of_word() -> None:
    facts = Facts((("Owner", inline("Alpha")),))
    inner = (Heading("From A to B", 2), Heading("Goods", 3), facts, Heading("Late", 2), facts)
    pact = Document("Pact", "en", "Shop", (Section("Handoffs", inner, "1"),))
    part = BoundPart("Pacts", (BoundDocument(pact, "A · B"), BoundDocument(pact, "C · D")))
    data = word.render(replace(book("en"), binding=Binding((part,))))
    levels = [(each.text, _level(each)) for each in docx.Document(BytesIO(data)).paragraphs]
    assert [each for each in levels if each[1] is not None][:6] == [
        ("Pacts", 0), ("A · B", 1), ("1\u2002Handoffs", 2),
        ("From A to B", 3), ("Goods", 4), ("Late", 3),
    ]  # fmt: skip


def _level(line: WordParagraph) -> int | None:
    """The level of a paragraph in the navigation pane: its own, or that of its style."""
    found, style = line._p.find(f"./{qn('w:pPr')}/{qn('w:outlineLvl')}"), line.style
    while found is None and style is not None:
        found = style.element.find(f"./{qn('w:pPr')}/{qn('w:outlineLvl')}")
        style = style.base_style
    return None if found is None else int(found.get(qn("w:val")))


def test_every_document_is_a_section_of_word_with_a_head_of_its_own() -> None:
    sections = opened("en").sections
    heads = ["".join(p.text for p in each.header.paragraphs) for each in sections]
    assert len(sections) == 2 + 6 + 1
    assert heads[0] == ""
    assert heads[4] == "II\u2003Jobs · Sales\tAlpha" and heads[6] == "II\u2003Jobs · Stock\tGamma"
    lying = [each.orientation == WD_ORIENTATION.LANDSCAPE for each in sections]
    assert lying[4:7] == [False] * 3 and lying[7]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_link_of_the_page_leads_to_something_on_it(locale: str) -> None:
    page = html.render(book(locale)).decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert links and set(links) <= set(ids)
    nav = page[page.index("<nav") : page.index("</nav>")]
    for name in ("Chart", "Register", "Alpha", "Beta", "Gamma", NAMES[locale][4], NAMES[locale][6]):
        assert name in nav
    assert "Whole" not in nav


def test_names_are_escaped_on_the_page() -> None:
    bound = BoundDocument(register("en"), "<b>&", "<i>")
    page = html.render(replace(book("en"), binding=Binding((BoundPart("<u>", (bound,)),)))).decode()
    assert "&lt;b&gt;&amp;" in page and "&lt;u&gt;" in page
    assert not re.search(r"<b>&|<i>|<u>", page)


def test_rows_of_a_bound_document_stand_closer_where_that_spares_a_page() -> None:
    signed = Section("Signed", (Signature(("Holder", "Superior"), "Signature", "Date"),))

    def rows(count: int) -> Document:
        made = tuple(Row((cell(f"Step {number} " + "word " * 9),)) for number in range(count))
        return Document(
            "Steps", "en", "Shop", (Section("Steps", (Table((Column("Step"),), made),)), signed)
        )

    documents = (BoundDocument(rows(36), "Long"), BoundDocument(rows(20), "Short"))
    parts = (BoundPart("Jobs", documents, "I"),)
    whole = replace(book("en"), binding=Binding(parts))
    opened = docx.Document(BytesIO(word.render(whole)))
    closer = ["<w:tblCellMar>" in grid._tbl.xml for grid in opened.tables if len(grid.rows) > 9]
    assert closer == [True, False]
    # Nothing below a full page makes an empty one of its own.
    assert opened.element.body.xpath("count(w:tbl/following-sibling::*[1][w:pPr/w:sectPr])") == 1
