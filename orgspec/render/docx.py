"""Documents to Word files, to be edited and signed by people who have Word or WPS."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import Chart, Document, Swimlane
from orgspec.render.house import in_house_style
from orgspec.render.word.blocks import blocks_parts
from orgspec.render.word.bound import bound_xml
from orgspec.render.word.carrying import carried
from orgspec.render.word.gauge import USUAL, closeness
from orgspec.render.word.look import faces
from orgspec.render.word.ooxml import NAMESPACES, ended, spacer
from orgspec.render.word.package import describe, dress, packed
from orgspec.render.word.page import head_height, head_xml, set_page, text_area, title_xml
from orgspec.render.word.sheets import END, sheets
from orgspec.render.word.story import Story, story


@in_house_style
def render(document: Document) -> bytes:
    """The document as a Word file (Office Open XML), the same bytes for the same document.

    Sections are headings (Word's navigation pane lists them), tables are Word tables whose
    header rows repeat, charts are pictures with a text for people who cannot see them.
    Characters that XML forbids are left out. Of a bound document every part has pages, head and
    foot of its own; Word asks to fill in the page numbers of its contents when it is opened.
    """
    import docx
    from docx.oxml import parse_xml

    part = docx.Document().part
    width, height = text_area(document)
    telling = story(part, document.locale, width, height)
    frames: tuple[Document, ...] = (document,)
    close = USUAL
    if document.binding is None:
        text, frames, close = _unbound(document, telling)
    else:
        text, frames = bound_xml(document, document.binding, telling)
    # To put the elements into the document that is there takes seconds for a long table: each of
    # them would have its namespaces looked up anew.
    part._element = parse_xml(
        f"<w:document {NAMESPACES}><w:body>{ended(text)}<w:sectPr/></w:body></w:document>"
    )
    word = part.document
    bound = document.binding is not None
    dress(
        word, faces(document.locale), ordered=next(telling.lists), numbered=bound, closeness=close
    )
    for index, (section, frame) in enumerate(zip(word.sections, frames, strict=True)):
        set_page(section, frame, bare=bound and index == 0)
    describe(word, document)
    return packed(word)


def _unbound(document: Document, telling: Story) -> tuple[str, tuple[Document, ...], float]:
    """The text of a document, what its pages say and are by section, and how close it is set."""
    frames = sheets(document, telling)
    texts: list[str] = []
    close = USUAL
    for sheet in frames:
        width, height = text_area(sheet)
        telling = replace(telling, width=width, height=height, pieces=[])
        title = "" if texts else title_xml(sheet, telling)
        head, parts = _body(sheet, telling)
        close = closeness(telling)
        texts.append(title + head + carried(parts, telling, close))
    *before, last = texts
    text = END.join([*(each.removesuffix(spacer()) for each in before), last])
    return text, frames, close


def _body(document: Document, telling: Story) -> tuple[str, list[str]]:
    """The head and each of the blocks; a drawing fills what the head leaves of the first page."""
    drawn = 1 if document.blocks and isinstance(document.blocks[0], Chart | Swimlane) else 0
    first, rest = document.blocks[:drawn], document.blocks[drawn:]
    head = head_xml(document.head, telling)
    below_head = replace(telling, height=telling.height - head_height(document.head, telling))
    return head, [*blocks_parts(first, below_head), *blocks_parts(rest, telling, first=drawn)]
