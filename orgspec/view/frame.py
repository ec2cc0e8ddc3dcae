"""What every document shares: organisation, version, dates, running heads."""

from __future__ import annotations

from orgspec.document import Block, Chart, Document
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.view.head import Header as Header
from orgspec.view.head import head_of
from orgspec.view.head import header_of as header_of
from orgspec.view.words import Words


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
    usual: frozenset[str] = frozenset(),
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
    number = header.number or (running if running != name else "")  # which stands at the left
    drawn = all(isinstance(block, Chart) for block in blocks)
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
        particulars={
            "number": number,
            "version": version,
            "effective": effective if header.effective else "",
            "approved_on": header.approved_on.isoformat() if header.approved_on else "",
            "confidentiality": header.confidentiality.in_(locale) if header.confidentiality else "",
        },
        head=() if drawn else head_of(graph, locale, entity),
        usual=usual,
    )
