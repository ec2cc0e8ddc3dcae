"""Defects of risks: nobody owns one, nothing is done about it, nothing warns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


@operator("RSK001")
def a_risk_loses_its_owner(sample: Sample) -> Iterator[Mutant]:
    for risk in sample.organisation.risks.values():
        if risk.owner:
            yield Mutant(risk.address, put("risks", risk.id, "owner", None))


@operator("RSK002")
def nothing_is_done_about_a_risk(sample: Sample) -> Iterator[Mutant]:
    for risk in sample.organisation.risks.values():

        def strip(data: Data, id_: str = risk.id) -> None:
            for key in ("controls", "contingency", "accepted"):
                data["risks"][id_].pop(key, None)

        yield Mutant(risk.address, strip)


@operator("RSK003")
def nothing_warns_of_a_risk(sample: Sample) -> Iterator[Mutant]:
    risks = sample.organisation.risks.values()
    grave = [risk for risk in risks if "high" in (risk.likelihood, risk.impact)]
    having = [risk for risk in grave if risk.indicator]
    for risk in having:
        if 2 * (len(having) - 1) >= len(grave):
            yield Mutant(risk.address, put("risks", risk.id, "indicator", None))


@operator("RSK004")
def nobody_carries_a_control(sample: Sample) -> Iterator[Mutant]:
    for risk in sample.organisation.risks.values():
        for index, control in enumerate(sample.data["risks"][risk.id].get("controls", ())):
            if isinstance(control, dict) and "name" in control:
                new = {"name": control["name"]}
                yield Mutant(risk.address, put("risks", risk.id, "controls", index, new))
                break


@operator("RSK005")
def no_risk_is_of_a_category(sample: Sample) -> Iterator[Mutant]:
    """All categories that the risks have are asked for, and one loses its only risk."""
    risks = sample.data.get("risks", {})
    found = Counter(risk["category"] for risk in risks.values() if "category" in risk)
    for id_, risk in risks.items():
        if found[risk.get("category")] != 1:
            continue

        def change(data: Data, id_: str = id_) -> None:
            options = data.setdefault("checks", {}).setdefault("options", {})
            options.setdefault("risk_categories", list(found))
            data["risks"][id_]["category"] = "planted"

        yield Mutant("manifest", change, text=risk["category"])
