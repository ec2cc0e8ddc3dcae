"""When an agreement is reviewed."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.view.head import header_of, review_due


def period(graph: Graph, locale: str) -> str:
    """How often the documents of the organisation are reviewed; empty if nothing says."""
    header = graph.organisation.manifest.document
    return header.review_every.text(locale) if header and header.review_every else ""


def next_review(graph: Graph) -> str:
    """The day by which the next review is due: as written, else a period after the approval."""
    due = review_due(graph, header_of(graph, None))
    return due.isoformat() if due is not None else ""
