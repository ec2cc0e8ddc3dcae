"""RAC012: responsible-overload."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen


@frozen
class Options:
    """Thresholds of responsible-overload.

    Attributes:
        responsible_share: The largest share of its department's duties that one head may do.
            一个编制可执行的本部门职责的最大比例。
    """

    responsible_share: float = 0.7


@rule(
    "RAC012", "responsible-overload", since="0.1", severity=Severity.WARNING, options=Options,
    yields_to=("RAC010", "RAC011"),
)  # fmt: skip
def responsible_overload(context: Context) -> Iterator[Finding]:
    """
    A role of one head that does (R) more than `responsible_share` of its department's duties.
    Departments of 4 roles and 8 duties up.

    ## Why
    One post that does nearly all the work of four is either too small for it, or the others have
    too little to do. When its holder is ill the department stands still.

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
      contracts: {raci: {A: manager, R: rep}}
      samples: {raci: {A: manager, R: rep}}
      deliveries: {raci: {A: manager, R: rep}}
      complaints: {raci: {A: lead, R: rep}}
      visits: {raci: {A: lead, R: rep}}
      forecasts: {raci: {A: lead, R: clerk}}
      prices: {raci: {A: lead, R: clerk}}
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
    只有一个编制的岗位执行（R）所属部门超过 `responsible_share` 的职责。仅检查不少于 4 个岗位、
    8 项职责的部门。

    ## 为什么
    四个岗位的活几乎由一个岗位干，要么它不堪重负，要么别人无事可做。此人一旦请假，部门就停摆。

    ## 怎么改
    请把部分职责分给本部门其他岗位，或增加编制。

    ## 来源
    责任矩阵的纵向分析：逐列查看一个岗位的字母。
    """
    graph = context.graph
    for load in graph.loads.values():
        if not load.judged:
            continue
        share = context.options(Options, load.department).responsible_share
        for role, count in load.above("R", share):
            if graph.role(role).nature != "human" or graph.role(role).headcount.planned > 1:
                continue
            yield Finding(
                context.at(
                    f"role/{role}",
                    message=say(
                        "R of {n} of {all}", "{all} 项中执行 {n} 项", n=count, all=load.duties
                    ),
                ),
                say(
                    "`{role}`, a post of one, does {n} of the {all} duties of `{unit}`",
                    "`{role}` 只有一个编制，却执行 `{unit}` {all} 项职责中的 {n} 项",
                    role=graph.role(role),
                    n=count,
                    all=load.duties,
                    unit=graph.department(load.department),
                ),
                say(
                    "give some to the other posts of the department, or plan more heads",
                    "请分一部分给本部门其他岗位，或增加编制",
                ),
                related=(
                    context.at(
                        f"department/{load.department}",
                        message=say("its department", "所在部门"),
                    ),
                ),
            )
