"""STF009: single-point-of-failure."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.frozen import frozen
from orgspec.graph.without import Absence, absences
from orgspec.model.role import Person

_PEOPLE = 10
"""From so many people up it is judged: in a small house everybody is one of a kind."""

_DUTIES = 3
"""So many duties at least."""

_SHOWN = 8
"""How many duties a finding shows."""


@frozen
class Options:
    """Thresholds of single-point-of-failure.

    Attributes:
        key_person_share: The largest share of all duties that may lack an A or R without one
            person. 缺少某一人时，允许失去 A 或 R 的职责占全部职责的最大比例。
    """

    key_person_share: float = 0.25


@rule(
    "STF009",
    "single-point-of-failure",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
)
def single_point_of_failure(context: Context) -> Iterator[Finding]:
    """
    Without one person more than `key_person_share` of all duties, three at least, have no A or no R
    left, or a workflow cannot reach an end. All posts of the person are gone then; held deputies
    stand in. One finding a person; from 10 people up.

    ## Why
    One illness, and a quarter of the work has nobody, or a process waits until the person is back.

    ## Example
    ```yaml
    departments: {shop: {head: boss}}
    roles:
      boss: {reports_to: none, department: shop}
      buyer: {reports_to: boss, department: shop}
      clerk: {reports_to: boss, department: shop, headcount: 8}
    people:
      ada: {holds: boss}
      bo: {holds: buyer}
      p1: {holds: clerk}
      p2: {holds: clerk}
      p3: {holds: clerk}
      p4: {holds: clerk}
      p5: {holds: clerk}
      p6: {holds: clerk}
      p7: {holds: clerk}
      p8: {holds: clerk}
    duties:
      sell: {raci: {A: boss, R: clerk}}
    workflows:
      stocking:
        owner: boss
        steps:
          count: {raci: clerk, next: order}
          order: {raci: buyer, end: true}
    ```

    ## Instead
    ```yaml
    departments: {shop: {head: boss}}
    roles:
      boss: {reports_to: none, department: shop, deputy: buyer}
      buyer: {reports_to: boss, department: shop, deputy: clerk}
      clerk: {reports_to: boss, department: shop, headcount: 8}
    people:
      ada: {holds: boss}
      bo: {holds: buyer}
      p1: {holds: clerk}
      p2: {holds: clerk}
      p3: {holds: clerk}
      p4: {holds: clerk}
      p5: {holds: clerk}
      p6: {holds: clerk}
      p7: {holds: clerk}
      p8: {holds: clerk}
    duties:
      sell: {raci: {A: boss, R: clerk}}
    workflows:
      stocking:
        owner: boss
        steps:
          count: {raci: clerk, next: order}
          order: {raci: buyer, end: true}
    ```

    ## Source
    Key person risk; AB 角 (A and B roles) of Chinese administrative practice.

    ---
    缺少某一个人时，超过 `key_person_share`（且至少三项）的职责失去 A 或 R，或某个流程无法到达终点。
    判断时，此人的全部岗位视为空缺，在任的代理人可以顶上。每人报告一次；十人以上的组织才判断。

    ## 为什么
    一个人生病，四分之一的工作就没有人做，或者某个流程只能等他回来。

    ## 怎么改
    请为其岗位指定在任的代理人（AB 角），或把部分职责交给他人。

    ## 来源
    关键人员风险；AB 角制度。
    """
    people = context.organisation.people
    if len(people) < _PEOPLE:
        return
    for absence in absences(context.graph):
        person = people[absence.person]
        if absence.workflows or _is_key(context, absence):
            yield _finding(context, person, absence)


def _is_key(context: Context, absence: Absence) -> bool:
    """Whether too many duties lack an A or R without a person."""
    role = context.graph.primary_role.get(absence.person)
    unit = context.graph.department_of_role.get(role) if role is not None else None
    person = context.organisation.people[absence.person]
    share = context.options(Options, unit, person).key_person_share
    missing = len(absence.duties)
    return missing >= _DUTIES and missing > share * len(context.organisation.duties)


def _finding(context: Context, person: Person, absence: Absence) -> Finding:
    """One person who must not be away."""
    roles = tuple(context.organisation.roles[id_] for id_ in absence.roles)
    return Finding(
        context.at(person),
        _message(context, person, absence),
        say(
            "name in `deputy` of {roles} somebody else who is there",
            "请在 {roles} 的 `deputy` 中写明另一位在任者",
            roles=tuple(say("`{role}`", "`{role}`", role=role) for role in roles[:_SHOWN]),
        ),
        tuple(_places(context, absence)),
    )


def _message(context: Context, person: Person, absence: Absence) -> Message:
    """What stands still."""
    flows = tuple(
        say("`{flow}`", "`{flow}`", flow=context.organisation.workflows[id_])
        for id_ in absence.workflows
    )
    if not _is_key(context, absence):
        return say(
            "without `{person}` {flows} cannot reach an end",
            "缺少 `{person}` 时，流程 {flows} 无法到达终点",
            person=person,
            flows=flows,
        )
    values = {"number": len(absence.duties), "total": len(context.organisation.duties)}
    if not flows:
        return say(
            "without `{person}` {number} of {total} duties have no A or no R",
            "缺少 `{person}` 时，{total} 项职责中有 {number} 项失去 A 或 R",
            person=person,
            **values,
        )
    return say(
        "without `{person}` {number} of {total} duties have no A or no R, and {flows} cannot reach"
        " an end",
        "缺少 `{person}` 时，{total} 项职责中有 {number} 项失去 A 或 R，流程 {flows} 无法到达终点",
        person=person,
        flows=flows,
        **values,
    )


def _places(context: Context, absence: Absence) -> Iterator[Label]:
    """The roles that nobody else covers, the steps that stop, and the duties."""
    for role in absence.roles:
        yield context.at(f"role/{role}", message=say("nobody else covers it", "无他人可以顶上"))
    for id_, (step, cell) in absence.workflows.items():
        said = say(
            "step `{step}` of `{flow}` stops: {sign}",
            "流程 `{flow}` 停在步骤 `{step}`：{sign}",
            step=step,
            flow=context.organisation.workflows[id_],
            sign=cell.sign,
        )
        yield context.at(cell.holder, *cell.route, message=said)
    for row, cell in absence.duties[:_SHOWN] if _is_key(context, absence) else ():
        said = say(
            "{sign} of duty `{duty}`", "职责 `{duty}` 的 {sign}", sign=cell.sign, duty=row.of
        )
        yield context.at(cell.holder, *cell.route, message=said)
