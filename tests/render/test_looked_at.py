"""What was not right when every document of every sample was looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import docx
import openpyxl

from orgspec.document import (
    Card,
    Cell,
    Chart,
    Column,
    Document,
    Emphasis,
    Facts,
    Line,
    Row,
    RowKind,
    Run,
    Section,
    Signature,
    Swimlane,
    Table,
    inline,
)
from orgspec.render import docx as word
from orgspec.render import fonts, html, xlsx
from orgspec.render.layout.card import NORMAL
from orgspec.render.layout.dotted import dotted_lines
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.sheet.columns import shared
from orgspec.render.sheet.plan import A3, A4, pages_high, readable, table_paper
from orgspec.swimlane import Lane, Node, NodeKind

SIGNED = Signature(("Appraised", "Superior"), "Signature", "Date")


def document(*blocks: object) -> Document:
    return Document("Title", "en", "Harbour", blocks)  # type: ignore[arg-type]


def kept_with_next(part: Document) -> list[bool]:
    """For each row of each table of a Word file whether it stays with what follows."""
    opened = docx.Document(BytesIO(word.render(part)))
    return [
        all(bool(p.paragraph_format.keep_with_next) for cell in row.cells for p in cell.paragraphs)
        for table in opened.tables
        for row in table.rows
    ]


def table(rows: int) -> Table:
    return Table((Column("Post"),), tuple(Row((Cell((inline("a"),)),)) for _ in range(rows)))


def test_signatures_take_the_facts_above_them_along_to_the_next_page() -> None:
    result = Facts((("Score", inline("")), ("Remarks", inline(""))), across=1)
    assert kept_with_next(document(Section("Result", (result, SIGNED))))[:2] == [True, True]


def test_signatures_in_a_section_of_their_own_take_a_row_of_the_one_before_along() -> None:
    *rows, last = kept_with_next(document(Section("Posts", (table(9),)), Section("", (SIGNED,))))[
        :10
    ]
    assert last and not all(rows)
    assert not kept_with_next(document(Section("Posts", (table(9),)), Section("", (table(9),))))[9]


def test_a_table_of_long_texts_is_printed_at_a_size_to_read() -> None:
    room = readable(5)
    wide = shared([10, 60, 12, 60, 60], [10, 12, 12, 12, 12], [5, 50, 6, 50, 50], room)
    assert wide[0] == 10 and wide[2] == 12
    assert wide[1] == wide[3] == wide[4] > 48
    assert sum(wide) * 5.25 * 0.8 <= 842 - 66


def test_the_column_with_most_text_is_the_widest_of_a_table() -> None:
    def widths(*texts: str) -> list[float]:
        cells = tuple(Cell((inline(text),)) for text in texts)
        given = Table(tuple(Column(f"column {at}") for at, _ in enumerate(texts)), (Row(cells),))
        sheet = openpyxl.load_workbook(BytesIO(xlsx.render(document(given)))).worksheets[0]
        return [float(sheet.column_dimensions[letter].width) for letter in "ABCD"]

    name, words, long, little = widths(
        "Ann", "a few words " * 6, "all of it " * 30, "a few words " * 6
    )
    assert name < 13 < words == little < long


def test_a_long_head_does_not_make_a_narrow_table_smaller_in_print() -> None:
    band = tuple((f"Approved {at} by", "The General Manager 2026-05-01") for at in range(6))
    given = replace(document(table(2)), organisation="Firm", head=(band,))
    sheet = openpyxl.load_workbook(BytesIO(xlsx.render(given))).worksheets[0]
    first, *others = str(sheet["A2"].value).split("\n")
    assert others and all(line.startswith("Approved") for line in others)
    (merged,) = sheet.merged_cells.ranges
    assert merged.size["columns"] * 9.2 * 5.25 <= 842 - 66
    assert fonts.width(first, 9) <= 842 - 66


def test_what_signs_a_form_does_not_take_a_page_of_its_own() -> None:
    sign = Signature(("Appraised", "Superior", "Human resources"), "Signature", "Date")
    facts = Facts((("Post", inline("Clerk")), ("Holder", inline("Ann"))))

    def printed(rows: int) -> tuple[int | None, list[int]]:
        given = document(Section("", (facts,)), Section("", (table(rows), sign)))
        sheet = openpyxl.load_workbook(BytesIO(xlsx.render(given))).worksheets[0]
        return sheet.page_setup.fitToHeight, [mark.id for mark in sheet.row_breaks.brk]

    assert printed(4) == (0, [])
    assert printed(13)[0] is None  # one page, though a little small
    _, (start,) = printed(24)
    assert start < 24 + 4  # at least a row comes along


def test_a_quarter_of_a_page_does_not_take_one_of_its_own_where_all_can_be_read() -> None:
    assert pages_high(A4, [40.0, 60.0], 540) == 1  # a quarter of a page too much
    assert pages_high(A4, [40.0, 60.0], 640) == 0
    assert pages_high(A4, [80.0, 120.0], 760) == 0  # it is small already


def test_a_table_of_very_many_columns_is_printed_on_larger_paper() -> None:
    assert table_paper([12.0] * 12) == A4
    assert table_paper([18.0] * 20) == A3


def test_a_long_foot_does_not_run_into_the_number_of_the_page() -> None:
    given = replace(document(table(1)), footer=("责任分配矩阵 Matrix · " * 4 + "山野咖啡烘焙", "x"))
    foot = openpyxl.load_workbook(BytesIO(xlsx.render(given))).worksheets[0].oddFooter
    assert str(foot.left.text).endswith("…")
    assert fonts.width(str(foot.left.text), 10) < (842 - 66) / 2


def test_the_column_of_groups_has_both_languages_and_no_note() -> None:
    title = (Run("烘焙间", Emphasis.STRONG), Run(" "), Run("Roastery", lang="en"))
    note = Run("　2 人", Emphasis.MUTED)
    rows = (Row((Cell(((*title, note),)),), RowKind.GROUP), *table(1).rows)
    grouped = Table((Column("Post"),), rows, group="Department")
    sheet = openpyxl.load_workbook(BytesIO(xlsx.render(document(grouped)))).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == ["烘焙间\nRoastery"]


def test_a_small_drawing_is_not_stretched_and_cut_in_a_page() -> None:
    step = Node("a", NodeKind.STEP, 0, "Roast")
    page = html.render(document(Swimlane((Lane("Roaster"),), (step,), ()))).decode()
    wide = re.search(r'class="drawing" style="--wide: (\d+)px; max-width: var\(--wide\)"', page)
    assert wide is not None and int(wide[1]) < 880
    assert "var(--wide) * .6); max-width: 100%" in page


def test_a_label_that_would_lie_on_other_lines_is_not_said_twice() -> None:
    boxes = {"a": Box(0, 0, 200, 80), "b": Box(600, 0, 200, 80), "c": Box(0, 300, 200, 80)}
    boxes["d"] = Box(228, 300, 200, 80)
    cards = tuple(Card(name, name) for name in boxes)
    lines = tuple(
        Line(one, other, dotted=True, label="Dotted line")
        for one, other in (("a", "b"), ("c", "d"))
    )
    across = [(Point(x, -500.0), Point(x, 900.0)) for x in range(201, 228, 4)]
    drawn = dotted_lines(Chart(cards, lines), boxes, across, NORMAL)
    assert [line.label_box is not None for line in drawn] == [True, False]
    alone = dotted_lines(Chart(cards, lines[1:]), boxes, across, NORMAL)
    assert alone[0].label_box is not None


def test_a_label_in_two_languages_has_room_in_the_head_and_a_day_stays_in_one_piece() -> None:
    head = (
        (
            ("版本 Version", "1.0"),
            ("批准 Approved by", "山野咖啡总经理 General Manager 2026-06-15"),
        ),
    )
    opened = docx.Document(BytesIO(word.render(replace(document(table(1)), head=head))))
    _, _, label, value = opened.tables[0].rows[0].cells
    assert label.width is not None and label.width.mm > 30
    assert value.text.endswith("\n2026-06-15")


def test_no_word_of_a_wide_table_is_torn_in_a_page() -> None:
    posts = ["Clinical Director", "Resuscitation Officer", "Pharmacy Technician"] * 3
    acts = Row(tuple(Cell((inline("Propose"),)) for _ in posts))
    wide = Table(tuple(Column(post) for post in posts), (acts,))
    pages = [
        html.render(replace(document(wide), landscape=landscape)).decode()
        for landscape in (True, False)
    ]
    style = r'class="table many" style="--least: [\d.]+em(?:; font-size: ([\d.]+)em)?">'
    sizes = [re.search(style, page) for page in pages]
    assert sizes[0] is not None and sizes[1] is not None
    assert sizes[0][1] is None
    assert 0.6 < float(sizes[1][1]) < 1


def test_a_day_in_the_head_of_a_page_stays_in_one_piece() -> None:
    head = ((("Prepared by", "Market Development Lead 2026-04-13"), ("Version", "1.0")),)
    page = html.render(replace(document(table(1)), head=head)).decode()
    assert 'Market Development Lead <span class="day">2026-04-13</span>' in page
