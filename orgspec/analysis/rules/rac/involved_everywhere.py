"""RAC009: involved-everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen


@frozen
class Options:
    """Thresholds of involved-everywhere.

    Attributes:
        involved_share: The largest share of its department's duties that a role may be involved in.
            岗位可参与的本部门职责的最大比例。
    """

    involved_share: float = 0.8


@rule(
    "RAC009", "involved-everywhere", since="0.1", severity=Severity.INFO, options=Options,
    yields_to=("RAC010", "RAC011", "RAC012", "RAC013"),
)  # fmt: skip
def involved_everywhere(context: Context) -> Iterator[Finding]:
    """
    A role that has R, A, S or C in more than `involved_share` of its department's duties and does
    not head it. Being informed does not count. Departments of 4 roles and 8 duties up.

    ## Why
    A post that has a part in everything is asked about everything: it slows the others down, and
    when it is absent all waits.

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
      deliveries: {raci: {A: manager, R: clerk, C: rep}}
      complaints: {raci: {A: lead, R: clerk, C: rep}}
      visits: {raci: {A: lead, R: rep}}
      forecasts: {raci: {A: lead, R: lead, C: rep}}
      prices: {raci: {A: lead, R: lead}}
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
    岗位在所属部门超过 `involved_share` 的职责中有 R、A、S 或 C，而它并不是部门负责人。知会不计。
    仅检查不少于 4 个岗位、8 项职责的部门。

    ## 为什么
    事事都要参与的岗位，事事都要等它：既拖慢别人，一旦缺席全部停摆。

    ## 怎么改
    请把它的部分职责交给他人，或改为知会（I）。

    ## 来源
    责任矩阵的纵向分析：逐列查看一个岗位的字母。
    """
    graph = context.graph
    for load in graph.loads.values():
        if not load.judged:
            continue
        share = context.options(Options, load.department).involved_share
        for role, count in load.involved_above(share):
            if graph.head_of.get(load.department) == role:
                continue
            yield Finding(
                context.at(
                    f"role/{role}",
                    message=say("{n} of {all}", "{all} 项中的 {n} 项", n=count, all=load.duties),
                ),
                say(
                    "`{role}` has a part in {n} of the {all} duties of `{unit}`",
                    "`{role}` 参与了 `{unit}` {all} 项职责中的 {n} 项",
                    role=graph.role(role),
                    n=count,
                    all=load.duties,
                    unit=graph.department(load.department),
                ),
                say(
                    "let it be informed where it neither works nor must be asked",
                    "凡不由它执行、也不必征询它的，请改为知会",
                ),
                related=(
                    context.at(
                        f"department/{load.department}",
                        message=say("its department", "所在部门"),
                    ),
                ),
            )
