"""Defects of measures: weights, targets, what is not measured at all."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


@operator("KPI001")
def a_weight_is_raised(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        uses = sample.data["roles"][role.id].get("kpis")
        if not isinstance(uses, list):
            continue
        weighed = [i for i, use in enumerate(uses) if isinstance(use, dict) and "weight" in use]
        if len(weighed) > 1 and uses[weighed[0]]["weight"].rstrip("%") < "90":
            change = put("roles", role.id, "kpis", weighed[0], "weight", "97%")
            yield Mutant(role.address, change)


@operator("KPI002")
def a_main_duty_is_not_measured(sample: Sample) -> Iterator[Mutant]:
    """Its own KPIs go, and those of the roles that do it."""
    organisation, graph = sample.organisation, sample.graph
    for unit, ids in graph.duties_of_department.items():
        main = [d for d in ids if organisation.duties[d].priority == "primary"]
        for duty in main:
            doers = graph.row(organisation.duties[duty]).roles("R")
            touched = [
                d for d in main if set(graph.row(organisation.duties[d]).roles("R")) & set(doers)
            ]
            measured = [
                d
                for d in main
                if organisation.duties[d].kpis
                or any(
                    organisation.roles[r].kpis for r in graph.row(organisation.duties[d]).roles("R")
                )
            ]
            if duty not in measured or touched != [duty] or 2 * (len(measured) - 1) < len(main):
                continue

            def strip(data: Data, duty: str = duty, doers: tuple[str, ...] = doers) -> None:
                data["duties"][duty].pop("kpis", None)
                for role in doers:
                    data["roles"][role].pop("kpis", None)

            if unit:
                yield Mutant(f"duty/{duty}", strip, also=frozenset({"KPI009", "KPI010"}))


@operator("KPI003")
def a_target_says_no_number(sample: Sample) -> Iterator[Mutant]:
    for kpi in sample.organisation.kpis.values():
        fields = sample.data["kpis"][kpi.id]
        if isinstance(fields.get("target"), str) and not kpi.standard and not kpi.rolls_up_to:
            rolled = sample.sound.program.links.to(kpi.address)
            if not any(link.route[0] == "rolls_up_to" for link in rolled):
                yield Mutant(kpi.address, put("kpis", kpi.id, "target", "as good as possible"))


@operator("KPI004")
def nobody_says_where_a_figure_comes_from(sample: Sample) -> Iterator[Mutant]:
    kpis = sample.organisation.kpis.values()
    having = [kpi for kpi in kpis if kpi.source]
    for kpi in having:
        if 2 * (len(having) - 1) >= len(kpis):
            yield Mutant(kpi.address, put("kpis", kpi.id, "source", None))
