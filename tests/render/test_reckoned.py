"""What a worksheet reckons itself: it gives what the document says, and follows what is typed."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from orgspec.document import Document
from orgspec.render import xlsx
from orgspec.view.tables.appraisal import appraisal
from orgspec.view.tables.headcount import headcount
from orgspec.workspace import compile_text
from tests.render import sampled

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
office = pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")

FIRM = """
organization: {name: Firm, grades: [P1, P2]}
departments: {works: {head: lead}, hall: {parent: works}, office: {}}
roles:
  lead: {reports_to: none, department: works, grade: P2}
  hand: {reports_to: lead, department: hall, grade: P1, headcount: {planned: 4, current: 2.5},
    kpis: [{kpi: yield, weight: 70%, target: ≥ 95%}, {kpi: output, weight: 30%, target: "≥ 9,000 t"}, order]}
  aid: {reports_to: lead, department: hall, grade: P1, headcount: {planned: 1, current: 2}}
  clerk: {reports_to: lead, department: office, grade: P1, headcount: {planned: 1}}
kpis: {yield: {}, output: {}, order: {}}
people: {ann: {roles: [lead]}}
"""

# LibreOffice computes anew what it opens, also what a program has left it the values of.
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def headcounts() -> Document:
    return headcount(compile_text(FIRM).graph, "en")


def opened(made: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(made), data_only=values)


def appraised() -> Worksheet:
    (sheet,) = opened(xlsx.render(appraisal(compile_text(FIRM).graph, "en", "hand"))).worksheets
    return sheet


def computed(made: bytes, folder: Path) -> Workbook:
    """The workbook as LibreOffice computes and saves it."""
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "registrymodifications.xcu").write_text(_ALWAYS)
    (folder / "book.xlsx").write_bytes(made)
    subprocess.run(
        [
            str(_OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(folder / "book.xlsx"),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return openpyxl.load_workbook(folder / "out" / "book.xlsx", data_only=True)


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(sheet: Worksheet, name: str, title: str) -> str:
    """The cell of the first row that says a name, in the column of a title."""
    column = next(c.column_letter for row in sheet for c in row if c.value == title)
    row = next(c.row for row in sheet for c in row if c.value == name)
    return f"{column}{row}"


# --- headcount ---


def test_what_is_vacant_and_over_follows_from_the_figures_beside_it() -> None:
    posts = opened(xlsx.render(headcounts()))["Posts"]
    place = at(posts, "hand", "Vacant")
    row = place[1:]
    assert posts[place].value == f'=IF(COUNT(D{row},E{row})<2,"",MAX(0,D{row}-E{row}))'
    values = opened(xlsx.render(headcounts()), values=True)["Posts"]
    assert [values[f"{column}{row}"].value for column in "DEFG"] == [4, 2.5, 1.5, 0]


def test_what_is_not_known_is_not_reckoned_until_it_is_typed() -> None:
    values = opened(xlsx.render(headcounts()), values=True)["Posts"]
    assert not values[at(values, "clerk", "Vacant")].value
    posts = opened(xlsx.render(headcounts()))["Posts"]
    assert str(posts[at(posts, "clerk", "Vacant")].value).startswith("=IF(COUNT(")


def test_a_digest_sums_up_the_cells_of_the_posts() -> None:
    book, values = opened(xlsx.render(headcounts())), opened(xlsx.render(headcounts()), values=True)
    for title, name, sum_, planned in (
        ("By department", "works", "=SUM('Posts'!D4:D6)", 6),
        ("By department", "hall", "=SUM('Posts'!D5:D6)", 5),
        ("By grade", "P1", "=SUM('Posts'!D5:D6,'Posts'!D8)", 6),
    ):
        place = at(book[title], name, "Planned")
        assert book[title][place].value == sum_
        assert values[title][place].value == planned
    roles = at(book["By grade"], "P1", "Roles")
    assert book["By grade"][roles].value == "=COUNTA('Posts'!B5:B6,'Posts'!B8)"
    assert values["By grade"][roles].value == 3


def test_a_colour_follows_the_figure() -> None:
    posts = opened(xlsx.render(headcounts()))["Posts"]
    place = at(posts, "hand", "Vacant")
    assert posts[place].fill.fill_type is None
    rules = [rule for each in posts.conditional_formatting if place in each for rule in each.rules]
    assert len(rules) == 1


@office
def test_who_edits_the_figures_sees_the_sums_change(tmp_path: Path) -> None:
    book = opened(xlsx.render(headcounts()))
    posts = book["Posts"]
    posts[at(posts, "hand", "Filled")] = 4
    posts[at(posts, "clerk", "Filled")] = 0
    found = computed(saved(book), tmp_path)
    posts = found["Posts"]
    assert posts[at(posts, "hand", "Vacant")].value == 0
    assert posts[at(posts, "clerk", "Vacant")].value == 1
    for title, name in (("By department", "office"), ("By grade", "P1"), ("Posts", "Total")):
        assert found[title][at(found[title], name, "Vacant")].value == 1, title


@office
@pytest.mark.parametrize("sample", ["hospital-ward", "school"])
def test_what_an_office_program_computes_is_what_is_written(sample: str, tmp_path: Path) -> None:
    count = 0
    for job in sampled.jobs(sample, "xlsx"):
        made = sampled.rendered(sample, job, "xlsx")
        formulas, values = opened(made), opened(made, values=True)
        if job.kind not in ("headcount", "kpis", "raci"):
            continue
        found = computed(made, tmp_path / job.kind)
        for sheet in formulas.worksheets:
            for cell in (each for row in sheet for each in row if each.data_type == "f"):
                written = values[sheet.title][cell.coordinate].value or 0
                there = found[sheet.title][cell.coordinate].value or 0
                assert there == pytest.approx(written) if written != str(written) else written, cell
                count += 1
    assert count > 50


# --- scores ---


def test_a_score_is_a_number_and_what_was_reached_has_the_form_of_the_target() -> None:
    sheet = appraised()
    actual, score = at(sheet, "yield", "Actual"), at(sheet, "yield", "Score")
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (rules[score].type, rules[score].operator) == ("decimal", "greaterThanOrEqual")
    assert rules[actual].errorStyle == "warning"
    assert at(sheet, "order", "Actual") not in rules  # no target to hold a number against
    forms = [
        sheet[at(sheet, name, "Actual")].number_format for name in ("yield", "output", "order")
    ]
    assert forms == ["0.0%", "#,##0", "General"]
    assert sheet[score].value is None


def test_the_titles_of_a_form_freeze_unless_what_stands_above_is_high() -> None:
    from dataclasses import replace

    from orgspec.document import Facts, Section, inline

    sheet = appraised()
    assert sheet.freeze_panes == f"A{int(at(sheet, 'Indicator', 'Indicator')[1:]) + 1}"
    form = appraisal(compile_text(FIRM).graph, "en", "hand")
    long = Facts((("What for", inline("It is told at length. \n" * 20)),), across=1)
    high = replace(form, blocks=(Section("Why", (long,)), *form.blocks))
    assert opened(xlsx.render(high)).worksheets[0].freeze_panes is None


@office
def test_the_weighted_score_shows_once_all_that_weighs_is_scored(tmp_path: Path) -> None:
    sheet = appraised()
    label = next(c for row in sheet for c in row if c.value == "Weighted score")
    result = sheet.cell(label.row, label.column + 1).coordinate
    for number, (typed, shown) in enumerate(
        (({}, None), ({"yield": 90}, None), ({"yield": 90, "output": 81}, 87.3))
    ):
        for name, score in typed.items():
            sheet[at(sheet, name, "Score")] = score
        found = computed(saved(sheet.parent), tmp_path / str(number)).worksheets[0][result].value
        assert (found or None) == shown


@office
def test_no_page_begins_with_the_sum_of_another(tmp_path: Path) -> None:
    import pypdf

    from orgspec.document import Align, Cell, Column, Row, RowKind, Table, inline

    def row(*texts: str, kind: RowKind = RowKind.BODY) -> Row:
        return Row(tuple(Cell((inline(text),)) for text in texts), kind)

    for before in range(16, 24):  # wherever the page ends
        rows = [row("North", f"hand {each}", "1") for each in range(before)]
        rows.append(row("North", "Sub-total", str(before), kind=RowKind.TOTAL))
        rows += [row("South", f"aid {each}", "1") for each in range(24)]
        rows.append(row("South", "Sub-total", "24", kind=RowKind.TOTAL))
        titles = (Column("Unit"), Column("Post"), Column("Planned", align=Align.END))
        made = xlsx.render(Document("Posts", "en", "", (Table(titles, tuple(rows)),)))
        (tmp_path / f"{before}.xlsx").write_bytes(made)
    subprocess.run(
        [
            str(_OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.xlsx")),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for before in range(16, 24):
        first, *others = pypdf.PdfReader(tmp_path / f"{before}.pdf").pages
        assert len(first.extract_text().split("hand")) > 12  # no page is left all but empty
        for page in others:
            below = page.extract_text().split("Planned", 1)[1]
            assert "Sub-total" not in below.split("\n")[1], before


def test_names_set_in_have_room_in_their_column() -> None:
    from orgspec.document import Cell, Column, Row, Table, inline

    def wide(depth: int) -> float:
        row = Row((Cell((inline("七病区医疗护理组"),), depth=depth),))
        made = xlsx.render(Document("", "zh", "", (Table((Column("部门"),), (row,)),)))
        return float(opened(made).worksheets[0].column_dimensions["A"].width)

    assert wide(3) - wide(0) >= 3 * 2.8  # two steps of indent, each of three blanks
