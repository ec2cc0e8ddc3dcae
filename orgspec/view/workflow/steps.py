"""The steps of a workflow as a table: who does each until when, with what, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.document import Align, Block, Cell, Column, Row
from orgspec.graph.artifacts import inputs_of, outputs_of
from orgspec.graph.flow import Edge, Flow
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell as Letter
from orgspec.graph.time.limits import called_by
from orgspec.model.workflow import Rung, Step
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import group, opening, several, strong, text
from orgspec.view.words import Words
from orgspec.view.workflow.conditions import condition
from orgspec.view.workflow.handoffs import handoff_name, served_by


def step_table(graph: Graph, flow: Flow, locale: str) -> tuple[Block, ...]:
    """One row a step, numbered as in the diagram; columns of nothing are left out."""
    words = Words(locale)
    if not flow.steps:
        return ()
    number = {step.id: place for place, step in enumerate(flow.steps, 1)}
    served = served_by(graph, flow)
    rows = [
        row
        for step in flow.steps
        for row in (*_phase(step, locale), _row(graph, flow, step, number, served, locale))
    ]
    columns = (
        Column("#" if not words.chinese else words("number"), 0.4, Align.CENTER),
        Column(words("step"), 2.0),
        Column(words("c_owner"), 2.0),
        Column(words("limit"), 1.1),
        Column(words("c_inputs"), 1.6),
        Column(words("c_outputs"), 1.6),
        Column(words("c_next"), 2.2),
        Column(words("c_handoff"), 1.6),
        Column(words("c_escalation"), 1.6),
    )
    return (filled_table(columns, rows, least=3, group=words("phase")),)


def _phase(step: Step, locale: str) -> tuple[Row, ...]:
    """The title of the phase that a step begins."""
    return (group(step.phase.in_(locale)),) if step.phase is not None else ()


def _row(
    graph: Graph,
    flow: Flow,
    step: Step,
    number: Mapping[str, int],
    served: Mapping[tuple[str, str], str],
    locale: str,
) -> Row:
    """One step."""
    called = called_by(graph, step)
    within = step.within or (called.within if called is not None else None)
    given = [h for (source, _), h in served.items() if source == step.id]
    handoffs = graph.organisation.handoffs
    return Row(
        (
            text(str(number[step.id])),
            strong(step.in_(locale), _note(graph, flow, step, number, locale)),
            several(_doers(graph, step, locale)),
            text(within.text(locale) if within is not None else ""),
            _papers(graph, inputs_of(graph, step), locale),
            _papers(graph, outputs_of(graph, step), locale),
            several(_onward(graph, flow, step, number, locale)),
            several(handoff_name(graph, handoffs[h], locale) for h in dict.fromkeys(given)),
            several(ladder(graph, step.address, step.escalation, locale)),
        )
    )


def ladder(graph: Graph, address: str, rungs: Iterable[Rung], locale: str) -> list[str]:
    """To whom a missed limit is told, one line a rung; `address` is the holder of the ladder."""
    words = Words(locale)
    targets = {link.route[1]: link.target for link in graph.links.of(address, "escalation")}
    lines = []
    for place, rung in enumerate(rungs):
        target = targets.get(place)
        entity = graph.organisation.find(target) if target else None
        to = rung.to if rung.to not in ("superior", "owner", "head") else words(f"to_{rung.to}")
        to = entity.in_(locale) if entity is not None else to
        if rung.after is None:
            lines.append(words("rung_now", to=to))
        else:
            lines.append(words("rung", to=to, after=rung.after.text(locale)))
    return lines


def _note(graph: Graph, flow: Flow, step: Step, number: Mapping[str, int], locale: str) -> str:
    """What stands below the name of a step: that it is no work, what it calls, what it awaits."""
    words = Words(locale)
    parts = []
    if step.nature != "work":
        parts.append(words(f"{step.nature}_of"))
    called = called_by(graph, step)
    if called is not None:
        parts.append(words("calls", name=called.in_(locale)))
    before = flow.predecessors.get(step.id, ())
    if step.join == "all" and len(before) > 1:
        parts.append(
            words(
                "join_all",
                names=words.join([str(place) for place in sorted(number[x] for x in before)]),
            )
        )
    return words("semicolon").join(parts)


def _doers(graph: Graph, step: Step, locale: str) -> list[str]:
    """Who does a step and who answers for it."""
    words = Words(locale)
    row = graph.row(step)
    doing = _names(graph, row.responsible, locale)
    answering = _names(graph, row.acting("A"), locale)
    if not answering or answering == doing:
        return [words.join(doing)]
    return [words("does", names=words.join(doing)), words("answers", names=words.join(answering))]


def _names(graph: Graph, cells: Iterable[Letter], locale: str) -> list[str]:
    """The names of parties, each once."""
    names = []
    for cell in cells:
        entity = graph.organisation.find(cell.party) if cell.party else None
        names.append(entity.in_(locale) if entity is not None else cell.text)
    return list(dict.fromkeys(names))


def _papers(graph: Graph, ids: Iterable[str], locale: str) -> Cell:
    """Artifacts one below another."""
    table = graph.organisation.artifacts
    return several(table[id_].in_(locale) for id_ in ids if id_ in table)


def _onward(
    graph: Graph, flow: Flow, step: Step, number: Mapping[str, int], locale: str
) -> list[str]:
    """What follows, one line a way."""
    words = Words(locale)
    places: dict[int, list[Edge]] = {}
    for edge in flow.edges:
        if edge.source == step.id:
            places.setdefault(edge.place, []).append(edge)
    steps = graph.organisation.steps
    lines = []
    for edges in places.values():
        targets = sorted({edge.target for edge in edges}, key=number.__getitem__)
        named = words.join([f"{number[t]} {steps[t].in_(locale)}" for t in targets])
        to = words("next_all", targets=named) if len(targets) > 1 else named
        when = condition(graph, edges[0].transition, locale)
        line = words("next_when", condition=when, target=to) if when else to
        lines.append(line if edges[0].transition.when else opening(line))
    if step.end or not lines:
        lines.append(words("next_end"))
    return lines
