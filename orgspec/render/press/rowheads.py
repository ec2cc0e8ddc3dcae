"""Cells that head a row, in the structure of a PDF: the typesetter knows only heads of columns.

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


def with_row_heads(pdf: bytes) -> bytes:
    """The file with its row heads tagged as such; no byte changes its place.

    A cell is rewritten where it stands: what it says of the heads above it gives way to its own
    scope, which is no longer.
    """
    heads = set(_EMPHASIS.findall(pdf))
    file = bytearray(pdf)
    for cell in _CELL.finditer(pdf):
        if cell[1] in heads:
            file[slice(*cell.span(2))] = b"TH"
            file[slice(*cell.span(3))] = _SCOPE.ljust(len(cell[3]))
    return bytes(file)
