"""Defects of names: what is written twice, nowhere, or means something else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.rac import with_letters
from tests.mutation.sample import Sample, put


@operator("REF001")
def a_name_is_mistyped(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A"):
        typo = f"{row['A']}x"
        yield Mutant(duty.address, put("duties", duty.id, "raci", "A", typo), text=typo)


@operator("REF002")
def an_id_is_given_to_two_parties(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles:
        if "partners" in sample.data:
            _, second = sorted(("partners", "roles"), key=list(sample.data).index)
            kind = {"partners": "partner", "roles": "role"}[second]
            yield Mutant(f"{kind}/{role}", put("partners", role, {"name": "Planted"}))


@operator("REF003")
def a_field_is_written_twice(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        if "department" in sample.data["roles"][role.id]:
            change = put("roles", role.id, "planted_key", role.department)
            yield Mutant(
                role.address,
                change,
                text="department",
                rewrite=lambda text: text.replace("planted_key:", "department:"),
            )


@operator("REF004")
def a_field_is_mistyped(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        yield Mutant(role.address, put("roles", role.id, "nmae", "Planted"), text="nmae")


@operator("REF005")
def two_roles_of_a_department_get_one_name(sample: Sample) -> Iterator[Mutant]:
    for roles in sample.graph.roles_of_department.values():
        if len(roles) > 1:
            name = sample.data["roles"][roles[0]].get("name")
            if name:
                yield Mutant(f"role/{roles[1]}", put("roles", roles[1], "name", name))


@operator("REF007")
def a_text_is_still_to_be_written(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        yield Mutant(duty.address, put("duties", duty.id, "description", "TODO"), text="TODO")


@operator("REF008")
def departments_lead_back_to_themselves(sample: Sample) -> Iterator[Mutant]:
    for below, above in sample.graph.departments.above.items():
        if above in sample.graph.departments.above:
            least = min(below, above)
            change = put("departments", above, "parent", below)
            yield Mutant(f"department/{least}", change, also=frozenset({"ORG010", "HND003"}))


@operator("REF009")
def a_department_stands_where_a_role_must(sample: Sample) -> Iterator[Mutant]:
    for role in sample.graph.reporting.above:
        home = sample.graph.department_of_role.get(role)
        if home is not None:
            yield Mutant(f"role/{role}", put("roles", role, "reports_to", home), text=home)


@operator("REF010")
def a_day_that_no_calendar_has(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        change = put("roles", role.id, "document", {"review_by": "2027-02-30"})
        yield Mutant(role.address, change, text="2027-02-30")
