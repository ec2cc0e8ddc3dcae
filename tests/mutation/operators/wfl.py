"""Defects of workflows: dead ends, lost steps, steps that nobody owns."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.workflow import Step, Workflow
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


def steps(sample: Sample) -> Iterator[tuple[Workflow, Step]]:
    """Every step of work with its workflow."""
    for workflow in sample.organisation.workflows.values():
        for step in workflow.steps:
            if step.nature == "work":
                yield workflow, step


def local(step: Step) -> str:
    """The id of a step within its workflow."""
    return step.id.rpartition("/")[2]


def written(sample: Sample, workflow: Workflow, step: Step) -> Data:
    """The fields of a step as written."""
    fields: Data = sample.data["workflows"][workflow.id]["steps"][local(step)]
    return fields


def place(workflow: Workflow, step: Step) -> tuple[str, ...]:
    """The route to a step in the data."""
    return ("workflows", workflow.id, "steps", local(step))


@operator("WFL001")
def a_workflow_loses_its_steps(sample: Sample) -> Iterator[Mutant]:
    for workflow in sample.organisation.workflows.values():
        new = {"name": "Planted Workflow", "owner": workflow.owner}
        if workflow.owner:
            change = put("workflows", "planted-flow", new)
            yield Mutant("workflow/planted-flow", change)


@operator("WFL002")
def a_last_step_forgets_to_end(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        ends = [each for each in workflow.steps if each.end]
        if step.end and len(ends) > 1:
            yield Mutant(step.address, put(*place(workflow, step), "end", None))


@operator("WFL003")
def a_step_that_nothing_leads_to(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        if step.end and step.duty:
            new = {"name": "Planted Step", "duty": step.duty, "end": "true", "outputs": []}
            new["inputs"] = []
            route = ("workflows", workflow.id, "steps", "planted-step")
            also = frozenset({"TIM001"})
            yield Mutant(f"step/{workflow.id}/planted-step", put(*route, new), also=also)


@operator("WFL004")
def a_way_out_is_closed(sample: Sample) -> Iterator[Mutant]:
    """The last step but one of a branch goes back to itself through a step that ended."""
    for workflow, step in steps(sample):
        ends = [each for each in workflow.steps if each.end]
        edges = sample.graph.flows[workflow.id].edges
        leading = [edge for edge in edges if edge.target == step.id]
        if not step.end or len(ends) < 2 or len(leading) != 1:
            continue

        def turn(data: Data, workflow: Workflow = workflow, step: Step = step) -> None:
            fields = data["workflows"][workflow.id]["steps"]
            del fields[local(step)]["end"]
            fields[local(step)]["next"] = "planted-step"
            fields["planted-step"] = {
                "name": "Planted Step",
                "duty": step.duty,
                "inputs": [],
                "outputs": [],
                "next": local(step),
            }

        if step.duty:
            also = frozenset({"TIM001", "TIM002", "WFL007", "WFL008"})
            yield Mutant(step.address, turn, also=also)


@operator("WFL012")
def a_step_loses_its_owner(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        fields = written(sample, workflow, step)
        if "duty" in fields and "raci" not in fields and "call" not in fields:
            new = {"name": "Planted Step", "end": "true", "within": fields.get("within", "1 hour")}
            new["inputs"] = new["outputs"] = []

            def add(
                data: Data, workflow: Workflow = workflow, step: Step = step, new: Data = new
            ) -> None:
                all_ = data["workflows"][workflow.id]["steps"]
                all_["planted-step"] = new
                all_[local(step)].pop("end")
                all_[local(step)]["next"] = "planted-step"

            if step.end:
                also = frozenset({"WFL015", "WFL017", "TIM002"})
                yield Mutant(f"step/{workflow.id}/planted-step", add, also=also)


@operator("WFL013")
def a_step_is_done_by_two_departments(sample: Sample) -> Iterator[Mutant]:
    graph = sample.graph
    for workflow, step in steps(sample):
        row = graph.row(step)
        duty = sample.organisation.duties.get(step.duty or "")
        doers = row.roles("R")
        if len(doers) != 1 or step.split_by or not row.roles("A") or row.roles("A") == doers:
            continue
        if sample.most.get("R", 2) < 2 or (duty and (duty.split_by or duty.exclusive)):
            continue
        taken = {graph.department_of_role.get(role) for role in (*doers, *row.roles("A"))}
        for unit, roles in graph.roles_of_department.items():
            if any(t and graph.related(unit, t) for t in taken) or set(roles) & set(
                row.roles("SCI")
            ):
                continue
            also = frozenset(
                {"HND003", "RAC008", "HND001", "WFL014", "RAC018", "WFL017", "SOD001", "STF008"}
            )
            change = put(*place(workflow, step), "raci", {"R": [doers[0], roles[0]]})
            if "raci" not in written(sample, workflow, step):
                yield Mutant(step.address, change, also=also)
            break


@operator("WFL016")
def a_step_has_a_number_for_a_name(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        if not step.end or not step.duty:
            continue

        def add(data: Data, workflow: Workflow = workflow, step: Step = step) -> None:
            all_ = data["workflows"][workflow.id]["steps"]
            all_["step9"] = {**all_[local(step)], "inputs": [], "outputs": []}
            for key in ("name", "join"):
                all_["step9"].pop(key, None)
            all_[local(step)].pop("end")
            all_[local(step)]["next"] = "step9"

        also = frozenset({"TIM002", "WFL017"})
        yield Mutant(f"step/{workflow.id}/step9", add, also=also)


@operator("WFL023")
def a_workflow_loses_its_owner(sample: Sample) -> Iterator[Mutant]:
    for workflow in sample.organisation.workflows.values():
        rows = [sample.graph.row(step) for step in workflow.steps]
        accountable = {role for row in rows for role in row.roles("A")}
        called = sample.sound.program.links.to(workflow.address)
        if workflow.owner and len(accountable) > 1 and not called:
            yield Mutant(workflow.address, put("workflows", workflow.id, "owner", None))
