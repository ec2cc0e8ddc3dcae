"""A responsibility matrix in every format: sources, legend, limits, turned round, very wide."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from orgspec.document import Document, Letter, Matrix, MatrixCell, MatrixColumn, MatrixRow
from orgspec.document import Provenance as From
from orgspec.render import csv, docx, fonts, html, markdown, pdf, xlsx
from orgspec.render.letters import legend
from orgspec.render.press import responsibility
from orgspec.view.raci import workflow_raci
from tests.render.browser import needs_browser
from tests.render.window import window
from tests.view.organisations import graph

WORDS = {
    "activity": "Step", "group": "Group", "number": "No.", "check": "One A", "total": "Total",
    "filter": "Filter", "filter_hint": "Name…", "party": "Party", "all_parties": "All parties",
    "theme": "Dark", "findings": "Findings", "double": "{first} and {second}",
    "accountable_and_responsible": "Accountable and responsible", "limit": "Limit",
    "shown": "{shown} of {all} shown", "reset": "Show all",
}  # fmt: skip
DACI = (
    Letter("D", "Driver", "R"),
    Letter("A", "Approver", "A"),
    Letter("C", "Contributor", "C"),
    Letter("I", "Informed", "I"),
)


def small() -> Matrix:
    both = MatrixCell(("A", "D"), "", (From(("A", "D"), "duties.yaml:14", "written on the duty"),))
    rows = (
        MatrixRow("Ask", (both, MatrixCell(("C", "I"))), "First", limit="4 hours"),
        MatrixRow("Close", (MatrixCell(("D",)), MatrixCell(("I",), "RAC001: nobody")), "Last"),
    )
    columns = (
        MatrixColumn("Boss", "Sales", 1, "role/boss"),
        MatrixColumn("Bank", "", 5, "partner/bank", "RAC009: far away"),
    )
    return Matrix(columns, rows, DACI, WORDS)


def page(block: Matrix) -> Document:
    return Document("Matrix", "en", "Voyage", (block,), landscape=True)


def test_the_legend_names_letters_that_stand_together_in_the_words_of_their_scheme() -> None:
    named = {sign.text: (sign.name, sign.tone) for sign in legend(small())}
    assert named["A/D"] == ("Approver and driver", "AR")
    assert named["C/I"] == ("Contributor and informed", "C")
    for made in (markdown.render(page(small())), html.render(page(small()))):
        assert "Approver and driver" in made.decode()
    assert responsibility.data(small(), 700, 500)["legend"][-1]["name"] == "Approver and driver"


def test_columns_with_turned_heads_leave_long_activities_their_line() -> None:
    activity = "Set the standard for documents and their double check"
    parties = tuple(MatrixColumn(f"Representative {n}", "", n, f"role/{n}") for n in range(11))
    wide = Matrix(parties, (MatrixRow(activity, (MatrixCell(),) * 11),), DACI, WORDS)
    laid = responsibility.plan(wide, 750)
    assert laid.rotated
    assert laid.activity >= fonts.width(activity, 8.0) + 14
    assert laid.column >= 30
    assert laid.activity + 11 * laid.column <= 750


def test_a_page_says_where_a_letter_is_from_and_paper_and_csv_do_not() -> None:
    assert "A/D Approver and driver\nduties.yaml:14 · written on the duty" in html.render(
        page(small())
    ).decode().replace("&#10;", "\n")
    for render in (markdown.render, csv.render):
        assert b"duties.yaml" not in render(page(small()))


def test_a_workbook_has_sources_as_comments_and_names_for_its_ranges() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(xlsx.render(page(small()))))
    sheet = book.worksheets[0]
    comment = sheet["D4"].comment
    assert comment is not None
    assert "duties.yaml:14" in comment.text
    assert set(book.defined_names) == {"Letters", "Matrix", "Activities", "Parties"}
    assert book.defined_names["Matrix"].attr_text.endswith("!$D$4:$E$5")
    assert [cell.value for cell in sheet[3]][5:] == [
        "Limit",
        "D",
        "A",
        "C",
        "I",
        "One A",
        "Findings",
    ]
    assert sheet["F4"].value == "4 hours"
    assert sheet["L5"].value == "2"


def test_a_transposed_workbook_checks_for_one_answer_below_each_column() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(
        io.BytesIO(xlsx.render(page(replace(small(), transposed=True))))
    ).worksheets[0]
    labels = [row[2].value for row in sheet.iter_rows(min_row=4)]
    assert labels[-1] == "One A"
    assert "One A" not in [cell.value for cell in sheet[3]]
    assert str(sheet.cell(3 + len(labels), 4).value).startswith("=IF(")


def test_limits_and_sums_stand_in_every_format() -> None:
    table = csv.render(page(small())).decode("utf-8-sig").splitlines()
    assert table[0] == "No.,Group,Step,Boss,Bank,Limit,Total D,Total A,Total C,Total I,Findings"
    assert table[1].startswith("1,First,Ask,A/D,C/I,4 hours,1,1,1,1,")
    assert table[3].startswith(",,Total D,2,0,,2,")
    lines = markdown.render(page(small())).decode()
    assert "| 4 hours | 1 | 1 | 1 | 1 |" in lines
    assert b"4 hours" in docx_text(small())
    assert pdf.render(page(small())).startswith(b"%PDF")


def docx_text(block: Matrix) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx.render(page(block)))) as archive:
        return archive.read("word/document.xml")


def test_a_pill_is_as_wide_as_its_letters_and_columns_are_no_narrower() -> None:
    columns = tuple(MatrixColumn(f"Post {number}") for number in range(60))
    long = (Letter("Approve", "Approve", "A"), Letter("Prepare", "Prepare", "R"))
    row = MatrixRow("Work", (MatrixCell(("Approve", "Prepare")), *(MatrixCell(),) * 59))
    wide = Matrix(columns, (row,), long, WORDS)
    laid = responsibility.plan(wide, 700)
    shown = responsibility.data(wide, 700, 500)
    pill = shown["parts"][0]["rows"][0]["cells"][0]["pills"][0]
    assert pill[2] + 2 <= laid.column
    assert laid.spans[0][0] == 0
    assert laid.spans[-1][1] == 60
    assert len(laid.spans) > 2


COMPANY = """\
organization: {name: Voyage}
departments: {sales: {name: Sales}, post: {name: Post}}
roles:
  boss: {name: Boss, department: sales, reports_to: none}
  rep: {name: Rep, department: sales, reports_to: boss}
  clerk: {name: Clerk, department: post, reports_to: boss}
workflows:
  order:
    name: Order
    steps:
      ask: {name: Ask the customer, raci: {A: boss, R: rep}, within: 4 hours, next: send}
      send: {name: Send the letter, raci: {A: boss, R: clerk}, within: 1 day, next: close}
      close: {name: Close the file, raci: boss, end: true}
"""


@needs_browser
def test_filters_combine_and_stand_in_the_address_and_arrows_walk_the_cells(
    tmp_path: Path,
) -> None:
    made = html.render(workflow_raci(graph(COMPANY), "en", "order"))
    (tmp_path / "page.html").write_bytes(made)
    address = (tmp_path / "page.html").as_uri()
    with window(tmp_path) as here:
        here.open(f"{address}#in=Post&letter=R")
        assert visible(here.run("document.querySelector('.raci').innerText")) == [
            "Step", "Boss", "Clerk", "Send",
        ]  # fmt: skip
        assert here.run("document.querySelector('.status').textContent").startswith("1 of 3 shown")
        here.click(".reset")
        assert here.run("location.hash") in ("", "#")
        here.run("document.querySelector('.party').value = 'role/rep'")
        here.run("document.querySelector('.party').dispatchEvent(new Event('change'))")
        assert here.run("location.hash") == "#party=role%2Frep"
        assert here.run("document.querySelectorAll('tr.row:not([hidden])').length") == 1
        here.click(".reset")
        here.run("document.querySelector('.raci [tabindex]').focus()")
        here.press("ArrowDown", "ArrowRight")
        told = here.run("document.getElementById('tip').textContent")
        assert told == "A Accountable\norgspec.yaml:11 · written on the step"
        focused = "document.activeElement.getAttribute('aria-describedby')"
        assert here.run(focused) == "tip"
        here.press("Escape")
        assert here.run("document.getElementById('tip').hidden")


def visible(text: str) -> list[str]:
    return re.findall("Step|Boss|Rep|Clerk|Ask|Send|Close", text)


@needs_browser
def test_a_sum_of_two_figures_stands_in_one_line(tmp_path: Path) -> None:
    row = small().rows[0]
    rows = tuple(replace(row, cells=row.cells * 4) for _ in range(12))
    block = replace(small(), columns=small().columns * 4, rows=rows)
    (tmp_path / "page.html").write_bytes(html.render(page(block)))
    lines = (
        "Math.max(...[...document.querySelectorAll('.totals td.sum')].map(cell => {"
        "const all = document.createRange(); all.selectNodeContents(cell);"
        "return new Set([...all.getClientRects()].map(one => one.top)).size; }))"
    )
    with window(tmp_path) as here:
        for wide in (900, 1000, 1100):
            here.open((tmp_path / "page.html").as_uri(), wide=wide)
            assert here.run(lines) == 1
