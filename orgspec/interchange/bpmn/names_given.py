"""Which process is which workflow, which node which step, which data which artifact."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from orgspec.interchange.bpmn.elements import ACTIVITIES, EVENTS, SUBPROCESSES, Model, Node, Scope
from orgspec.interchange.bpmn.naming import Namer
from orgspec.interchange.bpmn.net import drawn, label


@dataclass(frozen=True, slots=True)
class Part:
    """A process or sub-process that becomes a workflow.

    Attributes:
        path: its file.
        id: of its element.
        workflow: the id that it gets.
        title: its name.
        scope: what is in it.
        node: the sub-process that it was, None for a process.
        owners: the lane's party of each node, by the node's id; those of sub-processes too.
    """

    path: str
    id: str
    workflow: str
    title: str
    scope: Scope
    node: Node | None
    line: int


@dataclass(slots=True)
class Names:
    """Names by file and id of the element."""

    parts: list[Part] = field(default_factory=list)
    workflows: dict[tuple[str, str], str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    steps: dict[tuple[str, str], str] = field(default_factory=dict)
    artifacts: dict[tuple[str, str], str] = field(default_factory=dict)

    def step(self, path: str, node: str) -> str:
        """The id of a step within its workflow."""
        return self.steps[path, node].partition("/")[2]


def is_aside(node: Node, scope: Scope) -> bool:
    """Whether a sub-process stands beside the flow and begins by an event of its own."""
    return node.by_event and not any(node.id in (flow.source, flow.target) for flow in scope.flows)


def holds_steps(scope: Scope) -> bool:
    """Whether anything in a scope is part of its flow."""
    return any(not is_aside(node, scope) for node in scope.nodes)


def give_names(models: tuple[Model, ...]) -> Names:
    """Name all processes and what is in them, in the order of the files."""
    names = Names()
    workflows = Namer()
    for model in models:
        for process in model.processes:
            if process.scope.nodes or process.fields:
                title = process.name or _pool_name(model, process.id)
                id_ = workflows.keep(process.fields.get("id"), title, process.id)
                if holds_steps(process.scope):
                    names.called.setdefault(process.id, id_)
                part = Part(model.path, process.id, id_, title, process.scope, None, process.line)
                _name_scope(names, workflows, part)
    return names


def _pool_name(model: Model, process: str) -> str:
    """The name of the pool that a process runs in."""
    pools = (p for c in model.collaborations for p in c.participants if p.process == process)
    return next((pool.name for pool in pools if pool.name), "")


def _name_scope(names: Names, workflows: Namer, part: Part) -> None:
    """Name what is in a scope, then what is in its sub-processes."""
    names.parts.append(part)
    if holds_steps(part.scope):
        names.workflows[part.path, part.id] = part.workflow
    steps = Namer()
    unnamed: Counter[str] = Counter()
    leaving = Counter(flow.source for flow in part.scope.flows)
    for node in part.scope.nodes:
        if not drawn(node) and not is_aside(node, part.scope):
            wish = label(node)
            if not wish:
                sort = _sort(node, leaving[node.id])
                unnamed[sort] += 1
                wish = f"{sort}-{unnamed[sort]}"
            id_ = steps.keep(node.fields.get("id"), wish, node.id)
            names.steps.setdefault((part.path, node.id), f"{part.workflow}/{id_}")
    for node in part.scope.nodes:
        if node.tag in SUBPROCESSES and node.inner is not None and node.inner.nodes:
            title = label(node)
            id_ = workflows.take(title, node.id)
            inner = Part(part.path, node.id, id_, title, node.inner, node, node.line)
            _name_scope(names, workflows, inner)


def _sort(node: Node, leaving: int) -> str:
    """What a node without name is called, with a number behind: nothing that tells anything.

    A gateway that does not choose needs no name and is a `gateway`; another a `node`.
    """
    if node.tag in ACTIVITIES:
        return "task"
    if node.tag in EVENTS:
        return "event"
    silent = node.tag in ("parallelGateway", "eventBasedGateway")
    return "node" if leaving > 1 and not silent else "gateway"
