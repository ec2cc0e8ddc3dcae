"""What every document shares: organisation, version, dates, running heads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from orgspec.document import Block, Document
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.model.text import Text
from orgspec.view.words import Words


@dataclass(frozen=True, slots=True)
class Header:
    """The header in force for a document: the entity's own fields over the manifest's."""

    version: str | None = None
    approved_by: str | None = None
    approved_on: dt.date | None = None
    effective: dt.date | None = None
    number: str | None = None
    confidentiality: Text | None = None
    changes: tuple[Text, ...] = ()


def header_of(graph: Graph, entity: Entity | None) -> Header:
    """The header of what is printed about an entity. A document number is never shared."""
    base = graph.organisation.manifest.document
    own = entity.document if entity is not None else None
    merged: dict[str, Any] = {}
    for field in fields(Header):
        value = getattr(own, field.name, None)
        if not value and field.name != "number":
            value = getattr(base, field.name, None)
        merged[field.name] = value or field.default
    return Header(**merged)


def framed(
    graph: Graph,
    locale: str,
    title: str,
    blocks: tuple[Block, ...],
    *,
    entity: Entity | None = None,
    subject: str = "",
    subtitle: str = "",
    running: str = "",
    landscape: bool = False,
    draft: bool = False,
) -> Document:
    """A document with the organisation's name, its version and dates around the blocks."""
    words = Words(locale)
    header = header_of(graph, entity)
    version = words("version", version=header.version) if header.version else ""
    day = header.effective or header.approved_on
    effective = words("effective", date=day.isoformat()) if day else ""
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    secret = header.confidentiality.in_(locale) if header.confidentiality else words("generated")
    dated = " · ".join(part for part in (version, effective) if part)
    number = header.number or running
    return Document(
        title=title,
        locale=locale,
        organisation=name,
        blocks=blocks,
        subject=subject or (entity.in_(locale) if entity is not None else name),
        subtitle=subtitle,
        running="  ".join(part for part in (number, version if number else dated) if part),
        footer=(effective, secret),
        landscape=landscape,
        draft=words("draft") if draft else "",
        labels={
            "page": words("page"),
            "generated": words("generated"),
        },
    )
