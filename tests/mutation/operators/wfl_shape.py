"""Defects of the way that a workflow takes: joins, loops, choices, needless steps."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.workflow import Step, Workflow
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.wfl import local, place, steps, written
from tests.mutation.sample import Data, Sample, put


def _joins(sample: Sample) -> Iterator[tuple[Workflow, Step, Step]]:
    """Steps that wait for the branches of one step that forks and does nothing else, with it."""
    for workflow, fork in steps(sample):
        if len(fork.next) != 1 or len(fork.next[0].all) < 2:
            continue
        flow = sample.graph.flows[workflow.id]
        for join in workflow.steps:
            before = {edge.source for edge in flow.edges if edge.target == join.id}
            ends = {f"{workflow.id}/{target}" for target in fork.next[0].all}
            if join.join == "all" and before == ends:
                yield workflow, fork, join


@operator("WFL005")
def a_choice_of_branches_that_are_all_waited_for(sample: Sample) -> Iterator[Mutant]:
    for workflow, fork, join in _joins(sample):
        first, *others = fork.next[0].all
        new = [{"to": first, "when": "it is planted"}]
        new += [{"to": other, "when": f"it is planted {other}"} for other in others[:-1]]
        change = put(
            *place(workflow, fork), "next", [*new, {"to": others[-1], "otherwise": "true"}]
        )
        yield Mutant(join.address, change)


@operator("WFL006")
def nobody_waits_for_the_other_branch(sample: Sample) -> Iterator[Mutant]:
    for workflow, _, join in _joins(sample):
        change = put(*place(workflow, join), "join", None)
        yield Mutant(join.address, change)


def _choices(sample: Sample) -> Iterator[tuple[Workflow, Step, list[Data]]]:
    """Steps with a choice of two, one of them for all other cases; their branches as written."""
    for workflow, step in steps(sample):
        branches = written(sample, workflow, step).get("next")
        if not isinstance(branches, list) or len(branches) != 2:
            continue
        if all("to" in branch for branch in branches) and "otherwise" in branches[1]:
            yield workflow, step, branches


def _leads_back(sample: Sample, workflow: Workflow, step: Step, to: str) -> bool:
    """Whether a branch leads to a step that leads to this one."""
    flow = sample.graph.flows[workflow.id]
    return f"{workflow.id}/{to}" in flow.reaching((step.id,))


@operator("WFL007")
def nobody_says_when_a_loop_is_over(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, (one, other) in _choices(sample):
        back = [_leads_back(sample, workflow, step, each["to"]) for each in (one, other)]
        flow = sample.graph.flows[workflow.id]
        knot = flow.reaching((step.id,)) & flow.reachable((step.id,))
        leaving = {e.source for e in flow.edges if e.source in knot and e.target not in knot}
        bounded = [e for e in flow.edges if e.source in knot - {step.id} and e.target in knot]
        if sum(back) != 1 or leaving != {step.id}:
            continue
        if any(t.at_most for s in workflow.steps if s.id in knot - {step.id} for t in s.next):
            continue
        if bounded:
            new = [{"to": one["to"]}, {"to": other["to"], "otherwise": "true"}]
            yield Mutant(step.address, put(*place(workflow, step), "next", new))


@operator("WFL008")
def nobody_says_which_way_to_go(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, (one, other) in _choices(sample):
        if not any(_leads_back(sample, workflow, step, each["to"]) for each in (one, other)):
            new = [{"to": one["to"]}, {"to": other["to"]}]
            yield Mutant(step.address, put(*place(workflow, step), "next", new))


@operator("WFL009")
def an_amount_goes_no_way(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, (one, other) in _choices(sample):
        new = [
            {**one, "when": "planted-amount < 100"},
            {**other, "when": "planted-amount > 100"},
        ]
        new[1].pop("otherwise")
        yield Mutant(step.address, put(*place(workflow, step), "next", new))


@operator("WFL009")
def an_amount_goes_two_ways(sample: Sample) -> Iterator[Mutant]:
    for workflow, step, (one, other) in _choices(sample):
        new = [
            {**one, "when": "planted-amount <= 100"},
            {**other, "when": "planted-amount >= 90"},
        ]
        new[1].pop("otherwise")
        yield Mutant(step.address, put(*place(workflow, step), "next", new))


@operator("WFL010")
def a_way_is_written_twice(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        to = written(sample, workflow, step).get("next")
        if isinstance(to, str):
            yield Mutant(step.address, put(*place(workflow, step), "next", [to, to]))


@operator("WFL011")
def a_gateway_of_one_way_is_put_in(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        to = written(sample, workflow, step).get("next")
        if not isinstance(to, str):
            continue

        def add(data: Data, workflow: Workflow = workflow, step: Step = step, to: str = to) -> None:
            fields = data["workflows"][workflow.id]["steps"]
            fields[local(step)]["next"] = "planted-gate"
            fields["planted-gate"] = {"name": "Planted Gate", "kind": "gateway", "next": to}

        yield Mutant(f"step/{workflow.id}/planted-gate", add)


@operator("WFL025")
def a_workflow_calls_itself(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        if "call" not in written(sample, workflow, step) and not step.start:
            change = put(*place(workflow, step), "call", workflow.id)
            yield Mutant(step.address, change, text=workflow.id)
