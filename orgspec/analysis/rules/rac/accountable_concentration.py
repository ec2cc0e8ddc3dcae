"""RAC010: accountable-concentration."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.load import DUTIES, ROLES, Load


@frozen
class Options:
    """Thresholds of accountable-concentration.

    Attributes:
        accountable_share: The largest share of its department's duties that a role may answer for
            without heading it. 非负责人岗位可负责的本部门职责的最大比例。
    """

    accountable_share: float = 0.5


@rule(
    "RAC010", "accountable-concentration", since="0.1", severity=Severity.WARNING, options=Options,
    yields_to=("RAC011", "ORG005"),
)  # fmt: skip
def accountable_concentration(context: Context) -> Iterator[Finding]:
    """
    A role that heads no department is A of more than `accountable_share` of its department's
    duties; or any role is A of all duties where three departments have some. Departments, or
    organisations, of 4 roles and 8 duties up.

    ## Why
    Who answers for most of a department without leading it lacks the standing to do so, or leads
    it in fact. And where one post answers for everything, nobody else answers for anything.

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
      quotes: {raci: {A: lead, R: rep}}
      contracts: {raci: {A: lead, R: clerk}}
      samples: {raci: {A: lead, R: rep}}
      deliveries: {raci: {A: lead, R: clerk}}
      complaints: {raci: {A: lead, R: rep}}
      visits: {raci: {A: manager, R: clerk}}
      forecasts: {raci: {A: manager, R: rep}}
      prices: {raci: {A: manager, R: clerk}}
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
    岗位不是任何部门的负责人，却对所属部门超过 `accountable_share` 的职责负责；
    或在三个以上部门都有职责时，一个岗位对全部职责负责。仅检查不少于 4 个岗位、
    8 项职责的部门或组织。

    ## 为什么
    不领导部门却对其大部分工作负责，要么名不正，要么其实就是负责人。若一个岗位对一切负责，
    其他人就什么都不负责。

    ## 怎么改
    请把 A 交给部门负责人或分散给各执行岗位；若该岗位就是负责人，请写为部门的 `head`。

    ## 来源
    责任矩阵的纵向分析：逐列查看一个岗位的字母。
    """
    graph = context.graph
    everything = _of_everything(graph)
    if everything is not None:
        yield _finding(context, everything, len(graph.organisation.duties), None)
    for load in graph.loads.values():
        if not load.judged:
            continue
        share = context.options(Options, load.department).accountable_share
        for role, count in load.above("A", share):
            if role != everything and role not in graph.headed_by:
                yield _finding(context, role, count, load)


def _of_everything(graph: Graph) -> str | None:
    """The role that is A of all duties of at least three departments, if there is one."""
    duties = graph.organisation.duties
    if len(graph.duties_of_department) < 3 or len(duties) < DUTIES:
        return None
    if len(graph.organisation.roles) < ROLES:
        return None
    common: set[str] | None = None
    for duty in duties.values():
        answering = set(graph.row(duty).roles("A"))
        common = answering if common is None else common & answering
        if not common:
            return None
    return min(common) if common else None


def _finding(context: Context, role: str, count: int, load: Load | None) -> Finding:
    """A role that answers for much of a department, or (no load) for everything there is."""
    post = context.graph.role(role)
    total = load.duties if load is not None else count
    place = context.at(
        post, message=say("A of {n} of {all}", "{all} 项中负责 {n} 项", n=count, all=total)
    )
    if load is None:
        return Finding(
            place,
            say(
                "`{role}` is accountable for all {n} duties of all departments",
                "`{role}` 对所有部门的全部 {n} 项职责负责",
                role=post,
                n=count,
            ),
            say(
                "let the heads of the departments answer for their own duties",
                "请由各部门负责人对本部门职责负责",
            ),
        )
    unit = context.graph.department(load.department)
    return Finding(
        place,
        say(
            "`{role}` answers for {n} of the {all} duties of `{unit}`, which it does not head",
            "`{role}` 对 `{unit}` {all} 项职责中的 {n} 项负责，却不是其负责人",
            role=post,
            n=count,
            all=total,
            unit=unit,
        ),
        say(
            "let the head or those who do the work answer, or make it the `head` of the department",
            "请由负责人或各执行岗位负责，或将其写为部门的 `head`",
        ),
        related=(context.at(unit, message=say("its department", "所在部门")),),
    )
