"""Defects of naming: one thing under two names."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, put

_OTHER = {"部": "团队", " Department": " Team", " Team": " Department"}


@operator("GLO002")
def a_department_is_called_by_another_name(sample: Sample) -> Iterator[Mutant]:
    units = sample.organisation.departments.values()
    taken = [name for unit in units for name in unit.names]
    locale = sample.organisation.locales[0]
    for unit in units:
        name = unit.name.in_(locale) if unit.name else ""
        for suffix, other in _OTHER.items():
            drifted = name.removesuffix(suffix) + other
            if name.endswith(suffix) and not any(drifted in each for each in taken):
                for duty in sample.graph.duties_of_department.get(unit.id, ())[:1]:
                    new = f"每周与{drifted}对账" if locale == "zh" else f"Agreed with the {drifted}"
                    yield Mutant(f"duty/{duty}", put("duties", duty, "description", new))
