"""Documents to Word files, to be edited and signed by people who have Word or WPS."""

from __future__ import annotations

from orgspec.document import Document
from orgspec.render.word.blocks import blocks_xml
from orgspec.render.word.look import faces
from orgspec.render.word.ooxml import NAMESPACES
from orgspec.render.word.package import describe, dress, packed
from orgspec.render.word.page import set_page, text_area, title_xml
from orgspec.render.word.story import story


def render(document: Document) -> bytes:
    """The document as a Word file (Office Open XML), the same bytes for the same document.

    Sections are headings (Word's navigation pane lists them), tables are Word tables whose
    header rows repeat, charts are pictures with a text for people who cannot see them.
    Characters that XML forbids are left out.
    """
    import docx
    from docx.oxml import parse_xml

    word = docx.Document()
    width, height = text_area(document)
    telling = story(word.part, document.locale, width, height)
    text = title_xml(document) + blocks_xml(document.blocks, telling)
    body = word.element.body
    for element in parse_xml(f"<w:body {NAMESPACES}>{text}</w:body>"):
        body.insert(len(body) - 1, element)
    dress(word, faces(document.locale), ordered=next(telling.lists))
    set_page(word.sections[0], document)
    describe(word, document)
    return packed(word)
