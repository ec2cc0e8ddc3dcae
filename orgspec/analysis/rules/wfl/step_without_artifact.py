"""WFL017: step-without-artifact."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, quoted, say
from orgspec.graph.artifacts import inputs_of, outputs_of
from orgspec.graph.crossings import Crossing, HandoffIndex, all_serving
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.written import is_written
from orgspec.model.workflow import Step


@rule(
    "WFL017",
    "step-without-artifact",
    since="0.1",
    severity=Severity.INFO,
    yields_to=("HND003", "HND002"),
)
def step_without_artifact(context: Context) -> Iterator[Finding]:
    """
    A crossing edge where nothing is said to pass: no output of the first step is an input of the
    second, nor does the second take what the first works on or what a handoff between them
    brings. [if half of the workflow's steps name artifacts]

    ## Why
    The next department is to begin, and nothing says with what: it asks, waits, or works from
    memory.

    ## Example
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
      stock: {parent: board, head: keeper}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
    artifacts: {order: {}, delivery-note: {}}
    workflows:
      delivery:
        owner: director
        steps:
          order: {raci: seller, outputs: order, next: pack}
          pack: {raci: keeper, outputs: delivery-note, next: archive}
          archive: {raci: seller, inputs: [order, delivery-note], end: true}
    ```

    ## Instead
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
      stock: {parent: board, head: keeper}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
    artifacts: {order: {}, delivery-note: {}}
    workflows:
      delivery:
        owner: director
        steps:
          order: {raci: seller, outputs: order, next: pack}
          pack: {raci: keeper, inputs: order, outputs: delivery-note, next: archive}
          archive: {raci: seller, inputs: [order, delivery-note], end: true}
    ```

    ---
    跨部门的连线没有写明交接什么：前一步骤的输出都不是后一步骤的输入，后一步骤也不取用前一步骤
    所处理的或双方交接所带来的产物。[若流程半数步骤写有产物]

    ## 为什么
    下一个部门该开始了，却没有写明凭什么开始：只好询问、等待，或凭记忆去做。

    ## 怎么改
    请在前一步骤写 `outputs`，在后一步骤写 `inputs`，写明交接的产物。
    """
    graph = context.graph
    if not graph.organisation.artifacts or not graph.organisation.workflows:
        return
    index: HandoffIndex | None = None
    told: set[tuple[str, str]] = set()
    kept: dict[str, bool] = {}
    for crossing in graph.crossings:
        source, target = graph.organisation.steps[crossing.source], _target(graph, crossing)
        wanted = {*inputs_of(graph, target)} or _first_inputs(graph, target)
        had = {*outputs_of(graph, source), *inputs_of(graph, source)}
        if (source.id, target.id) in told or not wanted.isdisjoint(had):
            continue
        told.add((source.id, target.id))
        if crossing.workflow not in kept:
            kept[crossing.workflow] = _is_kept(context, crossing.workflow)
        if not kept[crossing.workflow] or _is_unclear(context, crossing):
            continue
        index = graph.handoff_index if index is None else index
        if not _is_handed(graph, index, crossing, had | wanted):
            yield _finding(context, crossing)


def _target(graph: Graph, crossing: Crossing) -> Step:
    """The step that takes over."""
    return graph.organisation.steps[crossing.target]


def _first_inputs(graph: Graph, step: Step) -> set[str]:
    """What the first steps of the workflow take that a step calls."""
    called = graph.links.targets(step.address, "call")
    starts = [start for workflow in called for start in graph.flows[bare(workflow)].starts]
    steps = graph.organisation.steps
    return {artifact for start in starts for artifact in inputs_of(graph, steps[start])}


def _is_kept(context: Context, workflow: str) -> bool:
    """Whether half of the steps of work of a workflow name artifacts."""
    graph = context.graph
    steps = graph.organisation.workflows[workflow].steps
    work = [step for step in steps if step.nature == "work"]
    return context.half(work, lambda s: inputs_of(graph, s) or outputs_of(graph, s))


def _is_unclear(context: Context, crossing: Crossing) -> bool:
    """Whether something that could not be read or resolved may be what passes."""
    steps = context.organisation.steps
    for step, field in ((steps[crossing.source], "outputs"), (steps[crossing.target], "inputs")):
        links = context.links.of(step.address)
        if any(link.target is None and link.route[0] in (field, "duty", "call") for link in links):
            return True
        if not getattr(step, field) and is_written(context.program, step.address, field):
            return True
        if _duty_is_unclear(context, step):
            return True
    return False


def _duty_is_unclear(context: Context, step: Step) -> bool:
    """Whether the duty of a step names an artifact that nothing declares."""
    fields = ("inputs", "deliverables")
    return any(
        link.target is None and link.route[0] in fields
        for duty in context.links.targets(step.address, "duty")
        for link in context.links.of(duty)
    )


def _is_handed(graph: Graph, index: HandoffIndex, crossing: Crossing, artifacts: set[str]) -> bool:
    """Whether a handoff between the two sides passes something of theirs, or does not say what."""
    for id_ in all_serving(graph, index, crossing):
        links = graph.links.of(f"handoff/{id_}", "artifacts")
        if not links or any(x.target is None or bare(x.target) in artifacts for x in links):
            return True
    return False


def _finding(context: Context, crossing: Crossing) -> Finding:
    """One edge on which nothing passes."""
    source = context.organisation.steps[crossing.source]
    target = _target(context.graph, crossing)
    outputs = sorted(outputs_of(context.graph, source))
    return Finding(
        _edge(context, crossing),
        say(
            "work goes from step `{one}` to step `{other}` in another department, and nothing is"
            " said to pass",
            "工作由步骤 `{one}` 转到另一部门的步骤 `{other}`，却未写明交接什么",
            one=source,
            other=target,
        ),
        say(
            "name what `{other}` works from in its `inputs`; `{one}` gives {outputs}",
            "请在 `{other}` 的 `inputs` 写明它所依据的产物；`{one}` 的输出为 {outputs}",
            one=source,
            other=target,
            outputs=quoted(outputs),
        )
        if outputs
        else say(
            "write the `outputs` of `{one}`, and name them in the `inputs` of `{other}`",
            "请写明 `{one}` 的 `outputs`，并列入 `{other}` 的 `inputs`",
            one=source,
            other=target,
        ),
        related=(
            context.at(source, "outputs", message=say("gives", "移交步骤")),
            context.at(target, "inputs", message=say("takes", "接收步骤")),
        ),
    )


def _edge(context: Context, crossing: Crossing) -> Label:
    """The name in `next` that makes the edge."""
    source, target, _, place = crossing.edge
    for link in context.links.of(f"step/{source}", "next"):
        if link.target == f"step/{target}" and link.route[1] == place:
            return context.at(link.source, *link.route)
    return context.at(f"step/{source}", "next", place)
