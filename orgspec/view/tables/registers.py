"""The kinds of document that are tables: which view makes each, and whether there is anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orgspec.document import Document
from orgspec.graph.graph import Graph
from orgspec.view.tables.appraisal import appraisal, uses
from orgspec.view.tables.authorities import authorities
from orgspec.view.tables.glossary import glossary
from orgspec.view.tables.headcount import headcount
from orgspec.view.tables.meetings import meetings
from orgspec.view.tables.risks import risks

WHOLE: Mapping[str, Callable[..., Document]] = MappingProxyType(
    {
        "headcount": headcount,
        "authorities": authorities,
        "risks": risks,
        "meetings": meetings,
        "glossary": glossary,
    }
)
"""Kind of document about the whole organisation -> its view."""

_LISTED = {
    "headcount": "roles",
    "authorities": "authorities",
    "risks": "risks",
    "meetings": "meetings",
    "glossary": "glossary",
}


def is_register(kind: str) -> bool:
    """Whether a kind of document is a table of these."""
    return kind in WHOLE or kind == "kpis"


def register(
    graph: Graph, kind: str, address: str, locale: str, *, draft: bool = False
) -> Document:
    """The document of a kind that is a register: of the organisation, a department or a role.

    Raises:
        KeyError: no register is of that kind.
    """
    about, _, id_ = address.partition("/")
    if kind == "kpis":
        return appraisal(graph, locale, id_, draft=draft)
    if kind == "headcount" and about == "department":
        return headcount(graph, locale, id_, draft=draft)
    return WHOLE[kind](graph, locale, draft=draft)


def is_empty(graph: Graph, kind: str, address: str = "organization") -> bool:
    """Whether a register would list nothing; documents of other kinds are never empty."""
    about, _, id_ = address.partition("/")
    if kind == "kpis":
        return not uses(graph, graph.role(id_))
    if kind == "headcount" and about == "department":
        return not graph.all_roles_of(id_)
    return kind in _LISTED and not getattr(graph.organisation, _LISTED[kind])
