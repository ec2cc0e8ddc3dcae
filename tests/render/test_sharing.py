"""Short parts of a bound document stand on one page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from orgspec.document import Binding, BoundDocument, BoundPart, Column, Document, Row, Table
from orgspec.render import pdf
from tests.render.documents import cell


def _part(title: str, number: str, rows: int, *, landscape: bool = False) -> BoundPart:
    """A part that is a list of some rows."""
    table = Table((Column("No."),), tuple(Row((cell(f"{title} {n}"),)) for n in range(rows)))
    listed = Document(title, "en", "Shop", (table,), landscape=landscape)
    return BoundPart(title, (BoundDocument(listed, title),), number)


def _pages(*parts: BoundPart) -> list[str]:
    """The texts of the pages behind cover and contents."""
    book = Document(
        "Handbook", "en", "Shop", (), labels={"contents": "Contents"},
        binding=Binding(parts, "Index", ()),
    )  # fmt: skip
    return [page.extract_text() for page in PdfReader(BytesIO(pdf.render(book))).pages][2:]


def test_a_record_of_a_line_stands_below_a_short_glossary_and_the_head_names_both() -> None:
    (page,) = _pages(_part("Glossary", "Part 1", 6), _part("Record", "Part 2", 1))
    assert page.index("Glossary 5") < page.index("Record 0")
    assert "Part 1 Glossary · Part 2 Record" in " ".join(page.split())


@pytest.mark.parametrize(("rows", "landscape"), [(30, False), (3, True)])
def test_a_part_that_finds_no_room_or_has_other_paper_begins_on_a_page_of_its_own(
    rows: int, landscape: bool
) -> None:
    second = _part("Record", "Part 2", rows, landscape=landscape)
    assert len(_pages(_part("Glossary", "Part 1", 20), second)) == 2
