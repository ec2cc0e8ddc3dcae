"""RAC013: consulted-overload."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen


@frozen
class Options:
    """Thresholds of consulted-overload.

    Attributes:
        consulted_share: The largest share of its department's duties in which a role may be
            consulted. 岗位可被咨询的本部门职责的最大比例。
    """

    consulted_share: float = 0.6


@rule(
    "RAC013", "consulted-overload", since="0.1", severity=Severity.INFO, options=Options,
    yields_to=("RAC010", "RAC011", "RAC012"),
)  # fmt: skip
def consulted_overload(context: Context) -> Iterator[Finding]:
    """
    A role that is consulted (C) in more than `consulted_share` of its department's duties.
    Departments of 4 roles and 8 duties up.

    ## Why
    Who must be asked about most things becomes the place where most things wait, and is asked
    out of habit rather than need.

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
      contracts: {raci: {A: manager, R: clerk, C: rep}}
      samples: {raci: {A: manager, R: clerk, C: rep}}
      deliveries: {raci: {A: manager, R: clerk, C: rep}}
      complaints: {raci: {A: lead, R: clerk, C: rep}}
      visits: {raci: {A: lead, R: lead, C: rep}}
      forecasts: {raci: {A: lead, R: lead}}
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
    岗位在所属部门超过 `consulted_share` 的职责中被咨询（C）。仅检查不少于 4 个岗位、
    8 项职责的部门。

    ## 为什么
    多数事情都要先问的岗位，会成为多数事情排队的地方；而且往往只是习惯性征询。

    ## 怎么改
    请只在确实需要其意见处保留 C，其余改为知会（I）。

    ## 来源
    责任矩阵的纵向分析：逐列查看一个岗位的字母。
    """
    graph = context.graph
    for load in graph.loads.values():
        if not load.judged:
            continue
        share = context.options(Options, load.department).consulted_share
        for role, count in load.above("C", share):
            if graph.role(role).nature != "human":
                continue
            yield Finding(
                context.at(
                    f"role/{role}",
                    message=say(
                        "C of {n} of {all}", "{all} 项中被咨询 {n} 项", n=count, all=load.duties
                    ),
                ),
                say(
                    "`{role}` is consulted on {n} of the {all} duties of `{unit}`",
                    "`{unit}` 的 {all} 项职责中有 {n} 项要咨询 `{role}`",
                    role=graph.role(role),
                    n=count,
                    all=load.duties,
                    unit=graph.department(load.department),
                ),
                say(
                    "inform it where its opinion decides nothing",
                    "凡其意见不影响决定的，请改为知会",
                ),
                related=(
                    context.at(
                        f"department/{load.department}",
                        message=say("its department", "所在部门"),
                    ),
                ),
            )
