"""Defects of documents: sections that are missing, reviews that are overdue."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, put


@operator("JD001")
def a_post_loses_its_purpose(sample: Sample) -> Iterator[Mutant]:
    humans = [role for role in sample.organisation.roles.values() if role.nature == "human"]
    having = [role for role in humans if role.purpose]
    for role in having:
        if 2 * (len(having) - 1) >= len(humans):
            yield Mutant(role.address, put("roles", role.id, "purpose", None))


@operator("JD003")
def a_review_is_overdue(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        change = put("roles", role.id, "document", {"review_by": "2026-03-31"})
        yield Mutant(role.address, change, text="2026-03-31")
