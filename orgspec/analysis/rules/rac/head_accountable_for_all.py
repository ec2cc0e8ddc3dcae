"""RAC011: head-accountable-for-all."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say


@rule("RAC011", "head-accountable-for-all", since="0.1", severity=Severity.INFO)
def head_accountable_for_all(context: Context) -> Iterator[Finding]:
    """
    The head of a department is A of every one of its duties. Departments of 4 roles and 8 duties
    up.

    ## Why
    A head who answers for every detail delegates nothing: the posts below carry out, and nobody
    grows. It is sound in a small unit and rarely in a large one.

    ## Example
    ```yaml
    departments:
      sales: {head: manager}
    roles:
      manager: {department: sales}
      lead: {department: sales}
      rep: {department: sales}
      clerk: {department: sales}
    duties:
      quotes: {raci: {A: manager, R: rep}}
      contracts: {raci: {A: manager, R: clerk}}
      samples: {raci: {A: manager, R: rep}}
      deliveries: {raci: {A: manager, R: clerk}}
      complaints: {raci: {A: manager, R: rep}}
      visits: {raci: {A: manager, R: clerk}}
      forecasts: {raci: {A: manager, R: lead}}
      prices: {raci: {A: manager, R: lead}}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: manager}
    roles:
      manager: {department: sales}
      lead: {department: sales}
      rep: {department: sales}
      clerk: {department: sales}
    duties:
      quotes: {raci: {A: manager, R: rep}}
      contracts: {raci: {A: manager, R: clerk}}
      samples: {raci: {A: manager, R: rep}}
      deliveries: {raci: {A: manager, R: clerk}}
      complaints: {raci: {A: lead, R: rep}}
      visits: {raci: {A: lead, R: clerk}}
      forecasts: {raci: {A: lead, R: rep}}
      prices: {raci: {A: lead, R: lead}}
    ```

    ## Source
    Vertical analysis of a responsibility matrix: the letters of one role, read down its column.

    ---
    部门负责人对本部门的每一项职责都负责（A）。仅检查不少于 4 个岗位、8 项职责的部门。

    ## 为什么
    事事由负责人负责，就等于没有授权：下属只是执行，无人成长。小部门尚可，大部门少有妥当。

    ## 怎么改
    请把部分职责的 A 交给本部门能够负责的岗位。

    ## 来源
    责任矩阵的纵向分析：逐列查看一个岗位的字母。
    """
    graph = context.graph
    for load in graph.loads.values():
        head = graph.head_of.get(load.department)
        if not load.judged or head is None:
            continue
        if not _answers_for(context, load.department, head):
            continue
        unit = graph.department(load.department)
        yield Finding(
            context.at(unit, "head"),
            say(
                "`{role}` is accountable for all {n} duties of `{unit}`",
                "`{role}` 对 `{unit}` 的全部 {n} 项职责负责",
                role=graph.role(head),
                n=load.duties,
                unit=unit,
            ),
            say(
                "let posts of the department answer for what they do themselves",
                "请让本部门岗位对自己执行的职责负责",
            ),
            related=(context.at(f"role/{head}", message=say("A of every duty", "对每项职责负责")),),
        )


def _answers_for(context: Context, department: str, head: str) -> bool:
    """Whether a role is A of every duty of a department."""
    rows = context.graph.rows
    duties = context.graph.duties_of_department[department]
    return all(head in rows[f"duty/{duty}"].roles("A") for duty in duties)
