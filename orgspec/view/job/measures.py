"""KPIs as lines of text."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.measures import Kpi, KpiUse
from orgspec.model.role import Role
from orgspec.model.values.target import Target
from orgspec.view.words import Words


def use_of(graph: Graph, role: Role, kpi: str) -> KpiUse | None:
    """How a role uses a KPI, if it lists it."""
    for link in graph.links.of(role.address, "kpis"):
        if link.target == f"kpi/{kpi}" and isinstance(link.route[1], int):
            return role.kpis[link.route[1]]
    return None


def target_text(targets: tuple[Target, ...], kpi: Kpi, locale: str) -> str:
    """One or several targets as they are printed; words where they are no numbers."""
    unit = kpi.unit.in_(locale) if kpi.unit is not None else None
    return Words(locale).join([target.text(locale, unit) for target in targets])


def kpi_line(graph: Graph, role: Role, kpi_id: str, locale: str) -> str:
    """A KPI and on a line of its own its target: the role's where it gives one."""
    kpi = graph.organisation.kpis[kpi_id]
    use = use_of(graph, role, kpi_id)
    targets = use.target if use is not None and use.target else kpi.target
    shown = target_text(targets, kpi, locale)
    return f"{kpi.in_(locale)}\n{shown}".strip()
