"""What both sides do together: workflows, duties, coordination, meetings."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.document import Block, Cell, Column, Emphasis, Inline, Row, inline
from orgspec.graph.rows import Row as RaciRow
from orgspec.model.workflow import Step, Workflow
from orgspec.view.bearers import legend
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.meeting_rows import joint_meetings, meeting_table
from orgspec.view.pact.frame import Pact
from orgspec.view.tables.cells import group, opening, several, strong, text

_TAKING_PART = "ARSC"
_ALL = "ARSCI"


def joint_workflows(pact: Pact) -> tuple[Workflow, ...]:
    """The workflows that pass between the two sides, in written order."""
    crossing = {c.workflow for c in pact.work.crossings}
    return tuple(w for w in pact.graph.organisation.workflows.values() if w.id in crossing)


def workflows(pact: Pact, _section: int) -> tuple[Block, ...]:
    """The steps of both sides in each joint workflow, and where work passes over."""
    words, locale = pact.words, pact.locale
    rows: list[Row] = []
    for workflow in joint_workflows(pact):
        rows.append(group(workflow.in_(locale), _facts(pact, workflow)))
        for step in workflow.steps:
            units = pact.graph.step_departments(step)
            if not set(units) & {*pact.sides}:
                continue
            row = pact.graph.row(step)
            rows.append(
                Row(
                    (
                        strong(step.in_(locale)),
                        *(text("\n".join(pact.bearers(row, s, _TAKING_PART))) for s in pact.sides),
                        text(step.within.text(locale) if step.within else ""),
                        Cell(
                            (
                                *_outputs(pact, step),
                                *(inline(x, Emphasis.MUTED) for x in _passes_on(pact, step)),
                            )
                        ),
                    )
                )
            )
    columns = (
        Column(words("step"), 1.8),
        *(Column(pact.name(side), 1.7) for side in pact.sides),
        Column(words("limit"), 1.1),
        Column(words("output_and_handover"), 2.3),
    )
    if not rows:
        return ()
    used = (row for row in _joint_rows(pact) if row.of.kind == "step")
    return filled_table(columns, rows, least=3), legend(pact.graph, used, _TAKING_PART, pact.locale)


def _joint_rows(pact: Pact) -> Iterator[RaciRow]:
    """The rows of the joint duties, and of the steps of both sides in joint workflows."""
    for duty in pact.work.duties:
        yield pact.graph.rows[f"duty/{duty}"]
    for workflow in joint_workflows(pact):
        for step in workflow.steps:
            if set(pact.graph.step_departments(step)) & {*pact.sides}:
                yield pact.graph.row(step)


def _facts(pact: Pact, workflow: Workflow) -> str:
    """Who owns a workflow and how long the whole may take."""
    owner = names(pact.graph, pact.locale, pact.graph.links.targets(workflow.address, "owner"))
    parts = [pact.words("flow_facts", owner=owner)] if owner else []
    if workflow.within is not None:
        parts.append(pact.words("flow_within", limit=workflow.within.text(pact.locale)))
    return opening(pact.words("semicolon").join(parts))


def _outputs(pact: Pact, step: Step) -> list[Inline]:
    """What a step gives."""
    shown = names(pact.graph, pact.locale, pact.graph.links.targets(step.address, "outputs"))
    return [inline(shown)] if shown else []


def _passes_on(pact: Pact, step: Step) -> list[str]:
    """Where work passes from a step to the other side."""
    lines = []
    for crossing in pact.work.crossings:
        if crossing.source == step.id:
            target = pact.graph.organisation.steps[crossing.target].in_(pact.locale)
            lines.append(pact.words("hands_on", unit=pact.name(crossing.taker), step=target))
    return list(dict.fromkeys(lines))


def duties(pact: Pact, _section: int) -> tuple[Block, ...]:
    """The duties in which both have letters: who answers, who does, who is asked and told."""
    words = pact.words
    homes: dict[str | None, list[RaciRow]] = {side: [] for side in (*pact.sides, None)}
    for duty in pact.work.duties:
        home = pact.graph.department_of_duty.get(duty)
        homes[home if home in pact.sides else None].append(pact.graph.rows[f"duty/{duty}"])
    rows: list[Row] = []
    count = 0
    for side, members in homes.items():
        if members:
            title = words("duties_of", unit=pact.name(side)) if side else words("duties_elsewhere")
            rows.append(group(title))
        for row in members:
            count += 1
            rows.append(
                Row(
                    (
                        text(str(count)),
                        strong(row.of.in_(pact.locale)),
                        *(text("\n".join(pact.bearers(row, s, _ALL))) for s in pact.sides),
                        text("\n".join(pact.others(row, "AR"))),
                    )
                )
            )
    if not rows:
        return ()
    columns = (
        Column(words("number") if words.chinese else "#", 0.45),
        Column(words("item_of_work"), 3),
        *(Column(pact.name(side), 1.8) for side in pact.sides),
        Column(words("others"), 1.6),
    )
    used = (row for row in _joint_rows(pact) if row.of.kind == "duty")
    return filled_table(columns, rows, least=4), legend(pact.graph, used, _ALL, pact.locale)


def coordination(pact: Pact, section: int) -> tuple[Block, ...]:
    """Matters that one side coordinates with the other, and meetings of both."""
    words, locale = pact.words, pact.locale
    matters = _matters(pact)
    meetings = meeting_table(pact.graph, locale, joint_meetings(pact.graph, *pact.sides))
    parts = [("coordination_matters", matters), ("joint_meetings", meetings)]
    blocks: list[Block] = []
    filled = [(title, inner) for title, inner in parts if inner]
    for index, (title, inner) in enumerate(filled):
        blocks += [pact.clause(section, index, words(title)), *inner]
    return tuple(blocks)


def _matters(pact: Pact) -> tuple[Block, ...]:
    """What is coordinated, by whom, with whom, in which duty."""
    graph, words, locale = pact.graph, pact.words, pact.locale
    rows = []
    for id_, index in dict.fromkeys(pact.work.coordination):
        duty = graph.organisation.duties[id_]
        entry = duty.coordination[index]
        targets = [
            x.target
            for x in graph.links.of(duty.address, "coordination")
            if x.route[1] == index and x.target is not None
        ]
        doers = [graph.role(r).in_(locale) for r in graph.row(duty).roles("R")]
        rows.append(
            Row(
                (
                    strong(entry.about.in_(locale) if entry.about else duty.in_(locale)),
                    several(doers),
                    text(names(graph, locale, targets)),
                    text(duty.in_(locale)),
                )
            )
        )
    columns = (
        Column(words("about"), 2.4),
        Column(words("raised_by"), 1.6),
        Column(words("talks_with"), 1.6),
        Column(words("within_duty"), 3),
    )
    return (filled_table(columns, rows, least=3),) if rows else ()
