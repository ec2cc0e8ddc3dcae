"""Which roles stand at the top, reporting to nobody by right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph


def top_roles(graph: Graph) -> frozenset[str]:
    """Those with `reports_to: none`.

    Else the heads of parentless departments if none of these reports to anyone; else the role
    without superior that has most roles below it.
    """
    roles = graph.organisation.roles.values()
    marked = frozenset(r.id for r in roles if "none" in r.reports_to)
    if marked:
        return marked
    tops = [d.id for d in graph.organisation.departments.values() if d.parent is None]
    heads = [graph.head_of[d] for d in tops if d in graph.head_of]
    if heads and not any(graph.organisation.roles[h].reports_to for h in heads):
        return frozenset(heads)
    free = [r.id for r in roles if not r.reports_to]
    ranked = sorted(free, key=lambda id_: -sum(1 for _ in graph.reporting.descendants(id_)))
    return frozenset(ranked[:1])
