"""What every PDF of a build is: archivable, tagged, with bookmarks, and its lines well broken."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.render import sampled

SAMPLE = "small-firm"
CHINESE = ("export-sales-post", "school", "trade-site")
_READER = shutil.which("pdftotext")
PAPERS = {job.kind: job for job in sampled.jobs(SAMPLE, "pdf")}

# Chinese puts none of these at the beginning of a line, and none of those at its end.
NEVER_FIRST = set("，。、；：！？）》〉”’】』」％,.;:!?)]}%")
NEVER_LAST = set("（《〈“‘【『「([{")


@cache
def paper(kind: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(sampled.rendered(SAMPLE, PAPERS[kind], "pdf")))


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure below a node, in the order in which they are read."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def structure(kind: str) -> list[Any]:
    return list(elements(paper(kind).root_object["/StructTreeRoot"]))


def named(found: list[Any], name: str) -> list[Any]:
    return [element for element in found if element["/S"] == name]


def attributes(element: Any) -> dict[str, Any]:
    """The attributes of an element, of all owners together."""
    said = element.get("/A", [])
    together: dict[str, Any] = {}
    for each in said if isinstance(said, list) else [said]:
        together |= each.get_object()
    return together


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_says_what_it_is_and_in_which_language(kind: str) -> None:
    root: Any = paper(kind).root_object
    metadata = paper(kind).xmp_metadata
    assert metadata is not None
    written = metadata.stream.get_data().decode()
    assert re.findall(r"pdfaid:(?:part|conformance)>(\w+)", written) == ["2", "A"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in written
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(root["/Lang"]).startswith(PAPERS[kind].locale)
    about = paper(kind).metadata
    assert about is not None
    assert about.title
    assert about.author


@pytest.mark.parametrize("kind", PAPERS)
def test_headings_of_a_paper_skip_no_level_and_are_its_bookmarks(kind: str) -> None:
    found = [element["/S"] for element in structure(kind)]
    titles = [0 if name == "/Title" else int(name[2:]) for name in found
              if name == "/Title" or re.fullmatch(r"/H\d+", name)]  # fmt: skip
    assert titles[0] <= 1
    assert all(after <= before + 1 for before, after in pairwise(titles))
    assert paper(kind).outline


@pytest.mark.parametrize("kind", PAPERS)
def test_pictures_have_words_and_tables_have_heads(kind: str) -> None:
    found = structure(kind)
    for picture in named(found, "/Figure"):
        assert str(picture["/Alt"]).strip()
    heads = named(found, "/TH")
    assert all("/Scope" in attributes(head) for head in heads)
    for table in named(found, "/Table"):
        assert named(list(elements(table)), "/TH")


@pytest.mark.parametrize("kind", PAPERS)
def test_all_on_a_page_is_text_in_order_or_said_to_be_ornament(kind: str) -> None:
    # Fonts are embedded with the characters that their glyphs stand for.
    for page in paper(kind).pages:
        shown: Any = page
        for font in shown["/Resources"].get("/Font", {}).values():
            assert "/ToUnicode" in font.get_object()
        assert shown["/Tabs"] == "/S"


@pytest.mark.skipif(_READER is None, reason="no pdftotext on the PATH: poppler is not installed")
@pytest.mark.parametrize("sample", CHINESE)
def test_no_line_begins_or_ends_with_a_mark_that_belongs_to_its_neighbour(
    sample: str, tmp_path: Path
) -> None:
    found: list[str] = []
    for job in sampled.jobs(sample, "pdf"):
        if job.locale == "zh" and job.kind in ("job-descriptions", "departments", "agreements"):
            found += lines(sampled.rendered(sample, job, "pdf"), tmp_path / "paper.pdf")
    assert len(found) > 40
    assert [line for line in found if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST] == []


def lines(paper: bytes, file: Path) -> list[str]:
    """The lines of a PDF as poppler reads them, cell by cell."""
    file.write_bytes(paper)
    command = [str(_READER), "-bbox-layout", str(file), "-"]
    said = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    words = [re.findall(r"<word[^>]*>(.*?)</word>", line, re.S) for line in said.split("</line>")]
    return [html.unescape(" ".join(line)) for line in words if line]
