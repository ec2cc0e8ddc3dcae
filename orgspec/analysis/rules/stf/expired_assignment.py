"""STF011: expired-assignment."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.vacancy import chain
from orgspec.diagnostics import Severity, say
from orgspec.graph.coverage import Holding
from orgspec.model.role import Role


@rule("STF011", "expired-assignment", since="0.1", severity=Severity.WARNING)
def expired_assignment(context: Context) -> Iterator[Finding]:
    """
    A hold that is past its last day (`until`) in a role that nobody covers since; or an `acting`
    hold without `until`. One finding a hold. A role of no planned heads may stay empty.

    ## Why
    The text says that nobody does the work any more. Either the hold was extended and nobody
    wrote it down, or nobody noticed that it ended. And acting without a last day has become the
    rule: nobody was chosen for the post.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
    people:
      li-na:
        holds: [{role: manager, until: 2025-06-30}]
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
    people:
      li-na:
        holds: [{role: manager, until: 2099-06-30}]
    ```

    ## Source
    Practice of appointments and acting appointments for a term (任期、代理任职).

    ---
    任职已过最后一天（`until`），而该岗位此后无人承担；或代理任职（`acting`）没有写 `until`。
    每项任职报告一次。编制为 0 的岗位可以空着。

    ## 为什么
    按文件所写，这项工作已无人做：要么续任了没有写，要么到期了没人发现。
    没有期限的代理则成了常态：岗位一直没有选定人。

    ## 怎么改
    请延长 `until`，或写明继任者；代理任职请写明最后一天。

    ## 来源
    任期与代理任职的做法。
    """
    if not context.organisation.people:
        return
    if not context.program.broken:  # who followed may stand in the file that cannot be read
        for role in context.graph.vacant_roles:
            if role.headcount.planned > 0:
                for holding in context.graph.coverage.past(role.id):
                    yield _ended(context, role, holding)
    for person in context.organisation.people.values():
        for place, hold in enumerate(person.holds):
            if hold.acting and hold.until is None:
                yield _endless(context, Holding(person, hold, place))


def _ended(context: Context, role: Role, holding: Holding) -> Finding:
    """A hold that ended, and nobody followed."""
    person, hold, place = holding
    return Finding(
        context.at(person, "holds", place, "until"),
        say(
            "`{person}` held `{role}` until {day}, and nobody covers it since",
            "`{person}` 担任 `{role}` 至 {day} 为止，此后无人承担",
            person=person,
            role=role,
            day=hold.until,
        ),
        say(
            "write a later `until`, or let somebody else hold `{role}`",
            "请写更晚的 `until`，或安排他人担任 `{role}`",
            role=role,
        ),
        related=(
            context.at(role, message=say("vacant", "空缺")),
            *(
                context.at(
                    each.person,
                    "holds",
                    each.place,
                    "since",
                    message=say("not before {day}", "{day} 才开始", day=each.hold.since),
                )
                for each in context.graph.coverage.coming(role.id)
            ),
            *chain(context, role),
        ),
        address=person.address,
    )


def _endless(context: Context, holding: Holding) -> Finding:
    """Somebody acts in a role for an unlimited time."""
    person, hold, place = holding
    name = hold.role.removeprefix("role/")
    role = context.organisation.roles.get(name)
    return Finding(
        context.at(person, "holds", place, "acting"),
        say(
            "`{person}` acts in `{role}` without a last day",
            "`{person}` 代理 `{role}`，没有写明最后一天",
            person=person,
            role=role or name,
        ),
        say(
            "write the last day as `until`, or drop `acting` if the post was given for good",
            "请用 `until` 写明最后一天；若已正式任命，请删去 `acting`",
        ),
        related=(context.at(role, message=say("not filled", "未到岗")),) if role else (),
        address=person.address,
    )
