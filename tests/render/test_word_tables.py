"""Word tables: how wide their columns are, which rows stay together."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable

from orgspec.document import (
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
    Listing,
    MatrixColumn,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.docx import render
from orgspec.render.word.columns import BOLD, PADDING, TWIPS_PER_EM, column_text, column_widths
from orgspec.render.word.gauge import add_row
from orgspec.render.word.matrix import _slices
from orgspec.render.word.measure import as_one, longest_word
from orgspec.render.word.story import story

WIDTH = 9866
# Widths in thousandths of an em, of a typeface that Word brings.
ARIAL = {"R": 722, "M": 833, "o": 556, "a": 556, "d": 556, "m": 833, "p": 556, "n": 556, "g": 556}
ARIAL |= {"e": 556, "t": 278}


def table(*rows: tuple[str, ...], titles: tuple[str, ...]) -> Table:
    made = tuple(Row(tuple(Cell((inline(text),)) for text in row)) for row in rows)
    return Table(tuple(map(Column, titles)), made)


def word_tables(*blocks: Section | Table) -> list[WordTable]:
    file = render(Document("Title", "en", "Harbour", blocks))
    return docx.Document(BytesIO(file)).tables


def test_a_word_of_wide_letters_has_room_in_its_column() -> None:
    for word in ("Roadmap", "Management"):
        real = sum(ARIAL[letter] for letter in word) / 1000
        assert longest_word([word]) >= real
    block = table(("Roadmap", "said " * 60), titles=("From", "What is said"))
    (first, _), _ = column_widths(block, WIDTH)
    assert first - PADDING >= sum(ARIAL[letter] for letter in "Roadmap") / 1000 * TWIPS_PER_EM


def test_only_the_bold_line_of_a_cell_counts_as_bold() -> None:
    when = Cell((inline("Weekly", Emphasis.STRONG), inline("15:00–15:45")))
    said = Cell((inline("say " * 80),))
    columns = (Column("When", 0.1), Column("What", 9.0))
    (first, _), _ = column_widths(Table(columns, (Row((when, said)),)), WIDTH)
    assert first < column_text(longest_word(["15:00–15:45"]) * BOLD)


def test_no_word_of_a_label_in_two_languages_is_broken() -> None:
    facts = Facts((("经验\nExperience", inline("两年以上")), ("语言\nLanguages", inline("英语"))))
    (made,) = word_tables(Section("Qualifications", (facts,)))[-1:]
    widest = 6.22  # ems, in the widest of the typefaces that stand in for those of Word
    assert made.columns[0].width is not None
    assert made.columns[0].width.twips - PADDING >= widest * TWIPS_PER_EM


def test_a_limit_has_room_in_its_column() -> None:
    said = ("审核合同 Review the contract", "负责人 Export sales representative" * 2, "10 个工作日")
    steps = [(*said[:2], said[1], said[2], said[1]) for _ in range(4)]
    columns = column_widths(table(*steps, titles=("步骤", "一方", "另一方", "限", "交")), 7000)[0]
    assert columns[3] - PADDING >= (2 * 0.556 + 0.278 + 4) * TWIPS_PER_EM


def test_a_name_and_the_share_of_its_person_stay_in_one_line() -> None:
    (run,) = as_one(inline("Zhou Wen (50%), He Ning (25%) and others of them"), 12)
    assert run.text.startswith("Zhou\u00a0Wen\u00a0(50%), He\u00a0Ning\u00a0(25%) and others")
    rows = [(f"Post number {each} of many", "Zhou Wen (50%)") for each in range(9)]
    block = table(*rows, titles=("Post", "Holders"))
    (_, holders), _ = column_widths(block, WIDTH // 3)
    assert holders - PADDING >= 6.9 * TWIPS_PER_EM


def test_a_sum_does_not_hold_on_to_what_follows() -> None:
    """The style of the titles of groups does, so that sums have one of their own."""
    total = Row((Cell((inline("Sub-total"),)),), RowKind.TOTAL)
    group = Row((Cell((inline("Office"),)),), RowKind.GROUP)
    rows = [Row((Cell((inline("word " * 40),)),)) for _ in range(3)]
    (made,) = word_tables(Table((Column("Post"),), (group, *rows, total, group, *rows, total)))
    styles = {each.cells[0].text: each.cells[0].paragraphs[0].style for each in made.rows}
    assert styles["Office"].paragraph_format.keep_with_next
    assert not styles["Sub-total"].paragraph_format.keep_with_next
    assert styles["Sub-total"].font.bold


def test_a_short_box_of_several_items_is_a_table_of_as_many_rows_that_stay_together() -> None:
    """LibreOffice would not keep a table of one row with what follows."""
    terms = Section("Terms", (Listing((inline("one"), inline("two"), inline("three"))),))
    (box,) = word_tables(terms)
    kept = [row._tr.find(".//" + qn("w:keepNext")) is not None for row in box.rows]
    assert kept == [True, True, False]


def test_a_page_that_begins_with_a_row_repeats_all_lines_of_the_titles() -> None:
    told = story(docx.Document().part, "en", WIDTH, 14000)
    told = replace(told, pieces=[])
    add_row(told, 1, again=1)
    add_row(told, 1, again=2)
    one, two = told.pieces
    assert two.again - one.again == told.line


def test_a_matrix_in_several_tables_parts_between_departments() -> None:
    """The name of a department stands above all its posts, not above one of them."""
    sizes = (9, 4, 7)
    parties = [
        MatrixColumn(f"Post {d} {n}", f"Office {d}")
        for d, size in enumerate(sizes)
        for n in range(size)
    ]
    for most, runs in ((11, [(0, 9), (9, 20)]), (10, [(0, 10), (10, 20)]), (20, [(0, 20)])):
        assert _slices(tuple(parties), most) == runs


def test_a_record_of_a_few_rows_does_not_end_a_document_on_a_page_alone() -> None:
    """Nor does it with the signatures below it: the end of what stands above comes along."""
    steps = table(*[(f"step {each} " + "word " * 30,) for each in range(9)], titles=("Step",))
    record = Section("Record", (table(("1.0", "first"), titles=("Version", "Change")),))
    signed = Section("Approval", (Signature(("Holder", "Superior"), "Signature", "Date"),))
    many = Section("Risks", (steps,))
    for below, kept in (((record,), True), ((record, signed), True), ((many,), False)):
        last = word_tables(Section("Steps", (steps,)), *below)[0].rows[-1]
        assert last.cells[0].paragraphs[0].paragraph_format.keep_with_next is (
            True if kept else None
        )
