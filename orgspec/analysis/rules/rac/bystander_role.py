"""RAC014: bystander-role."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH, Cell
from orgspec.model.role import Role

_WORKS = frozenset("ARS")


@rule(
    "RAC014", "bystander-role", since="0.1", severity=Severity.INFO, yields_to=("DUT005",)
)  # fmt: skip
def bystander_role(context: Context) -> Iterator[Finding]:
    """
    A post that is consulted or informed, and nowhere answers, works or supports. The cells of
    its department count for it.

    ## Why
    A post that only gives advice or hears of things has no work in this description: either its
    duties are not written down, or nobody would miss it (人人有事干).

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      adviser: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-manager, C: adviser}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      adviser: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-manager, C: adviser}}
      market-report: {raci: {A: sales-manager, R: adviser}}
    ```

    ## Source
    Vertical analysis of a responsibility matrix: columns without A and R.

    ---
    岗位只被咨询或知会，从未负责、执行或支持。所在部门的字母也算作它的。

    ## 为什么
    只提意见、只听消息的岗位在这里没有工作：要么职责没有写出来，要么可有可无（人人有事干）。

    ## 怎么改
    请写明它所执行或负责的职责。

    ## 来源
    责任矩阵的纵向分析：没有 A 和 R 的列。
    """
    roles = _idle(context)
    if not roles:
        return
    borne = _borne(context.graph)
    uncertain = _under_unknown_letters(context)
    for role in roles:
        if role.nature != "human" or role.address in uncertain:
            continue
        home = context.graph.department_of_role.get(role.id)
        cells = {**borne.get(f"department/{home}", {}), **borne.get(role.address, {})}
        if not cells or _WORKS & cells.keys():
            continue
        strongest = cells[min(cells, key=STRENGTH.index)]
        yield Finding(
            context.at(role),
            say(
                "`{role}` is only {what}, and nowhere works or answers",
                "`{role}` 只被{what}，从未执行或负责",
                role=role,
                what=_what(cells),
            ),
            say(
                "write down the duties that it does, or ask whether it is a post",
                "请写明它执行的职责，或考虑该岗位是否必要",
            ),
            related=(_place(context, strongest),),
        )


def _idle(context: Context) -> list[Role]:
    """The roles that do nothing and do not belong to a department that does."""
    works = _parties(context.graph, "A", "R", "S")
    homes = context.graph.department_of_role
    idle = (r for r in context.organisation.roles.values() if r.address not in works)
    return [role for role in idle if f"department/{homes.get(role.id)}" not in works]


def _parties(graph: Graph, *letters: str) -> frozenset[str]:
    """The parties that bear one of some letters, the roles that are meant by them as well."""
    cells = [cell for row in graph.rows.values() for cell in row.acting(*letters)]
    parties = {cell.party for cell in cells if cell.party is not None}
    roles = {cell.role for cell in cells if cell.role is not None}
    return frozenset(parties.union(f"role/{role}" for role in roles))


def _borne(graph: Graph) -> dict[str, dict[str, Cell]]:
    """Party → what its letters act as → the first cell that says so.

    Cells of a person, or of a department that is read as its head, count for the role as well.
    """
    found: dict[str, dict[str, Cell]] = {}
    for row in graph.rows.values():
        for cell in row.cells:
            if cell.party is not None:
                found.setdefault(cell.party, {}).setdefault(cell.acts_as, cell)
            if cell.role is not None and cell.party != f"role/{cell.role}":
                found.setdefault(f"role/{cell.role}", {}).setdefault(cell.acts_as, cell)
    return found


def _under_unknown_letters(context: Context) -> frozenset[str]:
    """The parties that stand under a key that is no letter: what they do is not known."""
    signs = context.organisation.scheme.signs
    keys = {key for row in context.graph.rows.values() for key in row.of.raci}
    unknown = {key for key in keys if not signs(key)}
    if not unknown:
        return frozenset()
    return frozenset(
        link.target
        for address in context.graph.rows
        for link in context.links.of(address, "raci")
        if link.target is not None and link.route[1] in unknown
    )


def _what(letters: dict[str, Cell]) -> Message:
    """What a bystander is, in words."""
    if len(letters) > 1:
        return say("consulted and informed", "咨询和知会")
    return say("consulted", "咨询") if "C" in letters else say("informed", "知会")


def _place(context: Context, cell: Cell) -> Label:
    """The cell that names the role or its department."""
    label = say("consulted here", "在此被咨询")
    if cell.acts_as == "I":
        label = say("informed here", "在此被知会")
    return context.at(cell.holder, *cell.route, message=label)
