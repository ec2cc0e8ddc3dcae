"""WFL018: ping-pong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.frozen import frozen
from orgspec.graph.doing import leading
from orgspec.graph.flow import Flow
from orgspec.graph.onward import onward

Pair = tuple[str, str]
Before = Mapping[str, tuple[str, ...]]


@frozen
class Options:
    """Threshold.

    Attributes:
        ping_pong: from how many changes between the same two roles on it is told.
            在同两个岗位之间来回达到多少次才报告。
    """

    ping_pong: int = 4


@rule("WFL018", "ping-pong", since="0.1", severity=Severity.WARNING, options=Options)
def ping_pong(context: Context) -> Iterator[Finding]:
    """
    Along a path that visits no step twice the R changes to and fro between the same two roles
    `ping_pong` (4) times or more: A, B, A, B, A. The R is a step's first; events and gateways
    that nobody does are passed over, and edges that lead back are not followed. One finding for
    two roles in a workflow.

    ## Why
    Each change is a wait and a loss. Where two people pass one case to and fro, they could settle
    it together, or one of them could do the neighbouring steps.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    workflows:
      ordering:
        owner: manager
        steps:
          enter: {raci: clerk, next: price}
          price: {raci: manager, next: confirm}
          confirm: {raci: clerk, next: book}
          book: {raci: manager, next: invoice}
          invoice: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    workflows:
      ordering:
        owner: manager
        steps:
          enter: {raci: clerk, next: price}
          price: {raci: manager, next: book}
          book: {raci: manager, next: confirm}
          confirm: {raci: clerk, next: invoice}
          invoice: {raci: clerk, end: true}
    ```

    ## Source
    Hammer and Champy, Reengineering the Corporation: combine work, reduce handoffs.

    ---
    在一条不重复经过任何步骤的路径上，R 在同两个岗位之间来回变换达到 `ping_pong`（4）次：
    甲、乙、甲、乙、甲。步骤以其第一个 R 计；无人执行的事件和网关略过，返回的连线不跟随。
    一个流程中每对岗位报告一次。

    ## 为什么
    每换一次手都有等待和损失。两个人把同一件事推来推去，不如一起办完，或由其中一人连做相邻的几步。

    ## 怎么改
    请把同一岗位的步骤排在一起，或由一人连做，或让双方一次谈定。

    ## 来源
    Hammer 与 Champy《企业再造》：合并工作，减少移交。
    """
    graph = context.graph
    for flow in graph.flows.values():
        owners = _owners(context, flow)
        if max(Counter(owners.values()).values(), default=0) < 2:
            continue
        at_least = _threshold(context, flow)
        through = frozenset(s.id for s in flow.steps if s.id not in owners and leading(graph, s))
        before = onward(flow).beyond(through)
        for pair in _pairs(before, owners, at_least):
            path = _longest(before, pair, owners)
            if _changes(path, owners) >= at_least:
                yield _finding(context, flow, pair, path, owners)


def _owners(context: Context, flow: Flow) -> Mapping[str, str]:
    """Step → the role that is its first R."""
    found = {}
    for step in flow.steps:
        cells = context.graph.row(step).responsible
        if cells and cells[0].role is not None:
            found[step.id] = cells[0].role
    return found


def _threshold(context: Context, flow: Flow) -> int:
    """How often it may change in a workflow: its owner's department says."""
    owners = context.links.targets(flow.workflow.address, "owner")
    owner = owners[0].partition("/")[2] if owners else ""
    unit = context.graph.department_of_role.get(owner)
    return max(1, context.options(Options, unit, flow.workflow).ping_pong)


def _pairs(before: Before, owners: Mapping[str, str], at_least: int) -> list[Pair]:
    """Pairs of roles between whose steps there are enough edges; an edge belongs to one pair."""
    edges: Counter[Pair] = Counter()
    for step, sources in before.items():
        one = owners.get(step)
        for source in sources if one is not None else ():
            other = owners.get(source)
            if one is not None and other is not None and one != other:
                edges[min(one, other), max(one, other)] += 1
    return sorted(pair for pair, n in edges.items() if n >= at_least)


def _longest(before: Before, pair: Pair, owners: Mapping[str, str]) -> tuple[str, ...]:
    """The path over steps of two roles that changes most often; linear in their edges.

    `before` holds all steps in order and no way back, so the path visits no step twice.
    """
    changes: dict[str, int] = {}
    previous: dict[str, str] = {}
    for step, sources in before.items():
        if owners.get(step) not in pair:
            continue
        changes[step] = 0
        for source in sources:
            n = changes.get(source, -1) + (owners.get(source) != owners[step])
            if source in changes and (step not in previous or n > changes[step]):
                changes[step], previous[step] = n, source
    path = [max(changes, key=changes.__getitem__)]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return tuple(reversed(path))


def _changes(path: tuple[str, ...], owners: Mapping[str, str]) -> int:
    """How often the R changes along a path."""
    return sum(owners[one] != owners[other] for one, other in pairwise(path))


def _finding(
    context: Context, flow: Flow, pair: Pair, path: tuple[str, ...], owners: Mapping[str, str]
) -> Finding:
    """Two roles and their path, at the step before the first change."""
    steps = context.organisation.steps
    roles = context.organisation.roles
    turns = [other for one, other in pairwise(path) if owners[one] != owners[other]]
    start = path[path.index(turns[0]) - 1]
    return Finding(
        context.at(steps[start]),
        say(
            "from step `{step}` on workflow `{flow}` goes to and fro {n} times between `{one}` and"
            " `{other}`",
            "流程 `{flow}` 自步骤 `{step}` 起在 `{one}` 与 `{other}` 之间来回 {n} 次",
            flow=flow.workflow,
            step=steps[start],
            n=len(turns),
            one=roles[owners[start]],
            other=roles[pair[pair[0] == owners[start]]],
        ),
        say(
            "let one of them do neighbouring steps in one go, or both settle it at once",
            "请让其中一人把相邻的步骤一次做完，或由双方一次谈定",
        ),
        related=tuple(
            context.at(
                steps[step], message=say("to `{role}`", "转给 `{role}`", role=roles[owners[step]])
            )
            for step in turns
        ),
    )
