"""Nobody signs an empty sheet: what stands before the signatures stays with them."""

from __future__ import annotations

import io

import pypdf
import pytest

from orgspec.document import Cell, Column, Document, Facts, Row, Section, Signature, Table, inline
from orgspec.render.pdf import render


def table(*texts: str) -> Table:
    rows = tuple(Row((Cell((inline(text),)),)) for text in texts)
    return Table((Column("Column"),), rows)


def pages(filler: int) -> list[str]:
    document = Document(
        "Job description",
        "en",
        "Voyage",
        (
            Section("Duties", (table(*(f"duty {n}" for n in range(filler))),), "1. "),
            Section("Terms", (table("quotation", "contract"),), "2. "),
            Section("Approval", (Signature(("Holder", "Superior"), "Signed", "Date"),), "3. "),
        ),
    )
    reader = pypdf.PdfReader(io.BytesIO(render(document)))
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("filler", range(24, 46, 2))
def test_the_sheet_with_the_signatures_bears_what_is_signed(filler: int) -> None:
    (signed,) = [page for page in pages(filler) if "Superior" in page]
    assert "contract" in signed


@pytest.mark.parametrize("filler", range(24, 46, 2))
def test_what_is_filled_in_above_signatures_in_their_section_stays_with_them(filler: int) -> None:
    result = (Facts((("Remarks", inline("Fine")),)), Signature(("Holder",), "Signed", "Date"))
    duties = (table(*(f"duty {n}" for n in range(filler))),)
    form = Document("Form", "en", "", (Section("Duties", duties), Section("Result", result)))
    reader = pypdf.PdfReader(io.BytesIO(render(form)))
    (signed,) = [text for page in reader.pages if "Holder" in (text := page.extract_text())]
    assert "Remarks" in signed
