"""When an agreement is reviewed."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.view.head import header_of, review_due
from orgspec.view.words import Words


def period(graph: Graph, locale: str) -> str:
    """How often the documents of the organisation are reviewed, as `every` goes before it: ` 2 years`.

    Of one year or month the number is not said (` year`, `年`); empty if nothing says.
    """
    header = graph.organisation.manifest.document
    if header is None or header.review_every is None:
        return ""
    said = header.review_every.text(locale)
    one = said.removeprefix("1 ")
    return one if one != said and Words(locale).chinese else f" {one}"


def next_review(graph: Graph) -> str:
    """The day by which the next review is due: as written, else a period after the approval."""
    due = review_due(graph, header_of(graph, None))
    return due.isoformat() if due is not None else ""
