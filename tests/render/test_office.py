"""Word and Excel files as the programs ask for them: parts in order, opened without repair."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest

from orgspec.workspace.plan import Wanted, plan
from tests.render import sampled

SAMPLE = "small-firm"
LETTERS = {job.kind: job for job in sampled.jobs(SAMPLE, "docx")}
SHEETS = {job.kind: job for job in sampled.jobs(SAMPLE, "xlsx")}
FEW = frozenset(("job-descriptions", "workflows", "raci", "risks"))  # with all kinds of blocks
_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl"

# The order of elements in ECMA-376 (part 1, transitional), as far as documents may have them.
# Word repairs, or refuses, a file that has them in another one.
ORDER = {
    parent: {name: place for place, name in enumerate(names.split())}
    for parent, names in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
        "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
        "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
        "oMath",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
        "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
        "tcFitText vAlign hideMark",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
        "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
        "rtlGutter docGrid",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
        "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr "
        "trPr tcPr tblStylePr",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr "
        "rPr",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "tblBorders": _BORDERS,
        "tcBorders": _BORDERS,
        "pBdr": "top left bottom right between bar",
        "tblCellMar": "top left start bottom right end",
        "tcMar": "top left start bottom right end",
    }.items()
}


@cache
def letter(kind: str) -> bytes:
    return sampled.rendered(SAMPLE, LETTERS[kind], "docx")


@cache
def sheet(kind: str) -> bytes:
    return sampled.rendered(SAMPLE, SHEETS[kind], "xlsx")


@pytest.mark.parametrize("kind", LETTERS)
def test_parts_of_a_word_file_stand_in_the_order_of_the_standard(kind: str) -> None:
    wrong = []
    with zipfile.ZipFile(BytesIO(letter(kind))) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                for parent in ElementTree.fromstring(package.read(name)).iter():
                    order = ORDER.get(parent.tag.removeprefix(_W))
                    children = [child.tag.removeprefix(_W) for child in parent]
                    if order is not None and not is_ordered(children, order):
                        wrong.append((name, parent.tag.removeprefix(_W), children))
    assert wrong == []


def is_ordered(children: list[str], order: dict[str, int]) -> bool:
    """Whether all children are known, in their order."""
    places = [order.get(child, -1) for child in children]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("kind", LETTERS)
def test_every_cell_of_a_word_table_ends_with_a_paragraph(kind: str) -> None:
    with zipfile.ZipFile(BytesIO(letter(kind))) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    cells = list(body.iter(f"{_W}tc"))
    assert cells
    assert {cell[-1].tag for cell in cells} == {f"{_W}p"}
    for table in body.iter(f"{_W}tbl"):
        grid = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in table.findall(f"{_W}tr"):
            spans = [cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(f"{_W}tc")]
            assert (
                sum(1 if span is None else int(span.get(f"{_W}val", "")) for span in spans) == grid
            )


@pytest.mark.parametrize("kind", LETTERS)
def test_numbers_of_drawings_and_bookmarks_are_given_once(kind: str) -> None:
    with zipfile.ZipFile(BytesIO(letter(kind))) as package:
        body = package.read("word/document.xml").decode()
    for pattern in (r'<wp:docPr id="(\d+)"', r'<w:bookmarkStart [^>]*w:id="(\d+)"'):
        numbers = re.findall(pattern, body)
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("kind", SHEETS)
def test_a_table_in_excel_is_frozen_filtered_and_repeats_its_head(kind: str) -> None:
    book = openpyxl.load_workbook(BytesIO(sheet(kind)))
    assert book.properties.title
    assert book.properties.creator
    filtered = [each for each in book.worksheets if each.auto_filter.ref]
    assert filtered
    for each in filtered:
        above = int(re.findall(r"\d+", each.auto_filter.ref)[0]) - 1
        assert each.freeze_panes or above > 3  # what stands above a table scrolls with it
        assert each.print_title_rows


@pytest.mark.skipif(_OFFICE is None, reason="no soffice on the PATH: LibreOffice is not installed")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    names = []
    for kinds, extension, made in ((LETTERS, "docx", letter), (SHEETS, "xlsx", sheet)):
        for kind in FEW.intersection(kinds):
            names.append(f"{kind}-{extension}")
            (tmp_path / f"{kind}-{extension}.{extension}").write_bytes(made(kind))
    _convert(tmp_path)
    for name in names:
        reader = pypdf.PdfReader(tmp_path / f"{name}.pdf")
        assert len("".join(page.extract_text() for page in reader.pages)) > 60, name


@pytest.mark.skipif(_OFFICE is None, reason="no soffice on the PATH: LibreOffice is not installed")
def test_libreoffice_shows_every_row_of_a_table_below_a_drawing(tmp_path: Path) -> None:
    wanted = Wanted(formats=frozenset(("docx",)))
    job = next(
        job
        for job in plan(sampled.compiled("school"), wanted)
        if job.stem == "workflows/handoffs" and job.locale == "zh"
    )
    (tmp_path / "map.docx").write_bytes(sampled.rendered("school", job, "docx"))
    _convert(tmp_path)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "map.pdf").pages)
    assert "7 项交接" in text
    assert text.count("→") == 7 + 3  # three are told with the steps that give and take as well


def _convert(folder: Path) -> None:
    """Let LibreOffice print the files of a folder."""
    subprocess.run(
        [
            str(_OFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *sorted(str(path) for path in folder.iterdir()),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
