"""STF007: invalid-deputy."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.reporting import bare
from orgspec.model.role import Role


@rule("STF007", "invalid-deputy", since="0.1")
def invalid_deputy(context: Context) -> Iterator[Finding]:
    """
    A `deputy` that cannot stand in: the role itself, an AI agent or a system, or (with people) the
    one person who holds the role, under their own name or as the only holder of the deputy role.
    Two roles may name each other; a deputy that nobody holds is another matter (STF001).

    ## Why
    A deputy is there for the day on which the holder is not. Where both are the same person, or
    nobody, that day finds the post empty although the text says that it is covered.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none, deputy: manager}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none, deputy: clerk}
      clerk: {reports_to: manager}
    ```

    ## Source
    Practice of mutual deputies (AB 角): A and B are two people.

    ---
    `deputy` 无法代理：它就是该岗位自己，是 AI 智能体或系统，
    或（已声明人员时）正是担任该岗位的那唯一一人，或只由此人担任的岗位。
    两个岗位可以互为代理；无人任职的代理岗位另行判断（STF001）。

    ## 为什么
    代理人是为任职者不在的那一天准备的。若两者是同一个人，或没有人，那一天岗位就空着，
    而文件上写着有人代理。

    ## 怎么改
    请写另一个有人担任的岗位，或另一个人。

    ## 来源
    AB 角的做法：A 角与 B 角是两个人。
    """
    for id_, deputies in context.graph.coverage.deputies.items():
        role = context.graph.role(id_)
        for place, deputy in enumerate(deputies):
            reason = None if deputy in deputies[:place] else _reason(context, role, deputy)
            if reason is not None:
                yield _finding(context, role, deputy, reason)


def _finding(context: Context, role: Role, deputy: str, reason: Message) -> Finding:
    """The finding, where the deputy is named."""
    links = context.links.of(role.address, "deputy")
    route = next(link.route for link in links if link.target == deputy)
    return Finding(
        context.at(role, *route),
        reason,
        say(
            "name a role that somebody else holds, or another person",
            "请写由他人担任的岗位，或另一个人",
        ),
        related=_related(context, role, deputy),
    )


def _reason(context: Context, role: Role, deputy: str) -> Message | None:
    """Why a deputy cannot stand in for a role; None if it can."""
    if deputy == role.address:
        return say("`{role}` is its own deputy", "`{role}` 的代理人是它自己", role=role)
    if deputy.startswith("role/") and context.graph.role(bare(deputy)).nature != "human":
        return say(
            "`{deputy}`, the deputy of `{role}`, is no human post",
            "`{role}` 的代理人 `{deputy}` 不是人员岗位",
            deputy=context.name(deputy),
            role=role,
        )
    person = _nobody_left(context, role, deputy)
    if person is None:
        return None
    if deputy == f"person/{person}":
        return say(
            "`{deputy}` is the deputy of `{role}` and the only one who holds it",
            "`{deputy}` 是 `{role}` 的代理人，也是唯一的任职者",
            deputy=context.name(deputy),
            role=role,
        )
    return say(
        "`{deputy}`, the deputy of `{role}`, is held only by `{person}`, who holds `{role}` as well",
        "`{role}` 的代理岗位 `{deputy}` 只由 `{person}` 担任，而此人正是 `{role}` 的任职者",
        deputy=context.name(deputy),
        role=role,
        person=context.name(f"person/{person}"),
    )


def _nobody_left(context: Context, role: Role, deputy: str) -> str | None:
    """The person who holds the role alone and is alone behind its deputy, for certain."""
    coverage = context.graph.coverage
    person = coverage.only_holder(role.id)
    if person is None or len(coverage.holdings(role.id)) > 1:
        return None  # several hold it, or somebody acts in it beside the holder
    if deputy.startswith("person/"):
        return person if bare(deputy) == person else None
    if context.program.broken or bare(deputy) in coverage.unclear:
        return None
    return person if coverage.holders(bare(deputy), acting=True) == (person,) else None


def _related(context: Context, role: Role, deputy: str) -> tuple[Label, ...]:
    """The deputy, and the holds that make it the same person."""
    if deputy == role.address:
        return (context.at(role, message=say("the same role", "同一岗位")),)
    if deputy.startswith("person/"):
        return _holds(context, role.id)
    post = context.graph.role(bare(deputy))
    if post.nature != "human":
        said = say("kind `{kind}`", "类型为 `{kind}`", kind=post.nature)
        return (context.at(post, "kind", message=said),)
    return (*_holds(context, role.id), *_holds(context, post.id))


def _holds(context: Context, role: str) -> tuple[Label, ...]:
    """Who holds a role today."""
    return tuple(
        context.at(
            person,
            "holds",
            place,
            "role",
            message=say("holds `{role}`", "担任 `{role}`", role=context.graph.role(role)),
        )
        for person, _, place in context.graph.coverage.holdings(role)
    )
