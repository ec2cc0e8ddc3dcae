"""Documents as PDF: archivable (PDF/A-2a), accessible (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

from orgspec.document import Document
from orgspec.render.house import in_house_style
from orgspec.render.press import compiler
from orgspec.render.press.bound import bound_data
from orgspec.render.press.characters import is_printable, printable_document, unprintable
from orgspec.render.press.data import document_data
from orgspec.render.press.reading import Data

__all__ = ["render", "unprintable"]


@in_house_style
def render(document: Document) -> bytes:
    """The PDF file of a document.

    Characters that the fonts lack print as others, mostly 〓: `unprintable` names them and where
    they stand.

    Raises:
        RendererMissing: the typesetter is not installed.
    """
    said = compiler.written(_data(document))
    if not is_printable(said, document):  # nearly all are: it costs less than to look at each text
        said = compiler.written(_data(printable_document(document)))
    return compiler.pdf(said)


def _data(document: Document) -> Data:
    """A document for the templates, bound or not."""
    if document.binding is not None:
        return bound_data(document, document.binding)
    return document_data(document)
