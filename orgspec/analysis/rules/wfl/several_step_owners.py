"""WFL013: several-step-owners."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.letters import duty_row
from orgspec.graph.parties import unit_of
from orgspec.graph.rows import Cell
from orgspec.model.workflow import Step


@rule("WFL013", "several-step-owners", since="0.1", severity=Severity.WARNING)
def several_step_owners(context: Context) -> Iterator[Finding]:
    """
    A step with several R of different departments, its A none of them, and no `split_by` on it or
    its duty. Steps that only take over the letters of one duty are one finding.

    ## Why
    Where two departments do one step and who answers for it does neither part, each takes the
    other to be at work.

    ## Example
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board}
      finance: {parent: board}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      accountant: {department: finance, reports_to: director}
    workflows:
      ordering:
        owner: director
        steps:
          check-customer: {raci: {A: director, R: [seller, accountant]}, end: true}
    ```

    ## Instead
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board}
      finance: {parent: board}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      accountant: {department: finance, reports_to: director}
    workflows:
      ordering:
        owner: director
        steps:
          check-customer:
            raci: {A: director, R: [seller, accountant]}
            split_by: the seller checks the address, the accountant the credit
            end: true
    ```

    ## Source
    Horizontal analysis of a responsibility matrix: many R in one row.

    ---
    步骤有多个来自不同部门的 R，其 A 不在其中，步骤和所属职责也都没有 `split_by`。
    仅沿用同一职责字母的多个步骤只报告一次。

    ## 为什么
    两个部门同做一步，而负责的人又不亲自做，双方都会以为对方在做。

    ## 怎么改
    请用 `split_by` 写明如何分工，或只留一个 R，或由其中一个 R 担任 A。

    ## 来源
    责任矩阵的横向分析：一行中有多个 R。
    """
    seen: dict[str, list[Step]] = {}
    for step in context.organisation.steps.values():
        cells = context.graph.row(step).responsible
        if len(cells) > 1 and _is_open(context, step):
            inherited = {cell.holder for cell in cells} - {step.address}
            whole = len(inherited) == 1 and not step.raci
            seen.setdefault(inherited.pop() if whole else step.address, []).append(step)
    for steps in seen.values():
        yield _finding(context, steps)


def _is_open(context: Context, step: Step) -> bool:
    """Whether nothing says who of several does a step."""
    graph = context.graph
    row = graph.row(step)
    lead = row.accountable
    if lead is None or (lead.party is None and lead.role is None):
        return False  # RAC001 or REF001
    duty = duty_row(graph, step)
    if step.split_by is not None or (duty is not None and getattr(duty.of, "split_by", None)):
        return False
    if any(_same(lead, cell) for cell in row.responsible):
        return False
    return _parts(context, row.responsible) is not None


def _same(lead: Cell, cell: Cell) -> bool:
    """Whether two cells mean one role."""
    if lead.role is not None and lead.role == cell.role:
        return True
    return lead.party is not None and lead.party == cell.party


def _parts(context: Context, cells: tuple[Cell, ...]) -> tuple[Cell, Cell] | None:
    """The first two cells of departments of which neither is the other or above it."""
    graph = context.graph
    placed = [(cell, unit) for cell in cells if (unit := unit_of(graph, cell.party)) is not None]
    for index, (cell, unit) in enumerate(placed[:20]):
        for other, second in placed[index + 1 : 20]:
            if not graph.related(unit, second):
                return cell, other
    return None


def _finding(context: Context, steps: list[Step]) -> Finding:
    """The finding at the first of the steps that share the letters."""
    step = steps[0]
    row = context.graph.row(step)
    parts = _parts(context, row.responsible)
    assert parts is not None
    one, other = parts
    own = other.holder == step.address
    place = context.at(step, *other.route) if own else context.at(step, "duty")
    parties = dict.fromkeys(cell.party or cell.text for cell in row.responsible)
    names = tuple(context.name(party) for party in parties)
    return Finding(
        place,
        say(
            "several departments do step `{step}` and nothing says how they divide it: {names}",
            "步骤 `{step}` 由多个部门执行，却未写明如何分工：{names}",
            step=step,
            names=names,
        ),
        say(
            "write `split_by`, keep one R, or make one of them the A",
            "请写明 `split_by`，或只留一个 R，或由其中之一担任 A",
        ),
        related=(*_cells(context, one, other, own), *_others(context, steps)),
    )


def _cells(context: Context, one: Cell, other: Cell, own: bool) -> Iterator[Label]:
    """The places of the letters, save the primary one."""
    for cell in (one,) if own else (one, other):
        yield context.at(cell.holder, *cell.route, message=say("does it too", "也执行此步骤"))


def _others(context: Context, steps: list[Step]) -> Iterator[Label]:
    """The other steps that take over the same letters."""
    for step in steps[1:]:
        yield context.at(step, "duty", message=say("the same here", "此处相同"))
