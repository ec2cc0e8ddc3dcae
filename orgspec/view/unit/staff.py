"""Who works in a department and how it is measured."""

from __future__ import annotations

from decimal import Decimal

from orgspec.document import Align, Block, Cell, Column, Row, inline
from orgspec.graph.graph import Graph
from orgspec.model.department import Department
from orgspec.model.measures import Kpi
from orgspec.model.values import percent
from orgspec.view.job.approval import assessor_of, basis_of, source_of
from orgspec.view.job.measures import target_text
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import group, opening, strong, text, total
from orgspec.view.tables.posts import post_row
from orgspec.view.tables.tally import figure_columns, figures, human, tally
from orgspec.view.words import Words


def posts(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """Its own posts one by one, the departments below in one line each, and the sum of all."""
    words = Words(locale)
    own = [graph.role(role) for role in graph.roles_of_department.get(unit.id, ())]
    rows = [post_row(graph, role, locale) for role in own]
    below = [d for d in graph.departments.below.get(unit.id, ()) if graph.all_roles_of(d)]
    if below:
        rows.append(group(words("below")))
    for each in below:
        roles = [graph.role(role) for role in graph.all_roles_of(each)]
        name = graph.department(each).in_(locale)
        counts = figures(tally(graph, human(roles)))
        rows.append(Row((strong(name), Cell(), Cell(), *counts, Cell())))
    if not rows:
        return ()
    if len(own) + len(below) > 1:
        every = [graph.role(role) for role in graph.all_roles_of(unit.id)]
        counts = figures(tally(graph, human(every)))
        rows.append(total((text(words("grand_total")), Cell(), Cell(), *counts, Cell())))
    columns = (
        Column(words("post"), 2.2),
        Column(words("post_number"), 1.4),
        Column(words("grade"), 0.9),
        *figure_columns(words),
        Column(words("holders"), 2.2),
    )
    return (filled_table(columns, rows, least=1),)


def kpis(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The KPIs of the department with weight, target, formula, source and period."""
    words = Words(locale)
    rows = []
    weights = []
    for link in graph.links.of(unit.address, "kpis"):
        if link.target is None or not isinstance(link.route[1], int):
            continue
        use = unit.kpis[link.route[1]]
        kpi = graph.organisation.kpis[link.target.partition("/")[2]]
        if use.weight is not None:
            weights.append(use.weight)
        rows.append(
            Row(
                (
                    strong(kpi.in_(locale)),
                    text(percent.text(use.weight, locale) if use.weight is not None else ""),
                    text(target_text(use.target or kpi.target, kpi, locale)),
                    text(basis_of(kpi, locale)),
                    text(source_of(graph, kpi, locale)),
                    text(opening(kpi.frequency.text(locale)) if kpi.frequency else ""),
                    text(_assessor(graph, unit, kpi, locale)),
                )
            )
        )
    if weights and len(rows) > 1:
        cells = (text(percent.text(sum(weights, Decimal(0)), locale)), *[Cell()] * 5)
        rows.append(total((Cell((inline(words("total")),)), *cells)))
    columns = (
        Column(words("kpi"), 2),
        Column(words("kpi_weight"), 0.8, Align.CENTER),
        Column(words("target"), 1.7),
        Column(words("formula"), 2.3),
        Column(words("source"), 1.3),
        Column(words("period"), 0.9),
        Column(words("assessor"), 1.2),
    )
    return (filled_table(columns, rows, least=1),) if rows else ()


def _assessor(graph: Graph, unit: Department, kpi: Kpi, locale: str) -> str:
    """Who judges the KPI: as for the head of the department, who answers for it."""
    head = graph.head_of.get(unit.id)
    if head is not None:
        return assessor_of(graph, graph.role(head), kpi, locale)
    return names(graph, locale, graph.links.targets(kpi.address, "assessor"))
