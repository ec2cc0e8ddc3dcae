"""What a delimited file holds, as a spreadsheet and a script read it."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from orgspec.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
    Matrix,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
    inline,
)
from orgspec.render.csv import render
from tests.render import documents


def read(document: Document) -> list[list[str]]:
    return list(csv.reader(StringIO(render(document).decode("utf-8-sig"), newline="")))


def document(*blocks: Block) -> Document:
    return Document("Title", "en", "Harbour", blocks)


def table(*texts: str) -> Table:
    return Table((Column("head"),), tuple(Row((Cell((inline(text),)),)) for text in texts))


def test_the_file_begins_with_a_mark_for_excel_and_ends_its_lines_with_crlf() -> None:
    data = render(documents.matrix("zh"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 19
    assert data.replace(b"\r\n", b"").count(b"\n") == 0


def test_a_matrix_is_one_table_with_its_findings_in_the_last_column() -> None:
    lines = read(documents.matrix("zh"))
    assert lines[0][:4] == ["序", "阶段", "活动 / 交付", "外贸部经理"]
    assert [line[0] for line in lines[1:4]] == ["1", "2", "3"]
    assert lines[0][-1] == "发现的问题"
    assert {len(line) for line in lines} == {18}
    assert lines[0][13:17] == ["合计 A", "合计 R", "合计 C", "合计 I"]
    assert lines[9][13:17] == ["1", "1", "3", "3"]
    assert lines[-4][2:4] == ["合计 A", "5"]
    assert lines[2][-1] == "外贸业务员: RAC010 · 执行者过多"
    assert lines[9][9] == "A/R"


def test_a_matrix_without_findings_has_no_column_for_them() -> None:
    base = documents.matrix("en")
    block = base.blocks[0]
    assert isinstance(block, Matrix)
    calm = replace(block, rows=(block.rows[0],))
    assert {len(line) for line in read(replace(base, blocks=(calm,)))} == {17}


def test_several_tables_stand_below_their_titles_with_an_empty_row_between() -> None:
    lines = read(document(Section("One", (table("a"),)), Section("Two", (table("b"),))))
    assert lines == [["One"], ["head"], ["a"], [], ["Two"], ["head"], ["b"]]


def test_a_program_reads_one_table_without_digests_and_sums() -> None:
    sums = replace(table("3 posts"), digest=True)
    posts = table("Clerk", "Driver")
    total = replace(posts.rows[0], kind=RowKind.TOTAL)
    posts = replace(posts, rows=(*posts.rows, total))
    lines = read(document(Section("By department", (sums,)), Section("Posts", (posts,))))
    assert lines == [["head"], ["Clerk"], ["Driver"]]


def test_the_facts_around_the_table_of_a_form_are_its_first_columns() -> None:
    above = Facts((("Post", inline("Clerk")), ("Period", inline("\u3000"))))
    below = Facts((("Remarks", inline("\u3000\n\u3000")),))
    lines = read(document(above, table("Speed", "Care"), below))
    assert lines == [["Post", "Period", "head"], ["Clerk", "", "Speed"], ["Clerk", "", "Care"]]


def test_a_matrix_without_groups_has_no_column_for_them() -> None:
    base = documents.matrix("en")
    block = base.blocks[0]
    assert isinstance(block, Matrix)
    flat = replace(block, rows=tuple(replace(row, group="") for row in block.rows))
    lines = read(replace(base, blocks=(flat,)))
    assert lines[0][1] == "Activity / deliverable"
    assert {len(line) for line in lines} == {17}


def test_commas_quotes_and_line_breaks_come_back_as_they_were() -> None:
    awkward = 'a, "b"\nc'
    assert read(document(table(awkward)))[1] == [awkward]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "＝1+1", "\t=1"]
)
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text: str) -> None:
    assert read(document(table(text)))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["-", "-5", "+3.5%", "-1,200", "—", "≥ 90%", "A/R"])
def test_numbers_and_dashes_stay_as_they_are(text: str) -> None:
    assert read(document(table(text)))[1] == [text]


def test_a_program_can_sum_up_the_figures_of_a_column() -> None:
    texts = ("1,200", "-30,000.50", "12", "No limit", "≥ 1,200 t", "5%")
    rows = tuple(Row((Cell((inline(text),)),) * 2) for text in texts)
    given = Table((Column("Up to", align=Align.END), Column("Name")), rows)
    found = [line[0] for line in read(document(given))[1:]]
    assert found == ["1200", "-30000.50", "12", "No limit", "≥ 1,200 t", "5%"]
    assert [line[1] for line in read(document(given))[1:]] == list(texts)  # it names a thing


def test_a_workflow_tells_the_numbers_of_its_steps() -> None:
    base = documents.matrix("en")
    block = base.blocks[0]
    assert isinstance(block, Matrix)
    rows = tuple(replace(row, number=at) for row, at in zip(block.rows[:2], (1, 4), strict=True))
    lines = read(replace(base, blocks=(replace(block, rows=rows),)))
    assert [line[0] for line in lines[:4]] == ["No.", "1", "4", ""]


def test_what_is_said_of_a_matter_stands_in_the_last_column() -> None:
    title = (*inline("Discount", Emphasis.STRONG), *inline("\u2003off the list", Emphasis.MUTED))
    act = Row((Cell((inline("Approve"),)),))
    rows = (Row((Cell((title,)),), RowKind.GROUP), act)
    given = Table((Column("Act"),), rows, group="Matter", about="Description")
    found = [["Matter", "Act", "Description"], ["Discount", "Approve", "off the list"]]
    assert read(document(given)) == found
    assert read(document(replace(given, about=""))) == [line[:2] for line in found]


def test_control_characters_and_lone_surrogates_are_left_out() -> None:
    assert read(document(table("a\x00b\x1b\ud800c")))[1] == ["abc"]


def test_a_group_row_is_as_long_as_the_others() -> None:
    group = Row((Cell((inline("Results"),)),), RowKind.GROUP)
    body = Row((Cell((inline("a"),)), Cell((inline("b"), inline("c")), bullets=True)))
    lines = read(document(Table((Column("x"), Column("y")), (group, body))))
    assert lines[1:] == [["Results", ""], ["a", "• b\n• c"]]


def test_facts_become_two_columns_without_a_header() -> None:
    assert read(documents.job_description("en"))[1] == ["Post", "Foreign Trade Representative"]


def test_a_document_without_tables_gives_its_text() -> None:
    lines = read(document(Section("Purpose", (Paragraph(inline("Wins customers.")),))))
    assert lines == [["Title"], ["Purpose"], ["Wins customers."]]


def test_what_stands_below_something_else_has_its_name_alone_in_its_field() -> None:
    rows = (Row((Cell((inline("Sales"),)),)), Row((Cell((inline("North"),), depth=1),)))
    assert read(document(Table((Column("Unit"),), rows))) == [["Unit"], ["Sales"], ["North"]]


def test_the_lines_of_a_fact_may_be_a_list() -> None:
    facts = Facts((("Met", inline("a\nb")), ("Else", inline("c\nd"))), listed=frozenset({"Met"}))
    assert read(document(facts)) == [["Met", "• a\n• b"], ["Else", "c\nd"]]
