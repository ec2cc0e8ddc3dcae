"""The house style in every format: colours, typeface, logo, running texts."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from openpyxl import load_workbook
from pypdf import PdfReader

from orgspec.colours import contrast
from orgspec.document import Document
from orgspec.render import docx, fonts, house, html, markdown, palette, pdf, png, svg, xlsx
from orgspec.render.press.characters import printable_document
from orgspec.render.theme import OURS, night, theme, themed
from orgspec.style import PLAIN, Style, Typeface
from tests.house import HOUSE, font_file
from tests.render import charts, documents

PARTICULARS = {"number": "SY-7", "version": "V2"}
ACCENTS = ("#7A1F3D", "#FFCC00", "#E60012", "#00A0E9", "#111111", "#F5F5DC", "#FFFFFF")


def form(locale: str = "zh", style: Style = HOUSE) -> Document:
    return replace(documents.job_description(locale), style=style, particulars=PARTICULARS)


def chart(style: Style = HOUSE) -> Document:
    made = charts.document(charts.star(3))
    return replace(made, style=style, particulars=PARTICULARS)


def word(document: Document, part: str) -> str:
    with zipfile.ZipFile(BytesIO(docx.render(document))) as package:
        return package.read(part).decode()


# --- colours ---


@pytest.mark.parametrize("accent", ACCENTS)
def test_whatever_the_accent_text_is_read(accent: str) -> None:
    paper = themed(accent)
    for ink, ground in (
        (paper.on_bar, paper.bar), (paper.on_head, paper.head), (paper.words, paper.tint),
        (paper.words, "#FFFFFF"), (paper.title, "#FFFFFF"), ("#1F2937", paper.group),
        ("#4B5768", paper.pale),
    ):  # fmt: skip
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    dark = night(accent)
    for ink, ground in (
        (dark["on-bar"], dark["bar"]), (dark["accent"], dark["tint"]), (dark["accent"], "#16202D"),
        (dark["title"], dark["group"]), ("#FFFFFF", dark["head"]), ("#E3EAF2", dark["tint"]),
    ):  # fmt: skip
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("accent", ACCENTS)
def test_departments_keep_colours_that_can_be_told_apart(accent: str) -> None:
    with house.worn(Style(accent)):
        colours = palette.departments()
        assert len(set(colours)) == len(palette.DEPARTMENTS)
        for colour in colours:
            assert contrast(colour, palette.mixed(colour, palette.CARD, 0.09)) >= 4.4
    assert palette.departments() == palette.DEPARTMENTS


def test_the_style_is_off_when_the_document_is_done() -> None:
    pdf.render(form())
    assert house.style() == PLAIN
    assert theme() == OURS
    assert fonts.families() == (fonts.FAMILY,)


# --- typefaces ---


def test_widths_come_from_the_font_of_the_house_and_ours_for_what_it_lacks() -> None:
    ours, bold = fonts.width("Wide", 10), fonts.width("Wide", 10, True)
    with house.worn(HOUSE):
        assert fonts.width("Wide", 10) == pytest.approx(bold, rel=0.01)
        assert fonts.width("Wide", 10) != ours
        assert fonts.width("中文", 10) == 20
        assert fonts.runs("A 中") == (("House", "A "), (fonts.FAMILY, "中"))


def test_a_page_embeds_only_what_it_shows_of_each_font() -> None:
    with house.worn(HOUSE):
        made = {(family, weight): data for family, weight, data in fonts.embedded("Ab中")}
    regular = TTFont(BytesIO(made["House", 400])).getBestCmap()
    assert set(map(chr, regular)) == set(" Ab")
    assert set(map(chr, TTFont(BytesIO(made[fonts.FAMILY, 400])).getBestCmap())) == {"中"}
    assert (fonts.FAMILY, 700) not in made  # bold text is ours as a whole


def test_two_font_files_become_one_family() -> None:
    with house.worn(HOUSE):
        files = dict(fonts.house_files())
    names = {key: TTFont(BytesIO(data))["name"] for key, data in files.items()}
    assert {key: (n.getDebugName(1), n.getDebugName(2)) for key, n in names.items()} == {
        "regular": ("House", "Regular"),
        "bold": ("House", "Bold"),
    }


def test_the_pdf_is_set_in_the_font_of_the_house() -> None:
    page = PdfReader(BytesIO(pdf.render(form()))).pages[0]
    used = " ".join(sorted(page._get_fonts()[0]))
    assert "House-Regular" in used
    assert "NotoSansSC-Regular" in used


def test_the_same_document_gives_the_same_bytes_also_in_a_house_style() -> None:
    for render in (pdf.render, svg.render, png.render):
        document = chart()
        assert render(document) == render(document)


# --- the formats ---


def test_the_pdf_has_the_running_texts_of_the_house() -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.render(form()))).pages]
    assert all("SY-7" in text and "内部文件" in text for text in pages)
    assert f"1 / {len(pages)}" in pages[0]


def test_a_page_has_the_accent_by_day_and_night_the_logo_and_the_margins() -> None:
    page = html.render(form()).decode()
    assert "--bar: #7a1f3d;" in page
    assert f"--bar: {night('#7A1F3D')['bar'].lower()};" in page
    assert re.search(r'<img class="logo" src="data:image/svg\+xml;base64,[^"]+" alt="[^"]+">', page)
    assert 'content: counter(page) " / " counter(pages)' in page
    assert '"House", "Noto Sans SC"' in page


def test_a_page_without_a_style_says_nothing_of_one() -> None:
    page = html.render(form(style=PLAIN)).decode()
    assert "logo" not in page
    assert page.count("--bar:") == 3  # by day, and twice by night


def test_word_has_the_accent_in_its_styles_the_family_and_the_logo() -> None:
    styles = word(form(), "word/styles.xml")
    assert "1F4E79" not in styles
    assert 'w:ascii="Voyage Sans"' in styles
    assert 'w:eastAsia="Microsoft YaHei"' in styles  # the font has no Chinese
    assert 'name="logo 1"' in word(form(), "word/document.xml")
    assert " NUMPAGES " in word(form(), "word/footer1.xml")


def test_office_files_ask_for_the_family_that_is_named() -> None:
    document = form(style=Style(office_face="Source Han Sans"))
    assert 'w:eastAsia="Source Han Sans"' in word(document, "word/styles.xml")
    book = load_workbook(BytesIO(xlsx.render(document)))
    assert book.worksheets[0]["A1"].font.name == "Source Han Sans"


def test_a_workbook_has_the_accent_the_logo_and_the_running_texts() -> None:
    sheet = load_workbook(BytesIO(xlsx.render(form()))).worksheets[0]
    assert sheet["A1"].font.color.rgb == "FF7A1F3D"
    assert len(sheet._images) == 1
    assert (sheet.oddHeader.right.text, sheet.oddFooter.center.text) == ("SY-7", "&P / &N")


def test_a_drawing_has_the_logo_the_accent_and_the_typeface() -> None:
    drawing = svg.render(chart()).decode()
    assert 'href="data:image/svg+xml;base64,' in drawing
    assert 'font-family="House"' in drawing
    assert "#7A1F3D" in drawing
    assert palette.DEPARTMENTS[0] not in drawing


def test_markdown_says_the_running_texts_without_page_numbers() -> None:
    text = markdown.render(form()).decode()
    assert "SY\\-7" in text or "SY-7" in text
    assert text.rstrip().endswith("内部文件")


def test_a_character_that_only_the_font_of_the_house_has_is_printed() -> None:
    font = TTFont(BytesIO(font_file()))
    wide = CmapSubtable.newSubtable(12)
    wide.platformID, wide.platEncID, wide.language = 3, 10, 0
    glyph = font.getBestCmap()[ord("A")]
    wide.cmap = {ord("A"): glyph, 0x20BB7: glyph, 0xE123: glyph}
    font["cmap"].tables.append(wide)
    made = BytesIO()
    font.save(made)
    face = Typeface("with a character of its own", made.getvalue())
    document = replace(form(), subtitle="𠮷\ue123", style=Style(face=face, bold_face=face))
    assert "𠮷" not in printable_document(replace(document, style=PLAIN)).subtitle
    with house.worn(document.style):
        assert printable_document(document).subtitle == "𠮷〓"  # one of private use never
    assert pdf.render(document).startswith(b"%PDF")
