"""Documents as PDF: archivable (PDF/A-2a), accessible (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

from orgspec.document import Document
from orgspec.render.house import in_house_style
from orgspec.render.press import compiler
from orgspec.render.press.bound import bound_data
from orgspec.render.press.characters import printable_document, unprintable
from orgspec.render.press.data import document_data

__all__ = ["render", "unprintable"]


@in_house_style
def render(document: Document) -> bytes:
    """The PDF file of a document.

    Characters that the fonts lack print as others, mostly 〓: `unprintable` names them and where
    they stand.

    Raises:
        RendererMissing: the typesetter is not installed.
    """
    printable = printable_document(document)
    if printable.binding is not None:
        return compiler.pdf(bound_data(printable, printable.binding))
    return compiler.pdf(document_data(printable))
