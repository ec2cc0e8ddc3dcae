"""What a department does: functions with the duties that carry them, interfaces, workflows."""

from __future__ import annotations

from orgspec.document import Block, Column, Heading, Row
from orgspec.graph.graph import Graph
from orgspec.graph.parties import stands_for, units_of
from orgspec.graph.reporting import bare
from orgspec.graph.rows_of_unit import rows_of_unit
from orgspec.model.department import Department, Function
from orgspec.model.duty import Duty
from orgspec.model.workflow import Handoff, Step
from orgspec.view.bearers import bearers, first_names, legend
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import group, opening, several, strong, text
from orgspec.view.words import Words
from orgspec.view.workflow.handoffs import limits_of


def functions(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """Each function with the duties that carry it; then the duties that carry none of them."""
    words = Words(locale)
    rows: list[Row] = []
    count = 0
    carried: set[str] = set()
    for function in unit.functions:
        rows.append(group(function.in_(locale), _note(graph, function, locale)))
        duties = [
            graph.organisation.duties[bare(link.source)]
            for link in graph.links.to(function.address)
            if link.route[0] == "fulfils"
        ]
        for duty in duties:
            count += 1
            rows.append(_duty(graph, duty, count, locale))
        if not duties:
            rows.append(Row((text(""), text(words("none")))))
        carried.update(duty.id for duty in duties)
    rest = [d for d in graph.duties_of_department.get(unit.id, ()) if d not in carried]
    if rest and unit.functions:
        rows.append(group(words("no_function")))
    for id_ in rest:
        count += 1
        rows.append(_duty(graph, graph.organisation.duties[id_], count, locale))
    if not rows:
        return ()
    columns = (
        Column(words("number") if words.chinese else "#", 0.45),
        Column(words("carrying_duty"), 3),
        Column(words("accountable"), 1.6),
        Column(words("done_by"), 1.8),
        Column(words("deliverables"), 2),
    )
    padded = [row if len(row.cells) in (1, 5) else _padded(row) for row in rows]
    return (filled_table(columns, padded, least=4),)


def _padded(row: Row) -> Row:
    """A row with empty cells up to the number of columns."""
    return Row((*row.cells, *(text("") for _ in range(5 - len(row.cells)))), row.kind)


def _note(graph: Graph, function: Function, locale: str) -> str:
    """What a function is, and which objectives it serves."""
    words = Words(locale)
    serves = names(graph, locale, graph.links.targets(function.address, "serves"))
    parts = [
        function.description.in_(locale).rstrip("。.") if function.description else "",
        words("serves", names=serves) if serves else "",
    ]
    return opening(words("semicolon").join(part for part in parts if part))


def _duty(graph: Graph, duty: Duty, count: int, locale: str) -> Row:
    """One duty: who answers, who does it, what comes of it."""
    row = graph.row(duty)

    def bearing(letter: str) -> list[str]:
        lines = bearers(graph, row, locale, letter, lambda party: True)
        return [line.partition(" ")[2] for line in lines]

    often = opening(duty.frequency.text(locale)) if duty.frequency is not None else ""
    return Row(
        (
            text(str(count)),
            strong(duty.in_(locale), often),
            several(bearing("A")),
            several(bearing("R")),
            several(
                name
                for address in graph.links.targets(duty.address, "deliverables")
                if (name := names(graph, locale, [address]))
            ),
        )
    )


def interfaces(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """What the department receives and what it gives, with limits and acceptance."""
    words = Words(locale)
    blocks: list[Block] = []
    for title, own, far in (("interface_in", "to", "from"), ("interface_out", "from", "to")):
        rows = [
            _handoff(graph, handoff, far, locale)
            for handoff in graph.organisation.handoffs.values()
            if _is_end(graph, handoff, own, unit.id)
        ]
        if rows:
            columns = (
                Column(words("other_side"), 1.3),
                Column(words("passes"), 2.1),
                Column(words("trigger"), 1.7),
                Column(words("interface_limit"), 1.6),
                Column(words("accepted_when"), 2.4),
            )
            blocks += [Heading(words(title), 2), filled_table(columns, rows)]
    return tuple(blocks)


def _is_end(graph: Graph, handoff: Handoff, field: str, department: str) -> bool:
    """Whether one end of a handoff is a department or something in it."""
    targets = graph.links.targets(handoff.address, field)
    return any(department in units_of(graph, target) for target in targets)


def _handoff(graph: Graph, handoff: Handoff, far: str, locale: str) -> Row:
    """One interface: with whom, what, when, by when, on which terms."""
    words = Words(locale)
    links = graph.links
    parties = [_party(graph, target, locale) for target in links.targets(handoff.address, far)]
    artifacts = links.targets(handoff.address, "artifacts")
    return Row(
        (
            strong(words.join(parties)),
            text(names(graph, locale, artifacts) or handoff.in_(locale)),
            text(handoff.trigger.in_(locale) if handoff.trigger else ""),
            several(limits_of(handoff, words)),
            several(each.in_(locale) for each in handoff.acceptance),
        )
    )


def _party(graph: Graph, address: str, locale: str) -> str:
    """A party by its name; a step by its department, for steps are known by who does them."""
    if not address.startswith("step/"):
        return names(graph, locale, [address])
    units = [graph.department(unit).in_(locale) for unit in units_of(graph, address)]
    return first_names(units, locale) or names(graph, locale, [address])


def workflows(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The steps that the department does, with post, limit and output."""
    words = Words(locale)
    rows: list[Row] = []
    done = []
    touched = {r.of.workflow for r in rows_of_unit(graph, unit.id) if isinstance(r.of, Step)}
    for workflow in graph.organisation.workflows.values():
        if workflow.id not in touched:
            continue
        mine = [s for s in workflow.steps if unit.id in graph.step_departments(s)]
        if not mine:
            continue
        rows.append(group(workflow.in_(locale)))
        done += [graph.row(step) for step in mine]
        for step in mine:
            who = bearers(
                graph,
                graph.row(step),
                locale,
                "AR",
                lambda party: stands_for(graph, party, unit.id),
            )
            outputs = names(graph, locale, graph.links.targets(step.address, "outputs"))
            limit = step.within.text(locale) if step.within else ""
            rows.append(
                Row((strong(step.in_(locale)), text("\n".join(who)), text(limit), text(outputs)))
            )
    columns = (
        Column(words("step"), 2.6),
        Column(words("step_done_by"), 2.2),
        Column(words("limit"), 1.3),
        Column(words("output"), 2.6),
    )
    return (filled_table(columns, rows), legend(graph, done, "AR", locale)) if rows else ()
