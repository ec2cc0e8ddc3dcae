"""Defects of what is accepted: an acceptance of nothing, or without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, fill, put


@operator("CHG005")
def what_is_no_longer_there_is_accepted(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        if not role.allow:
            new = [{"code": "ORG004", "reason": "Two owners lead the house"}]
            yield Mutant(role.address, put("roles", role.id, "allow", new), text="ORG004")


@operator("CHG005")
def a_defect_is_accepted_without_a_reason(sample: Sample) -> Iterator[Mutant]:
    """A text that is still to be written, and the leave to leave it so."""
    for duty in sample.organisation.duties.values():
        if not duty.allow:
            allow = [{"code": "REF007"}]
            change = fill("duties", duty.id, description="TODO", allow=allow)
            yield Mutant(duty.address, change, text="REF007")
