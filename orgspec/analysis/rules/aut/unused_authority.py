"""AUT004: unused-authority."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.authorities import takers
from orgspec.graph.branches import condition_of
from orgspec.graph.meant import meant
from orgspec.model.governance import Authority


@rule("AUT004", "unused-authority", since="0.1", severity=Severity.INFO, finds_absence=True)
def unused_authority(context: Context) -> Iterator[Finding]:
    """
    An authority that no duty or step names, nor a condition of a branch, nor what a meeting decides;
    judged where half of the authorities are named.

    ## Why
    A limit that no work refers to is not looked up when the work is done: nobody notices when it is
    overstepped.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
      buying: {raci: manager}
    authorities:
      discount: {measure: "%", levels: [{role: manager, up_to: 10}, {role: director}]}
      purchase: {measure: CNY, levels: [{role: manager, up_to: 50000}, {role: director}]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
      buying: {raci: manager, authorities: purchase}
    authorities:
      discount: {measure: "%", levels: [{role: manager, up_to: 10}, {role: director}]}
      purchase: {measure: CNY, levels: [{role: manager, up_to: 50000}, {role: director}]}
    ```

    ---
    没有职责或步骤使用、也没有分支条件或会议提到的权限；半数权限有所使用时才判断。

    ## 为什么
    没有工作引用的额度，做事时就不会有人去查：超了也无人察觉。

    ## 怎么改
    请在用到它的职责的 `authorities` 或步骤的 `authority` 中写明；已不需要的请删去。
    """
    organisation = context.organisation
    authorities = organisation.authorities
    if not authorities:
        return
    guessed = meant(context.links.unresolved, authorities, "authority")
    named = {
        id_: bool(takers(context.program, authority)) or id_ in guessed
        for id_, authority in authorities.items()
    }
    if not all(named.values()):
        for name in _in_conditions(context):
            if name in named:
                named[name] = True
    every = tuple(authorities.values())
    if not context.half(every, lambda each: named[each.id]):
        return
    yield from (_unused(context, each) for each in every if not named[each.id])


def _in_conditions(context: Context) -> Iterator[str]:
    """The names that conditions of branches compare with amounts."""
    locale = context.organisation.locales[0]
    for step in context.organisation.steps.values():
        for transition in step.next:
            if transition.when is not None:
                yield from (term.name for term in condition_of(transition.when, locale).terms)


def _unused(context: Context, authority: Authority) -> Finding:
    """One authority that nothing takes."""
    return Finding(
        context.at(authority),
        say(
            "no duty or step takes the authority `{authority}`",
            "没有职责或步骤使用权限 `{authority}`",
            authority=authority,
        ),
        say(
            "name it in `authorities` of the duty, or as `authority` of the step, that decides by it",
            "请在据此决定的职责的 `authorities` 或步骤的 `authority` 中写明",
        ),
    )
