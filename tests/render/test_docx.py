"""What a Word file of a document holds, as Word and python-docx read it."""

from __future__ import annotations

import gc
import struct
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from orgspec.document import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Letter,
    Listing,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.docx import render
from orgspec.render.word.ooxml import TIGHT
from tests.render import documents, swimming

LOCALES = ("zh", "en")
HOSTILE = "a\x00\x08\ufffe]]> <w:p/> &amp; \"'| \ud800𠮷\r\nb\tc"


def opened(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


def document(*blocks: Block, locale: str = "en", **others: str) -> Document:
    return Document("Title", locale, "Harbour", blocks, **others)  # type: ignore[arg-type]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def styles_of(word: WordDocument) -> list[str]:
    return [paragraph.style.name or "" for paragraph in word.paragraphs if paragraph.style]


@pytest.mark.parametrize("locale", LOCALES)
def test_sections_are_headings_so_that_the_navigation_pane_lists_them(locale: str) -> None:
    given = documents.job_description(locale)
    word = opened(render(given))
    bars = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    sections = [block for block in given.blocks if isinstance(block, Section)]
    assert len(bars) == len(sections)
    assert all(section.title in bar for section, bar in zip(sections, bars, strict=True))
    assert word.paragraphs[0].style is not None
    assert word.paragraphs[0].style.name == "Title"


def test_a_number_is_set_off_from_its_title_but_not_after_a_chinese_comma() -> None:
    word = opened(render(document(Section("目的", (), "二、"), Section("Purpose", (), "2"))))
    assert [p.text for p in word.paragraphs][1:3] == ["二、目的", "2\u2002Purpose"]


@pytest.mark.parametrize("locale", LOCALES)
def test_header_rows_repeat_and_no_row_splits(locale: str) -> None:
    given = documents.job_description(locale)
    word = opened(render(given))
    headed = 0
    for table in word.tables:
        rows = table._tbl.tr_lst
        single = len(rows) == 1 and len(table.columns) == 1
        for row in rows:
            assert single or row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
        headed += rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    tables = [
        block
        for section in given.blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Table)
    ]
    assert headed == len(tables)


def test_a_section_bar_stays_with_what_follows_it() -> None:
    word = opened(render(documents.job_description("zh")))
    assert word.styles["Heading 1"].paragraph_format.keep_with_next


def test_label_cells_are_tinted() -> None:
    data = render(document(Facts((("Post", inline("Clerk")),), across=1)))
    cells = opened(data).tables[0].rows[0].cells
    shade = cells[0]._tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    assert shade is not None
    assert shade.get(qn("w:fill")) == "EAF1F8"
    assert cells[1]._tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is None
    assert [p.style.name for p in cells[0].paragraphs if p.style] == ["Table Label"]


@pytest.mark.parametrize(
    ("locale", "latin", "east_asian", "language"),
    [
        ("zh", "Microsoft YaHei", "Microsoft YaHei", "zh-CN"),
        ("zh-TW", "Microsoft JhengHei", "Microsoft JhengHei", "zh-TW"),
        ("en", "Arial", "Microsoft YaHei", "zh-CN"),
    ],
)
def test_the_locale_decides_typefaces_and_languages(
    locale: str, latin: str, east_asian: str, language: str
) -> None:
    styles = part(render(document(Paragraph(inline("x")), locale=locale)), "word/styles.xml")
    assert f'w:ascii="{latin}"' in styles
    assert f'w:eastAsia="{east_asian}"' in styles
    assert f'w:eastAsia="{language}"' in styles


def test_the_page_is_a4_and_lies_on_its_side_if_asked() -> None:
    upright = opened(render(documents.job_description("zh"))).sections[0]
    lying = opened(render(documents.matrix("zh"))).sections[0]
    assert upright.page_width is not None
    assert upright.page_height is not None
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)
    assert (lying.page_width, lying.page_height) == (upright.page_height, upright.page_width)


def test_the_head_and_foot_carry_names_version_and_page_fields() -> None:
    data = render(documents.job_description("zh"))
    section = opened(data).sections[0]
    head = section.header.paragraphs[0].text
    foot = section.footer.paragraphs[0]
    assert head == "××进出口有限公司 · 岗位说明书\tGW-WM-003 V2.1"
    assert foot.text == "生效日期：2025-10-01\t第 1 页 / 共 1 页\t内部资料 · 请勿外传"
    instructions = [element.text for element in foot._p.iter(qn("w:instrText"))]
    assert instructions == [" PAGE ", " NUMPAGES "]


def test_a_draft_says_so_on_every_page() -> None:
    head = opened(render(document(draft="DRAFT – not in force"))).sections[0].header
    assert head.paragraphs[-1].text == "DRAFT – not in force"
    assert all(
        "DRAFT" not in p.text for p in opened(render(document())).sections[0].header.paragraphs
    )


def test_the_properties_name_the_document_with_fixed_dates() -> None:
    properties = opened(render(documents.job_description("zh"))).core_properties
    assert properties.title == "岗位说明书 · 外贸业务员"
    assert properties.subject == "外贸业务员"
    assert properties.author == "××进出口有限公司"
    assert properties.language == "zh"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2000, 1, 1)


def test_a_document_named_after_its_subject_says_so_once_in_its_properties() -> None:
    named = replace(document(), title="Recall", subject="Recall")
    assert opened(render(named)).core_properties.title == "Recall"


def test_who_goes_on_writing_in_a_cell_stays_in_its_style() -> None:
    styles = opened(render(document())).styles
    assert styles["Heading 1"].next_paragraph_style.name == "Normal"
    for name in ("Table Heading", "Table Group", "Table Group Small"):
        assert styles[name].next_paragraph_style.name == name


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["job_description", "matrix", "chart"])
def test_the_same_document_gives_the_same_bytes(name: str, locale: str) -> None:
    given = getattr(documents, name)(locale)
    first = render(given)
    assert render(given) == first
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_part_of_a_foreign_template_is_left() -> None:
    with zipfile.ZipFile(BytesIO(render(document()))) as package:
        names = package.namelist()
        text = b"".join(package.read(name) for name in names).decode("utf-8", "ignore")
    assert not [name for name in names if "custom" in name or "thumbnail" in name]
    assert "Macintosh" not in text
    assert "python-docx" not in text


def test_hostile_text_is_text_and_nothing_else() -> None:
    texts = inline(HOSTILE)
    table = Table((Column(HOSTILE),), (Row((Cell((texts,)),)),))
    data = render(
        Document(
            HOSTILE,
            "en",
            HOSTILE,
            (
                Paragraph(texts),
                Heading(HOSTILE),
                Section(HOSTILE, (Listing((texts,)), Facts(((HOSTILE, texts),)), table), HOSTILE),
                Signature((HOSTILE,), HOSTILE, HOSTILE),
            ),
            HOSTILE,
            HOSTILE,
            HOSTILE,
            (HOSTILE, HOSTILE),
            draft=HOSTILE,
            labels={"page": HOSTILE},
        )
    )
    word = opened(data)
    shown = "a]]> <w:p/> &amp; \"'| 𠮷\nb\tc"
    assert word.paragraphs[0].text == shown
    assert word.tables[-2].rows[1].cells[0].text == shown
    assert word.core_properties.title == "a]]> <w:p/> &amp; \"'| 𠮷 b c"


def test_very_long_words_do_not_push_columns_off_the_page() -> None:
    word_long = "Donaudampfschifffahrtsgesellschaftskapitän" * 6
    columns = tuple(Column(word_long, weight, Align.START) for weight in (0, 1, 9, 1, 1, 1))
    rows = (Row(tuple(Cell((inline(word_long),)) for _ in columns)),)
    table = opened(render(document(Table(columns, rows)))).tables[0]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
    assert sum(widths) == round(174 * 1440 / 25.4)
    assert min(widths) > 1000


def test_group_rows_span_the_table_and_short_rows_are_filled_up() -> None:
    columns = (Column("a"), Column("b"), Column("c"))
    rows = (
        Row((Cell((inline("group"),)),), RowKind.GROUP),
        Row((Cell((inline("1"),)), Cell((inline("2"),)))),
        Row(()),
        Row((Cell((inline("sum"),)), Cell(), Cell((inline("3"),))), RowKind.TOTAL),
    )
    table = opened(render(document(Table(columns, rows)))).tables[0]
    spans = [[cell.grid_span for cell in row.tc_lst] for row in table._tbl.tr_lst]
    assert spans == [[1, 1, 1], [3], [1, 2], [3], [1, 1, 1]]


def test_a_wide_fact_and_the_last_of_an_odd_number_span_the_rest() -> None:
    facts = Facts(
        tuple((label, inline("x")) for label in ("a", "b", "c", "wide", "d")),
        wide=frozenset({"wide"}),
    )
    table = opened(render(document(facts))).tables[0]
    spans = [[cell.grid_span for cell in row.tc_lst] for row in table._tbl.tr_lst]
    assert spans == [[1, 1, 1, 1], [1, 3], [1, 3], [1, 3]]


def test_every_numbered_list_begins_at_one() -> None:
    items = (inline("first"), inline("second"))
    data = render(document(*[Listing(items, ordered=True)] * 3, Listing(items)))
    numbers = [
        element.get(qn("w:val")) for element in opened(data).element.body.iter(qn("w:numId"))
    ]
    assert numbers == ["3", "3", "4", "4", "5", "5"]
    assert part(data, "word/numbering.xml").count('<w:startOverride w:val="1"/>') == 3
    assert styles_of(opened(data)).count("List Bullet") == 2


def test_signatures_stand_in_boxes_of_at_most_four() -> None:
    table = opened(render(document(Signature(tuple("ABCDEF"), "Name", "Date")))).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["A", "B", "C", "D"]
    assert texts[1][0] == "Name \t\nDate \t"
    assert texts[2][0] == "E"


def test_a_figure_is_a_picture_with_a_text_for_those_who_cannot_see_it() -> None:
    given = documents.job_description("zh")
    figure = next(
        block
        for section in given.blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Figure)
    )
    data = render(given)
    with zipfile.ZipFile(BytesIO(data)) as package:
        picture = package.read("word/media/image1.png")
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert min(width, height) > 100
    alt = figure.chart.alt or figure.caption
    assert f'descr="{alt}"' in part(data, "word/document.xml")


def test_a_chart_is_no_larger_than_the_page() -> None:
    given = documents.chart("en")
    word = opened(render(given))
    shape = word.inline_shapes[0]
    assert 100 < shape.width.mm <= 269
    assert shape.height.mm <= 297


def test_an_empty_chart_does_not_break_a_document() -> None:
    assert opened(render(document(Chart((), ()), Figure(Chart((), ()), "none"))))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_matrix_shows_groups_letters_totals_and_findings(locale: str) -> None:
    given = documents.matrix(locale)
    block = given.blocks[0]
    assert isinstance(block, Matrix)
    word = opened(render(given))
    table = word.tables[0]
    groups = len({row.group for row in block.rows})
    assert len(table.rows) == 2 + len(block.rows) + groups + 1 + len(block.letters)
    text = "\n".join(p.text for p in word.paragraphs)
    for row in block.rows:
        assert not row.finding or row.finding in text
    for letter in block.letters:
        assert letter.name in text
    last = [cell.text for cell in table.rows[-1].cells]
    assert last[0] == block.letters[-1].sign
    assert last[2] == str(block.column_totals(0)[block.letters[-1].sign])


def wide_matrix(parties: int) -> Matrix:
    base = documents.matrix("en").blocks[0]
    assert isinstance(base, Matrix)
    columns = tuple(MatrixColumn(f"Party number {number}") for number in range(parties))
    row = MatrixRow("Work", tuple(MatrixCell(("A",)) for _ in columns))
    return Matrix(columns, (row,), (Letter("A", "Accountable", "A"),), base.labels)


def test_titles_of_narrow_columns_are_turned() -> None:
    data = render(document(wide_matrix(12)))
    assert part(data, "word/document.xml").count('<w:textDirection w:val="btLr"/>') == 12
    assert "textDirection" not in part(render(document(wide_matrix(3))), "word/document.xml")


def test_a_department_that_is_a_party_of_a_matrix_is_named_once() -> None:
    base = wide_matrix(3)
    first, *others = base.columns
    parties = (replace(first, title="Sales", department="Sales"), *others)
    head = opened(render(document(replace(base, columns=parties)))).tables[0].rows[:2]
    texts = [cell.text for each in head for cell in each.cells]
    assert texts.count("Sales") == 1 and head[1].cells[2].text == "Sales"


def test_no_last_character_of_a_chinese_party_stands_alone() -> None:
    base = wide_matrix(23)
    parties = tuple(replace(each, title="教务主任") for each in base.columns)
    heads = opened(render(document(replace(base, columns=parties)))).tables[0].rows[0]
    cell = heads.cells[2]
    assert cell.width is not None
    lines = cell.paragraphs[0].paragraph_format
    assert lines.left_indent is not None and lines.left_indent == lines.right_indent
    room = cell.width - 2 * lines.left_indent - 2 * Twips(TIGHT)
    assert 2 * Pt(8) <= room < 3 * Pt(8)


def test_a_matrix_too_wide_for_the_page_is_cut_into_tables_that_lose_nothing() -> None:
    word = opened(render(document(wide_matrix(75))))
    assert len(word.tables) > 1
    shown = [cell.text for table in word.tables for cell in table.rows[0].cells[2:]]
    assert shown == [*(f"Party number {number}" for number in range(75)), "A"]


@pytest.mark.parametrize("block", [wide_matrix(0), Facts(()), Table((), ()), Signature((), "", "")])
def test_blocks_without_content_leave_a_valid_document(block: Block) -> None:
    word = opened(render(document(block, Section("Section", (block,)))))
    for table in word.tables:
        assert table._tbl.tr_lst
        assert all(row.tc_lst for row in table._tbl.tr_lst)


def kept(table_rows: int, text: str) -> list[bool]:
    rows = tuple(Row((Cell((inline(text),)),)) for _ in range(table_rows))
    table = opened(render(document(Table((Column("Title"),), rows)))).tables[0]
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_a_small_table_stays_on_one_page_and_a_large_one_leaves_no_last_row_alone() -> None:
    # The header row keeps with the first by its style.
    assert kept(4, "short") == [False, True, True, True, False]
    assert kept(5, "long " * 100) == [False, False, False, False, True, False]
    assert kept(5, "长" * 40) == [False, False, False, False, True, False]


def test_line_breaks_and_tabs_do_not_disturb_the_running_head() -> None:
    given = Document("One\ntwo", "en", "Har\tbour", (), running="V\n2")
    head = opened(render(given)).sections[0].header.paragraphs
    assert [line.text for line in head] == ["Har bour · One two\tV 2"]


def test_the_head_of_a_drawing_stands_above_it() -> None:
    head = ((("Version", "1.0"), ("Approved by", "Ann")),)
    drawn = replace(document(swimming.generated(3, 6, 2)), head=head)
    body = opened(render(drawn)).element.body.xml
    assert body.index("Approved by") < body.index("<w:drawing>")


def test_what_ends_with_a_table_has_no_empty_page_behind_it() -> None:
    ends = opened(render(document(Signature(("A",), "Name", "Date")))).paragraphs[-1]
    assert ends.style is not None
    assert ends.style.name == "Spacer"
    spacing = ends.paragraph_format.line_spacing
    assert isinstance(spacing, int) and spacing <= Pt(0.05)
    assert '<w:sz w:val="2"/>' in ends._p.xml  # LibreOffice asks for the height of the mark


def test_a_list_of_names_is_no_strip_beside_an_address() -> None:
    titles = (Column("岗位", 1), Column("现任", 1), Column("联系方式", 3), Column("事项", 3))
    texts = (
        "责任护士",
        "玛丽亚·桑托斯、奥拉·墨菲、吉西·托马斯",
        "niamh.duffy@northgate.example",
        "部门负责人",
    )
    row = Row(tuple(Cell((inline(text),)) for text in texts))
    grid = opened(render(document(Table(titles, (row,)), locale="zh"))).tables[0]
    assert grid.columns[1].width.mm > 25


def test_the_note_of_a_table_does_not_stand_on_a_page_alone() -> None:
    rows = tuple(Row((Cell((inline(f"row {number} " + "word " * 20),)),)) for number in range(9))
    noted = Section("Letters", (Table((Column("What"),), rows), Paragraph(inline("A: answers"))))
    grid = opened(render(document(noted))).tables[0]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in grid.rows[1:-1]]
    assert kept[-2:] == [True, True]
    assert kept[3] is None


SIGNED = Signature(("Holder",), "Signature", "Date")


def test_the_note_of_a_table_is_its_last_row_as_wide_as_all_columns() -> None:
    columns = (Column("What"), Column("Who"))
    noted = Section(
        "Letters",
        (Table(columns, (Row((Cell(), Cell())),)), Paragraph(inline("A: answers")), SIGNED),
    )
    grid, _ = opened(render(document(noted))).tables
    last = grid.rows[-1]
    assert len(grid.columns) == 2 and len(last._tr.tc_lst) == 1
    assert last.cells[0].text == "A: answers"
    assert last.cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_nothing_of_a_file_stays_in_memory_once_it_is_written() -> None:
    gc.collect()
    gc.disable()  # what lies in circles stays until the collector comes by
    try:
        render(documents.job_description("zh"))
        left = [type(thing).__name__ for thing in gc.get_objects()]
    finally:
        gc.enable()
    assert not {"CT_Document", "CT_Body", "CT_Styles", "CT_HdrFtr"} & set(left)


def test_a_name_below_another_is_set_in_with_all_its_lines() -> None:
    rows = (Row((Cell((inline("Sales"),)),)), Row((Cell((inline("North"),), depth=2),)))
    table = Table((Column("Unit"),), rows)
    cells = opened(render(Document("T", "en", "O", (table,)))).tables[-1].columns[0].cells
    said = {c.text: c.paragraphs[0].paragraph_format.left_indent for c in cells}
    assert said["Sales"] is None and said["North"] == Pt(20)


def test_the_lines_of_a_fact_may_be_a_list() -> None:
    facts = Facts((("Met", inline("a\nb")), ("Else", inline("c\nd"))), listed=frozenset({"Met"}))
    cells = opened(render(Document("T", "en", "O", (facts,)))).tables[-1].rows[0].cells
    said = {c.text: [p.style.name for p in c.paragraphs] for c in cells}
    assert said["a\nb"] == ["Table Bullet", "Table Bullet"]
    assert said["c\nd"] == ["Table Text"]
