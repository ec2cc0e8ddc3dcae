"""What stands in the head and the foot of every page of a document: the house's or the usual."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from orgspec.document import BoundDocument, BoundPart, Document


class Counter(StrEnum):
    """A number that only the paper knows: that of the page, and how many there are."""

    PAGE = "page"
    PAGES = "pages"


Said = tuple[str | Counter, ...]
"""A text of a margin with its counters."""


@dataclass(frozen=True, slots=True)
class Margin:
    """The three texts of a running head or foot."""

    left: Said = ()
    centre: Said = ()
    right: Said = ()


_GAP_OF_PART = "  "
_NAME = re.compile(r"\{([a-z_]+)\}")
_COUNTERS = frozenset(counter.value for counter in Counter)

# Signs that no text has: around a counter, and for a name that a document says nothing for.
_OPEN, _CLOSE, _GAP = "\ufdd0", "\ufdd1", "\ufdd2"
_WAITING = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_SEPARATORS = " ·|/,，、—–-"
_SEPARATED_GAP = re.compile(rf"\s*[·|/,，、—–-]?\s*{_GAP}")


def head_margin(document: Document) -> Margin:
    """The running head: by default organisation and title, number and version."""
    if document.style.header is not None:
        return _filled(document, document.style.header)
    left = " · ".join(part for part in (document.organisation, document.title) if part)
    return Margin(_text(left), (), _text(document.running))


def foot_margin(document: Document) -> Margin:
    """The running foot: by default the day it came into force, the page, who may read it."""
    if document.style.footer is not None:
        return _filled(document, document.style.footer)
    left, right = document.footer
    pages = document.labels.get("page", "{page} / {pages}")
    return Margin(_text(left), _pieces(_named(pages, {})), _text(right))


def page_of(whole: Document, part: BoundPart, bound: BoundDocument) -> Document:
    """What the pages of a document inside a bound one say of themselves.

    By default where one is in the whole; patterns of a house are of the whole, with the name of
    the document as their title.
    """
    if whole.style.header is not None:
        return replace(whole, title=bound.name, subject=bound.name)
    return replace(
        whole,
        organisation=_GAP_OF_PART.join(each for each in (part.number, part.title) if each),
        title=bound.group,
        running=whole.organisation if part.is_one else bound.name,
    )


def title_line(document: Document) -> str:
    """What stands at the left of the running head, where that is shown once."""
    return without_counters(head_margin(document).left)


def without_pages(document: Document) -> Document:
    """The document with the running texts of its house where what is usual stands, for one page.

    Texts that count pages say nothing there and are left out.
    """
    style = document.style
    changes: dict[str, Any] = {}
    if style.header is not None:
        head = head_margin(document)
        said = (without_counters(head.centre), without_counters(head.right))
        changes["running"] = "  ".join(filter(None, said))
    if style.footer is not None:
        foot = foot_margin(document)
        left, centre, right = map(without_counters, (foot.left, foot.centre, foot.right))
        changes["footer"] = (" · ".join(filter(None, (left, centre))), right)
    return replace(document, **changes) if changes else document


def without_counters(said: Said) -> str:
    """The text for what has no pages; empty if it says nothing but which page this is."""
    if not any(isinstance(piece, Counter) for piece in said):
        return "".join(said)
    return ""


def _text(text: str) -> Said:
    """A text without counters."""
    return (text,) if text else ()


def _filled(document: Document, patterns: tuple[str, str, str]) -> Margin:
    """The patterns of a style with the words of a document."""
    known = {
        **document.particulars,
        "organization": document.organisation,
        "title": document.title,
        "subject": document.subject,
    }
    left, centre, right = (_pieces(_named(pattern, known)) for pattern in patterns)
    return Margin(left, centre, right)


def _named(pattern: str, known: Mapping[str, str]) -> str:
    """A pattern with its names filled in; what a document does not say leaves no gap.

    Nor does what an earlier name has said: a document may be about what it is called after.
    """
    names = dict.fromkeys(_NAME.findall(pattern))
    firsts = {known.get(name, ""): name for name in reversed(names)}
    fresh = {firsts[said]: said for said in firsts}
    said = _NAME.sub(lambda found: _value(found.group(1), fresh), pattern)
    if _GAP not in said:
        return said
    return " ".join(_SEPARATED_GAP.sub("", said).split()).strip(_SEPARATORS)


def _value(name: str, known: Mapping[str, str]) -> str:
    """What stands for a name; counters wait for their page."""
    return f"{_OPEN}{name}{_CLOSE}" if name in _COUNTERS else known.get(name, "") or _GAP


def _pieces(said: str) -> Said:
    """A text cut at its counters."""
    parts = _WAITING.split(said)
    pieces = (Counter(part) if index % 2 else part for index, part in enumerate(parts))
    return tuple(piece for piece in pieces if piece)
