"""Defects of separation: one hand on both sides, nobody who watches."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.values.actions import verb_class
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.stf import lines
from tests.mutation.sample import Data, Sample, put

_UNTIL = "2031-12-31"


def sides(sample: Sample) -> dict[str, list[str]]:
    """Role → duties of no step that it alone does and that nothing keeps apart from others."""
    kept_apart = {each for s in sample.organisation.separations.values() for each in s.between}
    found: dict[str, list[str]] = {}
    for duty in sample.organisation.duties.values():
        doers = sample.graph.row(duty).roles("R")
        approves = verb_class(duty.action or "") == "authorise"
        if len(doers) != 1 or approves or sample.graph.steps_of(duty):
            continue
        if duty.id not in kept_apart:
            found.setdefault(doers[0], []).append(duty.id)
    return found


def keep_apart(*duties: str, **more: object) -> Data:
    """A separation of some duties."""
    return {"name": "Planted Separation", "between": list(duties), **more}


def _apart(sample: Sample) -> Iterator[tuple[str, Data]]:
    """Roles that do two duties, and the separation of these two."""
    for role, duties in sides(sample).items():
        if len(duties) > 1 and sample.organisation.roles[role].nature == "human":
            yield role, keep_apart(*duties[:2])


@operator("SOD001")
def what_one_role_does_is_kept_apart(sample: Sample) -> Iterator[Mutant]:
    for role, separation in _apart(sample):
        change = put("separations", "planted-separation", separation)
        if "separations" in sample.data:
            yield Mutant(f"role/{role}", change)


@operator("SOD002")
def what_one_person_does_is_kept_apart(sample: Sample) -> Iterator[Mutant]:
    found = sides(sample)
    for person in sample.organisation.people.values():
        held = [hold.role for hold in person.holds if found.get(hold.role)]
        if len(held) > 1:
            separation = keep_apart(found[held[0]][0], found[held[1]][0])
            change = put("separations", "planted-separation", separation)
            yield Mutant(person.address, change)


@operator("STF008")
def what_a_role_and_its_deputy_do_is_kept_apart(sample: Sample) -> Iterator[Mutant]:
    found, coverage = sides(sample), sample.graph.coverage
    for role in sample.organisation.roles.values():
        for deputy in role.deputy[:1]:
            people = {*coverage.holders(role.id)} & {*coverage.holders(deputy)}
            if deputy in sample.data["roles"] and sample.organisation.roles[deputy].deputy:
                continue  # that one's deputy might be this one
            if found.get(role.id) and found.get(deputy) and not people:
                separation = keep_apart(found[role.id][0], found[deputy][0])
                change = put("separations", "planted-separation", separation)
                yield Mutant(role.address, change)


def _two_steps(sample: Sample, first: str, second: str) -> Iterator[Mutant]:
    """A workflow of two steps on one object, both done by a role of one head."""
    for role in sample.organisation.roles.values():
        above = sample.graph.reporting.above.get(role.id)
        if above is not None and role.headcount.planned == 1 and role.nature == "human":
            step = {"object": "planted-matter", "raci": {"A": above, "R": role.id}}
            yield _flow(above, {**step, "action": first}, {**step, "action": second})


def _flow(owner: str, first: Data, second: Data) -> Mutant:
    """A workflow of two steps, the second of which is wrong."""
    steps = {
        "first": {"name": "Planted", **first, "next": "second"},
        "second": {"name": "Planted Too", **second, "end": "true"},
    }
    new = {"name": "Planted Workflow", "owner": owner, "steps": steps}
    return Mutant("step/planted-flow/second", put("workflows", "planted-flow", new))


@operator("SOD003")
def who_makes_it_checks_it(sample: Sample) -> Iterator[Mutant]:
    yield from _two_steps(sample, "prepare", "check")


@operator("SOD004")
def who_asks_for_it_approves_it(sample: Sample) -> Iterator[Mutant]:
    yield from _two_steps(sample, "request", "approve")


@operator("SOD005")
def the_superiors_work_is_checked_by_who_reports_to_them(sample: Sample) -> Iterator[Mutant]:
    for role, above in lines(sample):
        if above not in sample.graph.top_roles:
            first = {"object": "planted-matter", "action": "prepare"}
            second = {"object": "planted-matter", "action": "check"}
            both = {"raci": {"A": above, "R": above}}
            yield _flow(above, {**first, **both}, {**second, "raci": {"A": above, "R": role}})


@operator("SOD006")
def a_conflict_is_accepted_and_nobody_watches(sample: Sample) -> Iterator[Mutant]:
    for role, separation in _apart(sample):
        accepted = {"reason": "Too few people", "until": _UNTIL, "for": [role]}
        new = {**separation, "accepted": [accepted]}
        if "separations" in sample.data:
            change = put("separations", "planted-separation", new)
            yield Mutant("separation/planted-separation", change)


@operator("SOD007")
def one_role_does_all_that_is_done_with_an_object(sample: Sample) -> Iterator[Mutant]:
    for role, above in lines(sample):
        row = {"A": above, "R": role}

        def plant(data: Data, row: dict[str, str] = row) -> None:
            kept = {"raci": row, "object": "planted-matter", "tasks": ["Plant it"]}
            for verb in ("request", "negotiate"):
                data["duties"][f"planted-{verb}"] = {"name": f"P. {verb}", "action": verb, **kept}
            new = {"name": "Planted", "object": "planted-matter", "actions": ["authorise", "pay"]}
            data.setdefault("separations", {})["planted-separation"] = new

        also = frozenset({"DUT002", "DUT015"})
        yield Mutant(f"role/{role}", plant, also=also)


@operator("SOD008")
def money_is_paid_and_nothing_keeps_it_apart(sample: Sample) -> Iterator[Mutant]:
    for role, above in lines(sample):
        new = {
            "name": "Run the payroll",
            "raci": {"A": above, "R": role},
            "object": "payroll",
            "action": "pay",
            "tasks": ["Pay wages"],
        }
        change = put("duties", "planted-payroll", new)
        also = frozenset({"DUT002", "DUT015"})
        yield Mutant("duty/planted-payroll", change, also=also)
