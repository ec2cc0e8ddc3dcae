"""Who judges a KPI."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.measures import Kpi

_LISTS = ("role/", "department/")


def assessors(graph: Graph, kpi: Kpi) -> tuple[str, ...]:
    """The ids of the roles that judge a KPI: the written assessor, else who is above the measured.

    Measured by it are the roles and departments that list it; above a department is the superior
    of its head. Empty where nobody is above, or where the written name is not declared.
    """
    if kpi.assessor is not None:
        return tuple(bare(target) for target in graph.links.targets(kpi.address, "assessor"))
    measured = (
        graph.stand_in.get(link.source)
        for link in graph.links.to(kpi.address)
        if link.route[0] == "kpis" and link.source.startswith(_LISTS)
    )
    above = (graph.reporting.above.get(role) for role in measured if role is not None)
    return tuple(dict.fromkeys(role for role in above if role is not None))
