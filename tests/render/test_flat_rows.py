"""Rows that surely take one line are set without a try, and stand where a try would set them."""

from __future__ import annotations

import io
import re
from itertools import islice

import pypdf
import pytest

from orgspec.document import Cell, Column, Document, Facts, Row, Section, Table, inline
from orgspec.render.press import compiler
from orgspec.render.press.columns import fit
from orgspec.render.press.data import document_data
from orgspec.render.press.endings import divided
from orgspec.workspace.plan import Wanted, document_of, plan
from tests.render.sampled import compiled


def flat(*texts: str, width: float = 300) -> bool:
    cells = tuple(Cell((inline(text),)) for text in texts)
    columns = tuple(Column(f"{index}", 1) for index in range(len(texts)))
    return fit(Table(columns, (Row(cells),)), width).flat[1]


def places(said: str) -> list[tuple[str, float, float]]:
    """Every text of a document's pages with where it stands."""
    found: list[tuple[str, float, float]] = []
    for page in pypdf.PdfReader(io.BytesIO(compiler.pdf(said))).pages:
        page.extract_text(
            visitor_text=lambda text, matrix, inner, *_: found.append(
                (text, round(matrix[4] + inner[4], 1), round(matrix[5] + inner[5], 1))
            )
        )
    return found


def test_a_row_is_flat_where_every_cell_has_room_for_all_it_says() -> None:
    assert flat("收款", "Collect")
    assert flat("收款", "")
    assert not flat("收款", "两周内收回全部应收账款并与财务部逐笔核对", width=180)
    assert not flat("收款", "one\ntwo")
    assert not flat("", "")  # a try costs nothing, and says how high


def test_a_row_stays_flat_where_its_table_is_divided() -> None:
    rows = tuple(Row((Cell((inline(text),)),)) for text in ("short", "one\ntwo") * 8)
    table = Table((Column("Post"),), rows)
    data = document_data(Document("Title", "en", "Firm", (Section("Posts", (table,)),)))
    section = data["sheets"][0]["blocks"][0]
    parts = divided(section["blocks"][0] | {"closing": 2}, 90)
    assert parts is not None
    section["blocks"][:] = parts
    for row in (row for part in parts for row in part["rows"]):
        assert row["flat"] == (row["cells"] == ["short"])
    assert compiler.pdf(compiler.written(data)).startswith(b"%PDF")


def test_labels_are_flat_where_each_value_of_their_row_has_room() -> None:
    long = "Answers for all that is bought, stored and paid in every branch of the firm"
    said = (("Grade", "P2"), ("Reports to", "Head"), ("Place", long), ("Posts", "2"), ("Pay", long))
    pairs = tuple((label, inline(value)) for label, value in said)
    document = Document("Title", "en", "Firm", (Section("Post", (Facts(pairs, across=2),)),))
    block = document_data(document)["sheets"][0]["blocks"][0]["blocks"][0]
    assert block["flat"] == [True, False, True]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_flat_rows_stand_where_rows_of_unknown_height_would(locale: str) -> None:
    compilation = compiled("small-firm")
    kinds = frozenset(("job-descriptions", "risks", "headcount", "authorities"))
    wanted = Wanted(kinds=kinds, formats=frozenset(("pdf",)), locales=frozenset((locale,)))
    documents = [document_of(compilation, job) for job in islice(plan(compilation, wanted), 12)]
    assert any('"flat": true' in compiler.written(document_data(each)) for each in documents)
    for document in documents:
        said = compiler.written(document_data(document))
        assert places(said) == places(tried(said))


def tried(said: str) -> str:
    """The data of a document in which the height of no row is known."""
    return re.sub(
        r'"flat": (true|\[[^\]]*\])', lambda found: found[0].replace("true", "false"), said
    )
