"""Cells that head a row, or nothing, in the structure of a PDF: the typesetter heads columns only.

A screen reader then says the label with its value, and the activity with each of its letters.
"""

from __future__ import annotations

import re

# Templates set the words of such a cell in `row-head`, which they use for nothing else: the
# structure has an emphasis right below the cell.
_EMPHASIS = re.compile(rb"\n\d+ 0 obj\n<</Type/StructElem/S/Em/P (\d+) 0 R")
_CELL = re.compile(
    rb"\n(\d+) 0 obj\n<</Type/StructElem/S/(TD)/P \d+ 0 R/A\[<</O/Table(/Headers\[[^\]]*\])"
)
_SCOPE = b"/Scope/Row"

# A row that stays with its sum is set as heads of columns, each with the heads above it.
_HEAD = re.compile(
    rb"\n(\d+) 0 obj\n<</Type/StructElem/S/(TH)/P (\d+) 0 R/ID(\([^)]*\))"
    rb"/A\[<</O/Table(/Scope/Column)/Headers(\[[^\]]*\])"
)
_BELOW = re.compile(rb"/O/Table/Headers(\[(\([^)]*\))\])")


def with_row_heads(pdf: bytes) -> bytes:
    """The file with its row heads tagged as such, and what is no head as none.

    No byte changes its place. A cell is rewritten where it stands: what it says of the heads above
    it gives way to its own scope, which is no longer.
    """
    end = _end_of_structure(pdf)
    heads = set(_EMPHASIS.findall(pdf, 0, end))
    file = bytearray(pdf)
    for cell in _CELL.finditer(pdf, 0, end):
        if cell[1] in heads:
            file[slice(*cell.span(2))] = b"TH"
            file[slice(*cell.span(3))] = _SCOPE.ljust(len(cell[3]))
    _unhead(file, pdf, end, heads)
    return bytes(file)


def _end_of_structure(pdf: bytes) -> int:
    """Where the last element of the structure ends: two thirds of a file are fonts behind it."""
    return pdf.find(b"\nendobj", pdf.rfind(b"/Type/StructElem")) + 1


def _unhead(file: bytearray, pdf: bytes, end: int, heads: set[bytes]) -> None:
    """Tag the rows set as heads as rows; the cells below them have the heads that they have."""
    found = list(_HEAD.finditer(pdf, 0, end))
    rows = {cell[3] for cell in found if cell[1] in heads}
    above: dict[bytes, bytes] = {}
    for cell in found:
        if cell[3] in rows:
            file[slice(*cell.span(2))] = b"TD"
            file[slice(*cell.span(5))] = b" " * len(cell[5])
            above[cell[4]] = cell[6]
    for below in _BELOW.finditer(pdf, 0, end) if above else ():
        said = above.get(below[2])
        if said is not None and len(said) <= len(below[1]):
            file[slice(*below.span(1))] = said.ljust(len(below[1]))
