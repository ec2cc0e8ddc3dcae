"""A workflow as a process: its steps, and what BPMN wants drawn between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from orgspec.diagnostics import Message, say
from orgspec.graph.flow import Flow as StepGraph
from orgspec.interchange.bpmn.elements import ACTIVITIES, GATEWAYS, Flow, Node, Trigger
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.step_elements import (
    iso,
    kept,
    kept_text,
    tag_of,
    triggers_of,
)
from orgspec.interchange.bpmn.xml_ids import XmlIds
from orgspec.model.workflow import Step, Transition

START = say("Start", "开始")
END = say("End", "结束")
OVERDUE = say("Overdue", "超时")
TOLD = say("Overdue: tell {to}", "超时：上报{to}")
CHOICE = say("{step}: which way?", "{step}：如何继续？")
WORDS = {
    "superior": say("the superior", "上级"),
    "owner": say("the owner of the workflow", "流程负责人"),
    "head": say("the head", "部门负责人"),
}


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
    ends = [(kept_text(x, "event"), kept_text(x, "name") or x.label.in_("")) for x in (source, target)]
    catches = kept_text(target, "type") == "intermediateCatchEvent"
    return ends[0] == ends[1] and ends[0][0] == "link" and catches


def _is_handled(event: Step, targets: Sequence[Step]) -> bool:
    """Whether a boundary event of compensation leads to what compensates: no flow is drawn."""
    handler = len(targets) == 1 and kept(targets[0]).get("compensates") is True
    return kept_text(event, "event") == "compensate" and handler


@dataclass(slots=True)
class Drawing:
    """The nodes and flows of one process, as they are drawn."""

    workflow: str
    parties: NamedParties
    ids: XmlIds
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    elements: dict[str, str] = field(default_factory=dict)

    def id(self, *parts: str) -> str:
        """A new id in this process."""
        return self.ids.take(".".join((self.workflow, *parts)))

    def said(self, message: Message) -> str:
        """A message in the language of the export."""
        return message.in_(self.parties.locale)

    def draw(self, tag: str, purpose: str, *parts: str, name: str = "", **more: Any) -> str:
        """Add a node that stands for no step."""
        id_ = self.id(*parts, purpose)
        self.nodes.append(Node(id=id_, tag=tag, name=name, fields={"drawn": purpose}, **more))
        return id_

    def flow(self, source: str, target: str, **more: Any) -> str:
        """Add a flow."""
        id_ = self.id("flow", str(len(self.flows) + 1))
        self.flows.append(Flow(id=id_, source=source, target=target, **more))
        return id_

    def enter(self, step: Step, node: Node, coming: int, leaving: int) -> None:
        """Draw what gathers the ways that lead to a step, if it cannot do so itself."""
        self.elements[step.id] = node.id
        self.entries[step.id] = node.id
        if coming < 2:
            return
        if node.tag in GATEWAYS and leaving < 2:
            if (node.tag == "parallelGateway") == bool(step.join):
                return
        purpose, tag = ("join", "parallelGateway") if step.join else ("merge", "exclusiveGateway")
        self.entries[step.id] = self.draw(tag, purpose, step.local)
        self.flow(self.entries[step.id], node.id)

    def begin(self, step: Step, name: str, several: bool) -> None:
        """Draw the event with which a run begins, if the step is none itself."""
        triggers = (Trigger(kind="message"),) if several else ()
        id_ = self.draw("startEvent", "start", step.local, name=name or self.said(START),
                        triggers=triggers)  # fmt: skip
        self.flow(id_, self.entries[step.id])

    def leave(
        self, step: Step, node: Node, ways: Sequence[tuple[Transition, tuple[str, ...]]]
    ) -> None:
        """Draw what follows a step."""
        source = node.id
        if not ways:
            if step.end and node.tag != "endEvent" and not node.compensates:
                end = self.draw("endEvent", "end", step.local, name=self.said(END))
                self.flow(source, end)
            return
        if len(ways) > 1 and not (node.tag in GATEWAYS and node.tag != "parallelGateway"):
            name = self.said(replace(CHOICE, values={"step": node.name}))
            source = self.draw("exclusiveGateway", "choice", step.local, name=name)
            self.flow(node.id, source)
        default = _default(ways)
        for number, (way, targets) in enumerate(ways, 1):
            entries = [self.entries[target] for target in targets]
            fork = bool(way.all) and not (len(ways) == 1 and node.tag == "parallelGateway")
            drawn_fork = ""
            if fork:
                drawn_fork = self.draw("parallelGateway", "fork", step.local, str(number))
            wording = dict(self._wording(step, node, way, targets, way is default))
            for entry in [drawn_fork] if fork else entries:
                made = self.flow(source, entry, **wording)
                if way is default:
                    self._set_default(source, made)
            for entry in entries if fork else ():
                self.flow(drawn_fork, entry)

    def _wording(
        self,
        step: Step,
        node: Node,
        way: Transition,
        targets: tuple[str, ...],
        default: bool,
    ) -> Iterator[tuple[str, Any]]:
        """What a flow says of when it is taken."""
        when = way.when.in_(self.parties.locale) if way.when is not None else ""
        fields: dict[str, Any] = {}
        if way.at_most is not None:
            fields["at_most"] = way.at_most
        if default and when:
            fields["when"] = True
        if way.otherwise and not default:
            fields["otherwise"] = True
        yield "name", when
        if when and not default and node.tag != "eventBasedGateway":
            formal = kept(step).get("conditions")
            local = targets[0].partition("/")[2] if targets else ""
            given = formal.get(local) if isinstance(formal, Mapping) else None
            yield "condition", given if isinstance(given, str) and given else when
        yield "fields", fields

    def _set_default(self, source: str, flow: str) -> None:
        """Make a flow the default of its node."""
        for place, node in enumerate(self.nodes):
            if node.id == source:
                self.nodes[place] = replace(node, default=flow)

    def limit(self, step: Step, node: Node) -> None:
        """Draw the limit of a step: a timer that does not interrupt, and who is then told."""
        if step.within is None:
            return
        rungs = step.escalation or self.parties.graph.organisation.workflows[step.workflow].escalation
        to = rungs[0].to.removeprefix("role/") if rungs else ""
        who = self.said(WORDS[to]) if to in WORDS else self.parties.name_of(f"role/{to}")
        name = self.said(replace(TOLD, values={"to": who}) if to else OVERDUE)
        timer = self.draw(
            "boundaryEvent", "limit", step.local,
            name=step.within.text(self.parties.locale), host=node.id, interrupts=False,
            triggers=(Trigger(kind="timer", time="timeDuration", text=iso(step.within)),),
        )  # fmt: skip
        triggers = (Trigger(kind="escalation"),) if to else ()
        self.flow(timer, self.draw("endEvent", "overdue", step.local, name=name, triggers=triggers))


def _default(ways: Sequence[tuple[Transition, tuple[str, ...]]]) -> Transition | None:
    """The transition for all other cases: the one that says so, else the only one without `when`."""
    marked = next((way for way, _ in ways if way.otherwise), None)
    bare = [way for way, _ in ways if way.when is None]
    if marked is not None or len(bare) != 1 or len(ways) < 2:
        return marked
    return bare[0]


def node_of(
    drawing: Drawing, step: Step, ways: Ways, *, host: str, fields: Mapping[str, Any]
) -> Node:
    """The node of a step."""
    following = ways.next.get(step.id, ())
    tag = tag_of(
        step,
        [way for way, _ in following],
        coming=bool(ways.coming.get(step.id)),
        starts=step.id in ways.starts,
        attached=bool(host),
    )
    locale = drawing.parties.locale
    loop = kept_text(step, "loop")
    return Node(
        id=drawing.id(step.local),
        tag=tag,
        name=step.label.in_(locale) if step.name or step.nature == "work" or step.call else "",
        text=step.description.in_(locale) if step.description is not None else "",
        host=host,
        interrupts=kept(step).get("interrupts") is not False,
        compensates=kept(step).get("compensates") is True and tag in ACTIVITIES,
        loop=loop if loop in ("loop", "parallel", "sequential") and tag in ACTIVITIES else "",
        triggers=triggers_of(step, tag),
        fields=fields,
    )
