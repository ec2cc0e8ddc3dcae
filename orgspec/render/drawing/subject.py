"""What a drawing shows, and its words."""

from __future__ import annotations

import re

from orgspec.document import Chart, Document, Figure, Swimlane

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def drawing_of(document: Document) -> Chart | Swimlane:
    """The first chart or diagram of a document, alone or in a figure.

    Raises:
        ValueError: the document has none.
    """
    for block in document.blocks:
        if isinstance(block, Chart | Swimlane):
            return block
        if isinstance(block, Figure):
            return block.chart
    raise ValueError(f"the document '{document.title}' has no chart to draw")


def chart_of(document: Document) -> Chart:
    """The organisation chart of a document, if that is its first drawing.

    Raises:
        ValueError: the document has none.
    """
    drawing = drawing_of(document)
    if not isinstance(drawing, Chart):
        raise ValueError(f"the document '{document.title}' has no organisation chart")
    return drawing


def lines_of(text: str) -> list[str]:
    """The lines of a text, without the characters that no reader could show."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROL.sub("", plain).split("\n")
