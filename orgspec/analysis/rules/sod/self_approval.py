"""SOD004: self-approval."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.control_story import place, role_of, step_of, story
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Message, say
from orgspec.graph.controls import APPROVING, ASKING, Control, own_controls


@rule("SOD004", "self-approval", since="0.1")
def self_approval(context: Context) -> Iterator[Finding]:
    """
    In one workflow a role of one head, or a person as the only holder, does a step that asks
    (request, propose, apply) or handles, and a later one of verb class authorise, on the same object
    or on an artifact that the first gave. The A of an approval approves, and so does its only R.
    What a declared separation covers is SOD001 or SOD002.

    ## Why
    Who approves their own request is controlled by nobody.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    workflows:
      travelling:
        owner: director
        object: journey
        steps:
          ask: {raci: {A: director, R: manager}, action: request, next: approve}
          approve: {raci: manager, action: approve, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    workflows:
      travelling:
        owner: director
        object: journey
        steps:
          ask: {raci: {A: director, R: manager}, action: request, next: approve}
          approve: {raci: director, action: approve, end: true}
    ```

    ## Source
    Segregation of duties: who initiates a transaction does not authorise it (COSO 2013, principle
    10).

    ---
    同一流程中，编制一人的岗位或唯一任职的人先做了申请类或办理类步骤，后来又对同一对象（或前一步产出的
    产物）做审批类步骤。审批步骤的 A 是审批人，唯一的 R 也是。已声明分离所涵盖的情形由 SOD001、SOD002 报告。

    ## 为什么
    自己批准自己的申请，等于无人控制。

    ## 怎么改
    请由另一岗位审批，例如其上级。

    ## 来源
    不相容职务分离：申请人不得审批（COSO 2013 原则 10）。
    """
    for control in own_controls(context.graph, ASKING, APPROVING):
        yield Finding(
            place(context, control),
            say(
                "`{who}` approves its own work: step `{second}` approves what step `{first}` asked"
                " for or made",
                "`{who}` 自己审批自己：步骤 `{second}` 所审批的，是步骤 `{first}` 申请或办理的内容",
                who=context.name(control.hand),
                first=step_of(control.first),
                second=step_of(control.second),
            ),
            _advice(context, control),
            story(context, control, say("asked for or made here", "在此申请或办理")),
        )


def _advice(context: Context, control: Control) -> Message:
    """Who could approve instead: the superior of who does."""
    role = role_of(context, control.second)
    superior = context.graph.reporting.above.get(role.id)
    if superior is None or superior == control.first.role:
        return say(
            "let another role than `{role}` approve in `{second}`",
            "请由 `{role}` 以外的岗位审批 `{second}`",
            role=role,
            second=step_of(control.second),
        )
    return say(
        "let another role than `{role}` approve in `{second}`, such as its superior `{superior}`",
        "请由 `{role}` 以外的岗位审批 `{second}`，例如其上级 `{superior}`",
        role=role,
        second=step_of(control.second),
        superior=context.graph.role(superior),
    )
