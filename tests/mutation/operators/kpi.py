"""Defects of measures: weights, targets, what is not measured at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgspec.graph.measured import Hands
from orgspec.graph.reporting import bare
from orgspec.model.measures import KpiUse
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


def _measures(sample: Sample, duty: str) -> list[str]:
    """The KPIs that say of themselves that they measure a duty or a step of it."""
    steps = sample.graph.steps_of(sample.organisation.duties[duty])
    places = (f"duty/{duty}", *(step.address for step in steps))
    links = [x for place in places for x in sample.graph.links.to(place)]
    return [bare(link.source) for link in links if link.route[0] == "measures"]


def _is_measured(sample: Sample, duty: str) -> bool:
    """Whether a duty has KPIs, or one who does it has."""
    roles, doers = sample.organisation.roles, _doers(sample, duty)
    return bool(
        sample.organisation.duties[duty].kpis
        or any(roles[role].kpis for role in doers)
        or _measures(sample, duty)
    )


def _doers(sample: Sample, duty: str) -> tuple[str, ...]:
    """The roles that do a duty."""
    return sample.graph.row(sample.organisation.duties[duty]).roles("R")


@operator("KPI002")
def a_main_duty_is_not_measured(sample: Sample) -> Iterator[Mutant]:
    """Its own KPIs go, those of the roles that do it, and what the figures say they measure."""
    duties = sample.organisation.duties
    every = [duty.id for duty in duties.values() if duty.priority == "primary"]
    for ids in sample.graph.duties_of_department.values():
        main = [d for d in ids if d in every]
        measured = [d for d in main if _is_measured(sample, d)]
        for duty in measured:
            doers = _doers(sample, duty)
            touched = [
                d for d in every if set(_doers(sample, d)) & set(doers) and not duties[d].kpis
            ]
            if set(touched) - {duty} or 2 * (len(measured) - 1) < len(main):
                continue

            kpis = _measures(sample, duty)

            def strip(
                data: Data, duty: str = duty, doers: tuple[str, ...] = doers,
                kpis: list[str] = kpis,
            ) -> None:  # fmt: skip
                data["duties"][duty].pop("kpis", None)
                for role in doers:
                    data["roles"][role].pop("kpis", None)
                for kpi in kpis:
                    data["kpis"][kpi].pop("measures", None)

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


def _uses(sample: Sample, role: str) -> list[Data] | None:
    """The KPIs that a role lists, where each is written in full."""
    uses = sample.data["roles"][role].get("kpis")
    full = isinstance(uses, list) and all(isinstance(use, dict) for use in uses)
    return uses if full else None


@operator("KPI005")
def the_top_is_measured_by_everything(sample: Sample) -> Iterator[Mutant]:
    """By nine figures that no other rolls up to; weights are left out."""
    rolled = {kpi.rolls_up_to for kpi in sample.organisation.kpis.values()}
    some = [kpi for kpi in sample.organisation.kpis if kpi not in rolled]
    listed = {use.kpi for role in sample.graph.top_roles for use in _listed(sample, role)}
    for role in sample.graph.top_roles:
        if len(some) >= 9 and not listed & {r for r in rolled if r}:
            also = frozenset({"KPI007"})
            yield Mutant(f"role/{role}", put("roles", role, "kpis", some[:9]), also=also)


def _listed(sample: Sample, role: str) -> tuple[KpiUse, ...]:
    """The KPIs that a role lists."""
    return sample.organisation.roles[role].kpis


@operator("KPI007")
def a_category_is_not_measured(sample: Sample) -> Iterator[Mutant]:
    """A department asks for a category that all its roles have, and one loses its only KPI of it."""
    organisation, graph = sample.organisation, sample.graph
    category = {kpi.id: kpi.category for kpi in organisation.kpis.values()}
    for unit in organisation.departments:
        roles = {r: [u.kpi for u in _listed(sample, r)] for r in graph.all_roles_of(unit)}
        having = {r: {category[kpi] for kpi in kpis} for r, kpis in roles.items() if kpis}
        shared = set.intersection(*having.values()) if having else set()
        for kpi in (kpi for kpis in roles.values() for kpi in kpis if category[kpi] in shared):
            users = [u for u, r in organisation.roles.items() if kpi in [x.kpi for x in r.kpis]]
            alone = [
                r for r in users if [category[x.kpi] for x in _listed(sample, r)].count(category[kpi]) == 1
            ]  # fmt: skip
            if len(alone) != 1 or alone[0] not in roles or sample.data.get("checks"):
                continue

            def change(data: Data, unit: str = unit, kpi: str = kpi) -> None:
                checks = data["departments"][unit].setdefault("checks", {})
                wanted = [data["kpis"][kpi]["category"]]
                checks.setdefault("options", {})["kpi_categories"] = wanted
                data["kpis"][kpi]["category"] = "planted"

            yield Mutant(f"role/{alone[0]}", change)
            break


@operator("KPI007")
def a_category_that_all_must_have_is_missing(sample: Sample) -> Iterator[Mutant]:
    """Where the manifest asks for categories: the only KPI of one has another."""
    wanted = sample.data.get("checks", {}).get("options", {}).get("kpi_categories", ())
    kpis = sample.organisation.kpis
    for role in sample.organisation.roles.values():
        for use in role.kpis:
            same = [u for u in role.kpis if kpis[u.kpi].category == kpis[use.kpi].category]
            links = sample.graph.links.to(f"kpi/{use.kpi}")
            users = {x.source for x in links if x.route[0] == "kpis" and x.source[:5] == "role/"}
            if len(same) == 1 == len(users) and kpis[use.kpi].category in wanted:
                yield Mutant(role.address, put("kpis", use.kpi, "category", "planted"))


@operator("KPI008")
def two_posts_are_measured_alike(sample: Sample) -> Iterator[Mutant]:
    """The superior is measured by all that one of those below is measured by."""
    graph = sample.graph
    for role in sample.organisation.roles.values():
        uses = _uses(sample, role.id)
        above = graph.reporting.above.get(role.id)
        if uses is None or len(uses) < 3 or above is None or _listed(sample, above):
            continue
        base, other = role, sample.organisation.roles[above]
        if base.name != other.name:
            order = list(sample.organisation.roles)
            _, later = sorted((role.id, above), key=order.index)
            yield Mutant(f"role/{later}", put("roles", above, "kpis", uses))


@operator("KPI009")
def a_figure_is_swapped_for_another_posts(sample: Sample) -> Iterator[Mutant]:
    """A role is measured by what others make, with the weight of what it makes itself."""
    organisation, graph = sample.organisation, sample.graph
    kpis, hands = organisation.kpis, Hands(graph)
    rolled = {kpi.rolls_up_to for kpi in kpis.values()}
    plain = [k for k in kpis.values() if k.id not in rolled and k.rolls_up_to is None]
    for role in organisation.roles.values():
        uses = _uses(sample, role.id)
        first = kpis[role.kpis[0].kpi] if uses else None
        if uses is None or first not in plain or role.id in graph.headed_by:
            continue
        for kpi in plain:
            places = hands.places(kpi)
            movers = hands.roles(places) or frozenset()
            mine = {use.kpi for use in role.kpis}
            if not movers or kpi.id in mine or kpi.category != first.category:
                continue
            if role.id not in movers | hands.superiors(movers):
                change = put("roles", role.id, "kpis", 0, {**uses[0], "kpi": kpi.id})
                yield Mutant(role.address, change, text=kpi.id, also=frozenset({"KPI002"}))
                break


@operator("KPI010")
def more_is_wanted_than_all_below_make(sample: Sample) -> Iterator[Mutant]:
    rolled = {kpi.rolls_up_to for kpi in sample.organisation.kpis.values()}
    for kpi in sample.organisation.kpis.values():
        target = sample.data["kpis"][kpi.id].get("target")
        if not isinstance(target, str) or not re.match(r"≥[^%]+$", target):
            continue
        if kpi.id in rolled and not kpi.rolls_up_to:
            more = re.sub(r"(\d+)", r"\g<1>000", target, count=1)
            yield Mutant(kpi.address, put("kpis", kpi.id, "target", more))
