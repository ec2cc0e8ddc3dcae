"""What the post does: duties by priority, and its part in workflows."""

from __future__ import annotations

from orgspec.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Inline,
    Paragraph,
    Row,
    RowKind,
    Run,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH
from orgspec.graph.rows import Row as RaciRow
from orgspec.model.duty import Duty
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.model.workflow import Step
from orgspec.view.bearers import signs_named
from orgspec.view.job.measures import kpi_line
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import opening
from orgspec.view.words import Words

_PRIORITIES = ("primary", "secondary", "routine", None)


def duties(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """The duties that the post does, by priority; then those of others that it answers for."""
    words = Words(locale)
    done, answered = own_duties(graph, role)
    rows: list[Row] = []
    count = 0
    groups = [(p, [d for d in done if d.priority == p]) for p in _PRIORITIES]
    filled = [(p, group) for p, group in groups if group]
    for priority, group in filled:
        if len(filled) > 1 or answered:
            rows.append(_group(words(f"priority_{priority or 'none'}")))
        for duty in group:
            count += 1
            rows.append(_duty_row(graph, role, duty, count, locale))
    if answered:
        rows.append(_group(words("answers_for")))
        for duty in answered:
            count += 1
            rows.append(_duty_row(graph, role, duty, count, locale))
    if not rows:
        return ()
    columns = (
        Column("#" if not words.chinese else words("number"), 0.45),
        Column(words("duty"), 1.6),
        Column(words("tasks"), 3.8),
        Column(words("deliverables"), 1.7),
        Column(words("standards"), 1.9),
    )
    return (filled_table(columns, rows, least=3), _legend(graph, role, locale))


def _legend(graph: Graph, role: Role, locale: str) -> Paragraph:
    """What the letters of the post mean, in its duties and in steps of workflows."""
    shown = rows_shown(graph, role)
    used = {cell.sign for row in shown for cell in row.cells if cell.role == role.id}
    return signs_named(graph, used, locale)


def rows_shown(graph: Graph, role: Role) -> list[RaciRow]:
    """What the post answers for or does, and the steps in which it has any say."""
    return [
        row
        for row, acts_as in graph.rows_of_role.get(role.id, ())
        if acts_as in "AR" or (acts_as != "I" and isinstance(row.of, Step))
    ]


def _group(title: str) -> Row:
    """The title of the rows below."""
    return Row((Cell((inline(title, Emphasis.STRONG),)),), RowKind.GROUP)


def own_duties(graph: Graph, role: Role) -> tuple[list[Duty], list[Duty]]:
    """Duties in which the post is R, and those in which it only answers."""
    done, answered = [], []
    seen: dict[str, set[str]] = {}
    for row, acts_as in graph.rows_of_role.get(role.id, ()):
        if isinstance(row.of, Duty):
            seen.setdefault(row.of.id, set()).add(acts_as)
    for duty, letters in seen.items():
        if "R" in letters:
            done.append(graph.organisation.duties[duty])
        elif "A" in letters:
            answered.append(graph.organisation.duties[duty])
    return done, answered


def _duty_row(graph: Graph, role: Role, duty: Duty, index: int, locale: str) -> Row:
    """One duty: name and letters, tasks and coordination, deliverables, measures."""
    organisation = graph.organisation
    deliverables = [organisation.find(a) for a in graph.links.targets(duty.address, "deliverables")]
    kpis = [organisation.find(a) for a in graph.links.targets(duty.address, "kpis")]
    return Row(
        (
            Cell((inline(str(index)),)),
            Cell(_title(graph, role, duty, locale)),
            Cell(_content(graph, duty, locale), bullets=True),
            _several([d.in_(locale) for d in deliverables if d is not None]),
            _several([kpi_line(graph, role, k.id, locale) for k in kpis if k is not None]),
        )
    )


def _several(texts: list[str]) -> Cell:
    """Texts one below another; bullets tell several apart where lines wrap."""
    return Cell(tuple(inline(text) for text in texts), bullets=len(texts) > 1)


def _title(graph: Graph, role: Role, duty: Duty, locale: str) -> tuple[Inline, ...]:
    """The duty's name, and below it the letters and the share of time."""
    words = Words(locale)
    letters = letters_of(graph.row(duty), role.id)
    effort = duty.effort.get(role.id) or duty.effort.get("*")
    notes = [letters]
    if effort is not None and "R" in letters:
        notes.append(words("weight", n=percent.text(effort, locale)))
    often = duty.frequency.text(locale) if duty.frequency is not None else ""
    if len(notes) > 1:  # the column is narrow: how often gets a line of its own
        lines = [" · ".join(note for note in notes if note), opening(often)]
    else:
        lines = [" · ".join(note for note in (*notes, often) if note)]
    return (
        inline(duty.in_(locale), Emphasis.STRONG),
        *(inline(line, Emphasis.MUTED) for line in lines if line),
    )


def letters_of(row: RaciRow, role: str) -> str:
    """The letters that a role bears in a row, the strongest first: `A/R`."""
    mine = [cell for cell in row.cells if cell.role == role]
    ranked = sorted(mine, key=lambda cell: STRENGTH.index(cell.acts_as))
    return "/".join(dict.fromkeys(cell.sign for cell in ranked))


def _content(graph: Graph, duty: Duty, locale: str) -> tuple[Inline, ...]:
    """Tasks, then with whom the duty is coordinated, about what."""
    words = Words(locale)
    lines = [inline(task.name.in_(locale)) for task in duty.tasks]
    if not lines and duty.description is not None:
        lines.append(inline(duty.description.in_(locale)))
    for parties, about in coordinated(graph, duty, locale):
        if about:
            text = words("coordinate_with", party=parties, about=about)
        else:
            text = words("coordinate_only", party=parties)
        lines.append((Run(text, Emphasis.MUTED),))
    return tuple(lines)


def coordinated(graph: Graph, duty: Duty, locale: str) -> list[tuple[str, str]]:
    """With whom a duty is coordinated, and about what; the latter may be empty."""
    by_index: dict[object, list[str]] = {}
    for link in graph.links.of(duty.address, "coordination"):
        party = graph.organisation.find(link.target) if link.target else None
        by_index.setdefault(link.route[1], []).append(party.in_(locale) if party else link.text)
    join = Words(locale).join
    return [
        (join(by_index.get(index, [])), entry.about.in_(locale) if entry.about else "")
        for index, entry in enumerate(duty.coordination)
    ]


def workflows(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """The steps in which the post has a letter other than I, with their limits and outputs."""
    words = Words(locale)
    rows: list[Row] = []
    steps: dict[str, set[str]] = {}
    for row, acts_as in graph.rows_of_role.get(role.id, ()):
        if isinstance(row.of, Step) and acts_as != "I":
            steps.setdefault(row.of.workflow, set()).add(row.of.id)
    if not steps:
        return ()
    for workflow in graph.organisation.workflows.values():
        if workflow.id not in steps:
            continue
        mine = [step for step in workflow.steps if step.id in steps[workflow.id]]
        rows.append(_group(workflow.in_(locale)))
        for step in mine:
            outputs = [
                graph.organisation.find(a) for a in graph.links.targets(step.address, "outputs")
            ]
            rows.append(
                Row(
                    (
                        Cell((inline(step.in_(locale)),)),
                        Cell((inline(letters_of(graph.row(step), role.id)),)),
                        Cell((inline(step.within.text(locale) if step.within else ""),)),
                        Cell(tuple(inline(o.in_(locale)) for o in outputs if o is not None)),
                    )
                )
            )
    if not rows:
        return ()
    columns = (
        Column(words("step"), 3),
        Column(words("part"), 0.8),
        Column(words("limit"), 1.6),
        Column(words("output"), 2.6),
    )
    table = filled_table(columns, rows)
    # Below the duties it is said already what the letters mean.
    return (table,) if any(own_duties(graph, role)) else (table, _legend(graph, role, locale))
