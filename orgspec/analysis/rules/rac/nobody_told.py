"""RAC008: nobody-told."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.exchange import Sides, handed_over, sides_of_handoffs
from orgspec.graph.letters import unclear
from orgspec.graph.parties import unit_of
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Row
from orgspec.graph.written import is_written
from orgspec.model.duty import Duty


@rule("RAC008", "nobody-told", since="0.1", severity=Severity.WARNING)
def nobody_told(context: Context) -> Iterator[Finding]:
    """
    A duty that crosses departments, and of which nobody outside is told: its A and R sit in
    other departments, or another department takes a deliverable of it, and there is no C, no I,
    no `coordination` and no handoff.

    ## Why
    Work goes wrong where it leaves a department. If nobody there is asked or told, the first
    that the other side hears of it is the complaint.

    ## Example
    ```yaml
    departments:
      sales: {}
      finance: {}
    roles:
      sales-manager: {department: sales}
      cashier: {department: finance}
    duties:
      refunds: {raci: {A: sales-manager, R: cashier}}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {}
      finance: {}
    roles:
      sales-manager: {department: sales}
      cashier: {department: finance}
    duties:
      refunds:
        raci: {A: sales-manager, R: cashier}
        coordination: [{with: finance, about: refunds of the week}]
    ```

    ## Source
    Horizontal analysis of a responsibility matrix: rows without C and I.

    ---
    跨部门的职责没有告知任何一方：A 与 R 分属不同部门，或其成果由其他部门取用，却没有 C、没有 I、
    没有 `coordination`，也没有交接。

    ## 为什么
    工作最容易在部门之间出错。若无人被征询或告知，对方第一次听说就是投诉。

    ## 怎么改
    请写明咨询方或知会方、`coordination`，或在 `handoffs` 中写明交接。

    ## 来源
    责任矩阵的横向分析：没有 C 和 I 的行。
    """
    sides = sides_of_handoffs(context.graph)
    told = _told_by_steps(context)
    for duty in context.organisation.duties.values():
        row = context.graph.row(duty)
        if (
            row.acting("C")
            or row.acting("I")
            or duty.address in told
            or _coordinates(context, duty)
        ):
            continue
        if _is_handed_on(context, duty):
            continue
        found = _apart(context, row, sides) or _taken(context, row, sides)
        if found is None or unclear(context.graph, duty, "C") or unclear(context.graph, duty, "I"):
            continue
        yield found


def _told_by_steps(context: Context) -> frozenset[str]:
    """The duties of which some step tells or asks somebody."""
    return frozenset(
        target
        for step in context.organisation.steps.values()
        if context.graph.row(step).acting("C", "I")
        for target in context.links.targets(step.address, "duty")
    )


def _coordinates(context: Context, duty: Duty) -> bool:
    """Whether a duty says with whom it is coordinated, also where that could not be read."""
    return bool(duty.coordination) or is_written(context.program, duty.address, "coordination")


def _is_handed_on(context: Context, duty: Duty) -> bool:
    """Whether a handoff passes a deliverable of a duty on."""
    handed = context.graph.artifacts.handed
    made = context.links.targets(duty.address, "deliverables")
    return any(bare(artifact) in handed for artifact in made)


def _apart(context: Context, row: Row, sides: Sides) -> Finding | None:
    """A duty whose A and every R sit in departments that have nothing to do with each other."""
    graph = context.graph
    answers = row.accountable
    doers = row.responsible
    mine = unit_of(graph, answers.party) if answers is not None else None
    theirs = [unit_of(graph, cell.party) for cell in doers]
    if answers is None or mine is None or not theirs:
        return None
    for unit in theirs:
        if unit is None or graph.related(mine, unit) or handed_over(graph, sides, mine, unit):
            return None
    return Finding(
        context.at(
            doers[0].holder,
            *doers[0].route,
            message=say("in `{unit}`", "属于 `{unit}`", unit=graph.department(theirs[0] or mine)),
        ),
        say(
            "`{duty}` is done in another department than answers for it, and nobody is told",
            "`{duty}` 的执行与负责分属不同部门，却没有告知任何一方",
            duty=row.of,
        ),
        say(
            "say who is consulted or informed, or write `coordination` or a handoff",
            "请写明咨询方或知会方，或写上 `coordination` 或交接",
        ),
        related=(
            context.at(
                answers.holder,
                *answers.route,
                message=say("in `{unit}`", "属于 `{unit}`", unit=graph.department(mine)),
            ),
        ),
    )


def _taken(context: Context, row: Row, sides: Sides) -> Finding | None:
    """A duty with a deliverable that a department takes of which nobody has a part in it."""
    graph = context.graph
    home = graph.department_of_duty.get(row.of.id)
    if home is None:
        return None
    units = [home, *(u for c in row.cells if (u := unit_of(graph, c.party)) is not None)]
    for link in context.links.of(row.address, "deliverables"):
        for use in graph.artifacts.takers(bare(link.target or ""), "duty", "step"):
            unit = unit_of(graph, use.source)
            if unit is None or any(graph.related(unit, own) for own in units):
                continue
            if handed_over(graph, sides, home, unit):
                continue
            return Finding(
                context.at(row.of, *link.route),
                say(
                    "`{unit}` takes what `{duty}` makes, and nobody there is told",
                    "`{unit}` 取用 `{duty}` 的成果，却没有告知对方",
                    unit=graph.department(unit),
                    duty=row.of,
                ),
                say(
                    "inform `{unit}`, for example `I: {id}`, or write `coordination` or a handoff",
                    "请知会 `{unit}`（例如 `I: {id}`），或写上 `coordination` 或交接",
                    unit=graph.department(unit),
                    id=unit,
                ),
                related=(
                    context.at(use.source, *use.route, message=say("taken here", "在此取用")),
                ),
            )
    return None
