"""What a responsibility matrix says of its letters, turned round, and of a workflow."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import openpyxl
import pytest

from orgspec.document import Document, Matrix, MatrixCell
from orgspec.render.docx import render as word
from orgspec.render.markdown import render as markdown
from orgspec.render.xlsx import render as xlsx
from orgspec.testing import compiled
from orgspec.view.raci import matrix_of, raci, workflow_matrix, workflow_raci
from tests.view.organisations import graph

COMPANY = """\
organization: {name: {zh: 远航, en: Voyage}, locales: [zh, en]}
departments:
  sales: {name: {zh: 销售部, en: Sales}, head: boss}
roles:
  boss: {name: {zh: 经理, en: Boss}, department: sales, reports_to: none}
  rep: {name: {zh: 业务员, en: Rep}, department: sales, reports_to: boss}
people:
  li: {name: Li, holds: rep}
partners:
  bank: {name: Bank}
duties:
  selling:
    name: {zh: 销售, en: Selling}
    raci:
      A: sales
      R: li
      I: [sales, bank]
workflows:
  order:
    name: {zh: 订单, en: Order}
    steps:
      ask: {name: Ask, phase: First, duty: selling, within: 4 hours, next: choose}
      choose: {name: Choose, kind: gateway, next: close}
      close: {name: Close, duty: selling, raci: {R: boss}, end: true}
"""


def cell(matrix: Matrix, row: str, column: str) -> MatrixCell:
    titles = [each.title for each in matrix.columns]
    found = next(each for each in matrix.rows if each.title == row)
    return found.cells[titles.index(column)]


def said(found: MatrixCell) -> list[tuple[str, str, str]]:
    return [("/".join(each.letters), each.place, each.how) for each in found.sources]


def test_a_letter_says_in_which_line_it_is_written_and_for_whom_its_party_stands() -> None:
    matrix = matrix_of(graph(COMPANY), "en", None)
    assert said(cell(matrix, "Selling", "Sales")) == [
        ("A", "orgspec.yaml:15", "written on the duty; the department stands for its head, Boss"),
        ("I", "orgspec.yaml:17",
         "written on the duty; the department stands for all its members"),
    ]  # fmt: skip
    assert said(cell(matrix, "Selling", "Bank")) == [
        ("I", "orgspec.yaml:17", "written on the duty"),
    ]
    assert said(cell(matrix_of(graph(COMPANY), "zh", None), "销售", "Li")) == [
        ("R", "orgspec.yaml:16", "写在职责上；人员按其岗位业务员承担"),
    ]


def test_a_step_says_what_it_takes_from_its_duty_and_what_it_overrides() -> None:
    matrix = workflow_matrix(graph(COMPANY), "en", "order")
    taken = said(cell(matrix, "Ask", "Li"))
    assert taken[0][2].startswith("taken from the duty: Selling")
    assert said(cell(matrix, "Close", "Boss")) == [
        ("R", "orgspec.yaml:24", "the step overrides its duty"),
    ]


def test_the_rows_of_a_workflow_are_its_steps_without_gateways_with_phase_and_limit() -> None:
    matrix = workflow_matrix(graph(COMPANY), "en", "order")
    assert [(row.title, row.group, row.limit) for row in matrix.rows] == [
        ("Ask", "First", "4 hours"), ("Close", "First", ""),
    ]  # fmt: skip
    assert matrix.labels["activity"] == "Step"
    assert "Order" in workflow_raci(graph(COMPANY), "en", "order").subtitle


def test_a_step_has_the_number_that_it_has_in_its_workflow() -> None:
    matrix = workflow_matrix(graph(COMPANY), "en", "order")
    numbered = [(matrix.number_of(at), row.title) for at, row in enumerate(matrix.rows)]
    assert numbered == [(1, "Ask"), (3, "Close")]
    page = Document("Matrix", "en", "Voyage", (matrix,))
    assert re.findall(r"^\| (\d) \|", markdown(page).decode(), re.M) == ["1", "3"]
    sheet = openpyxl.load_workbook(BytesIO(xlsx(page))).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows() if row[0].value in (1, 2, 3)] == [1, 3]
    (table,) = docx.Document(BytesIO(word(page))).tables
    assert [row.cells[0].text for row in table.rows if row.cells[0].text.isdigit()] == ["1", "3"]


def test_a_transposed_matrix_has_parties_as_rows_and_the_same_letters() -> None:
    plain = workflow_matrix(graph(COMPANY), "en", "order")
    block = workflow_raci(graph(COMPANY), "en", "order", transposed=True).blocks[0]
    assert isinstance(block, Matrix)
    assert block.transposed
    assert [column.title for column in block.columns] == ["Ask (4 hours)", "Close"]
    for party in (column.title for column in plain.columns):
        for row in ("Ask", "Close"):
            turned = f"{row} (4 hours)" if row == "Ask" else row
            assert cell(plain, row, party) == cell(block, party, turned)
    assert sum(block.totals(block.rows[0]).values()) == sum(plain.column_totals(0).values())


@pytest.mark.parametrize(("locale", "words"), [("zh", "无人负责"), ("en", "nobody")])
def test_a_finding_is_told_in_the_language_of_the_document(locale: str, words: str) -> None:
    compilation = compiled(COMPANY.replace("      A: sales\n", ""))
    block = matrix_of(compilation.graph, locale, None, compilation.diagnostics)
    row = block.rows[0]
    found = " ".join((row.finding, *(each.finding for each in row.cells)))
    assert "RAC001" in found
    assert words in found.casefold()


def test_a_finding_about_a_whole_duty_stands_at_its_column_when_transposed() -> None:
    compilation = compiled(COMPANY.replace("      A: sales\n", ""))
    made = raci(compilation.graph, "en", findings=compilation.diagnostics, transposed=True)
    block = made.blocks[0]
    assert isinstance(block, Matrix)
    told = (block.columns[0].finding, *(row.cells[0].finding for row in block.rows))
    assert any("RAC001" in text for text in told)


def test_letters_of_ones_own_without_a_name_do_not_pass_for_raci() -> None:
    text = """
    raci: {★: {name: {zh: 主责}, acts_as: A}, ○: {name: {zh: 执行}, acts_as: R}}
    organization: {name: 远航}
    roles: {a: {reports_to: none}}
    duties: {d: {raci: {★: a, ○: a}}}
    """
    assert raci(graph(text), "zh").title == "责任分配矩阵"
    assert raci(graph(text), "en").title == "Responsibility matrix"
