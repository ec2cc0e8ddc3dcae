"""A bound document as the XML of a Word body: cover, contents, parts, index.

Each document in it is a section of Word, with paper, head and foot of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orgspec.document import (
    Binding,
    BoundDocument,
    BoundPart,
    Document,
    Facts,
    IndexEntry,
    Paragraph,
)
from orgspec.frozen import frozen
from orgspec.margins import page_of
from orgspec.render.word.blocks import blocks_parts, blocks_xml
from orgspec.render.word.carrying import carried
from orgspec.render.word.closer import set_closer
from orgspec.render.word.gauge import add_titles, closeness
from orgspec.render.word.logo import logo_run
from orgspec.render.word.look import faces
from orgspec.render.word.ooxml import field, paragraph, run, runs, spacer
from orgspec.render.word.page import head_xml, text_area
from orgspec.render.word.sheets import END, sheets
from orgspec.render.word.story import Story

# The heights of titles above a document in twips, where its charts cannot stand.
_TITLES = 1500
_TOC = "_Toc"  # how the names of bookmarks of contents begin
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'

# The styles whose paragraphs Word collects when it makes the contents anew: name, level.
_CONTENTS = 'TOC \\h \\z \\t "Part,1,Part Group Opening,2,Bound Name,3,Bound Title,2"'


@frozen
class _Entry:
    """A line of the contents: its level from 1, its words, its bookmark."""

    level: int
    text: str
    mark: str


def bound_xml(
    document: Document, binding: Binding, story: Story
) -> tuple[str, tuple[Document, ...]]:
    """The text of a bound document, and for each section of it what its pages say and are.

    The first section is the cover, whose pages say nothing.
    """
    entries: list[_Entry] = []
    marks: dict[str, str] = {}
    sections: list[str] = []
    frames: list[Document] = []
    for part in binding.parts:
        for index, bound in enumerate(part.documents):
            opening = _opening(part, index, entries, marks)
            for inner, frame in _document(document, part, bound, story, opening):
                sections.append((opening + inner).removesuffix(spacer()))
                frames.append(frame)
                opening = ""
    if binding.index:
        mark = _mark(entries)
        entries.append(_Entry(1, binding.index_title, mark))
        sections.append(_index(binding, marks, mark, story.width))
        frames.append(replace(document, title=binding.index_title))
    title = document.labels.get("contents", "")
    before = [_cover(document, story), _contents(title, entries, story.width)]
    pages = (document, replace(document, title=title), *frames)
    return END.join((*before, *sections)), pages


def _cover(document: Document, story: Story) -> str:
    """The organisation, the title, and which edition it is."""
    logo = logo_run(document, story, floating=False, zoom=1.7)
    logo += "<w:r><w:br/><w:br/></w:r>" if logo else ""
    parts = [
        paragraph(logo + run(document.organisation), "CoverOwner"),
        paragraph(run(document.title), "CoverTitle"),
    ]
    narrow = story.narrower(story.width // 3)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(paragraph(runs(block.text), "CoverText"))
        else:
            parts.append(blocks_xml((block,), narrow if isinstance(block, Facts) else story))
    return "".join(parts)


def _contents(title: str, entries: list[_Entry], width: int) -> str:
    """The contents: a field that Word can make anew, with its lines as they are now."""
    lines = [
        paragraph(_line(entry, index, len(entries)), f"TOC{entry.level}", tabs=[("dots", width)])
        for index, entry in enumerate(entries)
    ]
    return paragraph(run(title), "ContentsTitle") + "".join(lines)


def _line(entry: _Entry, index: int, count: int) -> str:
    """A line of the contents; the first begins the field, the last ends it."""
    code = f'<w:r><w:instrText xml:space="preserve"> {_CONTENTS} </w:instrText></w:r>'
    begin = _FIELD.format("begin") + code + _FIELD.format("separate") if index == 0 else ""
    end = _FIELD.format("end") if index == count - 1 else ""
    words = run(entry.text) + run("\t") + field(f"PAGEREF {entry.mark} \\h", "")
    return f'{begin}<w:hyperlink w:anchor="{entry.mark}" w:history="1">{words}</w:hyperlink>{end}'


def _mark(entries: list[_Entry]) -> str:
    """The next bookmark."""
    return f"{_TOC}{len(entries) + 1:08}"


def _title(entries: list[_Entry], level: int, text: str, style: str) -> str:
    """A title that the contents list."""
    mark = _mark(entries)
    entries.append(_Entry(level, text, mark))
    return paragraph(_marked(mark, run(text)), style, outline=level - 1)


def _marked(mark: str, content: str) -> str:
    """Runs with the bookmark of the contents around them, and inside it that of the index.

    Word throws the bookmarks of contents away when it makes those anew.
    """
    number = 2 * int(mark.removeprefix(_TOC))
    for id_, name in ((number, _of_index(mark)), (number - 1, mark)):
        content = (
            f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id_}"/>'
        )
    return content


def _of_index(mark: str) -> str:
    """The bookmark by which the index refers to the title that has this one of the contents."""
    return mark.replace(_TOC, "_Ref")


def _opening(part: BoundPart, index: int, entries: list[_Entry], marks: dict[str, str]) -> str:
    """The titles above a document: of its part and its group where it is the first, and its own."""
    bound = part.documents[index]
    titles = []
    if index == 0:
        text = "\u2002".join(each for each in (part.number, part.title) if each)
        titles.append(_title(entries, 1, text, "Part"))
    if bound.group and (index == 0 or part.documents[index - 1].group != bound.group):
        titles.append(_title(entries, 2, bound.group, "PartGroupOpening"))
    elif bound.group:
        titles.append(paragraph(run(bound.group), "PartGroup"))
    if not part.is_one:
        level, style = (3, "BoundName") if bound.group else (2, "BoundTitle")
        titles.append(_title(entries, level, bound.name, style))
    marks[bound.address] = entries[-1].mark
    if bound.document.subtitle and bound.name not in bound.document.subtitle:
        titles.append(paragraph(run(bound.document.subtitle), "BoundNote"))
    return "".join(titles)


def _document(
    whole: Document, part: BoundPart, bound: BoundDocument, story: Story, opening: str
) -> Iterator[tuple[str, Document]]:
    """The blocks of a document of a part by sheet, and what the pages of each say and are.

    Its rows stand closer where that spares a page, as they would in a file of its own.
    """
    below = 1 if part.is_one else 3 if bound.group else 2
    for sheet in sheets(bound.document, story):
        width, height = text_area(sheet)
        inner = replace(story, width=width, height=height - _TITLES, pieces=[])
        add_titles(inner, _STYLE.findall(opening))
        opening = ""
        head, parts = head_xml(sheet.head, inner), blocks_parts(sheet.blocks, inner, below=below)
        whole_page = replace(inner, height=height)
        close = closeness(whole_page)
        made = head + carried(parts, whole_page, close)
        frame = replace(page_of(whole, part, bound), landscape=sheet.landscape)
        yield set_closer(made, faces(whole.locale), close), frame


def _index(binding: Binding, marks: dict[str, str], mark: str, width: int) -> str:
    """The index: each entry with the pages on which documents about it begin."""
    title = paragraph(_marked(mark, run(binding.index_title)), "Part", outline=0)
    return title + "".join(
        paragraph(_entry(entry, marks), "SectionText", tabs=[("dots", width)])
        for entry in binding.index
    )


def _entry(entry: IndexEntry, marks: dict[str, str]) -> str:
    """An entry with its pages."""
    note = run(f"\u2002{entry.note}", '<w:rStyle w:val="Muted"/>') if entry.note else ""
    pages = run(", ").join(_pages(entry, marks))
    return run(entry.name) + note + run("\t") + pages


def _pages(entry: IndexEntry, marks: dict[str, str]) -> Iterator[str]:
    """The page of each document about an entry, as a field."""
    for address in entry.addresses:
        if address in marks:
            yield field(f"PAGEREF {_of_index(marks[address])} \\h", "")
