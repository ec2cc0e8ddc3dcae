"""WFL020: approves-twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.doing import verb_of
from orgspec.graph.flow import Flow
from orgspec.graph.meaning import in_force
from orgspec.graph.onward import onward
from orgspec.graph.rows import Cell
from orgspec.model.workflow import Step


class _Approval(NamedTuple):
    """A step that one person alone approves, and the letter by which it is theirs."""

    step: Step
    cell: Cell

    @property
    def role(self) -> str:
        """The id of the role in which the person approves."""
        return self.cell.role or ""


Approvals = dict[str, list[_Approval]]  # step → who approves there, all the same person


@rule(
    "WFL020",
    "approves-twice",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("SOD001", "SOD002", "STF008", "SOD004", "SOD003"),
)
def approves_twice(context: Context) -> Iterator[Finding]:
    """
    Two steps of verb class authorise on one object and path are done by one person, the only
    holder, through two roles. The A of such a step approves, and so does its R if it is one role.
    One finding a person and object in a workflow. Needs people.

    ## Why
    The second approval was meant to be a second pair of eyes. Where one person holds both posts
    it is the same signature twice.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: director, headcount: 0.5}
      clerk: {reports_to: director}
    people:
      chen:
        holds:
          - {role: director, primary: true, share: 60%}
          - {role: finance-manager, share: 40%, boundary: the books}
      lin: {holds: clerk}
    workflows:
      expense:
        owner: director
        object: expense
        steps:
          claim: {raci: clerk, next: check-budget}
          check-budget: {raci: finance-manager, action: approve, next: release}
          release: {raci: director, action: authorise, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: director}
      clerk: {reports_to: director}
    people:
      chen: {holds: director}
      wang: {holds: finance-manager}
      lin: {holds: clerk}
    workflows:
      expense:
        owner: director
        object: expense
        steps:
          claim: {raci: clerk, next: check-budget}
          check-budget: {raci: finance-manager, action: approve, next: release}
          release: {raci: director, action: authorise, end: true}
    ```

    ## Source
    Segregation of duties: dual control, the four eyes principle.

    ---
    同一路径上对同一对象的两个审批类步骤，由同一个人（两个岗位各自唯一的任职者）以两个岗位的身份完成。
    此类步骤的 A 是审批人；R 只有一个岗位时，R 也是。一个流程中每人每个对象报告一次。需要声明人员。

    ## 为什么
    第二道审批本是为了多一双眼睛。两个岗位由一人担任，就成了同一个人签两次字。

    ## 怎么改
    请让另一人担任其中一个岗位，或删去其中一道审批。

    ## 来源
    不相容职务分离：双人控制、四眼原则。
    """
    if not context.organisation.people:
        return
    for flow in context.graph.flows.values():
        approving = [s for s in flow.steps if verb_of(context.graph, s) == "authorise"]
        if len(approving) > 1:
            for approvals in _by_person(context, approving).values():
                yield from _judge(context, flow, approvals)


def _by_person(context: Context, steps: list[Step]) -> dict[tuple[str, str], Approvals]:
    """Person and object → the steps that this person alone approves, if in several roles."""
    found: dict[tuple[str, str], Approvals] = {}
    for step in steps:
        object_, _ = in_force(context.graph, step)
        for cell in _approvers(context, step) if object_ is not None else ():
            person = _only_holder(context, cell)
            if person is not None and object_ is not None:
                steps_ = found.setdefault((person, object_), {})
                steps_.setdefault(step.id, []).append(_Approval(step, cell))
    return {
        key: steps_
        for key, steps_ in found.items()
        if len(steps_) > 1 and len({a.role for each in steps_.values() for a in each}) > 1
    }


def _approvers(context: Context, step: Step) -> Iterator[Cell]:
    """The A of a step, and its R if only one role is it: of several another one may do it."""
    row = context.graph.row(step)
    roles = set()
    cells = (row.acting("A")[:1], row.responsible if len(row.responsible) == 1 else ())
    for cell in (*cells[0], *cells[1]):
        if cell.role is not None and cell.role not in roles:
            roles.add(cell.role)
            yield cell


def _only_holder(context: Context, cell: Cell) -> str | None:
    """The one person who can approve in a role, if there is no doubt."""
    coverage = context.graph.coverage
    role = cell.role or ""
    if role in coverage.unclear or len(coverage.holders(role, acting=True)) != 1:
        return None
    return coverage.only_holder(role)


def _judge(context: Context, flow: Flow, approvals: Approvals) -> Iterator[Finding]:
    """The first two steps on a path that one person approves in two roles.

    Walks the workflow once: each step knows one approval before it, and one in another role.
    """
    way = onward(flow)
    known: dict[str, tuple[_Approval, ...]] = {}
    for step in way.order:
        before = _two_roles(a for x in way.before.get(step, ()) for a in known[x])
        here = approvals.get(step, [])
        for approval in here:
            first = next((a for a in before if a.role != approval.role), None)
            if first is not None:
                yield _finding(context, first, approval)
                return
        known[step] = _two_roles((*before, *here))


def _two_roles(approvals: Iterator[_Approval] | tuple[_Approval, ...]) -> tuple[_Approval, ...]:
    """The first approval, and the first one in another role."""
    found: dict[str, _Approval] = {}
    for approval in approvals:
        if len(found) < 2:
            found.setdefault(approval.role, approval)
    return tuple(found.values())


def _finding(context: Context, first: _Approval, second: _Approval) -> Finding:
    """One person who approves one thing twice."""
    roles = context.organisation.roles
    holder = context.graph.coverage.active(second.role)[0]
    person = holder.person
    return Finding(
        context.at(second.step, "action"),
        say(
            "`{person}` approves twice: as `{one}` in step `{before}` and as `{other}` in step"
            " `{step}`",
            "`{person}` 审批了两次：在步骤 `{before}` 以 `{one}` 的身份，在步骤 `{step}` 以"
            " `{other}` 的身份",
            person=person,
            one=roles[first.role],
            before=first.step,
            other=roles[second.role],
            step=second.step,
        ),
        say(
            "let somebody else hold `{one}` or `{other}`, or drop one of the two approvals",
            "请由他人担任 `{one}` 或 `{other}`，或删去其中一道审批",
            one=roles[first.role],
            other=roles[second.role],
        ),
        related=(
            context.at(first.step, "action", message=say("the first time", "第一次审批")),
            *_places(context, first),
            *_places(context, second),
        ),
    )


def _places(context: Context, approval: _Approval) -> Iterator[Label]:
    """Where the role has its letter, and where the person holds the role."""
    role = context.organisation.roles[approval.role]
    yield context.at(
        approval.cell.holder,
        *approval.cell.route,
        message=say("approved by `{role}`", "由 `{role}` 审批", role=role),
    )
    for holding in context.graph.coverage.active(approval.role)[:1]:
        yield context.at(
            holding.person,
            "holds",
            holding.place,
            "role",
            message=say("holds `{role}`", "担任 `{role}`", role=role),
        )
