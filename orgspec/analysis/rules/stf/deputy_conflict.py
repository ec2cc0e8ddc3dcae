"""STF008: deputy-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.separation_story import Side, declared, doing, holding, role_of
from orgspec.diagnostics import say
from orgspec.graph.reporting import bare
from orgspec.graph.separations import Apart, Clash
from orgspec.model.program import Link
from orgspec.model.role import Role


class _StandIn(NamedTuple):
    """A deputy that does one side while it stands in for another.

    Attributes:
        role: who is stood in for; it does the first part.
        link: where the deputy is named.
        clash: the two parts.
        person: the id of the person in whom both meet, None where it is the deputy's own role.
    """

    role: Role
    link: Link
    clash: Clash
    person: str | None


@rule("STF008", "deputy-conflict", since="0.1")
def deputy_conflict(context: Context) -> Iterator[Finding]:
    """
    A declared separation that a role, or a person by their posts, breaks only together with the
    role that it deputises for. A deputy's deputy does not step in. One finding a deputy and
    separation; what `accepted` names is silent.

    ## Why
    On the day the deputy stands in, one hand does both sides, and nobody is there to see it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director, deputy: checker}
      checker: {reports_to: director, deputy: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: checker}}
    separations:
      documents: {between: [make-documents, check-documents]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director, deputy: director}
      checker: {reports_to: director, deputy: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: checker}}
    separations:
      documents: {between: [make-documents, check-documents]}
    ```

    ## Source
    AB 角 practice: a deputy must not hold the incompatible post (不相容岗位不得互为 AB 角).

    ---
    某岗位（或某人凭其岗位）只有在代理另一岗位时，才同时承担已声明分离的两方。代理人的代理人不递补。
    每个代理人、每条分离报告一次；`accepted` 所列情形不报告。

    ## 为什么
    代理当天，两方落在同一人手里，而且没有别人看得到。

    ## 怎么改
    请改由不承担另一方的岗位或人员代理；确实无法分离的，请在 `accepted` 中写明控制措施、负责人和期限。

    ## 来源
    AB 角制度：不相容岗位不得互为 AB 角。
    """
    for apart in context.graph.separations.every:
        for id_ in apart.parts:
            role = context.graph.role(id_)
            for link in context.links.of(role.address, "deputy") if role.deputy else ():
                found = _judge(context, apart, role, link)
                if found is not None:
                    yield _finding(context, apart, found)


def _judge(context: Context, apart: Apart, role: Role, link: Link) -> _StandIn | None:
    """Whether one deputy of a role breaks a separation by standing in, and by which parts."""
    if link.target is None or link.target == role.address:
        return None
    if link.target.startswith("role/"):
        clash = apart.joint(role.id, (bare(link.target),))
        people = context.graph.coverage.holders(bare(link.target), acting=True)
        if people and all(_holds(context, person, role.id) for person in people):
            return None  # SOD002 speaks of them
        if clash is not None:
            parties = (role.address, link.target, *_sole_holder(context, bare(link.target)))
            if context.graph.separations.accepts(apart.separation, parties):
                return None
            return _StandIn(role, link, clash, None)
    for person in context.graph.coverage.deputy_people(link.target):
        clash = _of_person(context, apart, role, person)
        if clash is not None:
            other = role_of(context, clash[1]).address
            parties = (role.address, f"person/{person}", link.target, other)
            if not context.graph.separations.accepts(apart.separation, parties):
                return _StandIn(role, link, clash, person)
    return None


def _sole_holder(context: Context, role: str) -> tuple[str, ...]:
    """The address of the one person in a role."""
    person = context.graph.coverage.only_holder(role)
    return (f"person/{person}",) if person is not None else ()


def _of_person(context: Context, apart: Apart, role: Role, person: str) -> Clash | None:
    """The parts that a person joins by standing in; None if they hold the role as it is."""
    links = context.links.targets(f"person/{person}", "holds")
    held = [id_ for id_ in map(bare, links) if _holds(context, person, id_)]
    if role.id in held:
        return None  # SOD002 judges it
    clash = apart.joint(role.id, held)
    if clash is None:
        return None
    done = [part.side for id_ in held for part in apart.parts.get(id_, ())]
    return None if clash[0].side in done else clash  # else broken without standing in


def _holds(context: Context, person: str, role: str) -> bool:
    """Whether a person holds a role today."""
    return person in context.graph.coverage.holders(role, acting=True)


def _finding(context: Context, apart: Apart, found: _StandIn) -> Finding:
    """One deputy who would do both sides."""
    mine, theirs = found.clash
    target = found.link.target or ""
    other = role_of(context, theirs)
    who = context.organisation.people[found.person] if found.person else other
    return Finding(
        context.at(found.role, *found.link.route),
        say(
            "standing in for `{role}`, `{who}` does two things that `{separation}` keeps apart: "
            "{first} and {second}",
            "`{who}` 代理 `{role}` 时，兼任了 `{separation}` 要求分离的两方：{first}与{second}",
            role=found.role,
            who=who,
            separation=apart.separation,
            first=Side(context, mine),
            second=Side(context, theirs),
        ),
        say(
            "name another `deputy` of `{role}`, or write `accepted` with `control`, `owner` and "
            "`until` in `{separation}`",
            "请为 `{role}` 另定 `deputy`，或在 `{separation}` 的 `accepted` 中写明 `control`、"
            "`owner` 和 `until`",
            role=found.role,
            separation=apart.separation,
        ),
        (
            *(label for part in found.clash for label in doing(context, part.deed, part.cell)),
            context.at(target, message=say("the deputy", "代理人")),
            *(holding(context, found.person, other.id) if found.person else ()),
            *declared(context, apart, mine, theirs),
        ),
    )
