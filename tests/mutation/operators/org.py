"""Defects of structure: lines that circle, units that hang loose, spans too wide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgspec.model.values.grade import parse
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


@operator("ORG001")
def a_department_loses_its_parent(sample: Sample) -> Iterator[Mutant]:
    units = sample.organisation.departments.values()
    if sum(unit.unit == "company" for unit in units) == 1:
        for unit in units:
            if unit.parent is not None:
                yield Mutant(unit.address, put("departments", unit.id, "parent", None))


@operator("ORG002")
def a_superior_reports_to_who_reports_to_it(sample: Sample) -> Iterator[Mutant]:
    for below, above in sample.graph.reporting.above.items():
        rest = sample.graph.reporting.below.get(sample.graph.reporting.above.get(above, ""), ())
        if above not in sample.graph.top_roles and len(rest) != 2:
            least = min(below, above)
            yield Mutant(f"role/{least}", put("roles", above, "reports_to", below))


@operator("ORG003")
def a_role_loses_its_superior(sample: Sample) -> Iterator[Mutant]:
    for role in sample.graph.reporting.above:
        human = sample.organisation.roles[role].nature == "human"
        if human and role not in sample.graph.reporting.below:
            yield Mutant(f"role/{role}", put("roles", role, "reports_to", None))


@operator("ORG004")
def a_role_gets_a_second_superior(sample: Sample) -> Iterator[Mutant]:
    above = sample.graph.reporting.above
    for role, superior in above.items():
        second = above.get(superior)
        if second is not None and not sample.organisation.roles[role].dotted_to:
            yield Mutant(f"role/{role}", put("roles", role, "reports_to", [superior, second]))


@operator("ORG005")
def a_department_loses_its_head(sample: Sample) -> Iterator[Mutant]:
    for unit in sample.organisation.departments.values():
        peers = [d for d in sample.graph.head_of if d != unit.id]
        alike = any(sample.organisation.departments[d].unit == unit.unit for d in peers)
        named = sample.graph.links.to(unit.address)
        cells = any(link.route[0] == "raci" for link in named)
        roles = sample.graph.roles_of_department.get(unit.id, ())
        humans = [r for r in roles if sample.organisation.roles[r].nature == "human"]
        if alike and not cells and len(humans) > 1 and unit.unit != "committee":
            yield Mutant(unit.address, put("departments", unit.id, "head", None))


@operator("ORG006")
def a_superior_leads_more_people_than_one_can(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        holders = sample.graph.holds_of_role.get(role.id)
        above = sample.graph.reporting.above.get(role.id)
        if above is None or holders or role.assistant or role.headcount.current is not None:
            continue
        if role.nature == "human" and len(sample.graph.reporting.below[above]) > 1:
            yield Mutant(f"role/{above}", put("roles", role.id, "headcount", "90"))


@operator("ORG007")
def a_layer_that_only_passes_on_is_put_in(sample: Sample) -> Iterator[Mutant]:
    """Every report of a role but one moves away: to the role's own superior."""
    reporting = sample.graph.reporting
    roles = sample.organisation.roles
    if len(roles) < 10:
        return
    for role, below in reporting.below.items():
        leads = [r for r in below if reporting.below.get(r) and roles[r].headcount.planned == 1]
        above = reporting.above.get(role)
        if not leads or above is None or not 1 < len(below) < 4:
            continue

        rest = [each for each in below if each != leads[0]]

        def move(data: Data, rest: list[str] = rest, to: str = above) -> None:
            for each in rest:
                data["roles"][each]["reports_to"] = to

        yield Mutant(f"role/{role}", move, also=frozenset({"ORG010", "ORG006"}))


@operator("ORG008")
def a_line_gets_more_layers_than_it_can_bear(sample: Sample) -> Iterator[Mutant]:
    """Assistants of assistants, below a role that leads nobody."""
    for role in sample.graph.reporting.above:
        if role in sample.graph.reporting.below:
            continue
        names = [role, *(f"planted-{number}" for number in range(1, 9))]

        def add(data: Data, names: list[str] = names) -> None:
            kept = {"purpose": "Planted", "qualifications": {"skills": ["Planting"]}}
            for above, each in pairwise(names):
                data["roles"][each] = {**kept, "name": each, "reports_to": above}

        yield Mutant("role/planted-8", add, also=frozenset({"ORG007"}))


@operator("ORG009")
def a_role_is_graded_above_its_superior(sample: Sample) -> Iterator[Mutant]:
    roles, ladder = sample.organisation.roles, sample.organisation.profile.grades
    best = [role for role in roles.values() if role.id in sample.graph.top_roles and role.grade]
    for role, superior in sample.graph.reporting.above.items():
        above = roles[superior].grade
        if not above or not roles[role].grade or role in sample.graph.reporting.below:
            continue
        for top in best:
            if parse(top.grade or "").compare_tops(parse(above), ladder) == 1:
                yield Mutant(f"role/{role}", put("roles", role, "grade", top.grade))
                break


@operator("ORG010")
def a_role_reports_into_another_department(sample: Sample) -> Iterator[Mutant]:
    graph = sample.graph
    for role in graph.reporting.above:
        home = graph.department_of_role.get(role)
        post = sample.organisation.roles[role]
        if home is None or role in graph.headed_by or role in graph.reporting.below:
            continue
        if post.dotted_to or post.headcount.planned > 1:
            continue
        if len(graph.reporting.below[graph.reporting.above[role]]) < 3:
            continue  # the superior would be left with one report
        for other, head in graph.head_of.items():
            elsewhere = not graph.related(home, other) and head not in graph.top_roles
            if elsewhere and graph.department_of_role.get(head) == other:
                change = put("roles", role, "reports_to", head)
                yield Mutant(f"role/{role}", change, also=frozenset({"ORG009"}))
                break


@operator("ORG011")
def a_department_without_anything_is_founded(sample: Sample) -> Iterator[Mutant]:
    for unit in sample.organisation.departments.values():
        if unit.unit == "company":
            new = {"name": "Planted", "kind": "team", "parent": unit.id}
            yield Mutant("department/planted-unit", put("departments", "planted-unit", new))


@operator("ORG012")
def a_department_loses_its_mission(sample: Sample) -> Iterator[Mutant]:
    units = [
        u
        for u in sample.organisation.departments.values()
        if u.unit in ("company", "division", "department")
    ]
    having = [unit for unit in units if unit.mission]
    for unit in having:
        if 2 * (len(having) - 1) >= len(units):
            yield Mutant(unit.address, put("departments", unit.id, "mission", None))
