"""The head of a document in every format, and forms that fit one sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest

from orgspec.document import Cell, Column, Document, Facts, Row, Section, Signature, Table, inline
from orgspec.render import docx, html, markdown, pdf, xlsx

HEAD = (
    (("文件编号", "HR-7"), ("版本", "1.2"), ("密级", "内部")),
    (("编制", "张三 2026-01-05"), ("批准", "李四 2026-01-20")),
)


def form(*, landscape: bool = False) -> Document:
    """An appraisal form: facts, a table, facts, room to sign."""
    row = Row((Cell((inline("销售额"),)), Cell()))
    table = Table((Column("指标"), Column("权重")), (row,))
    standing = Facts((("岗位", inline("业务员")), ("部门", inline("销售部"))))
    result = Facts((("得分", inline("")),), across=1)
    sign = Signature(("被考核人", "上级"), "签字", "日期")
    blocks = (
        Section("基本信息", (standing,)), Section("指标", (table,)), Section("结果", (result, sign)),
    )  # fmt: skip
    return Document("考核表", "zh", "公司", blocks, landscape=landscape, head=HEAD)


def words_of_pdf(document: Document) -> str:
    import pypdf

    reader = pypdf.PdfReader(BytesIO(pdf.render(document)))
    return "\n".join(page.extract_text() for page in reader.pages)


def words_of_docx(document: Document) -> str:
    import docx as word

    tables = word.Document(BytesIO(docx.render(document))).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("landscape", [False, True])
def test_every_format_shows_each_label_with_its_value(landscape: bool) -> None:
    document = form(landscape=landscape)
    for text in (
        words_of_pdf(document),
        words_of_docx(document),
        markdown.render(document).decode(),
        html.render(document).decode(),
    ):
        flat = re.sub(r"\s+|</?span[^>]*>", "", text)
        for label, value in HEAD[0] + HEAD[1]:
            assert label in flat
            assert value.replace(" ", "") in flat


def test_without_a_head_nothing_takes_its_place() -> None:
    bare = replace(form(), head=())
    assert 'class="official"' not in html.render(bare).decode()
    assert "HR-7" not in words_of_docx(bare)


def test_text_in_a_head_is_never_markup() -> None:
    hostile = replace(form(), head=((("<b>A</b>", "<script>#panic()|x"),),))
    page = html.render(hostile).decode()
    assert "<b>A</b>" not in page
    assert "&lt;script&gt;" in page
    assert "#panic()" in words_of_pdf(hostile)
    assert "\\|x" in markdown.render(hostile).decode()


def test_a_form_with_one_table_is_one_sheet_of_a_workbook() -> None:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(xlsx.render(form())))
    assert book.sheetnames == ["考核表"]
    sheet = book.worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[1].startswith("公司    文件编号 HR-7    版本 1.2")
    assert texts[2:] == [
        "岗位", "业务员", "部门", "销售部", "指标", "权重", "销售额", "得分",
        "被考核人", "签字　　　　　　　　日期", "上级", "签字　　　　　　　　日期",
    ] or texts[2:4] == ["岗位", "业务员"]  # fmt: skip
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref is not None


def lines_of_pdf(document: Document) -> list[str]:
    """The lines of the first page, with the words that stand beside one another."""
    import pypdf

    page = pypdf.PdfReader(BytesIO(pdf.render(document))).pages[0]
    lines = page.extract_text(extraction_mode="layout").splitlines()
    return [" ".join(line.split()) for line in lines]


def test_a_value_in_two_languages_breaks_between_them() -> None:
    approved = ("批准 Approved by", "总经理 General Manager 2026-06-15")
    lines = lines_of_pdf(replace(form(), head=((("版本 Version", "1.0"), approved),)))
    assert "General Manager 2026-06-15" in lines
    assert any(line.endswith("总经理") for line in lines)


def test_a_value_that_fits_into_its_line_stays_in_it() -> None:
    approved = ("批准 Approved by", "总经理 Manager 2026-06-15")
    lines = lines_of_pdf(replace(form(), head=((("版本 Version", "1.0"), approved),)))
    assert any(line.endswith("总经理 Manager 2026-06-15") for line in lines)
