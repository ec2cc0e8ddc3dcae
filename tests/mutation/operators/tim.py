"""Defects of time: limits that are missing, cannot be kept, or lead nowhere when missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from orgspec.model.workflow import Step, Workflow
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.hnd import serving_nothing
from tests.mutation.operators.stf import lines
from tests.mutation.operators.wfl import place, steps, written
from tests.mutation.sample import Data, Sample, fill, put

_MEAN = re.compile(r"(?i)\b(average|mean)\b|平均|respon[ds]|first|arriv|响应|首次")
_BARE = re.compile(r"\d ?(?:days?\b|天|日)")


def _first(sample: Sample, workflow: Workflow, step: Step) -> bool:
    """Whether a step is the one with which a workflow begins."""
    return step.id in sample.graph.flows[workflow.id].starts


@operator("TIM001")
def a_step_loses_its_limit(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        work = [each for each in workflow.steps if each.nature == "work"]
        having = [each for each in work if each.within]
        if not step.within or 2 * (len(having) - 1) < len(work) or step.call:
            continue
        if workflow.standing != "emergency":
            yield Mutant(step.address, put(*place(workflow, step), "within", None))


@operator("TIM002")
def a_workflow_must_be_quicker_than_its_steps(sample: Sample) -> Iterator[Mutant]:
    for workflow in sample.organisation.workflows.values():
        links = sample.graph.links.to(workflow.address)
        if workflow.within and not any(link.route[0] in ("call", "measures") for link in links):
            change = put("workflows", workflow.id, "within", "1 minute")
            yield Mutant(workflow.address, change, text="1 minute")


@operator("TIM003")
def a_figure_wants_what_the_limit_does_not(sample: Sample) -> Iterator[Mutant]:
    for kpi in sample.organisation.kpis.values():
        limited = [
            target
            for target in sample.graph.links.targets(kpi.address, "measures")
            if target.startswith(("step/", "workflow/")) and _limit(sample, target)
        ]
        average = any(_MEAN.search(name) for name in (kpi.name.written() if kpi.name else ()))
        timed = any(target.duration is not None for target in kpi.target)
        if len(limited) == 1 and timed and not average:
            formula = "Longest time of any case"
            change = fill("kpis", kpi.id, target="≤ 1 minute", formula=formula)
            yield Mutant(kpi.address, change)


def _limit(sample: Sample, address: str) -> bool:
    """Whether a step or workflow has a limit."""
    of = sample.organisation.find(address)
    return isinstance(of, Step | Workflow) and of.within is not None


@operator("TIM004")
def a_handoff_comes_too_late(sample: Sample) -> Iterator[Mutant]:
    for id_ in serving_nothing(sample):
        if sample.organisation.handoffs[id_].needed_within:
            change = put("handoffs", id_, "within", "90 working days")
            yield Mutant(f"handoff/{id_}", change, text="90 working days")


def _is_slow(sample: Sample, duty: str) -> bool:
    """Whether a duty recurs once a week or less often."""
    words = ("weekly", "monthly", "quarterly", "yearly")
    return sample.data["duties"][duty].get("frequency") in words


@operator("TIM005")
def a_figure_is_read_more_often_than_it_is_made(sample: Sample) -> Iterator[Mutant]:
    organisation, graph = sample.organisation, sample.graph
    for kpi in organisation.kpis.values():
        for artifact in graph.links.targets(kpi.address, "source"):
            id_ = artifact.removeprefix("artifact/")
            givers = graph.artifacts.givers(id_) if artifact.startswith("artifact/") else ()
            makers = [organisation.duties.get(x.source.removeprefix("duty/")) for x in givers]
            slow = all(maker is not None and _is_slow(sample, maker.id) for maker in makers)
            if makers and slow and organisation.artifacts[id_].external is None:
                yield Mutant(kpi.address, put("kpis", kpi.id, "frequency", "hourly"))


@operator("TIM005")
def a_report_is_checked_more_often_than_it_is_written(sample: Sample) -> Iterator[Mutant]:
    """A duty that checks every day what another makes once a month."""
    for role, above in lines(sample):
        row = {"A": above, "R": role}

        def plant(data: Data, row: dict[str, str] = row) -> None:
            kept = {"raci": row, "tasks": ["Plant it"]}
            thing = {"deliverables": ["planted-report"], "frequency": "monthly", **kept}
            use = {"inputs": ["planted-report"], "object": "planted-report", **kept}
            data["duties"]["planted-writing"] = {"name": "Write on trees", **thing}
            data["duties"]["planted-reading"] = {
                "name": "Check what is written",
                "action": "check",
                "frequency": "daily",
                **use,
            }
            data["artifacts"]["planted-report"] = {"name": "Planted Report", "owner": row["R"]}

        also = frozenset({"DUT002", "DUT015"})
        yield Mutant("duty/planted-reading", plant, also=also)


@operator("TIM006")
def nobody_says_which_days_are_meant(sample: Sample) -> Iterator[Mutant]:
    calendar = sample.data["organization"].get("calendar", {})
    text = yaml.safe_dump(sample.data, allow_unicode=True)
    if calendar.get("hours_per_day") == "24" or "days" not in calendar or _BARE.search(text):
        return
    for workflow in sample.organisation.workflows.values():
        if workflow.within is None or workflow.standing == "emergency":
            continue

        def plant(data: Data, id_: str = workflow.id) -> None:
            del data["organization"]["calendar"]["days"]
            data["workflows"][id_]["within"] = "300 days"

        yield Mutant(workflow.address, plant, text="300 days")


@operator("TIM007")
def nothing_follows_a_missed_limit(sample: Sample) -> Iterator[Mutant]:
    organisation = sample.organisation
    limited = [w for w in organisation.workflows.values() if w.within]
    having = [w for w in limited if w.escalation]
    for workflow in having:
        needed = not all(step.escalation for step in workflow.steps)
        if needed and 2 * (len(having) - 1) >= len(organisation.workflows):
            change = put("workflows", workflow.id, "escalation", None)
            yield Mutant(workflow.address, change)


@operator("TIM007")
def nothing_follows_a_late_handoff(sample: Sample) -> Iterator[Mutant]:
    handoffs = [h for h in sample.organisation.handoffs.values() if h.within]
    having = [h for h in handoffs if h.escalation]
    for handoff in having:
        if 2 * (len(having) - 1) >= len(handoffs):
            yield Mutant(handoff.address, put("handoffs", handoff.id, "escalation", None))


@operator("TIM008")
def a_ladder_comes_back_to_its_first_rung(sample: Sample) -> Iterator[Mutant]:
    for workflow in sample.organisation.workflows.values():
        ladder = sample.data["workflows"][workflow.id].get("escalation")
        if isinstance(ladder, list) and isinstance(ladder[0], dict):
            new = [*ladder, {"after": "300 working days", "to": ladder[0]["to"]}]
            yield Mutant(workflow.address, put("workflows", workflow.id, "escalation", new))


@operator("TIM009")
def who_is_late_is_told_of_it(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        row = sample.graph.row(step)
        doers = row.roles("R")
        if not step.within or len(doers) != 1 or row.roles("A") != doers:
            continue
        if doers[0] not in sample.graph.top_roles and "call" not in written(sample, workflow, step):
            new = [{"after": "1 hour", "to": doers[0]}]
            yield Mutant(step.address, put(*place(workflow, step), "escalation", new))


@operator("TIM011")
def nobody_says_when_an_emergency_is_answered(sample: Sample) -> Iterator[Mutant]:
    for workflow, step in steps(sample):
        if workflow.standing == "emergency" and _first(sample, workflow, step) and step.within:
            yield Mutant(step.address, put(*place(workflow, step), "within", None))
