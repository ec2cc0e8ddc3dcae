"""REF008: inheritance-cycle."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, say
from orgspec.graph.reporting import first_targets, forest


@rule("REF008", "inheritance-cycle", since="0.1")
def inheritance_cycle(context: Context) -> Iterator[Finding]:
    """
    `parent` of departments or `rolls_up_to` of KPIs leads back to where it began. Each loop is
    found once, at its least id. (For `reports_to` see ORG002.)

    ## Why
    A department inside itself hangs nowhere in the chart, and a figure that adds to itself has
    no sum.

    ## Example
    ```yaml
    departments:
      sales: {parent: export}
      export: {parent: sales}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {}
      export: {parent: sales}
    ```

    ---
    部门的 `parent` 或指标的 `rolls_up_to` 绕回自身。每个循环只报告一次，位于其中最小的 id。
    （`reports_to` 见 ORG002。）

    ## 为什么
    隶属于自己的部门在结构图中无处安放；汇入自身的指标无法求和。

    ## 怎么改
    请改正循环中的一处引用。
    """
    organisation = context.organisation
    yield from _loops(context, "department", "parent", context.graph.departments.cycles())
    addresses = (kpi.address for kpi in organisation.kpis.values())
    sums = forest(first_targets(context.program, addresses, "rolls_up_to"))
    yield from _loops(context, "kpi", "rolls_up_to", sums.cycles())


def _loops(
    context: Context, kind: str, field: str, cycles: tuple[tuple[str, ...], ...]
) -> Iterator[Finding]:
    """A finding for each loop of one field."""
    for loop in cycles:
        lines = [
            _line(context, f"{kind}/{id_}", field, loop[(place + 1) % len(loop)])
            for place, id_ in enumerate(loop)
        ]
        way = tuple(f"`{id_}`" for id_ in (*loop, loop[0]))
        yield Finding(
            lines[0],
            say("`{field}` runs in a circle: {way}", "`{field}` 成环：{way}", field=field, way=way),
            say(
                "take one of these lines out, or let it name another",
                "请去掉其中一处，或改为引用其他条目",
            ),
            related=tuple(lines[1:]),
        )


def _line(context: Context, address: str, field: str, target: str) -> Label:
    """The place where one member of a loop names the next."""
    return context.at(address, field, message=say("leads to `{id}`", "指向 `{id}`", id=target))
