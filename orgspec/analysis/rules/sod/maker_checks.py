"""SOD003: maker-checks."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.control_story import place, role_of, step_of, story
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.controls import (
    APPROVING,
    ASKING,
    CHECKING,
    MAKING,
    Control,
    own_controls,
)


@rule("SOD003", "maker-checks", since="0.1")
def maker_checks(context: Context) -> Iterator[Finding]:
    """
    In one workflow a role of one head, or a person as the only holder, does a step of verb class
    handle and a later one of class check, on the same object or on an artifact that the first gave.
    A step with several R may be checked by another of them. What a declared separation covers is
    SOD001 or SOD002.

    ## Why
    Nobody finds their own mistakes a second time. A check by who did the work is a signature only.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    workflows:
      shipping:
        owner: director
        object: papers
        steps:
          prepare: {raci: {A: director, R: clerk}, action: prepare, next: check}
          check: {raci: {A: director, R: clerk}, action: check, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
      checker: {reports_to: director}
    workflows:
      shipping:
        owner: director
        object: papers
        steps:
          prepare: {raci: {A: director, R: clerk}, action: prepare, next: check}
          check: {raci: {A: director, R: checker}, action: check, end: true}
    ```

    ## Source
    Maker and checker: the four eyes principle of segregation of duties.

    ---
    同一流程中，编制一人的岗位或唯一任职的人先做了办理类步骤，后来又对同一对象（或前一步产出的产物）做
    审核类步骤。步骤有多个 R 时可由其他人审核，不报告；已声明分离所涵盖的情形由 SOD001、SOD002 报告。

    ## 为什么
    自己的差错自己很难再看出来。由经办人自己审核，只是多签了一个名。

    ## 怎么改
    请把审核步骤交给另一岗位。

    ## 来源
    制单与复核分离：四眼原则。
    """
    found = tuple(own_controls(context.graph, MAKING, CHECKING))
    if not found:
        return
    approved = own_controls(context.graph, ASKING, APPROVING)  # SOD004 speaks of these
    told = {(each.first.deed.address, each.hand) for each in approved}
    for control in found:
        if (control.first.deed.address, control.hand) not in told:
            yield _finding(context, control)


def _finding(context: Context, control: Control) -> Finding:
    """One hand that checks its own work."""
    return Finding(
        place(context, control),
        say(
            "`{who}` checks its own work: step `{second}` checks what step `{first}` made",
            "`{who}` 审核自己的工作：步骤 `{second}` 所审核的，是步骤 `{first}` 办理的内容",
            who=context.name(control.hand),
            first=step_of(control.first),
            second=step_of(control.second),
        ),
        say(
            "let another role than `{role}` do `{second}`",
            "请由 `{role}` 以外的岗位负责 `{second}`",
            role=role_of(context, control.second),
            second=step_of(control.second),
        ),
        story(context, control, say("made here", "在此办理")),
    )
