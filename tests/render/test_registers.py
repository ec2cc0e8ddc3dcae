"""Tables with groups, sums and tones, in every format."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from orgspec.document import Align, Cell, Column, Document, Row, RowKind, Table, Tone, inline
from orgspec.render import csv, docx, html, markdown, pdf, xlsx
from orgspec.render.sheet.figures import figure, summed


def cell(text: str, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell((inline(text),) if text else (), tone=tone)


def body(*texts: str) -> Row:
    return Row(tuple(map(cell, texts)))


def total(*texts: str) -> Row:
    return Row(tuple(map(cell, texts)), RowKind.TOTAL)


def group(title: str, note: str = "") -> Row:
    runs = (*inline(title), *inline(note)) if note else inline(title)
    return Row((Cell((runs,)),), RowKind.GROUP)


COUNTS = Table(
    (Column("Post", 2), Column("Planned", 1, Align.END), Column("Share", 1, Align.END)),
    (
        group("Sales", " (north)"), body("Rep", "3", "30%"), body("Lead", "1.5", "20%"),
        total("Sub-total", "4.5", "50%"),
        group("Works"), Row((cell("Hand"), cell("2", Tone.WATCH), cell("50%", Tone.ALARM))),
        total("Total", "6.5", "100%"),
    ),
    group="Department",
)  # fmt: skip
DOCUMENT = Document("Headcount", "en", "", (COUNTS,))


def sheet() -> Worksheet:
    found = openpyxl.load_workbook(BytesIO(xlsx.render(DOCUMENT))).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def values(row: int) -> list[object]:
    return [each.value for each in sheet()[row]]


def test_a_sheet_has_the_groups_as_a_column_to_filter_by() -> None:
    assert values(2) == ["Department", "Post", "Planned", "Share"]
    assert values(3) == ["Sales", "Rep", 3, 0.3]
    assert values(6)[0] == "Works"
    assert sheet().auto_filter.ref == "A2:D6"
    assert sheet().freeze_panes == "A3"
    assert sheet().print_title_rows == "$2:$2"


def test_a_sum_is_a_formula_that_leaves_out_other_sums() -> None:
    assert values(5) == ["Sales", "Sub-total", "=SUBTOTAL(9,C3:C4)", "=SUBTOTAL(9,D3:D4)"]
    assert values(7)[2:] == ["=SUBTOTAL(9,C3:C6)", "=SUBTOTAL(9,D3:D6)"]


def test_a_formula_holds_its_value_for_programs_that_do_not_compute() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx.render(DOCUMENT)), data_only=True)
    assert [each.value for each in book.worksheets[0][7]][2:] == [6.5, 1]


def test_a_total_that_is_no_sum_stays_a_number() -> None:
    table = Table(COUNTS.columns, (body("a", "3", ""), body("b", "3", ""), total("Both", "5", "")))
    assert summed(table, 2, 1) is None
    assert summed(table, 2, 2) is None


def test_what_is_not_known_makes_no_sum() -> None:
    table = Table(COUNTS.columns, (body("a", "3", ""), body("b", "?", ""), total("All", "3", "")))
    assert summed(table, 2, 1) is None


@pytest.mark.parametrize(
    ("text", "form"),
    [("3", "General"), ("1,000,000", "#,##0"), ("2.50", "0.00"), ("30%", "0%"), ("0.5", "General")],
)
def test_numbers_keep_the_form_in_which_they_are_written(text: str, form: str) -> None:
    found = figure(text)
    assert found is not None
    assert found.form == form


@pytest.mark.parametrize("text", ["007", "3 days", "", "≥ 3", "1,00", "2026-07-01", "=1+1"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert figure(text) is None


def test_a_delimited_file_has_the_groups_as_a_column_too() -> None:
    rows = csv.render(DOCUMENT).decode("utf-8-sig").splitlines()
    assert rows[0] == "Department,Post,Planned,Share"
    assert rows[1] == "Sales,Rep,3,30%"
    assert rows[-1] == "Works,Hand,2,50%"  # sums are no rows of data


def test_a_page_and_a_text_keep_the_groups_as_rows() -> None:
    assert "Sales (north)" in markdown.render(DOCUMENT).decode()
    assert b"rowgroup" in html.render(DOCUMENT)


def test_a_tone_colours_the_cell_in_every_format_that_has_colours() -> None:
    page = html.render(DOCUMENT).decode()
    assert 'class="end watch"' in page
    assert 'class="end alarm"' in page
    word = ZipFile(BytesIO(docx.render(DOCUMENT))).read("word/document.xml").decode()
    assert "FDF0CF" in word
    assert "FBDFDB" in word
    assert sheet()["C6"].fill.start_color.rgb == "FFFDF0CF"
    plain = Document("Headcount", "en", "Firm", (Table(COUNTS.columns, COUNTS.rows[:3]),))
    assert pdf.render(DOCUMENT) != pdf.render(plain)


def test_the_same_table_gives_the_same_bytes() -> None:
    for render in (xlsx.render, csv.render, html.render, markdown.render, docx.render, pdf.render):
        assert render(DOCUMENT) == render(DOCUMENT)
