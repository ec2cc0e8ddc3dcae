"""KPIs as lines of text."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.measures import Kpi, KpiUse
from orgspec.model.role import Role
from orgspec.model.values.comparison import Comparison
from orgspec.model.values.target import Target
from orgspec.view.words import Words


def use_of(graph: Graph, role: Role, kpi: str) -> KpiUse | None:
    """How a role uses a KPI, if it lists it."""
    for link in graph.links.of(role.address, "kpis"):
        if link.target == f"kpi/{kpi}" and isinstance(link.route[1], int):
            return role.kpis[link.route[1]]
    return None


def target_text(targets: tuple[Target, ...], kpi: Kpi, locale: str) -> str:
    """One or several targets as they are printed; words where they are no numbers.

    What is to be reached exactly stands without a sign: `100%`.
    """
    unit = kpi.unit.in_(locale) if kpi.unit is not None else None
    return Words(locale).join(
        [_without_equals(target, target.text(locale, unit)) for target in targets]
    )


def _without_equals(target: Target, said: str) -> str:
    """A target as it reads: no sign says that it is to be met exactly."""
    exact = target.comparison is Comparison.EQUAL and not target.prose
    return said.replace("= ", "", 1) if exact else said


def kpi_line(graph: Graph, role: Role, kpi_id: str, locale: str) -> str:
    """A KPI and on a line of its own its target: the role's where it gives one."""
    kpi = graph.organisation.kpis[kpi_id]
    use = use_of(graph, role, kpi_id)
    targets = use.target if use is not None and use.target else kpi.target
    shown = target_text(targets, kpi, locale)
    return f"{kpi.in_(locale)}\n{shown}".strip()
