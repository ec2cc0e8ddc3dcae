"""WFL010: duplicate-transition."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Fix, Message, Severity, say
from orgspec.graph.branches import Meaning, all_are_read, meaning
from orgspec.model.workflow import Step, Transition
from orgspec.syntax.nodes import MapNode
from orgspec.syntax.nodes import Step as RouteStep
from orgspec.syntax.removal import removal

Place = tuple[RouteStep, ...]


@rule("WFL010", "duplicate-transition", since="0.1", severity=Severity.WARNING)
def duplicate_transition(context: Context) -> Iterator[Finding]:
    """
    `next` names one target twice with the same `when`. The safe fix drops one, where both say
    the same throughout.

    ## Why
    The second one adds nothing: it is a slip of copying, or another step was meant that is now
    never reached.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: [confirm, confirm]}
          confirm: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: clerk, end: true}
    ```

    ---
    `next` 以相同的 `when` 两次指向同一步骤。两处内容完全相同时，安全修复会删去一处。

    ## 为什么
    第二条没有任何作用：不是复制时的疏漏，就是本想指向另一个步骤，而那个步骤因此走不到。

    ## 怎么改
    请删去一条，或改为本来要写的步骤。
    """
    locale = context.organisation.locales[0]
    for step in context.organisation.steps.values():
        named = [target for transition in step.next for target in transition.targets]
        if len(set(named)) < len(named) and all_are_read(context.graph, step):
            yield from _judge(context, step, locale)


def _judge(context: Context, step: Step, locale: str) -> Iterator[Finding]:
    """The targets of a step that are named again."""
    first: dict[tuple[str, Meaning], Place] = {}
    for index, transition in enumerate(step.next):
        said = meaning(transition, locale)
        for place, target in _names(index, transition):
            before = first.setdefault((target, said), place)
            if before is not place:
                yield _finding(context, step, target, before, place)


def _names(index: int, transition: Transition) -> Iterator[tuple[Place, str]]:
    """The targets of a transition, with their places."""
    if not transition.all and transition.to is not None:
        yield ("next", index, "to"), transition.to
    for position, target in enumerate(transition.all):
        yield ("next", index, "all", position), target


def _finding(context: Context, step: Step, target: str, before: Place, again: Place) -> Finding:
    """One target that is named again."""
    return Finding(
        context.at(step, *again),
        say(
            "step `{step}` leads to `{target}` twice under the same condition",
            "步骤 `{step}` 以相同条件两次通向 `{target}`",
            step=step,
            target=target,
        ),
        say("drop one of the two, or name what was meant", "请删去其中一处，或改为本来要写的步骤"),
        related=(context.at(step, *before, message=say("already here", "此处已有")),),
        fix=_fix(context, step, before, again),
    )


def _fix(context: Context, step: Step, before: Place, again: Place) -> Fix | None:
    """Drop the second one, if the first says all that it does."""
    title = say("drop the second one", "删去第二处")
    if before[1] == again[1]:
        return _dropped(context, step, again, title)  # twice in one `all`
    node = context.program.origins[step.address].at(("next", again[1])).node
    own = isinstance(node, MapNode) and any(str(key).startswith("x-") for key in node)
    if own or step.next[int(before[1])] != step.next[int(again[1])] or again[2] == "all":
        return None
    return _dropped(context, step, again[:2], title)


def _dropped(context: Context, step: Step, place: Place, title: Message) -> Fix | None:
    """The fix that takes out what stands at a place."""
    edit = removal(context.program.origins[step.address], place)
    return Fix(title, (edit,), safe=True) if edit is not None else None
