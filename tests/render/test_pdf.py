from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.document import (
    Block,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Matrix,
    MatrixCell,
    MatrixColumn,
    Paragraph,
    Row,
    RowKind,
    Run,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render import pdf
from orgspec.render.press.data import document_data
from tests.render.documents import cell, chart, every_block, job_description, matrix

LOCALES = ("zh", "en")


def pages(document: Document) -> list[str]:
    """The text of each page, without spaces and line breaks."""
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(document)))
    return [re.sub(r"\s|\u200b", "", page.extract_text()) for page in reader.pages]


def sizes(document: Document) -> list[tuple[int, int]]:
    """The width and height of each page in mm."""
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(document)))
    return [
        (
            round(float(page.mediabox.width) / 72 * 25.4),
            round(float(page.mediabox.height) / 72 * 25.4),
        )
        for page in reader.pages
    ]


def form(*blocks: Block, locale: str = "zh", draft: str = "") -> Document:
    return Document("标题", locale, "公司", blocks, draft=draft)


def long_table(count: int, every: int = 10_000) -> Table:
    rows = [
        Row((cell(f"group {number}"),), RowKind.GROUP)
        if number % every == 0
        else Row((cell(f"row {number}"), cell("text " * 8)))
        for number in range(count)
    ]
    return Table((Column("Name"), Column("Remark", 3)), tuple(rows))


def wide_matrix(parties: int) -> Document:
    document = matrix("en")
    (block,) = document.blocks
    assert isinstance(block, Matrix)
    columns = tuple(MatrixColumn(f"Party{index}", "", index // 5) for index in range(parties))
    rows = tuple(
        replace(row, cells=tuple(row.cells[index % 10] for index in range(parties)))
        for row in block.rows
    )
    return replace(document, blocks=(replace(block, columns=columns, rows=rows),))


# --- what every document has ----------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("make", [job_description, matrix, chart, every_block])
def test_the_same_document_gives_the_same_bytes(
    make: Callable[[str], Document], locale: str
) -> None:
    first = pdf.render(make(locale))
    pdf.render(job_description("en"))  # another one between them changes nothing
    assert first == pdf.render(make(locale))
    assert first.startswith(b"%PDF-")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_pdf_is_archivable_and_accessible(locale: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(every_block(locale))))
    root = reader.root_object
    metadata = reader.xmp_metadata
    assert metadata is not None
    written = metadata.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in written
    assert "<pdfuaid:part>1</pdfuaid:part>" in written
    assert str(root["/Lang"]).startswith(locale)


def test_metadata_name_the_title_the_subject_and_the_organisation() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(job_description("zh"))))
    assert reader.metadata is not None
    assert reader.metadata.title == "岗位说明书 · 外贸业务员"
    assert reader.metadata.author == "××进出口有限公司"


@pytest.mark.parametrize(("locale", "numbering"), [("zh", "第{}页/共2页"), ("en", "Page{}of2")])
def test_every_page_has_its_head_its_foot_and_its_number(locale: str, numbering: str) -> None:
    document = job_description(locale)
    found = pages(document)
    assert len(found) == 2
    for number, text in enumerate(found, 1):
        assert numbering.format(number) in text
        for said in (document.running, *document.footer, document.organisation, document.title):
            assert said.replace(" ", "") in text


def test_a_draft_is_marked_on_every_page() -> None:
    document = replace(job_description("zh"), draft="草稿，勿签署")
    assert all("草稿，勿签署" in text for text in pages(document))


def test_a_bound_document_opens_with_its_contents() -> None:
    chapters = (
        Section("Charts", (Section("The whole", chart("en").blocks), Section("Words", ()))),
        Section("Posts", (Section("Clerk", (Paragraph(inline("Writes.")),)),)),
    )
    document = replace(form(*chapters, locale="en"), labels={"contents": "Contents"})
    first, *rest = pages(document)
    assert "Contents" in first
    assert re.search(r"Charts[.]+2Thewhole[.]+2", first)
    assert re.search(r"Posts[.]+\dClerk", first)
    assert "Clerk" in rest[-1]


# --- text ------------------------------------------------------------------------------------


def test_markup_in_a_text_is_printed_as_it_stands() -> None:
    hostile = '#panic("x") $a$ *b* _c_ \\ <l> @ref [x] `raw` // note = head'
    document = form(
        Section(hostile, (Paragraph(inline(hostile)), Facts(((hostile, inline(hostile)),)))),
        Heading(hostile),
    )
    document = replace(document, title=hostile, running=hostile, footer=(hostile, "#panic()"))
    assert pages(document)[0].count('#panic("x")$a$*b*_c_\\<l>@ref[x]`raw`//note=head') >= 6


def test_a_missing_character_is_reported_and_visibly_replaced() -> None:
    document = form(Paragraph(inline("𠮷野家")), Table((Column("😀"),), ()))
    assert pdf.unprintable(document) == (("𠮷", "𠮷野家"), ("😀", "😀"))
    text = pages(document)[0]
    assert "〓野家" in text
    assert "𠮷" not in text


def test_a_near_relative_stands_in_without_a_report() -> None:
    document = form(Paragraph(inline("✔ 完成 ➜ 下一步 ㎡")))
    assert pdf.unprintable(document) == ()
    assert "✓完成→下一步" in pages(document)[0]


def test_characters_of_names_are_all_there() -> None:
    assert pdf.unprintable(form(Paragraph(inline("喆堃镕頫龘囧　Ñandú Zoë Ελλαδα Москва")))) == ()


def test_a_letter_whose_mark_is_missing_prints_without_it_and_is_reported() -> None:
    document = form(Paragraph(inline("Ƙasa Ṩ")))
    assert [character for character, _ in pdf.unprintable(document)] == ["Ƙ", "Ṩ"]
    assert "〓asaS" in pages(document)[0]


def test_control_characters_are_dropped() -> None:
    document = form(Paragraph(inline("a\x00b\x07c\u200dd\u200ee\ufeff f\ud800")))
    assert "abcdef〓" in pages(document)[0]
    assert pdf.unprintable(document) == (("\ud800", "a\x00b\x07c\u200dd\u200ee\ufeff f\ud800"),)


def test_a_line_break_in_a_text_is_kept() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(form(Paragraph(inline("first\nsecond"))))))
    assert re.search(r"first\s*\n\s*second", reader.pages[0].extract_text())


def test_english_has_straight_quotation_marks_as_those_of_the_font_are_too_wide() -> None:
    document = form(Paragraph(inline("the team’s “goal”")), locale="en")
    assert 'theteam\'s"goal"' in pages(document)[0]
    assert "“goal”" in pages(replace(document, locale="zh"))[0]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_any_text_can_be_printed(title: str, texts: list[str]) -> None:
    row = Row(tuple(cell(text) for text in texts))
    document = Document(
        title,
        "zh",
        texts[0],
        (
            Section(title, (Facts(tuple((text, inline(text)) for text in texts)),), texts[-1]),
            Heading(texts[0], 3),
            Table(tuple(Column(text) for text in texts), (row,)),
            Signature(tuple(texts), title, title),
        ),
        running=title,
        draft=texts[-1],
    )
    assert pdf.render(document).startswith(b"%PDF-")


# --- blocks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_all_that_a_document_says_is_printed(locale: str) -> None:
    document = every_block(locale)
    printed = "".join(pages(document))
    said = list(texts_of(document.blocks))
    assert len(said) > 50
    lost = [text for text in said if re.sub(r"\s", "", text) not in printed]
    assert lost == []


def texts_of(part: object) -> Iterator[str]:
    """The texts of paragraphs, cells and items."""
    if isinstance(part, Run):
        yield part.text
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))


def test_a_long_table_repeats_its_header_and_its_group_on_every_page() -> None:
    found = pages(form(long_table(160, every=80), locale="en"))
    assert len(found) > 3
    assert all("NameRemark" in text for text in found)
    assert sum("group80" in text for text in found) > 1


def test_no_row_is_lost_where_the_page_breaks() -> None:
    printed = "".join(pages(form(long_table(160), locale="en")))
    assert all(f"row{number}text" in printed for number in range(1, 160))


@pytest.mark.parametrize("count", range(26, 44, 2))
def test_a_section_bar_never_stands_alone_at_the_foot_of_a_page(count: int) -> None:
    listed = [Paragraph(inline(f"line {number}")) for number in range(count)]
    sections = (Section("Alone?", (long_table(8),)), Section("Sign", (_signature(),)))
    found = pages(form(*listed, *sections, locale="en"))
    assert "row1text" in next(text for text in found if "Alone?" in text)
    assert "FinalWord" in next(text for text in found if "Sign" in text.replace("Signature", ""))


def _signature() -> Signature:
    return Signature(("FinalWord", "Other", "Third", "Fourth"), "Signature", "Date")


def test_a_row_higher_than_a_page_goes_on_overleaf() -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    printed = "".join(
        pages(form(Table((Column("a"), Column("b")), (Row((cell("x"), cell(words))),))))
    )
    assert all(f"w{number}" in printed for number in range(3000))


def test_a_word_wider_than_its_column_is_broken_not_cut() -> None:
    address = "https://example.com/" + "very-long-path_segment/" * 12 + "A" * 300
    document = form(
        Paragraph(inline(address)),
        Facts((("label", inline(address)), ("other", inline("value"))), across=2),
        Table(tuple(Column(str(number)) for number in range(5)), (Row((cell(address),) * 5),)),
    )
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(document)))
    for page in reader.pages:
        assert _right_edge(page) <= float(page.mediabox.width) - 40
    assert "".join(pages(document)).count("very-long-path_segment") > 12


def _right_edge(page: pypdf.PageObject) -> float:
    """Where the last piece of text on a page begins, in points."""
    starts: list[float] = []
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, _size: (
            starts.append(tm[4]) if text.strip() else None
        )
    )
    return max(starts)


@pytest.mark.parametrize("across", [1, 2, 3])
def test_facts_fill_their_grid_whatever_their_number(across: int) -> None:
    for count in range(1, 8):
        pairs = tuple((f"label{number}", inline(f"value{number}")) for number in range(count))
        for wide in (frozenset[str](), frozenset({"label0"}), frozenset({"label1", "label2"})):
            printed = pages(form(Facts(pairs, across, wide)))[0]
            assert all(f"label{n}value{n}" in printed for n in range(count))


def test_a_table_with_too_few_or_too_many_cells_is_squared() -> None:
    table = Table((Column("a"), Column("b")), (Row(()), Row((cell("1"), cell("2"), cell("3")))))
    assert "12" in pages(form(table))[0]


def test_an_empty_document_is_one_page() -> None:
    assert sizes(Document("", "zh", "", ())) == [(210, 297)]


# --- paper -----------------------------------------------------------------------------------


def test_a_job_description_is_upright_a4() -> None:
    assert set(sizes(job_description("zh"))) == {(210, 297)}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_matrix_of_ten_parties_is_one_page_of_a4_on_its_side(locale: str) -> None:
    document = matrix(locale)
    assert sizes(document) == [(297, 210)]
    (text,) = pages(document)
    assert "A/R" in text
    assert "1询盘响应与首次报价" in text or "1Enquiryandfirstquotation" in text


def test_a_matrix_of_sixty_parties_is_split_and_nothing_is_cut() -> None:
    document = wide_matrix(60)
    assert set(sizes(document)) == {(420, 297)}
    found = pages(document)
    printed = "".join(found)
    assert all(f"Party{number}" in printed for number in range(60))
    assert all("Marketresearch" in text for text in found if "Party0" in text or "Party59" in text)


def test_one_activity_without_parties_or_groups_is_a_matrix_too() -> None:
    document = matrix("en")
    (block,) = document.blocks
    assert isinstance(block, Matrix)
    lone = replace(block, columns=(), rows=(replace(block.rows[0], cells=(), group=""),))
    assert "Marketresearch" in pages(replace(document, blocks=(lone,)))[0]


def test_two_letters_that_are_not_accountable_and_responsible_are_two_pills() -> None:
    document = matrix("en")
    (block,) = document.blocks
    assert isinstance(block, Matrix)
    row = replace(block.rows[0], cells=(MatrixCell(("C", "I")), *block.rows[0].cells[1:]))
    data = json.dumps(document_data(replace(document, blocks=(replace(block, rows=(row,)),))))
    assert re.search(r'\[\["C", "C", [\d.]+\], \["I", "I", [\d.]+\]\]', data)


def test_a_chart_is_on_the_smallest_paper_that_leaves_its_text_readable() -> None:
    document = chart("zh")
    (block,) = document.blocks
    assert isinstance(block, Chart)
    few = replace(block, cards=block.cards[:2], lines=block.lines[:1], legend=())
    assert sizes(replace(document, blocks=(few,))) == [(297, 210)]
    assert sizes(document) == [(297, 210)]
    (text,) = pages(document)
    assert "陈晓明" in text
    assert text.count("外贸部组织架构图") == 1


def test_charts_and_matrices_in_a_bound_document_have_their_own_paper() -> None:
    bound = form(
        Section("一", (Section("图", chart("zh").blocks), Section("表", matrix("zh").blocks)))
    )
    assert sizes(bound) == [(420, 297), (297, 210)]


@pytest.mark.parametrize("count", range(20, 36, 2))
def test_what_is_signed_stays_on_the_page_of_the_signatures(count: int) -> None:
    listed = [Paragraph(inline(f"line {number}")) for number in range(count)]
    signed = Section("Approval", (Paragraph(inline("I accept.")), _signature()))
    found = pages(form(*listed, signed, locale="en"))
    assert "Iaccept." in next(text for text in found if "FinalWord" in text)
