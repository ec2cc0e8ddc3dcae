"""What makes a page an official document: its number, its version, and who answers for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

from orgspec.document import Band
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.model.text import Text
from orgspec.model.values.calendar_days import day_after
from orgspec.model.values.duration import Duration
from orgspec.view.words import Words

_ONE_BAND = 4  # pairs that find room beside one another


@frozen
class Header:
    """The header in force for a document: the entity's own fields over the manifest's."""

    version: str | None = None
    prepared_by: str | None = None
    prepared_on: dt.date | None = None
    reviewed_by: str | None = None
    reviewed_on: dt.date | None = None
    approved_by: str | None = None
    approved_on: dt.date | None = None
    effective: dt.date | None = None
    review_every: Duration | None = None
    review_by: dt.date | None = None
    number: str | None = None
    confidentiality: Text | None = None
    changes: tuple[Text, ...] = ()
    revisions: str | None = None


_NAMES = tuple(field.name for field in fields(Header))


def header_of(graph: Graph, entity: Entity | None) -> Header:
    """The header of what is printed about an entity. A document number is never shared."""
    base = graph.organisation.manifest.document
    own = entity.document if entity is not None else None
    merged: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(own, name, None) or (name != "number" and getattr(base, name, None))
        if value:
            merged[name] = value
    return Header(**merged)


def head_of(graph: Graph, locale: str, entity: Entity | None = None) -> tuple[Band, ...]:
    """The head of what is printed about an entity: bands of labels with their values.

    First what the document is, then who answers for it and since when. A few stand in one band;
    what nothing is said of is left out, so that the head may be empty.
    """
    words = Words(locale)
    header = header_of(graph, entity)
    secret = header.confidentiality
    first = (
        ("head_number", header.number or ""),
        ("head_version", header.version or ""),
        ("head_effective", _day(header.effective)),
        ("head_review", _day(review_due(graph, header))),
        ("head_confidentiality", secret.in_(locale) if secret else ""),
    )
    second = tuple(
        (f"head_{act}", " ".join(filter(None, (_who(graph, locale, entity, f"{act}_by"), _day(day)))))
        for act, day in (
            ("prepared", header.prepared_on),
            ("reviewed", header.reviewed_on),
            ("approved", header.approved_on),
        )
    )  # fmt: skip
    bands = [tuple((words(k), v) for k, v in band if v) for band in (first, second)]
    if sum(map(len, bands)) <= _ONE_BAND:
        bands = [(*bands[0], *bands[1])]
    return tuple(band for band in bands if band)


def _day(day: dt.date | None) -> str:
    """A day as it is written; empty for none."""
    return day.isoformat() if day is not None else ""


def _who(graph: Graph, locale: str, entity: Entity | None, field: str) -> str:
    """The name of who did something about a document; a name that nothing declares as written."""
    for about in (entity, graph.organisation.manifest):
        written = getattr(about.document, field, None) if about and about.document else None
        if not written or about is None:
            continue
        links = graph.links.of(about.address, "document")
        named = next((x.target for x in links if x.route[1:] == (field,)), None)
        found = graph.organisation.find(named) if named else None
        return found.in_(locale) if found is not None else str(written)
    return ""


def review_due(graph: Graph, header: Header) -> dt.date | None:
    """The day by which a document is reviewed: as written, else a period after the approval."""
    if header.review_by is not None:
        return header.review_by
    begun = header.approved_on or header.effective
    every = header.review_every
    if begun is None or every is None or not every.is_positive:
        return None
    return day_after(begun, every, graph.organisation.profile.calendar.days_per_week)
