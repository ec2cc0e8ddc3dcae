"""The documents that a page is bound of: each with its id, its place in the contents, its layout."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.document import Binding, BoundDocument, BoundPart, Document
from orgspec.frozen import frozen
from orgspec.margins import page_of
from orgspec.render.page.house import Margins, margins_of
from orgspec.render.page.parts import shown_parts
from orgspec.render.page.shown import Part


@frozen
class ShownDocument:
    """A document on the page; `opens` says that it is the first of its group.

    `layout` is that of its page, `lying` whether it is printed on its side; `margins` are what its
    printed pages say above and below.
    """

    id: str
    name: str
    group: str
    opens: bool
    address: str
    document: Document
    parts: tuple[Part, ...]
    layout: str
    lying: bool
    subtitle: str
    margins: Margins


@frozen
class ShownPart:
    """A part of the page with its documents; one that `is_one` is a single document."""

    id: str
    number: str
    title: str
    is_one: bool
    documents: tuple[ShownDocument, ...]


def bound_parts(whole: Document, binding: Binding, numbers: Iterator[int]) -> tuple[ShownPart, ...]:
    """The parts of the page of a bound document; `numbers` makes its ids."""
    return tuple(
        ShownPart(
            f"part-{next(numbers)}", part.number, part.title, part.is_one,
            tuple(_documents(whole, part, numbers)),
        )
        for part in binding.parts
    )  # fmt: skip


def _documents(whole: Document, part: BoundPart, numbers: Iterator[int]) -> Iterator[ShownDocument]:
    """The documents of a part."""
    group = ""
    for each in part.documents:
        margins = margins_of(page_of(whole, part, each))
        yield _document(each, margins, numbers, opens=each.group not in ("", group))
        group = each.group


def _document(
    bound: BoundDocument, margins: Margins, numbers: Iterator[int], *, opens: bool
) -> ShownDocument:
    """One document."""
    document = bound.document
    id_ = f"part-{next(numbers)}"
    parts = shown_parts(document.blocks, document.locale, numbers, landscape=document.landscape)
    layout = layout_of(document, parts)
    lying = document.landscape or (layout == "board" and parts[0].wide)
    subtitle = document.subtitle if bound.name not in document.subtitle else ""
    return ShownDocument(
        id_, bound.name, bound.group, opens, bound.address, document, parts, layout, lying,
        subtitle, margins,
    )  # fmt: skip


def layout_of(document: Document, parts: tuple[Part, ...]) -> str:
    """`board` for a page that is a matrix or a chart, which take the width of the window."""
    boards = {"html/matrix.html", "html/figure.html"}
    if any(part.template in boards for part in parts[:1]):
        return "board"
    return "sheet-wide" if document.landscape else "sheet"
