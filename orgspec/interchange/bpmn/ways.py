"""What follows each step, and which events are attached to which step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgspec.graph.flow import Flow as StepGraph
from orgspec.interchange.bpmn.elements import ACTIVITIES
from orgspec.interchange.bpmn.step_elements import kept, kept_text
from orgspec.model.workflow import Step, Transition


@dataclass(frozen=True, slots=True)
class Ways:
    """What follows each step, resolved: steps by full id.

    Attributes:
        next: transitions with the steps that they lead to, those to boundary events left out.
        hosts: boundary event → the step that it is attached to.
        coming: step → how many flows lead to it.
        starts: the steps with which a run begins.
    """

    next: Mapping[str, tuple[tuple[Transition, tuple[str, ...]], ...]]
    hosts: Mapping[str, str]
    coming: Mapping[str, int]
    starts: frozenset[str]


def ways_of(graph: StepGraph) -> Ways:
    """The ways of a workflow, boundary events and ends of links apart."""
    steps = {step.id: step for step in graph.steps}
    places: dict[str, dict[int, list[str]]] = {}
    for edge in graph.edges:
        places.setdefault(edge.source, {}).setdefault(edge.place, []).append(edge.target)
    hosts: dict[str, str] = {}
    for step in graph.steps:
        before = set(graph.predecessors.get(step.id, ()))
        if kept_text(step, "type") == "boundaryEvent" and len(before) == 1:
            host = next(iter(before))
            if host != step.id and (steps[host].nature == "work" or _is_activity(steps[host])):
                hosts[step.id] = host
    following = {
        id_: tuple(
            (steps[id_].next[place], tuple(targets))
            for place, targets in sorted(found.items())
            if not any(hosts.get(target) == id_ for target in targets)
            and not (len(targets) == 1 and _is_linked(steps[id_], steps[targets[0]]))
            and not (id_ in hosts and _is_handled(steps[id_], [steps[t] for t in targets]))
        )
        for id_, found in places.items()
    }
    coming: dict[str, int] = {}
    for ways in following.values():
        for _, targets in ways:
            for target in targets:
                coming[target] = coming.get(target, 0) + 1
    return Ways(following, hosts, coming, frozenset(graph.starts))


def _is_activity(step: Step) -> bool:
    """Whether a step that is no work is an activity in BPMN all the same."""
    return step.call is not None or kept_text(step, "type") in ACTIVITIES


def _is_linked(source: Step, target: Step) -> bool:
    """Whether one throws a link that the other catches: no flow is drawn."""
    ends = [
        (kept_text(x, "event"), kept_text(x, "name") or x.label.in_("")) for x in (source, target)
    ]
    catches = kept_text(target, "type") == "intermediateCatchEvent"
    return ends[0] == ends[1] and ends[0][0] == "link" and catches


def _is_handled(event: Step, targets: Sequence[Step]) -> bool:
    """Whether a boundary event of compensation leads to what compensates: no flow is drawn."""
    handler = len(targets) == 1 and kept(targets[0]).get("compensates") is True
    return kept_text(event, "event") == "compensate" and handler
