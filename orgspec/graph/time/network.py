"""The net of a workflow: its steps with their limits, and what work waits for between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from orgspec.frozen import frozen
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.loops import knots
from orgspec.graph.time.length import Length
from orgspec.graph.time.limits import Limits, is_emergency

COPIES = 50
"""How many givers in front of one gateway are told apart."""
_NONE = Length()


@frozen
class Passage:
    """A way from one node to another, with the handoff that is waited for, if any.

    Attributes:
        source: number of the node that is left.
        target: number of the node that is reached.
        times: how often it is taken if it leads back.
        handoff: the id of the handoff.
        wait: how long that may take.
    """

    source: int
    target: int
    times: int
    handoff: str | None = None
    wait: Length = _NONE


@frozen
class Network:
    """A workflow as nodes and passages.

    A gateway or event that nobody does stands there once for each step that work comes from, so
    that the handoff to the step behind it is known.

    Attributes:
        steps: the id of the step of each node.
        lengths: how long each may take; no time where nothing says.
        passages: the ways between them.
        starts: the nodes at which a run begins.
    """

    steps: tuple[str, ...]
    lengths: tuple[Length, ...]
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]


def network(graph: Graph, flow: Flow, limits: Limits) -> Network:
    """The net of a workflow; linear in its edges, save where many givers meet in gateways."""
    givers = _givers(graph, flow)
    nodes = {(s.id, giver): 0 for s in flow.steps for giver in givers.get(s.id, (None,))}
    for number, node in enumerate(nodes):
        nodes[node] = number
    passages = []
    wait = _wait(graph, flow, limits)
    for edge in flow.edges:
        times = edge.transition.at_most if edge.transition.at_most is not None else 1
        for giver in givers.get(edge.source, (None,)):
            source = nodes[edge.source, giver]
            at = edge.source if edge.source not in givers else giver
            if edge.target not in givers:
                handoff, length = wait(at, edge.target) if at is not None else (None, _NONE)
                target = nodes[edge.target, None]
                passages.append(Passage(source, target, times, handoff, length))
                continue
            wanted = at if (edge.target, at) in nodes else None
            passages.append(Passage(source, nodes[edge.target, wanted], times))
    known = {step.id: limits.of_step(step) or _NONE for step in flow.steps}
    steps = tuple(step for step, _ in nodes)
    return Network(
        steps,
        tuple(known[step] for step in steps),
        tuple(passages),
        tuple(n for (step, _), n in nodes.items() if step in flow.starts),
    )


def _wait(
    graph: Graph, flow: Flow, limits: Limits
) -> Callable[[str, str], tuple[str | None, Length]]:
    """What answers which handoff is waited for between two steps: the longest, and how long."""
    handoffs = graph.organisation.handoffs
    emergency = is_emergency(flow.workflow)
    between = graph.waits.between

    def wait(source: str, target: str) -> tuple[str | None, Length]:
        found: tuple[str | None, Length] = (None, _NONE)
        for id_ in between.get((source, target), ()):
            length = limits.of_handoff(handoffs[id_], emergency=emergency)
            if length is not None and length.seconds > found[1].seconds:
                found = (id_, length)
        return found

    return wait


def _givers(graph: Graph, flow: Flow) -> Mapping[str, tuple[str | None, ...]]:
    """Gateway or event that nobody does → the steps that work comes from there.

    None stands for any of them: in a loop, where several meet, they are not told apart, and a
    handoff behind is not counted.
    """
    steps = [s.id for s in flow.steps if s.nature != "work"]
    units = graph.organisation.steps
    routing = frozenset(id_ for id_ in steps if not graph.step_departments(units[id_]))
    if not routing:
        return {}
    found: dict[str, dict[str | None, None]] = {id_: {} for id_ in routing}
    frontier: list[tuple[str, str | None]] = [
        (e.target, e.source) for e in flow.edges if e.target in routing and e.source not in routing
    ]
    while frontier:
        at, giver = frontier.pop()
        if giver in found[at] or len(found[at]) > COPIES:
            continue
        found[at][giver] = None
        frontier += [(t, giver) for t in flow.successors.get(at, ()) if t in routing]
    edges = {s.id: flow.successors.get(s.id, ()) for s in flow.steps}
    looping = {id_ for group in knots(edges) if len(group) > 1 for id_ in group}
    return {
        id_: (None,)
        if id_ in flow.starts or not of or len(of) > COPIES or (len(of) > 1 and id_ in looping)
        else tuple(of)
        for id_, of in found.items()
    }
