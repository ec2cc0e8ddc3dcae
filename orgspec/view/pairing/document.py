"""A whole document in two languages."""

from __future__ import annotations

import re
from dataclasses import replace

from orgspec.document import Binding, BoundDocument, BoundPart, Document
from orgspec.view.pairing.texts import both
from orgspec.view.pairing.walk import Pairing

_EDGES = " \u3000·—–-"
_DOT = " · "
_GAP = re.compile(" {2,}")


def paired(first: Document, second: Document, *, columns: bool = False) -> Document:
    """One document of two that say the same: each text in the first language, then in the second.

    What is equal stands once, and nothing is lost that stands in one only. Order, numbering and
    line breaking are those of the first. With `columns`, running text stands in two columns, as
    in a contract.
    """
    pair = Pairing(first.locale, second.locale, columns)
    whole: Document = pair.fields(_frame(first), _frame(second))
    return replace(
        whole,
        blocks=pair.blocks(first.blocks, second.blocks),
        subtitle=_subtitle(first, second, whole.organisation),
        running=_running(first.running, second.running),
        binding=_bound(pair, first.binding, second.binding),
        second=second.locale,
        usual=first.usual | second.usual,
    )


def _frame(document: Document) -> Document:
    """A document without what is in it."""
    return replace(document, blocks=(), binding=None, usual=frozenset())


def _subtitle(first: Document, second: Document, organisation: str) -> str:
    """Both subtitles; the organisation, which each may name, is named once."""
    if first.organisation == second.organisation or not all(
        each.organisation and each.subtitle.startswith(each.organisation)
        for each in (first, second)
    ):
        return both(first.subtitle, second.subtitle, "\n" if first.subtitle else " ")
    one, other = (each.subtitle[len(each.organisation) :].strip(_EDGES) for each in (first, second))
    return _DOT.join(filter(None, (organisation, both(one, other, " / "))))


def _running(first: str, second: str) -> str:
    """Both running heads, part by part: a number of the document stands once."""
    one, other = _GAP.split(first), _GAP.split(second)
    if len(one) != len(other):
        return both(first, second, " · ")
    return "  ".join(map(both, one, other))


def _bound(pair: Pairing, first: Binding | None, second: Binding | None) -> Binding | None:
    """What two documents are bound of; their parts are whole documents themselves."""
    if first is None or second is None:
        return first or second
    without = [
        replace(binding, parts=tuple(replace(part, documents=()) for part in binding.parts))
        for binding in (first, second)
    ]
    whole: Binding = pair.fields(*without)
    if [*map(_names, first.parts)] != [*map(_names, second.parts)]:
        return replace(whole, parts=(*first.parts, *second.parts))
    parts = tuple(
        replace(frame, documents=tuple(map(_document, one.documents, other.documents)))
        for frame, one, other in zip(whole.parts, first.parts, second.parts, strict=True)
    )
    return replace(whole, parts=parts)


def _names(part: BoundPart) -> tuple[str, ...]:
    """What a part is bound of."""
    return tuple(bound.address for bound in part.documents)


def _document(first: BoundDocument, second: BoundDocument) -> BoundDocument:
    """A bound document."""
    return replace(
        first,
        document=paired(first.document, second.document),
        name=both(first.name, second.name),
        group=both(first.group, second.group),
    )
