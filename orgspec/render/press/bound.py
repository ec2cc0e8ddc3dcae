"""A bound document as plain data: cover, parts with their documents, index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgspec.document import Binding, BoundDocument, BoundPart, Document
from orgspec.margins import head_margin, page_of
from orgspec.render.press.contents import line_spacing
from orgspec.render.press.data import (
    document_data,
    label_width,
    margin_data,
    sheets_data,
    with_head,
)
from orgspec.render.press.reading import Data
from orgspec.render.press.sharing import runs

# The heights in points of the titles above the letterhead of a document; the template has the same.
_PART_TITLE = 44.0
_GROUP_TITLE = 20.0


def bound_data(document: Document, binding: Binding) -> Data:
    """A bound document for the template `document.typ`; its own blocks stand on the cover.

    `document` has printable characters only.
    """
    cover = document_data(document)
    parts = _shared(document, binding.parts, [_part(document, part) for part in binding.parts])
    return cover | {
        "contents": document.labels.get("contents", ""),
        "contents-spacing": line_spacing(parts, indexed=bool(binding.index)),
        "contents-header": _header(document, document.labels.get("contents", "")),
        "parts": parts,
        "index": {**_index(binding), "header": _header(document, binding.index_title)},
    }


def _header(document: Document, title: str) -> Data:
    """The running head of pages of the whole with a title of their own."""
    return margin_data(head_margin(replace(document, title=title)))


def _shared(whole: Document, said: Sequence[BoundPart], parts: list[Data]) -> list[Data]:
    """The parts, where short ones `follow` the one before on its page, whose head names them too."""
    made = list(parts)
    for first, *others in runs(parts):
        for place in others:
            made[place] = parts[place] | {"follows": True}
        if others:
            pages = [page_of(whole, said[at], said[at].documents[0]) for at in (first, *others)]
            named = " · ".join(page.organisation for page in pages)
            header = margin_data(head_margin(replace(pages[0], organisation=named)))
            document = parts[first]["documents"][0] | {"header": header}
            made[first] = parts[first] | {"documents": [document]}
    return made


def _part(whole: Document, part: BoundPart) -> Data:
    """A part with its documents; one that is a single document has no other title."""
    documents: list[Data] = []
    group = ""
    for each in part.documents:
        opens = bool(each.group) and each.group != group
        group = each.group
        documents.append(_document(whole, each, part, first=not documents, opens=opens))
    return {
        "title": part.title,
        "number": part.number,
        "one": part.is_one,
        "follows": False,
        "documents": documents,
    }


def _document(
    whole: Document, bound: BoundDocument, part: BoundPart, *, first: bool, opens: bool
) -> Data:
    """A document of a part; `opens` says that the title of its group stands above it."""
    document = bound.document
    rank = 1 if part.is_one else 3 if bound.group else 2
    head = first * _PART_TITLE + bool(bound.group) * _GROUP_TITLE
    subtitle = document.subtitle if bound.name not in document.subtitle else ""
    return {
        "name": bound.name,
        "group": bound.group,
        "opens": opens,
        "rank": rank,
        "address": bound.address,
        "subtitle": subtitle,
        # The name stands beside it.
        "running": document.running.removeprefix(bound.name).strip(),
        "label": label_width(document.blocks),
    } | with_head(page_of(whole, part, bound), sheets_data(document, head=head, below=rank))


def _index(binding: Binding) -> Mapping[str, object]:
    """The index, which is left out where it has no entries."""
    return {
        "title": binding.index_title,
        "entries": [[entry.name, entry.note, list(entry.addresses)] for entry in binding.index],
    }
