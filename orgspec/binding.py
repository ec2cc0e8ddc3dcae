"""A document bound of others: its parts, the documents in them, an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgspec.document import Document


@dataclass(frozen=True, slots=True)
class BoundDocument:
    """A document inside another, on pages of its own.

    Attributes:
        document: as it would be printed alone.
        name: what the contents and the running head call it (外贸业务员).
        group: the title that it stands below in its part (外贸业务部), may be empty.
        address: by what the index finds it, may be empty.
    """

    document: Document
    name: str
    group: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part of a bound document; `number` is written as it stands (第一部分)."""

    title: str
    documents: tuple[BoundDocument, ...]
    number: str = ""

    @property
    def is_one(self) -> bool:
        """Whether the part is one document, which then needs no title of its own."""
        return len(self.documents) == 1 and not self.documents[0].group


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index lists: a name, a word about it, the addresses of documents about it."""

    name: str
    note: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """What is bound behind a cover: parts in their order, and an index under its title."""

    parts: tuple[BoundPart, ...]
    index_title: str = ""
    index: tuple[IndexEntry, ...] = ()
