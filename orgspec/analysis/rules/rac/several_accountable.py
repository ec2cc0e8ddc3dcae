"""RAC002: several-accountable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import quoted, say
from orgspec.graph.letters import adds
from orgspec.graph.rows import Cell, Row


@rule("RAC002", "several-accountable", since="0.1")
def several_accountable(context: Context) -> Iterator[Finding]:
    """
    More than one party in the letters of a row that act as A. A department and the role that
    heads it, a person and that person's primary role, are one.

    ## Why
    Where two answer, each may wait for the other, and either may undo what the other decided.
    Shared accountability is the commonest fault of a matrix, and the dearest.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      finance-manager: {}
      sales-rep: {}
    duties:
      credit: {raci: {A: finance-manager, R: finance-manager}}
      pricing: {raci: {A: [sales-manager, finance-manager], R: sales-rep}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      finance-manager: {}
      sales-rep: {}
    duties:
      credit: {raci: {A: finance-manager, R: finance-manager}}
      pricing: {raci: {A: sales-manager, R: sales-rep, C: finance-manager}}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix: every activity has exactly one A.

    ---
    同一行中起 A 作用的字母下有多方。部门与其负责人、人员与其主岗，算作同一方。

    ## 为什么
    两方都负责，就会互相等待，或互相推翻对方的决定。共同负责是责任矩阵最常见、代价最高的毛病。

    ## 怎么改
    请只保留一方负责，其余改为 C（咨询）或 R（执行）；若确实各管一半，请拆成两项职责。

    ## 来源
    责任矩阵的横向分析：每项活动有且只有一个 A。
    """
    for row in context.graph.written_rows:
        cells = _answering(row)
        if len(cells) < 2 or not adds(row, cells):
            continue
        names = tuple(cell.text for cell in cells)
        second = cells[1]
        label = say("also accountable", "同样负责")
        yield Finding(
            context.at(second.holder, *second.route, message=label),
            say(
                "{names} are all accountable for `{what}`"
                if len(names) > 2
                else "{names} are both accountable for `{what}`",
                "{names} 同时对 `{what}` 负责",
                names=quoted(names),
                what=row.of,
            ),
            say(
                "keep one, for example `{one}`, and consult the others; or split the duty",
                "请只保留一方（例如 `{one}`），其余改为咨询；或拆成各自的职责",
                one=names[0],
            ),
            related=tuple(
                context.at(
                    cell.holder,
                    *cell.route,
                    message=label if cell in cells[2:] else say("accountable", "负责"),
                )
                for cell in (cells[0], *cells[2:])
            ),
            address=row.address,
        )


def _answering(row: Row) -> tuple[Cell, ...]:
    """The first cell of each party that answers; who is read as one role is one."""
    cells = row.acting("A")
    if len(cells) < 2:
        return cells
    first: dict[str, Cell] = {}
    for cell in cells:
        first.setdefault(cell.role or cell.party or cell.text, cell)
    return tuple(first.values())
