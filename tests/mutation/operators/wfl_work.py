"""Defects of the work in a workflow: who does it, how often it changes hands, what passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from orgspec.model.duty import Duty
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step, Workflow
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.stf import answers, does_alone, unmanned
from tests.mutation.operators.wfl import local, steps, written
from tests.mutation.sample import Data, Sample, put


def _appended(workflow: Workflow, step: Step, new: list[Data]) -> Callable[[Data], None]:
    """A change that puts steps, one after the other, behind a last one."""

    def change(data: Data) -> None:
        fields = data["workflows"][workflow.id]["steps"]
        before = fields[local(step)]
        for number, each in enumerate(new, 1):
            before.pop("end", None)
            before["next"] = f"planted-{number}"
            before = fields[f"planted-{number}"] = {"name": f"Planted {number}", **each}
        before["end"] = "true"

    return change


def _last(sample: Sample) -> Iterator[tuple[Workflow, Step, Data]]:
    """Last steps of work that take their row from a duty, and what a like step needs."""
    for workflow, step in steps(sample):
        fields = written(sample, workflow, step)
        if step.end and "duty" in fields and not {"raci", "call", "authority"} & set(fields):
            kept = {"within": fields["within"]} if "within" in fields else {}
            yield workflow, step, kept


def _row(sample: Sample, of: Step | Duty) -> dict[str, str] | None:
    """The A and R of a row, where each is one role."""
    row = sample.graph.row(of)
    if len(row.roles("A")) == 1 == len(row.roles("R")):
        return {"A": row.roles("A")[0], "R": row.roles("R")[0]}
    return None


@operator("WFL014")
def nobody_is_there_for_a_step(sample: Sample) -> Iterator[Mutant]:
    for role, empty in unmanned(sample):
        if does_alone(sample, role.id) and not answers(sample, role.id):
            yield Mutant(role.address, put("roles", role.id, "headcount", empty))


@operator("WFL015")
def a_step_of_no_duty_is_added(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, kept in _last(sample):
        row = _row(sample, step)
        work = [each for each in workflow.steps if each.nature == "work"]
        having = [each for each in work if each.duty]
        if row and 2 * len(having) >= len(work) + 1:
            at = f"step/{workflow.id}/planted-1"
            also = frozenset({"TIM002"})
            yield Mutant(at, _appended(workflow, step, [{"raci": row, **kept}]), also=also)


@operator("WFL017")
def nothing_passes_to_the_next_department(sample: Sample) -> Iterator[Mutant]:
    """A step of another department behind the last: it works from something else."""
    organisation, graph = sample.organisation, sample.graph
    for workflow, step, kept in _last(sample):
        home = graph.step_departments(step)
        own = organisation.duties[step.duty or ""]
        handed = {
            (handoff.from_, handoff.to, artifact)
            for handoff in organisation.handoffs.values()
            for artifact in handoff.artifacts
            if handoff.from_ and handoff.to
        }
        given = {*(step.outputs or ()), *(step.inputs or ()), *own.deliverables}
        for from_, to in sorted({(a, b) for a, b, _ in handed if a in home}):
            passed = {artifact for a, b, artifact in handed if (a, b) == (from_, to)}
            for id_ in graph.duties_of_department.get(to, ()):
                duty = organisation.duties[id_]
                wanted = {*duty.inputs}
                row = _row(sample, duty)
                other = {*own.inputs}
                if row is None or not wanted or not given:
                    continue
                if graph.department_of_role.get(row["R"]) != to:
                    continue
                if not (wanted | passed) & (given | other) and not wanted & passed:
                    new = [{"duty": id_, **kept}]
                    also = frozenset({"TIM002"})
                    yield Mutant(step.address, _appended(workflow, step, new), also=also)
                    break


@operator("WFL018")
def work_goes_to_and_fro(sample: Sample) -> Iterator[Mutant]:
    graph = sample.graph
    for workflow, step, kept in _last(sample):
        row = _row(sample, step)
        if row is None:
            continue
        home = graph.department_of_role.get(row["R"])
        giving = {role for each in workflow.steps for role in graph.row(each).roles("R")}
        for id_ in graph.duties_of_department.get(home or "", ()):
            duty = sample.organisation.duties[id_]
            other = _row(sample, duty)
            if other is None or other["R"] in {row["R"], *giving}:
                continue
            if graph.department_of_role.get(other["R"]) != home:
                continue
            one, two = {"raci": other, **kept}, {"raci": row, **kept}
            also = frozenset({"TIM002", "WFL015"})
            change = _appended(workflow, step, [one, two, one, two])
            yield Mutant(step.address, change, also=also)
            break


@operator("WFL019")
def one_approval_follows_another(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, kept in _last(sample):
        action = step.action or sample.organisation.duties[step.duty or ""].action or ""
        row = sample.graph.row(step)
        who = {sample.graph.coverage.only_holder(role) or role for role in row.roles("R", "A")}
        apart = len(who) == len({*row.roles("R", "A")})
        if verb_class(action) in ("authorise", "check") or not apart:
            continue
        new = {"duty": step.duty, "object": "planted-matter", **kept}
        verbs = ("check", "review", "approve", "authorise")
        change = _appended(workflow, step, [{**new, "action": verb} for verb in verbs])
        yield Mutant(f"step/{workflow.id}/planted-4", change, also=frozenset({"TIM002"}))


@operator("WFL020")
def one_person_approves_twice(sample: Sample) -> Iterator[Mutant]:
    """A workflow of two approvals, by two roles of one department that one person holds."""
    graph = sample.graph
    for person in sample.organisation.people.values():
        roles = [r for r in sample.organisation.roles if graph.coverage.only_holder(r) == person.id]
        for one, other in pairwise(roles):
            homes = [graph.department_of_role.get(role, "") for role in (one, other)]
            if not graph.related(*homes):
                continue
            step = {"object": "planted-matter"}
            new = {
                "name": "Planted Workflow",
                "owner": one,
                "steps": {
                    "first": {
                        **step,
                        "name": "Planted",
                        "raci": {"A": one, "R": one},
                        "action": "approve",
                        "next": "second",
                    },
                    "second": {
                        **step,
                        "name": "Planted Too",
                        "raci": {"A": other, "R": other},
                        "action": "authorise",
                        "end": "true",
                    },
                },
            }
            yield Mutant("step/planted-flow/second", put("workflows", "planted-flow", new))
