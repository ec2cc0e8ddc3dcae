"""HND003: undeclared-handoff."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.crossings import Crossing


@rule("HND003", "undeclared-handoff", since="0.1", severity=Severity.WARNING)
def undeclared_handoff(context: Context) -> Iterator[Finding]:
    """
    A step follows one in another department and no handoff is declared between the two sides. A
    department's handoff covers all below it; the company as a whole covers nothing. One finding a
    pair of departments and workflow; silent in a specification without handoffs.

    ## Why
    Work is lost, late and disputed between departments, not within them. A handoff says what
    passes, by when, and when it is good enough.

    ## Example
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
      stock: {parent: board, head: keeper}
      finance: {parent: board, head: accountant}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
      accountant: {department: finance, reports_to: director}
    artifacts: {order: {}, delivery-note: {}}
    workflows:
      delivery:
        owner: director
        steps:
          order: {raci: seller, outputs: order, next: pack}
          pack: {raci: keeper, inputs: order, outputs: delivery-note, next: invoice}
          invoice: {raci: accountant, inputs: delivery-note, end: true}
    handoffs:
      order-to-stock: {from: sales, to: stock, artifacts: order}
    ```

    ## Instead
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
      stock: {parent: board, head: keeper}
      finance: {parent: board, head: accountant}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
      accountant: {department: finance, reports_to: director}
    artifacts: {order: {}, delivery-note: {}}
    workflows:
      delivery:
        owner: director
        steps:
          order: {raci: seller, outputs: order, next: pack}
          pack: {raci: keeper, inputs: order, outputs: delivery-note, next: invoice}
          invoice: {raci: accountant, inputs: delivery-note, end: true}
    handoffs:
      order-to-stock: {from: sales, to: stock, artifacts: order}
      delivery-to-finance: {from: stock, to: finance, artifacts: delivery-note}
    ```

    ## Source
    Rummler and Brache, Improving Performance: the white space on the organisation chart.

    ---
    后一步骤在另一个部门，双方之间却没有声明交接。部门的交接适用于其所有下级；公司整体不算。
    每个流程中每对部门报告一次；全篇没有交接时不检查。

    ## 为什么
    工作往往丢在部门之间，而不是部门之内。交接写明交什么、何时交、怎样才算合格。

    ## 怎么改
    请在 `handoffs` 中声明这两个部门（或岗位、步骤）之间的交接。

    ## 来源
    Rummler 与 Brache《绩效改进》：组织图上的空白地带。
    """
    if not context.given(context.organisation.handoffs):
        return
    missing: dict[tuple[str, str, str], list[Crossing]] = {}
    for crossing, handoff in context.graph.served:
        if handoff is None:
            pair = (crossing.workflow, crossing.giver, crossing.taker)
            missing.setdefault(pair, []).append(crossing)
    for found in missing.values():
        yield _finding(context, found)


def _finding(context: Context, found: list[Crossing]) -> Finding:
    """One pair of departments in one workflow, at the first edge between them."""
    first = found[0]
    steps = context.organisation.steps
    departments = context.organisation.departments
    return Finding(
        _edge(context, first),
        say(
            "work passes from `{giver}` to `{taker}` here, and no handoff between them is declared",
            "工作由 `{giver}` 转到 `{taker}`，双方之间却没有声明交接",
            giver=departments[first.giver],
            taker=departments[first.taker],
        ),
        say(
            "declare a handoff `{{from: {one}, to: {other}, artifacts: …}}`",
            "请在 `handoffs` 中声明 `{{from: {one}, to: {other}, artifacts: …}}`",
            one=first.giver,
            other=first.taker,
        ),
        related=(
            context.at(steps[first.source], message=say("gives", "移交步骤")),
            context.at(steps[first.target], message=say("takes", "接收步骤")),
            *(
                Label(label.source, label.span, say("here too", "此处相同"), label.address)
                for label in (_edge(context, other) for other in found[1:])
            ),
        ),
    )


def _edge(context: Context, crossing: Crossing) -> Label:
    """The name in `next` that makes the edge."""
    source, target, _, place = crossing.edge
    for link in context.links.of(f"step/{source}", "next"):
        if link.target == f"step/{target}" and link.route[1] == place:
            return context.at(link.source, *link.route)
    return context.at(f"step/{source}", "next", place)
