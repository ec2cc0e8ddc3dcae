"""How a Word file is set so that its last page is worth its paper, and what stays together."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import count

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from orgspec.chart import Card, Chart, Line
from orgspec.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
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
from orgspec.render.filling import Piece
from orgspec.render.word import look, measure
from orgspec.render.word.columns import column_widths
from orgspec.render.word.gauge import closeness, lines_in
from orgspec.render.word.lists import TABLE_INDENT
from orgspec.render.word.story import Story
from tests.render import documents

SIGNED = Signature(("Holder", "Superior"), "Signature", "Date")
APPROVAL = Section("Approval", (SIGNED,))
USUAL = 45


def table(rows: int) -> Section:
    made = tuple(Row((Cell((inline(f"step {number} " + "word " * 9),)),)) for number in range(rows))
    return Section("Steps", (Table((Column("Step"),), made),))


def document(*blocks: Block, **others: object) -> Document:
    return replace(Document("Title", "en", "Harbour", blocks), **others)  # type: ignore[arg-type]


def padding(given: Document) -> int:
    """What lies above the text of a row, in twips."""
    with zipfile.ZipFile(BytesIO(render(given))) as package:
        styles = package.read("word/styles.xml").decode()
    found = re.search(r'<w:tblCellMar><w:top w:w="(\d+)"', styles)
    assert found is not None
    return int(found.group(1))


def test_rows_stand_as_usual_on_one_page_and_where_the_last_page_is_well_filled() -> None:
    assert padding(document(table(20), APPROVAL)) == USUAL
    assert padding(document(table(65), APPROVAL)) == USUAL


@pytest.mark.parametrize("rows", [35, 37])
def test_rows_stand_closer_where_that_spares_a_page_of_signatures(rows: int) -> None:
    assert padding(document(table(rows), APPROVAL)) < USUAL


def test_rows_of_a_long_document_stand_closer_where_a_page_is_spared_but_not_as_close_as_on_one() -> (
    None
):
    def set_with(signed: float) -> float:
        rows = [Piece(30, 12)] * 32 + [Piece(40, 12)] * 16
        told = Story(docx.Document().part, "en", 9000, 1000, count(), count())
        told.pieces.extend([*rows, Piece(signed)])
        return closeness(told)

    assert set_with(600) == 0.4
    assert set_with(760) == 1.0  # a hair too high for two pages


def test_the_frames_of_bars_and_boxes_are_reckoned() -> None:
    boxed = [Section(f"Part {each}", (Paragraph(inline("One line.")),)) for each in range(13)]
    assert padding(document(*boxed, APPROVAL)) < USUAL


def test_what_is_of_unknown_height_is_set_as_usual() -> None:
    assert padding(document(*documents.matrix("en").blocks, table(36), APPROVAL)) == USUAL


def test_an_appraisal_that_lies_on_its_side_takes_one_page() -> None:
    head = (
        (("Version", "1.0"), ("Effective", "2026-05-01")),
        (("Prepared by", "Ann 2026-04-01"), ("Approved by", "Ben 2026-05-01")),
    )
    facts = Section("Result", (Facts((("Score", ()), ("Remarks", ())), across=1),))
    given = document(table(7), facts, APPROVAL, head=head, landscape=True)
    opened = docx.Document(BytesIO(render(given)))
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == [
        "Version", "Effective", "Prepared by", "Approved by"
    ]  # fmt: skip


def test_what_stands_before_an_agreement_is_signed_stays_with_the_signatures() -> None:
    signed = Section("Signatures", (Paragraph(inline("We have read this.")), SIGNED))
    grid = docx.Document(BytesIO(render(document(table(9), signed)))).tables[0]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in grid.rows]
    assert kept[-2:] == [True, True] and kept[-4] is None


def test_parts_of_a_running_head_keep_their_distance() -> None:
    head = docx.Document(BytesIO(render(document(running="HY-01  Version 1.0")))).sections[0].header
    assert head.paragraphs[0].text.endswith("HY-01\u2003Version 1.0")


def test_a_short_clause_does_not_split_and_a_long_one_does() -> None:
    short = Section("Term", (Paragraph(inline("one line")),))
    long = Section("Terms", (Paragraph(inline("word " * 400)),))
    grids = docx.Document(BytesIO(render(document(short, long)))).tables
    assert ["<w:cantSplit/>" in grid._tbl.xml for grid in grids] == [True, False]


def test_a_sum_in_bold_and_a_short_word_stay_in_one_line_however_narrow_the_table() -> None:
    weights = measure.widths([1, 1, 8], [500, 600, 9000], 5000)
    assert weights == [500, 600, 3900]
    columns = (Column("指标", 6), Column("权重", 0.5), Column("公式", 6))
    texts = (("总计", "100%", ""), ("订单", "9%", "按期完成的订单"))
    rows = tuple(
        Row(tuple(Cell((inline(text),)) for text in line), kind)
        for line, kind in zip(texts, (RowKind.TOTAL, RowKind.BODY), strict=True)
    )
    given = replace(document(Table(columns, rows)), locale="zh")
    grid = docx.Document(BytesIO(render(given))).tables[0]
    assert grid.columns[1].width.pt > 9.5 * 3.2 + 10


def test_two_characters_stay_in_one_line_in_a_table_of_many_columns() -> None:
    columns = tuple(Column("轨迹软件工程师", weight) for weight in (6, *[0.3] * 9))
    row = Row(tuple(Cell((inline(text),)) for text in ("事项" * 9, *["② 审核"] * 9)))
    given = replace(document(Table(columns, (row,))), locale="zh")
    grid = docx.Document(BytesIO(render(given))).tables[0]
    assert min(column.width.pt for column in grid.columns) > 9.5 * 3 + 10


def test_a_tall_drawing_has_an_upright_page_to_itself_and_a_wide_one_lies_with_the_rest() -> None:
    def sides(cards: int, *, deep: bool) -> list[bool]:
        made = tuple(Card(str(number), f"Post {number}") for number in range(cards))
        lines = [Line(str(n - 1 if deep else 0), str(n)) for n in range(1, cards)]
        given = document(Chart(made, tuple(lines)), table(3), landscape=True, running="HY-01")
        sections = docx.Document(BytesIO(render(given))).sections
        assert all("HY-01" in each.header.paragraphs[0].text for each in sections)
        return [int(each.page_width or 0) < int(each.page_height or 0) for each in sections]

    assert sides(9, deep=True) == [True, False]
    assert sides(5, deep=False) == [False]


def test_a_head_above_a_signature_breaks_between_department_and_post() -> None:
    signed = Signature(("Finance Department · Finance Manager", "A", "B"), "Signature", "Date")
    (grid,) = docx.Document(BytesIO(render(document(signed)))).tables
    assert grid.rows[0].cells[0].text == "Finance\u00a0Department · Finance\u00a0Manager"


def test_a_column_of_long_texts_takes_what_short_ones_do_not_need() -> None:
    row = Row(tuple(Cell((inline(text),)) for text in ("yes", "no", "word " * 60)))
    columns = (Column("First"), Column("Second"), Column("Third"))
    drawn = docx.Document(BytesIO(render(document(Table(columns, (row,))))))
    first, second, third = (column.width or 0 for column in drawn.tables[0].columns)
    assert third > 4 * max(first, second)
    assert min(first, second) > Pt(30)  # and yet no word is torn


def test_what_must_not_part_from_the_next_block_is_no_table_of_one_row() -> None:
    # LibreOffice does not keep such a table on the page of what follows.
    titles = (Heading("Meetings", 2), Heading("Weekly", 3))
    sentence = Paragraph(inline("We have read this agreement."))
    signed = Section("Signatures", (sentence, SIGNED))
    steps = Section("Steps", (*titles, *table(3).blocks))
    drawn = docx.Document(BytesIO(render(document(steps, signed))))
    framed = [
        (each.text, each.style)
        for each in drawn.paragraphs
        if each.style is not None and (each.style.name or "").startswith("Boxed")
    ]
    assert [text for text, _ in framed] == ["Meetings", "Weekly", "We have read this agreement."]
    assert all(style.paragraph_format.keep_with_next for _, style in framed)
    bases = [style.base_style.name for _, style in framed if style.base_style is not None]
    assert bases == ["Heading 2", "Heading 3", "Section Text"]
    assert [len(each.rows) for each in drawn.tables] == [4, 2]


def test_clauses_before_signatures_stand_in_one_box_that_goes_along_with_them() -> None:
    clauses = ("In force at once.", "Reviewed every year.", "Changed in writing.")
    term = Section("Term", (Listing(tuple(map(inline, clauses)), ordered=True),))
    box = docx.Document(BytesIO(render(document(term, APPROVAL)))).tables[0]
    assert [row.cells[0].text for row in box.rows] == list(clauses)
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in box.rows)
    edges = [re.findall(r"<w:(top|bottom) w:val=\"nil\"/>", row._tr.xml) for row in box.rows]
    assert edges == [["bottom"], ["top", "bottom"], ["top"]]


def test_a_head_of_thin_letters_is_not_cut_where_the_line_has_room_for_it() -> None:
    named = "Customer Service & Order Execution Group · Risk Control & Compliance Group"
    given = replace(document(), title="Agreement on cooperation", running=f"{named}  Version 1.0")
    head = docx.Document(BytesIO(render(given))).sections[0].header.paragraphs[0].text
    assert head.endswith("Compliance Group\u2003Version 1.0")


def test_an_amount_and_its_currency_stay_in_one_line_where_a_column_has_room() -> None:
    texts = ("at once", "Every order ≤ CNY 3,000,000 counts, and above 15 % of all", "x " * 99)
    columns = (Column("When"), Column("What", 0.1), Column("Note", 20))
    steps = Section("Steps", (Table(columns, (Row(tuple(Cell((inline(t),)) for t in texts)),)),))
    drawn = docx.Document(BytesIO(render(document(steps)))).tables[0]
    said = drawn.rows[1].cells[1].text
    assert "≤\u00a0CNY\u00a03,000,000 counts" in said and "15\u00a0% of" in said
    assert drawn.columns[1].width > Pt(85)


def test_a_day_or_a_range_of_grades_is_not_torn_where_a_column_has_room() -> None:
    texts = ("2031-12-31", "M1～M2", *("construction " * 5,) * 5)
    columns = (Column("Day"), Column("级"), *(Column("What"),) * 5)
    steps = Section("流程", (Table(columns, (Row(tuple(Cell((inline(t),)) for t in texts)),)),))
    drawn = docx.Document(BytesIO(render(document(steps)))).tables[0]
    wide = [drawn.columns[index].width or 0 for index in (0, 1)]
    assert wide[0] > Pt(9.5 * 7) and wide[1] > Pt(9.5 * 4.7)


def test_a_short_chinese_head_stays_in_one_line_and_a_bold_word_whole() -> None:
    heads = ("订单放行", "可能性", "岗位数", "客户代表", "内务主管", "供应商")
    cells = [Cell((inline("Approve", Emphasis.STRONG), inline("up to USD 30,000")))] * 5
    row = Row((Cell((inline("长" * 90),)), *cells))
    given = document(Table(tuple(map(Column, heads)), (row,)))
    widths = [
        column.width or 0 for column in docx.Document(BytesIO(render(given))).tables[0].columns
    ]
    for head, width in zip(heads, widths, strict=True):
        assert width - Pt(11) >= Pt(len(head) * 9.5 * 1.05), head
    assert min(widths) - Pt(11) >= Pt(measure.ems("Approve") * 9.5 * 1.15)


def test_each_line_of_a_standard_counts_in_the_height_of_its_row() -> None:
    tasks = (
        "Check product, weight and price",
        "Answer with a delivery date within the hour",
        "Note",
    )
    standards = ("Order accuracy\n≥ 99%", "Order lead time\n≤ 6 working days")
    cells = [Cell(tuple(map(inline, lines)), bullets=True) for lines in (tasks, standards)]
    block = Table((Column("Tasks", 6), Column("Standards", 1)), (Row(tuple(cells)),))
    _, narrow = column_widths(block, look.mm(90))[0]
    assert lines_in("Order lead time", narrow - TABLE_INDENT) == 1


def test_rows_do_not_split_but_for_a_low_first_one_of_which_nothing_can_be_lost() -> None:
    low, high = (Row((Cell((inline("word " * many),)),)) for many in (1, 90))
    group = Row((Cell((inline("Group"),)),), RowKind.GROUP)

    def whole(*rows: Row) -> list[bool]:
        made = docx.Document(BytesIO(render(document(Table((Column("Step"),), rows))))).tables[0]
        return [each._tr.find(f".//{qn('w:cantSplit')}") is not None for each in made.rows][1:]

    assert whole(group, *[low] * 9) == [True, False] + [True] * 8
    assert all(whole(*[high] * 9)) and all(whole(low, low))


def test_lines_of_chinese_stand_closer_as_well_where_that_spares_a_page() -> None:
    def line(given: Document) -> int:
        with zipfile.ZipFile(BytesIO(render(given))) as package:
            styles = package.read("word/styles.xml").decode()
        found = re.search(r'<w:pPrDefault>.*?w:line="(\d+)"', styles)
        assert found is not None
        return int(found.group(1))

    assert line(document(table(20), APPROVAL, locale="zh")) == 240
    assert line(document(table(29), APPROVAL, locale="zh")) < 240


def test_a_day_never_breaks_and_is_found_where_it_has_room() -> None:
    day = "until 2031-12-31"
    columns = (Column("Accepted"), *(Column(f"Column {number}") for number in range(9)))
    cells = (Cell((inline(day),)), *(Cell((inline("wide words " * 9),)) for _ in range(9)))
    narrow = docx.Document(BytesIO(render(document(Table(columns, (Row(cells),))))))
    assert narrow.tables[0].rows[1].cells[0]._tc.xml.count("<w:noBreakHyphen/>") == 2
    roomy = docx.Document(
        BytesIO(render(document(Table((Column("Accepted"),), (Row(cells[:1]),)))))
    )
    assert "2031-12-31" in roomy.tables[0].rows[1].cells[0]._tc.xml
    running = Section("Term", (Paragraph(inline("word " * 30 + day)),))
    assert "<w:noBreakHyphen/>" in docx.Document(BytesIO(render(document(running)))).element.xml


def test_a_column_is_as_wide_as_its_day() -> None:
    long = Cell((inline("many words " * 30),))
    row = Row((Cell((inline("until 2031-12-31"),)), *([long] * 8)))
    columns = (Column("Day", 0.1), *(Column(f"Column {number}") for number in range(8)))
    widths, small = column_widths(Table(columns, (row,)), 9000)
    size = look.TABLE_SMALL if small else look.BODY_SIZE
    assert widths[0] - 2 * look.CELL_PADDING > measure.ems("2031-12-31") * size * 10


def test_an_amount_stays_in_one_line_in_small_type_where_all_columns_have_room() -> None:
    amount = "\u2264 CNY 3,000,000"
    titles = [Column("Head", 0.1)] * 2 + [Column("Representatives", 9.0)] * 6
    cells = [Cell((inline(amount),))] * 2 + [Cell((inline("yes"),))] * 6
    widths, small = column_widths(Table(tuple(titles), (Row(tuple(cells)),)), 13100)
    needed = measure.longest_whole([amount]) * look.TABLE_SMALL * 10
    assert small and min(widths[:2]) - 2 * look.CELL_PADDING > needed


def test_a_matrix_ends_with_one_thin_paragraph() -> None:
    cells = MatrixRow("Ship", (MatrixCell(("A",)),))
    labels = dict.fromkeys(("activity", "group", "number", "check", "total", "party"), "x")
    grid = Matrix((MatrixColumn("Clerk"),), (cells,), (Letter("A", "Answers", "A"),), labels)
    with zipfile.ZipFile(BytesIO(render(document(grid, APPROVAL)))) as package:
        body = package.read("word/document.xml").decode()
    thin = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
    assert thin in body and thin + thin not in body


def test_the_sums_of_a_matrix_do_not_stand_on_a_page_alone() -> None:
    rows = tuple(MatrixRow(f"Step {each}", (MatrixCell(("A",)),)) for each in range(5))
    labels = dict.fromkeys(("activity", "group", "number", "check", "total", "party"), "x")
    block = Matrix((MatrixColumn("Clerk"),), rows, (Letter("A", "Answers", "A"),), labels)
    grid = docx.Document(BytesIO(render(document(block)))).tables[0]
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in grid.rows[1:6]]
    assert kept == [None, None, None, True, True]
