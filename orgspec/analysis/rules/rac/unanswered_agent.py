"""RAC022: unanswered-agent."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.rows import Cell, Row
from orgspec.model.role import Role

_KINDS = {
    "ai-agent": say("an AI agent", "智能体（AI）"),
    "system": say("a system", "系统"),
}


@rule("RAC022", "unanswered-agent", since="0.1")
def unanswered_agent(context: Context) -> Iterator[Finding]:
    """
    The A of a duty or step is a role of kind `ai-agent` or `system`, also where it is the head of
    a department or decides by an authority. It may work under R; a human answers for it.

    ## Why
    An agent does the work, but it cannot be asked, cannot promise and bears no consequence. What
    it does wrong is answered for by the person who lets it work.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
      reply-bot: {reports_to: manager, kind: ai-agent}
    duties:
      replies: {raci: {A: reply-bot, R: reply-bot}}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      reply-bot: {reports_to: manager, kind: ai-agent}
    duties:
      replies: {raci: {A: manager, R: reply-bot}}
    ```

    ## Source
    Published practice of responsibility matrices with automated roles: a human in charge.

    ---
    职责或步骤的 A 是 `ai-agent` 或 `system` 类岗位，包括它作为部门负责人或凭权限决定的情形。
    它可以在 R 下做事，须由人员对其负责。

    ## 为什么
    智能体能做事，却无法被问责、不能承诺，也不承担后果。它做错的，由让它做事的人负责。

    ## 怎么改
    请在 A 下写一个人员岗位，例如其上级，把它留在 R 下。

    ## 来源
    含自动化角色的责任矩阵的通行做法：由人负责。
    """
    agents = {r.id: r for r in context.organisation.roles.values() if r.nature in _KINDS}
    if not agents:
        return
    seen = set()
    for row in context.graph.rows.values():
        for cell in row.acting("A"):
            role = agents.get(cell.role or "")
            # What a step takes over from its duty was said of the duty.
            if role is not None and (cell.holder, cell.route) not in seen:
                seen.add((cell.holder, cell.route))
                yield _finding(context, row, cell, role)


def _finding(context: Context, row: Row, cell: Cell, role: Role) -> Finding:
    """The finding, at the cell, with what makes its party an agent."""
    return Finding(
        context.at(cell.holder, *cell.route),
        say(
            "`{role}` is {kind} and cannot answer for `{what}`",
            "`{role}` 是{kind}，不能对 `{what}` 负责",
            role=role,
            kind=_KINDS[role.nature],
            what=row.of,
        ),
        _advice(context, role),
        related=_related(context, cell, role),
        address=row.address,
    )


def _advice(context: Context, role: Role) -> Message:
    """To name a human, its nearest human superior for example."""
    superiors = (context.graph.role(x) for x in context.graph.reporting.ancestors(role.id))
    human = next((x for x in superiors if x.nature == "human"), None)
    if human is None:
        return say(
            "name the human role that answers for what it does",
            "请写对其所做之事负责的人员岗位",
        )
    return say(
        "name the human role that answers for what it does, its superior for example: `{role}`",
        "请写对其所做之事负责的人员岗位，例如其上级：`{role}`",
        role=human,
    )


def _related(context: Context, cell: Cell, role: Role) -> tuple[Label, ...]:
    """The role's kind and, where a department is named, that the role is its head."""
    kind = context.at(role, "kind", message=say("{kind}", "{kind}", kind=_KINDS[role.nature]))
    if cell.party is None or not cell.party.startswith("department/"):
        return (kind,)
    said = say("read as its head", "读作其负责人")
    return (context.at(cell.party, "head", message=said), kind)
