"""Defects of staffing: empty posts, too many in one, nobody who stands in."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.role import Role
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put

PAST = "2026-01-31"
"""A day before the one on which the samples are checked."""


def answers(sample: Sample, role: str) -> bool:
    """Whether a role is accountable for anything."""
    return any(acts_as == "A" for _, acts_as in sample.graph.rows_of_role.get(role, ()))


def does_alone(sample: Sample, role: str) -> bool:
    """Whether a role is the only one who does some step."""
    return any(
        row.of.kind == "step" and row.roles("R") == (role,)
        for row, acts_as in sample.graph.rows_of_role.get(role, ())
        if acts_as == "R"
    )


def lines(sample: Sample) -> Iterator[tuple[str, str]]:
    """Human roles, each with its superior, where no border of departments lies between them."""
    graph = sample.graph
    for role, above in graph.reporting.above.items():
        homes = [graph.department_of_role.get(each, "") for each in (role, above)]
        if sample.organisation.roles[role].nature == "human" and graph.related(*homes):
            yield role, above


def stands_in(sample: Sample, role: str) -> bool:
    """Whether a role, or a person who holds it, stands in for another."""
    links = sample.sound.program.links
    holders = [each.person.address for each in sample.graph.coverage.active(role)]
    return any(
        link.route[0] == "deputy" for of in (f"role/{role}", *holders) for link in links.to(of)
    )


def unmanned(sample: Sample) -> Iterator[tuple[Role, Data]]:
    """Human roles whose figures alone say who is there, and the fields that make them empty."""
    for role in sample.organisation.roles.values():
        written = sample.data["roles"][role.id].get("headcount")
        open_ = role.nature == "human" and not sample.graph.coverage.holds.get(role.id)
        if open_ and not role.deputy and written != "0" and not stands_in(sample, role.id):
            yield role, {"planned": str(role.headcount.planned), "current": "0"}


@operator("STF001")
def a_post_falls_empty(sample: Sample) -> Iterator[Mutant]:
    for role, empty in unmanned(sample):
        if not answers(sample, role.id) and not does_alone(sample, role.id):
            yield Mutant(role.address, put("roles", role.id, "headcount", empty))


def single(sample: Sample) -> Iterator[tuple[str, str]]:
    """Roles of one head that one person fills and nobody else touches, with that person."""
    coverage = sample.graph.coverage
    for role in sample.organisation.roles.values():
        active = coverage.active(role.id)
        if not len(coverage.holdings(role.id)) == 1 == len(active) == role.headcount.planned:
            continue
        holds = active[0].person.holds
        if len(holds) == 1 and holds[0].share is None:
            yield role.id, active[0].person.id


@operator("STF002")
def one_more_person_holds_a_post(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        if sample.graph.coverage.filled(role.id) == role.headcount.planned:
            new = {"name": "Planted Person", "holds": role.id}
            if sample.graph.coverage.active(role.id):
                yield Mutant(role.address, put("people", "planted-person", new))


@operator("STF002")
def more_are_there_than_planned(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        if not sample.graph.coverage.holds.get(role.id) and role.nature == "human":
            planned = role.headcount.planned
            new = {"planned": str(planned), "current": str(planned + 2)}
            yield Mutant(role.address, put("roles", role.id, "headcount", new))


@operator("STF003")
def one_head_more_is_planned(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        filled = sample.graph.coverage.filled(role.id)
        if filled is not None and filled == role.headcount.planned > 0:
            change = put("roles", role.id, "headcount", str(role.headcount.planned + 1))
            if role.headcount.current is None:
                yield Mutant(role.address, change)


@operator("STF004")
def two_posts_take_more_than_the_time(sample: Sample) -> Iterator[Mutant]:
    """Somebody acts in another post as well, for more of the time than there is."""
    for role, person in single(sample):
        for other, _ in single(sample):
            if other == role:
                continue
            holds = [
                {"role": role, "share": "100%", "primary": "true"},
                {"role": other, "share": "40%", "acting": "true", "until": "2026-09-30"},
            ]
            change = put("people", person, "holds", holds)
            yield Mutant(f"person/{person}", change, also=frozenset({"SOD002", "STF008"}))
            break


@operator("STF005")
def nobody_says_where_a_second_post_ends(sample: Sample) -> Iterator[Mutant]:
    for person in sample.organisation.people.values():
        for place, hold in enumerate(person.holds):
            if hold.boundary and not hold.primary and not hold.acting:
                change = put("people", person.id, "holds", place, "boundary", None)
                yield Mutant(person.address, change)


@operator("STF005")
def no_post_comes_first(sample: Sample) -> Iterator[Mutant]:
    for person in sample.organisation.people.values():
        written = sample.data["people"][person.id]["holds"]
        if isinstance(written, list) and len(written) > 1:
            for place, hold in enumerate(person.holds):
                if hold.primary:
                    change = put("people", person.id, "holds", place, "primary", None)
                    yield Mutant(person.address, change)


@operator("STF006")
def a_post_of_one_loses_its_deputy(sample: Sample) -> Iterator[Mutant]:
    is_held = sample.graph.coverage.is_held
    needed = [
        role
        for role in sample.organisation.roles.values()
        if role.nature == "human"
        and 0 < role.headcount.planned <= 1
        and (answers(sample, role.id) or does_alone(sample, role.id))
    ]
    having = [role for role in needed if role.deputy]
    for role in having:
        held = sample.graph.coverage.holds.get(role.id) and does_alone(sample, role.id)
        if 2 * (len(having) - 1) >= len(needed) and not held and is_held(role.id):
            yield Mutant(role.address, put("roles", role.id, "deputy", None))


@operator("STF007")
def a_post_is_its_own_deputy(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        held = sample.graph.coverage.holds.get(role.id) and does_alone(sample, role.id)
        if role.nature == "human" and not held and sample.graph.coverage.is_held(role.id):
            change = put("roles", role.id, "deputy", role.id)
            yield Mutant(role.address, change, text=role.id)


@operator("STF011")
def a_time_in_a_post_has_run_out(sample: Sample) -> Iterator[Mutant]:
    """In a post that nobody else covers: its deputy went with it."""
    for role, person in single(sample):
        if stands_in(sample, role):
            continue

        def leave(data: Data, role: str = role, person: str = person) -> None:
            data["people"][person]["holds"] = [{"role": role, "until": PAST}]
            data["roles"][role].pop("deputy", None)

        also = frozenset({"STF006"})
        yield Mutant(f"person/{person}", leave, text=PAST, also=also)


@operator("STF011")
def somebody_acts_for_ever(sample: Sample) -> Iterator[Mutant]:
    for role, person in single(sample):
        if not stands_in(sample, role):
            new = [{"role": role, "acting": "true"}]
            yield Mutant(f"person/{person}", put("people", person, "holds", new))


@operator("STF012")
def a_person_without_a_post_is_listed(sample: Sample) -> Iterator[Mutant]:
    if sample.organisation.people:
        change = put("people", "planted-person", {"name": "Planted Person"})
        yield Mutant("person/planted-person", change)


@operator("STF009")
def nobody_stands_in_for_who_a_workflow_waits_for(sample: Sample) -> Iterator[Mutant]:
    """The deputy of a role goes that one person holds and that alone does a step."""
    if len(sample.organisation.people) < 10:
        return
    for role, person in single(sample):
        held = [d for d in sample.organisation.roles[role].deputy if d in sample.data["roles"]]
        covered = any(sample.graph.coverage.active(deputy) for deputy in held)
        if covered and _is_passed(sample, role):
            yield Mutant(f"person/{person}", put("roles", role, "deputy", None))


def _is_passed(sample: Sample, role: str) -> bool:
    """Whether some workflow can end only through a step that a role alone does."""
    for workflow in sample.organisation.workflows.values():
        flow = sample.graph.flows[workflow.id]
        alone = {s.id for s in workflow.steps if sample.graph.row(s).roles("R") == (role,)}
        seen, queue = set(alone), [start for start in flow.starts if start not in alone]
        for at in queue:
            fresh = [x for x in flow.successors.get(at, ()) if x not in seen | set(queue)]
            queue.extend(dict.fromkeys(fresh))
        ends = {step.id for step in workflow.steps if step.end}
        if alone and not ends & set(queue):
            return True
    return False
