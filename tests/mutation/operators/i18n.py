"""Defects of languages: a translation that is missing, old, or broken in transit."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, put


@operator("I18N001")
def a_name_is_written_in_one_language(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        name = sample.data["roles"][role.id].get("name")
        if isinstance(name, dict) and len(name) > 1:
            last = sample.organisation.locales[-1]
            yield Mutant(role.address, put("roles", role.id, "name", last, None))


@operator("I18N002")
def a_text_moves_on_from_its_translation(sample: Sample) -> Iterator[Mutant]:
    first = sample.organisation.locales[0]
    for role in sample.organisation.roles.values():
        purpose = sample.data["roles"][role.id].get("purpose")
        if isinstance(purpose, dict) and len(purpose) > 1:
            change = put("roles", role.id, "purpose", first, f"{purpose[first]} 2027")
            yield Mutant(role.address, change, confirmed=True)


@operator("I18N003")
def a_text_is_broken_in_transit(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        change = put("duties", duty.id, "description", "Sends the caf\ufffd offer")
        yield Mutant(duty.address, change)


@operator("I18N003")
def a_text_carries_its_pronunciation(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        text = "考核季度绩效（jìxiào）"
        yield Mutant(duty.address, put("duties", duty.id, "description", text))
