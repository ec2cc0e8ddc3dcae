"""What was not right when every page of five samples was looked at in print."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from orgspec.document import (
    Binding,
    BoundDocument,
    BoundPart,
    Cell,
    Column,
    Document,
    Emphasis,
    Facts,
    Letter,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Row,
    Run,
    Section,
    Table,
    inline,
)
from orgspec.graph.joint_work import pairs
from orgspec.render import fonts, pdf
from orgspec.render.page.text import inline_html
from orgspec.render.press.bound import bound_data
from orgspec.render.press.columns import fit
from orgspec.render.press.contents import line_spacing
from orgspec.render.press.data import sheets_data
from orgspec.view.handbook.lists import agreement_list
from orgspec.view.job.standing import identification
from orgspec.workspace import compile_text
from tests.render.documents import job_description
from tests.render.sampled import compiled

RACI = tuple(
    Letter(sign, name, sign)
    for sign, name in zip("RACI", ("Does", "Answers", "Advises", "Hears"), strict=True)
)
WORDS = {"activity": "Activity", "total": "Total"}


def part(documents: int, groups: int = 0) -> dict[str, object]:
    opens = [index < groups for index in range(documents)]
    return {"one": documents == 0, "documents": [{"opens": each} for each in opens]}


def test_a_column_of_lists_is_wide_enough_for_its_bullets_in_each_line() -> None:
    attends = "Marketing Manager, Sales Manager, Operations Manager, Service Manager, IT Manager"
    decides = inline("Convene the cross-department meeting and follow its actions")
    row = Row((Cell((inline(attends),)), Cell((decides,) * 3, bullets=True)))
    widths = fit(Table((Column("Attendees", 3), Column("Decides", 1)), (row,)), 280).widths
    assert widths[1] > 130


def test_small_type_does_not_count_as_much_as_other_type() -> None:
    muted = Cell(((Run("> CNY 3,000,000,000", Emphasis.MUTED),),))
    usual = Cell((inline("> CNY 3,000,000,000"),))
    table = Table((Column("A"), Column("B")), (Row((muted, usual)),))
    small, large = fit(table, 180).widths
    assert small < 0.93 * large


@pytest.mark.parametrize("lines", [58, 59, 60])
def test_a_few_lines_of_contents_do_not_take_a_page_of_their_own(lines: int) -> None:
    assert line_spacing([part(lines)], indexed=True) < 1


@pytest.mark.parametrize("lines", [1, 40, 50, 80, 110])
def test_contents_that_fill_their_pages_are_not_pressed_together(lines: int) -> None:
    assert line_spacing([part(lines, groups=2)], indexed=False) == 1
    assert line_spacing([], indexed=True) == 1


def test_a_part_that_is_one_document_has_one_line_in_the_contents() -> None:
    many = [part(0)] * 50
    assert line_spacing(many, indexed=True) < 1
    assert line_spacing(many[:40], indexed=True) == 1


def matrix(rows: int) -> Matrix:
    columns = tuple(MatrixColumn(f"Post {n}", "Unit", 1, f"role/{n}") for n in range(14))
    name = "Keep the register of measuring instruments and the dates of their calibration"
    cells = (MatrixCell(("A",)), *[MatrixCell(("I",))] * 13)
    return Matrix(columns, tuple(MatrixRow(name, cells) for _ in range(rows)), RACI, WORDS)


@pytest.mark.parametrize(("rows", "pages"), [(14, 1), (18, 1), (35, 2), (38, 2), (56, 3)])
def test_a_matrix_of_long_names_leaves_no_page_to_its_sums(rows: int, pages: int) -> None:
    """Names of activities that take two lines are reckoned with."""
    made = pdf.render(Document("Matrix", "en", "Harbour", (matrix(rows),), landscape=True))
    told = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert len(told) == pages
    assert told[-1].count("calibration") > 1


def test_words_that_crowd_a_table_have_less_space_beside_them() -> None:
    heads = ("Indicator", "Weight", "Target", "Formula", "Source", "Period", "Assessor")
    words = ("competitiveness", "Weight", "≤ 3 working days", "Sales of the quarter ÷ target",
             "departments", "quarterly", "Operations")  # fmt: skip
    crowded = Table(
        tuple(Column(title) for title in heads),
        (Row(tuple(Cell((inline(word),)) for word in words)),),
    )
    assert fit(crowded, 460).inset < fit(crowded, 600).inset == 6
    assert fit(crowded, 460).size == 9


def test_a_column_is_wide_enough_for_a_day() -> None:
    titles = ("Risk", "Warning sign", "Controls", "Until")
    told = ("a long story " * 30, "a sign " * 30, "a control " * 30, "2031-12-31")
    table = Table(
        tuple(Column(title) for title in titles), (Row(tuple(Cell((inline(t),)) for t in told)),)
    )
    for width in (200, 300, 400):
        found = fit(table, width)
        room = found.widths[-1] - 2 * found.inset
        assert room >= fonts.width("2031-12-31", found.size)


def test_a_column_is_wide_enough_for_a_limit_in_chinese() -> None:
    titles = ("指标", "目标值", "计算公式", "来源")
    told = ("指标的名称很长" * 4, "≤ 3 个工作日", "算法很长，分子除以分母" * 5, "系统" * 9)
    table = Table(
        tuple(Column(title) for title in titles), (Row(tuple(Cell((inline(t),)) for t in told)),)
    )
    found = fit(table, 220)
    assert found.widths[1] - 2 * found.inset >= fonts.width("≤ 3 个工作日", found.size, True)


def test_the_name_of_a_bound_document_is_not_said_again_beside_it() -> None:
    bound = replace(job_description("en"), running="Sales · Finance  Version 1.0", binding=None)
    entry = BoundDocument(bound, "Sales · Finance", "", "agreement/sales--finance")
    part = BoundPart("Agreements", (entry,), "I")
    whole = Document("Handbook", "en", "Harbour", (), binding=Binding((part,), "Index", ()))
    (told,) = bound_data(whole, Binding((part,), "Index", ()))["parts"]
    assert told["documents"][0]["running"] == "Version 1.0"


@pytest.mark.parametrize("rows", range(9, 14))
def test_the_sums_of_a_matrix_stand_below_an_activity_and_its_group(rows: int) -> None:
    flat = matrix(rows)
    grouped = tuple(replace(row, group=f"Function {n}") for n, row in enumerate(flat.rows))
    document = Document("Matrix", "en", "Harbour", (replace(flat, rows=grouped),), landscape=True)
    told = pypdf.PdfReader(io.BytesIO(pdf.render(document))).pages[-1].extract_text()
    assert f"Function {rows - 1}" in told and "calibration" in told and "Total" in told
    assert told.count("Function") == told.count("calibration")
    assert told.count("calibration") >= 3


def test_the_names_of_departments_have_room_in_the_list_of_agreements() -> None:
    graph = compiled("trade-department").graph
    (table,) = agreement_list(graph, "en", pairs(graph)).blocks
    assert isinstance(table, Table)
    laid = fit(table, 503.0)
    name = fonts.width("Information and Improvement Team", laid.size, True)
    assert laid.widths[2] - 2 * laid.inset > 0.6 * name  # in two lines, not in four


def test_tables_of_a_section_with_the_same_columns_stand_in_line() -> None:
    def table(*told: str) -> Table:
        titles = ("Handed over", "Trigger", "Accepted when")
        row = Row(tuple(Cell((inline(words),)) for words in told))
        return Table(tuple(Column(title) for title in titles), (row,))

    few, many = table("Note", "Monday", "Signed"), table("Report " * 20, "A week " * 9, "Read")
    document = Document("Charter", "en", "Harbour", (Section("Interfaces", (few, many, few)),))
    (sheet,) = sheets_data(document)
    widths = [[c["width"] for c in t["columns"]] for t in sheet["blocks"][0]["blocks"]]
    assert widths[0] == widths[1] == widths[2]
    heights = [t["heights"] for t in sheet["blocks"][0]["blocks"]]
    assert heights[0] == heights[2] < heights[1]


def test_a_day_in_a_page_does_not_break_behind_its_hyphens() -> None:
    shown = inline_html(inline("Accepted until 2031-12-31 (QX-2031-12-3)"))
    assert shown == 'Accepted until <span class="day">2031-12-31</span> (QX-2031-12-3)'


def test_many_direct_reports_are_named_in_a_row_of_their_own() -> None:
    def wide(below: int) -> frozenset[str]:
        posts = "".join(f"  post-{n}: {{reports_to: head}}\n" for n in range(below))
        compilation = compile_text(f"roles:\n  head: {{reports_to: none}}\n{posts}")
        (facts,) = identification(compilation.graph, compilation.organisation.roles["head"], "en")
        assert isinstance(facts, Facts)
        return facts.wide

    assert wide(3) == frozenset()
    assert wide(4) == {"Direct reports"}
