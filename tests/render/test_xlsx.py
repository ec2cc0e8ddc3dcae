"""What a workbook holds, as Excel and openpyxl read it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook import Workbook

from orgspec.document import (
    Align,
    Block,
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
    Paragraph,
    Row,
    RowKind,
    Run,
    Section,
    Table,
    inline,
)
from orgspec.margins import Counter, Margin
from orgspec.render.sheet import look
from orgspec.render.sheet.facts import label_width, places_of_facts, with_whole_labels
from orgspec.render.sheet.names import sheet_name
from orgspec.render.sheet.text import margin_text
from orgspec.render.xlsx import render
from orgspec.workspace.plan import Wanted, plan
from tests.render import documents
from tests.render.sampled import compiled, rendered

LOCALES = ("zh", "en")
_OFFICE = shutil.which("soffice")


def opened(document: Document, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(render(document)), data_only=values)


def document(*blocks: Block, **others: str) -> Document:
    return Document("Title", "en", "", blocks, **others)  # type: ignore[arg-type]


def matrix_of(document: Document) -> Matrix:
    block = document.blocks[0]
    assert isinstance(block, Matrix)
    return block


def column(*texts: str, align: Align = Align.START) -> Table:
    rows = tuple(Row((Cell((inline(text),)),)) for text in texts)
    return Table((Column("head", align=align),), rows)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_document_gives_the_same_bytes(locale: str) -> None:
    for make in (documents.matrix, documents.job_description):
        assert render(make(locale)) == render(make(locale))


# --- the matrix ---------------------------------------------------------------------------


def test_a_matrix_has_a_sheet_and_another_for_its_legend() -> None:
    book = opened(documents.matrix("zh"))
    assert book.sheetnames == ["RACI 责任分配矩阵", "A R C I"]
    legend = [[cell.value for cell in row[:2]] for row in book.worksheets[1]["A3:B7"]]
    assert legend == [
        ["A", "最终负责"],
        ["R", "执行"],
        ["C", "咨询"],
        ["I", "知会"],
        ["A/R", "负责并执行"],
    ]


def test_a_party_without_a_part_has_an_empty_cell() -> None:
    for made in (documents.matrix("en"), document(Table((Column(""), Column("x")), ()))):
        values = {cell.value for row in opened(made).worksheets[0] for cell in row}
        assert None in values and "" not in values


def test_a_legend_without_findings_takes_no_page_in_print() -> None:
    base = documents.matrix("en")
    (block,) = (each for each in base.blocks if isinstance(each, Matrix))
    head = ((("Approved by", "Ann 2025-10-01"),),)
    for clean, state in ((False, "visible"), (True, "hidden")):
        rows = tuple(
            replace(row, cells=tuple(replace(cell, finding="") for cell in row.cells), finding="")
            for row in block.rows
        )
        columns = tuple(replace(column, finding="") for column in block.columns)
        matrix = replace(block, rows=rows, columns=columns) if clean else block
        book = opened(replace(base, blocks=(matrix,), head=head))
        assert book.worksheets[1].sheet_state == state
        assert "Approved by Ann 2025-10-01" in book.worksheets[0]["A2"].value
        assert not book.worksheets[0].HeaderFooter.scaleWithDoc


def test_the_head_is_frozen_filtered_and_repeated_in_print() -> None:
    sheet = opened(documents.matrix("zh")).worksheets[0]
    assert [cell.value for cell in sheet[3]][:4] == ["序", "阶段", "活动 / 交付", "外贸部经理"]
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref == "A3:S17"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.center.text == "第 &P 页 / 共 &N 页"
    assert sheet.oddHeader.right.text == "版本 2025.10 · 生效 2025-10-01"


def test_a_legend_without_findings_is_not_printed_on_a_page_of_its_own() -> None:
    base = documents.matrix("zh")
    assert [sheet.sheet_state for sheet in opened(base)] == ["visible", "visible"]
    rows = tuple(
        MatrixRow(row.title, tuple(replace(cell, finding="") for cell in row.cells))
        for row in matrix_of(base).rows
    )
    calm = replace(base, blocks=(replace(matrix_of(base), rows=rows),))
    book = opened(calm)
    assert [sheet.sheet_state for sheet in book] == ["visible", "hidden"]
    assert book.worksheets[1]["B3"].value == "最终负责"
    assert "最终负责" in book.worksheets[0]["A2"].value


def test_letters_are_chosen_from_the_legend() -> None:
    sheet = opened(documents.matrix("zh")).worksheets[0]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == "'A R C I'!$A$3:$A$7"
    assert str(rule.sqref) == "D4:M17"


def test_colours_are_conditions_on_the_letters() -> None:
    sheet = opened(documents.matrix("en")).worksheets[0]
    ranges = {str(ranged.sqref): ranged.rules for ranged in sheet.conditional_formatting}
    rules = sorted(ranges["D4:M17"], key=lambda rule: rule.priority)
    assert [rule.dxf.fill.bgColor.rgb[2:] for rule in rules] == [
        "0F766E",
        "1F4E79",
        "D6E8FB",
        "FDF0CF",
        "EEF1F5",
    ]
    assert all(rule.stopIfTrue for rule in rules)


def test_counts_and_checks_are_formulas_with_their_results() -> None:
    formulas = opened(documents.matrix("zh")).worksheets[0]
    values = opened(documents.matrix("zh"), values=True).worksheets[0]
    assert formulas["N4"].value.startswith("=SUMPRODUCT(")
    assert formulas["R4"].value == '=IF(N4=1,"✓","✗ A × "&(N4))'
    assert [values.cell(12, at).value for at in range(14, 19)] == [1, 1, 3, 3, "✓"]
    assert [values.cell(18, at).value for at in range(4, 14)] == [5, 2, 0, 4, 0, 1, 1, 0, 1, 0]
    assert values["N18"].value == 14


def test_a_row_without_or_with_two_accountable_is_told() -> None:
    base = documents.matrix("en")
    rows = tuple(
        MatrixRow(str(len(signs)), tuple(MatrixCell(tuple(sign)) for sign in signs))
        for signs in (("AR", "A"), ("C", "I"), ("A", "R"))
    )
    block = replace(matrix_of(base), columns=(MatrixColumn("x"), MatrixColumn("y")), rows=rows)
    sheet = opened(replace(base, blocks=(block,)), values=True).worksheets[0]
    assert [sheet.cell(row, 9).value for row in (4, 5, 6)] == ["✗ A × 2", "✗ A × 0", "✓"]


def test_a_scheme_without_an_accountable_letter_is_not_checked() -> None:
    base = documents.matrix("en")
    block = replace(matrix_of(base), letters=(Letter("R", "Responsible", "R"),))
    sheet = opened(replace(base, blocks=(block,))).worksheets[0]
    assert sheet["O4"].value is None


def test_findings_are_notes_at_their_cells_and_listed_beside_the_legend() -> None:
    book = opened(documents.matrix("zh"))
    assert "RAC010" in book.worksheets[0]["F5"].comment.text
    assert "RAC014" in book.worksheets[0]["C13"].comment.text
    assert [cell.value for cell in book.worksheets[1][10]] == [
        1,
        "询盘响应与首次报价 · 外贸业务员",
        "RAC010 · 执行者过多",
    ]


def test_a_long_title_makes_its_row_higher() -> None:
    base = documents.matrix("zh")
    rows = list(matrix_of(base).rows)
    rows[1] = replace(rows[1], title="询盘响应与首次报价" * 12)
    block = replace(matrix_of(base), rows=tuple(rows))
    sheet = opened(replace(base, blocks=(block,))).worksheets[0]
    assert sheet.row_dimensions[4].height < 21
    assert sheet.row_dimensions[5].height >= 3 * 14.5


def test_many_parties_stand_upright() -> None:
    base = documents.matrix("en")
    block = matrix_of(base)
    rows = tuple(replace(row, cells=row.cells * 3) for row in block.rows)
    wide = replace(block, columns=block.columns * 3, rows=rows)
    sheet = opened(replace(base, blocks=(wide,))).worksheets[0]
    assert sheet["D3"].alignment.textRotation == 90
    assert sheet.row_dimensions[3].height > 100


def test_titles_stand_upright_where_lying_ones_would_be_printed_too_small() -> None:
    def rotations(parties: int, title: str) -> set[int]:
        matrix = matrix_of(documents.matrix("en"))
        first, *_ = matrix.columns
        row = replace(matrix.rows[0], title=title, cells=(MatrixCell(),) * parties)
        wide = replace(matrix, columns=(first,) * parties, rows=(row,))
        sheet = opened(document(wide)).worksheets[0]
        return {cell.alignment.textRotation for cell in sheet[3][3:-7]}

    assert rotations(8, "Short") == {0}
    assert rotations(8, "A long name of a duty that takes the widest column there is") == {90}
    assert rotations(6, "A long name of a duty that takes the widest column there is") == {0}


def test_what_the_letters_mean_stays_within_the_table() -> None:
    sheet = opened(documents.matrix("en")).worksheets[0]
    (legend,) = sheet.merged_cells.ranges
    assert legend.bounds == (1, 2, sheet.max_column, 2)
    assert sheet["A2"].alignment.wrap_text


def test_a_matrix_without_rows_or_parties_can_be_opened() -> None:
    base = documents.matrix("en")
    for block in (
        replace(matrix_of(base), rows=()),
        replace(matrix_of(base), rows=(MatrixRow("x", ()),), columns=()),
        replace(matrix_of(base), rows=(), columns=(), letters=()),
    ):
        assert opened(replace(base, blocks=(block,))).worksheets[0]["A1"].value


@pytest.mark.skipif(_OFFICE is None, reason="no soffice on the PATH: LibreOffice is not installed")
def test_libreoffice_counts_edited_letters(tmp_path: Path) -> None:
    book = opened(documents.matrix("zh"))
    sheet = book.worksheets[0]
    sheet["E4"], sheet["G5"], sheet["D6"] = "A/R", "a / r", None
    book.save(tmp_path / "edited.xlsx")
    subprocess.run(
        [
            str(_OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "edited.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    lines = (tmp_path / "edited.csv").read_text("utf-8").splitlines()[3:6]
    assert [re.findall('"([✓✗][^"]*)"', line) for line in lines] == [
        ["✓"],
        ["✗ A × 2"],
        ["✗ A × 0"],
    ]


# --- tables -------------------------------------------------------------------------------


def test_each_table_takes_a_sheet_and_the_first_what_the_document_begins_with() -> None:
    book = opened(documents.job_description("zh"))
    assert book.sheetnames == ["主要职责与考核标准", "岗位权限", "关键绩效指标", "修订记录"]
    first = book.worksheets[0]
    assert first["A1"].value == "岗位说明书 · 主要职责与考核标准"
    assert first["A2"].value == "××进出口有限公司 · 外贸业务员"
    assert (first["A3"].value, first["B3"].value) == ("岗位名称", "外贸业务员")
    assert int(str(first.print_title_rows).split("$")[-1]) > 6  # the titles of the table


def test_facts_behind_a_table_take_a_sheet() -> None:
    facts, table = Facts((("Owner", inline("Ann")),)), column("a", "b")
    later = Section("Limits", (facts, column("c")))
    book = opened(document(Section("Rows", (table,)), later))
    assert book.sheetnames == ["Rows", "Limits", "Limits (2)"]


def test_numbers_are_numbers_and_look_as_before() -> None:
    table = column("50%", "1,200", "-3.50", "007", "≥ 85", align=Align.END)
    sheet = opened(document(table)).worksheets[0]
    cells = [sheet.cell(row, 1) for row in range(3, 8)]
    assert [cell.value for cell in cells] == [0.5, 1200, -3.5, "007", "≥ 85"]
    assert [cell.number_format for cell in cells[:3]] == ["0%", "#,##0", "0.00"]


def test_a_half_that_is_written_over_a_whole_number_is_shown_as_a_half() -> None:
    sheet = opened(document(column("1", "0.5", align=Align.END))).active
    assert sheet is not None
    assert {row[0].number_format for row in sheet.iter_rows(min_row=3)} == {"General"}


def test_figures_at_the_right_stand_below_one_another_in_every_program() -> None:
    table = column("50%", "2.5", "no limit", align=Align.END)
    sheet = opened(document(table)).worksheets[0]
    places = {(sheet.cell(row, 1).alignment.horizontal, sheet.cell(row, 1).alignment.indent)
              for row in range(3, 6)}  # fmt: skip
    assert places == {("right", 0)}


def test_a_name_in_two_languages_stands_in_one_line_in_the_title_of_a_sheet() -> None:
    facts = Facts((("Post", inline("Rep")),))
    sheet = opened(document(facts, column("x"), subtitle="销售员\nRep")).worksheets[0]
    assert sheet["A1"].value == "Title · 销售员 Rep"


def test_a_day_is_a_day_that_looks_as_it_was_written() -> None:
    sheet = opened(document(column("2026-07-01", "2026-02-30", "from 2026-07-01"))).worksheets[0]
    cells = [sheet.cell(row, 1) for row in range(3, 6)]
    assert [cell.value for cell in cells] == [
        datetime(2026, 7, 1), "2026-02-30", "from 2026-07-01",
    ]  # fmt: skip
    assert cells[0].number_format == "yyyy-mm-dd"


def test_a_number_that_names_a_thing_stays_a_text_and_is_no_error_to_excel() -> None:
    made = render(document(column("2.0", "3.10", "101")))
    sheet = openpyxl.load_workbook(BytesIO(made)).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(3, 6)] == ["2.0", "3.10", "101"]
    with ZipFile(BytesIO(made)) as parts:
        assert b'numberStoredAsText="1"' in parts.read("xl/worksheets/sheet1.xml")


def test_totals_stay_outside_the_filter() -> None:
    total = Row((Cell((inline("sum"),)),), RowKind.TOTAL)
    table = column("a", "b")
    sheet = opened(document(replace(table, rows=(*table.rows, total)))).worksheets[0]
    assert sheet.auto_filter.ref == "A2:A4"


@pytest.mark.parametrize("align", [Align.CENTER, Align.END])
def test_the_sum_of_figures_is_computed_wherever_they_stand_in_their_cells(align: Align) -> None:
    total = Row((Cell((inline("100%"),)),), RowKind.TOTAL)
    table = column("40%", "60%", align=align)
    given = document(replace(table, rows=(*table.rows, total)))
    sheet = opened(given).worksheets[0]
    assert sheet["A5"].value == "=SUBTOTAL(9,A3:A4)"
    assert opened(given, values=True).worksheets[0]["A5"].value == 1


def test_a_table_whose_rows_have_titles_of_their_own_is_not_filtered() -> None:
    columns = (Column(""), Column("Impact: high"))
    row = Row((Cell((inline("Likely"),)), Cell((inline("1 Fire"),))))
    sheet = opened(document(Table(columns, (row,)))).worksheets[0]
    assert sheet.auto_filter.ref is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "http://example.org", "{=1}"])
def test_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    cell = opened(document(column(text))).worksheets[0]["A3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_hostile_text_leaves_a_file_that_opens() -> None:
    hostile = "a\x00\x08\ufffe<&>\"'\ud800𠮷" + "长" * 40_000
    base = documents.matrix("en")
    row = MatrixRow(hostile, (MatrixCell(("A",), hostile),), hostile, hostile)
    block = replace(matrix_of(base), columns=(MatrixColumn(hostile),), rows=(row,))
    evil = replace(base, title=hostile, blocks=(block, column(hostile)), running="&" * 300)
    book = opened(evil)
    assert len(book.sheetnames) == 3
    title = book.worksheets[0]["C4"].value
    assert title.startswith("a<&>\"'𠮷长")
    assert title.endswith("长…")
    assert len(title.encode("utf-16-le")) == 2 * 32_767


def test_a_document_without_tables_gives_its_text() -> None:
    sheet = opened(
        document(Section("Purpose", (Paragraph(inline("Wins customers.")),)))
    ).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (3, 4)] == ["Purpose", "Wins customers."]


def test_a_draft_is_marked_on_the_sheet_and_in_the_head_of_the_page() -> None:
    sheet = opened(replace(documents.matrix("zh"), draft="草案")).worksheets[0]
    assert sheet["A1"].value.startswith("草案 · ")
    assert sheet.oddHeader.center.text == "草案"


# --- names and margins --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("A/B: [plan]?*\\", "A B plan"),
        ("'quoted'", "quoted"),
        ("History", "History_"),
        ("", "Sheet"),
        ("///", "Sheet"),
        ("岗" * 40, "岗" * 31),
        ("𠮷" * 40, "𠮷" * 15),
    ],
)
def test_names_of_sheets_follow_the_rules_of_excel(wanted: str, name: str) -> None:
    assert sheet_name(wanted, set()) == name


def test_names_of_sheets_differ_without_regard_to_case() -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in ("Plan", "plan", "P" * 40, "p" * 40)]
    assert names == ["Plan", "plan (2)", "P" * 31, "p" * 27 + " (2)"]


def test_a_name_of_a_sheet_that_is_cut_ends_with_a_word() -> None:
    assert sheet_name("Setting and holding an examination", set()) == "Setting and holding an"
    assert sheet_name("A " + "x" * 40, set()) == "A " + "x" * 29


def test_margins_show_an_ampersand_and_stay_within_what_excel_allows() -> None:
    margin = Margin(("R&D",), (Counter.PAGE, " / ", Counter.PAGES), ("x",))
    assert margin_text(margin) == "&LR&&D&C&P / &N&Rx"
    assert len(margin_text(Margin(("&" * 400,), ("字" * 400,), ("x" * 400,)))) <= 255


@pytest.mark.parametrize(("rows", "pages"), [(4, 0), (22, 1), (30, 0), (46, 2)])
def test_the_last_rows_of_a_table_do_not_stand_on_a_page_alone(rows: int, pages: int) -> None:
    lines = tuple(Row((Cell((inline(f"row {number}"),)),)) for number in range(rows))
    given = Document("List", "en", "Firm", (Table((Column("What"),), lines),))
    fits = opened(given).worksheets[0].page_setup.fitToHeight
    assert (1 if fits is None else fits) == pages  # 1 is what it is unless it is written


@pytest.mark.parametrize(("rows", "pages"), [(4, 0), (14, 1), (20, 1), (26, 0), (30, 2)])
def test_a_matrix_that_can_be_read_on_one_page_is_on_one(rows: int, pages: int) -> None:
    base = documents.matrix("en")
    block = matrix_of(base)
    line = replace(block.rows[0], title="Do it")
    given = replace(base, blocks=(replace(block, rows=(line,) * rows),))
    fits = opened(given).worksheets[0].page_setup.fitToHeight
    assert (1 if fits is None else fits) == pages  # 1 is what it is unless it is written


# --- tables as they are read ----------------------------------------------------------------


def test_a_table_whose_rows_are_in_no_group_has_no_column_of_groups() -> None:
    grouped = replace(column("x"), group="Phase")
    assert opened(document(grouped)).worksheets[0]["A2"].value == "head"


def test_what_is_strong_or_muted_in_a_cell_stays_so_beside_other_text() -> None:
    line = (Run("Buying", Emphasis.STRONG), Run("\nup to 5"), Run(" a day", Emphasis.MUTED))
    block = Table((Column("Matter"),), (Row((Cell((line,)),)),))
    book = openpyxl.load_workbook(BytesIO(render(document(block))), rich_text=True)
    strong, other, muted = book.worksheets[0]["A3"].value
    assert (str(strong), strong.font.b) == ("Buying", True)
    assert (str(other), other.font.b) == ("\nup to 5", False)
    assert muted.font.color.rgb == "FF4B5768"
    assert opened(document(block)).worksheets[0]["A3"].value == "Buying\nup to 5 a day"


def test_a_unit_below_another_is_indented_and_its_name_has_no_spaces() -> None:
    names = (("Sales", 0), ("Desk", 2), ("Team", 1))
    rows = tuple(Row((Cell((inline(name),), depth=depth),)) for name, depth in names)
    sheet = opened(document(Table((Column("Unit"),), rows))).worksheets[0]
    cells = [sheet.cell(row, 1) for row in (3, 4, 5)]
    assert [(cell.value, cell.alignment.indent) for cell in cells] == [
        ("Sales", 1),
        ("Desk", 5),
        ("Team", 3),
    ]


def test_all_of_a_total_is_strong() -> None:
    line = (Run("合计", Emphasis.STRONG), Run("\nTotal", lang="en"))
    block = Table((Column("Unit"),), (Row((Cell((line,)),), RowKind.TOTAL),))
    book = openpyxl.load_workbook(BytesIO(render(document(block))), rich_text=True)
    assert book.worksheets[0]["A3"].value == "合计\nTotal"
    assert book.worksheets[0]["A3"].font.b


def test_a_long_label_of_a_fact_or_a_sum_makes_its_row_higher() -> None:
    facts = Facts((("Weighted score of all that was agreed", inline("1")),), across=1)
    table = Table((Column("a"), Column("b")), (Row((Cell((inline("x"),)),)),))
    sheet = opened(document(facts, table)).worksheets[0]
    assert sheet.row_dimensions[2].height > 30
    base = documents.matrix("en")
    letters = (replace(matrix_of(base).letters[0], name="Accountable " * 6),)
    block = replace(matrix_of(base), letters=letters)
    sheet = opened(replace(base, blocks=(block,))).worksheets[0]
    assert sheet.row_dimensions[18].height > 30


def test_facts_above_a_table_leave_their_values_the_wide_columns() -> None:
    widths = [10.0, 8.0, 12.0, 8.0, 10.0, 27.0, 12.0, 10.0, 12.0, 12.0, 8.0]
    places = places_of_facts(widths, 3)
    for label, value in places:
        assert sum(widths[label[0] : label[1] + 1]) <= 24
        assert sum(widths[value[0] : value[1] + 1]) >= 20
    assert places[0][0][0] == 0 and places[-1][1][1] == len(widths) - 1
    assert places_of_facts([30.0], 2) == [((0, 0), (0, 0))]


def test_a_label_has_room_for_its_words_beside_narrow_columns() -> None:
    widths = [13.0, 8.0, 18.0, 8.0, 16.0, 24.0, 9.0, 9.0, 14.0, 13.0, 13.0]
    for (start, end), _ in places_of_facts(widths, 3, needed=12.0):
        assert sum(widths[start : end + 1]) >= 12


def test_a_word_of_a_label_is_not_broken_above_a_narrow_column() -> None:
    english = look.Formats(xlsxwriter.Workbook(BytesIO(), {"in_memory": True}), "en")
    said = inline("Ward 7 Nurses")
    facts = Facts((("Post", said), ("Department", said), ("Reports to", said)), across=3)
    narrow = [14.5, 7.6, 17.0, 8.2, 44.0, 20.8, 8.2, 12.4, 12.0, 12.0]
    widths = with_whole_labels(narrow, (facts,), english)
    _, ((start, end), _), _ = places_of_facts(widths, 3, label_width((facts,), english))
    assert sum(widths[start : end + 1]) >= english.units("Department", bold=True)


def test_every_sheet_says_whose_it_is_and_of_which_document() -> None:
    compilation = compiled("software-team")
    for address, title in (("authorities", "Delegation of authority"), ("risks", "Risk register")):
        job = next(
            each
            for each in plan(compilation, Wanted(kinds=frozenset((address,))))
            if each.locale == "en" and "xlsx" in each.formats
        )
        data = rendered("software-team", job, "xlsx")
        for sheet in openpyxl.load_workbook(BytesIO(data)).worksheets:
            said = f"{sheet['A1'].value} {sheet['A2'].value}"
            assert "Parcelwise" in said
            assert title in said


def test_rows_of_latin_letters_are_no_higher_than_calibri_needs() -> None:
    book = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
    english, chinese = look.Formats(book, "en"), look.Formats(book, "zh")
    words = "• Tests that stop the line (Smoke tests)\n• Second pair of eyes"
    assert english.height(words, 20) < 0.85 * chinese.height(words, 20)
    assert english.height("客户服务与订单执行组", 12) == chinese.height("客户服务与订单执行组", 12)


def test_a_line_that_calibri_holds_is_not_given_the_height_of_two() -> None:
    english = look.Formats(xlsxwriter.Workbook(BytesIO(), {"in_memory": True}), "en")
    one = english.height("Step", 36.6)
    assert english.height("• Answers: Engineering Manager, Tracking", 36.6) == one
    assert english.height("Head of Product Engineering and Tracking", 36.6, bold=True) == one


def test_a_line_is_measured_as_calibri_sets_its_letters_and_its_figures() -> None:
    english = look.Formats(xlsxwriter.Workbook(BytesIO(), {"in_memory": True}), "en")
    one = english.height("Step", 20)
    assert english.height("• Opinion on the terms", 20.3) == one
    assert english.height("• Opinion on the terms", 18) > one
    assert english.units("1 → 2 → 3 → 4 → 5 → 6") > english.units("which letters in it") * 1.1


def _sheets(kind: str, address: str) -> list[list[str]]:
    """The texts of each sheet of a document of the software team, in English."""
    job = next(
        each
        for each in plan(compiled("software-team"), Wanted(kinds=frozenset((kind,))))
        if each.locale == "en" and each.address == address and "xlsx" in each.formats
    )
    book = openpyxl.load_workbook(BytesIO(rendered("software-team", job, "xlsx")))
    return [
        [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        for sheet in book.worksheets
    ]


def test_a_record_of_changes_stands_below_the_last_table_not_on_a_page_of_its_own() -> None:
    titles = [texts[0] for texts in _sheets("workflows", "workflow/release")]
    assert "Revision record" not in titles
    last = _sheets("workflows", "workflow/release")[-1]
    said = last[last.index("Revision record") + 1]
    assert said.startswith("3.0 · 2026-09-01 · Support joins")
    assert "\n" in said


def test_a_note_below_a_table_is_on_its_sheet() -> None:
    (texts,) = _sheets("meetings", "organization")
    assert texts[-1].startswith("No day is given for")
