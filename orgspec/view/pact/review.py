"""When an agreement is reviewed."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.values.calendar_days import day_after


def period(graph: Graph, locale: str) -> str:
    """How often the documents of the organisation are reviewed; empty if nothing says."""
    header = graph.organisation.manifest.document
    return header.review_every.text(locale) if header and header.review_every else ""


def next_review(graph: Graph) -> str:
    """The day by which the next review is due: as written, else a period after the approval."""
    header = graph.organisation.manifest.document
    if header is None:
        return ""
    if header.review_by is not None:
        return header.review_by.isoformat()
    begun = header.approved_on or header.effective
    if begun is None or header.review_every is None or not header.review_every.is_positive:
        return ""
    days = graph.organisation.profile.calendar.days_per_week
    return day_after(begun, header.review_every, days).isoformat()
