"""Rows whose height is sure are set without a try, and stand where a try would set them."""

from __future__ import annotations

import io
import re
from itertools import islice

import pypdf
import pytest
from pytest import approx

from orgspec.document import Cell, Column, Document, Facts, Row, Section, Table, inline, lines_of
from orgspec.render.press import compiler
from orgspec.render.press.columns import fit
from orgspec.render.press.data import document_data
from orgspec.render.press.endings import divided
from orgspec.workspace.plan import Wanted, document_of, plan
from tests.render.sampled import compiled


def height(*texts: str, width: float = 300) -> float | None:
    """How high what stands in a row of some cells surely becomes, in points."""
    cells = tuple(Cell(lines_of(inline(text))) for text in texts)
    columns = tuple(Column(f"{index}", 1) for index in range(len(texts)))
    return fit(Table(columns, (Row(cells),)), width, leading=0.6).exact[1]


def places(said: str) -> tuple[list[str], list[float]]:
    """Every text of a document's pages, and where each stands."""
    found: list[tuple[str, float, float]] = []
    for page in pypdf.PdfReader(io.BytesIO(compiler.pdf(said))).pages:
        page.extract_text(
            visitor_text=lambda text, matrix, inner, *_: found.append(
                (text, matrix[4] + inner[4], matrix[5] + inner[5])
            )
        )
    return [text for text, _, _ in found], [at for _, *place in found for at in place]


def test_a_height_is_sure_where_every_line_has_room() -> None:
    one = 0.733 * 9
    assert height("收款", "Collect") == height("收款", "") == approx(one)
    assert height("收款", "one\ntwo") == approx(2 * one + 0.6 * 9)
    assert height("收款", "两周内收回全部应收账款并与财务部逐笔核对", width=180) is None
    assert height("", "") is None  # a try costs nothing, and says how high


def test_a_height_stays_with_its_row_where_a_table_is_divided() -> None:
    rows = tuple(Row((Cell((inline(text),)),)) for text in ("short", "one\ntwo") * 8)
    table = Table((Column("Post"),), rows)
    data = document_data(Document("Title", "en", "Firm", (Section("Posts", (table,)),)))
    section = data["sheets"][0]["blocks"][0]
    parts = divided(section["blocks"][0] | {"closing": 2}, 90)
    assert parts is not None
    section["blocks"][:] = parts
    for row in (row for part in parts for row in part["rows"]):
        assert row["exact"] == approx(
            0.733 * 9 if row["cells"] == ["short"] else 2 * 0.733 * 9 + 0.6 * 9, abs=0.01
        )
    assert compiler.pdf(compiler.written(data)).startswith(b"%PDF")


def test_the_height_of_labels_is_sure_where_each_value_of_their_row_has_room() -> None:
    long = "Answers for all that is bought, stored and paid in every branch of the firm"
    said = (("Grade", "P2"), ("Reports to", "Head"), ("Place", long), ("Posts", "2"), ("Pay", long))
    pairs = tuple((label, inline(value)) for label, value in said)
    document = Document("Title", "en", "Firm", (Section("Post", (Facts(pairs, across=2),)),))
    block = document_data(document)["sheets"][0]["blocks"][0]["blocks"][0]
    assert [each is not None for each in block["exact"]] == [True, False, True]


@pytest.mark.parametrize("locale", ["zh", "en", "zh+en"])
def test_rows_of_sure_height_stand_where_tried_ones_would(locale: str) -> None:
    compilation = compiled("small-firm")
    kinds = frozenset(("departments", "job-descriptions", "risks", "headcount", "authorities"))
    wanted = Wanted(kinds=kinds, formats=frozenset(("pdf",)), locales=frozenset((locale,)))
    documents = [document_of(compilation, job) for job in islice(plan(compilation, wanted), 12)]
    assert any(sure(compiler.written(document_data(each))) for each in documents)
    for document in documents:
        said = compiler.written(document_data(document))
        words, stand = places(said)
        same, there = places(tried(said))
        assert words == same
        assert max(abs(one - other) for one, other in zip(stand, there, strict=True)) < 0.05


def sure(said: str) -> list[str]:
    """The heights in a document's data that are sure, of rows and of labels."""
    return re.findall(r'"exact": [\[\d][^"]*', said)


def tried(said: str) -> str:
    """The data of a document in which the height of no row is known."""
    return re.sub(
        r'("exact": )([\d.]+|\[[^\]]*\])',
        lambda found: found[1] + re.sub(r"[\d.]+", "null", found[2]),
        said,
    )
