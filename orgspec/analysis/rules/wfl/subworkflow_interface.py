"""WFL025: subworkflow-interface."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.artifacts import inputs_of, outputs_of
from orgspec.graph.loops import loops
from orgspec.graph.reporting import bare
from orgspec.model.workflow import Step


@rule("WFL025", "subworkflow-interface", since="0.1")
def subworkflow_interface(context: Context) -> Iterator[Finding]:
    """
    A step's `call` leads back to its own workflow, directly or through others; or the first step
    of the called workflow takes an artifact that the calling step neither has nor is given: it is
    no input of that step, no step before it makes it, and it is no standing document of a duty.

    ## Why
    A workflow that calls itself never comes to an end. And a sub-workflow that begins without
    its papers begins by asking for them.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, outputs: [order-sheet], next: customs}
          customs: {call: clearance, inputs: [order-sheet], next: load}
          load: {raci: clerk, outputs: [packing-list], end: true}
      clearance:
        owner: clerk
        steps:
          declare: {raci: clerk, inputs: [packing-list], end: true}
    artifacts:
      order-sheet: {}
      packing-list: {}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, outputs: [order-sheet], next: load}
          load: {raci: clerk, inputs: [order-sheet], outputs: [packing-list], next: customs}
          customs: {call: clearance, inputs: [packing-list], end: true}
      clearance:
        owner: clerk
        steps:
          declare: {raci: clerk, inputs: [packing-list], end: true}
    artifacts:
      order-sheet: {}
      packing-list: {}
    ```

    ## Source
    Hierarchical workflow nets: a sub-process has an interface, and no process contains itself.

    ---
    步骤的 `call` 直接或经由其他流程又回到本流程；或被调用流程的第一步所需的产物，调用步骤既没有、
    也得不到：不是该步骤的输入，之前的步骤没有产出，也不是某项职责的常备文件。

    ## 为什么
    调用自己的流程永远不会结束；缺了资料就开始的子流程，只能先回头去要资料。

    ## 怎么改
    请去掉绕回的 `call`；或在调用步骤的 `inputs` 中写上所需产物，并由之前的步骤产出。

    ## 来源
    分层工作流网：子流程有自己的接口，任何流程都不包含自身。
    """
    calls = _calls(context)
    yield from _circles(context, calls)
    given = context.graph.artifacts.given if calls else {}
    standing = {
        artifact
        for artifact, links in given.items()
        if any(link.source.startswith("duty/") for link in links)
    }
    for step, called in calls:
        if called != step.workflow:
            yield from _missing(context, step, called, standing)


def _calls(context: Context) -> list[tuple[Step, str]]:
    """Every step that calls a workflow, with the id of that workflow."""
    return [
        (step, bare(target))
        for workflow in context.organisation.workflows.values()
        for step in workflow.steps
        if step.call is not None
        for target in context.links.targets(step.address, "call")
    ]


def _circles(context: Context, calls: list[tuple[Step, str]]) -> Iterator[Finding]:
    """Calls that lead back to where they began; each circle once."""
    ways: dict[str, list[str]] = {w: [] for w in context.organisation.workflows}
    places: dict[tuple[str, str], Step] = {}
    for step, called in calls:
        ways[step.workflow].append(called)
        places.setdefault((step.workflow, called), step)
    for circle in loops(ways):
        steps = [
            places[one, other] for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)
        ]
        workflows = [context.organisation.workflows[id_] for id_ in circle]
        yield Finding(
            context.at(steps[0], "call"),
            say(
                "workflow `{workflow}` calls itself",
                "流程 `{workflow}` 调用了自己",
                workflow=workflows[0],
            )
            if len(circle) == 1
            else say(
                "workflow `{workflow}` calls itself through {others}",
                "流程 `{workflow}` 经由 {others} 又调用了自己",
                workflow=workflows[0],
                others=tuple(say("`{w}`", "`{w}`", w=each) for each in workflows[1:]),
            ),
            say(
                "take one `call` of the circle out; what repeats is a loop with `next`",
                "请去掉圈中的一个 `call`；要重复执行，请用 `next` 写成循环",
            ),
            related=tuple(
                context.at(step, "call", message=say("calls on", "继续调用")) for step in steps[1:]
            ),
        )


def _missing(context: Context, step: Step, called: str, standing: set[str]) -> Iterator[Finding]:
    """What the called workflow begins with and the calling step does not have."""
    graph, steps = context.graph, context.organisation.steps
    flow, inner = graph.flows[step.workflow], graph.flows[called]
    at_hand = {*standing, *inputs_of(graph, step)}
    for id_ in flow.reaching((step.id,)) - {step.id}:
        at_hand.update(outputs_of(graph, steps[id_]))
    for start in inner.starts:
        first = steps[start]
        for artifact in inputs_of(graph, first):
            thing = context.organisation.artifacts[artifact]
            given = graph.artifacts.givers(artifact)
            if artifact in at_hand or thing.external is not None or not given:
                continue  # what nobody gives at all is DUT012
            if any(link.source.startswith(f"step/{called}/") for link in given):
                continue  # it comes back from a later step: a first time it is not there yet
            yield Finding(
                context.at(step, "call"),
                say(
                    "`{step}` calls `{called}`, which begins with `{artifact}`, and does not have it",
                    "`{step}` 调用 `{called}`，后者一开始就需要 `{artifact}`，而该步骤没有",
                    step=step,
                    called=inner.workflow,
                    artifact=thing,
                ),
                say(
                    "let a step before it give `{artifact}` and name it in `inputs`",
                    "请由之前的步骤产出 `{artifact}`，并写入该步骤的 `inputs`",
                    artifact=thing.id,
                ),
                related=(
                    context.at(first, message=say("needs it", "需要它的步骤")),
                    context.at(
                        given[0].source, *given[0].route, message=say("made here", "在此产出")
                    ),
                ),
            )
