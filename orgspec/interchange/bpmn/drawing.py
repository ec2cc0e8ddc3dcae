"""A workflow as a process: its steps, and what BPMN wants drawn between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from orgspec.diagnostics import Message, say
from orgspec.interchange.bpmn.elements import ACTIVITIES, GATEWAYS, Flow, Node, Trigger
from orgspec.interchange.bpmn.named_parties import NamedParties
from orgspec.interchange.bpmn.step_elements import (
    iso,
    kept,
    kept_text,
    tag_of,
    triggers_of,
)
from orgspec.interchange.bpmn.ways import Ways
from orgspec.interchange.bpmn.xml_ids import XmlIds
from orgspec.model.workflow import Step, Transition

_CHOOSING = ACTIVITIES | {"exclusiveGateway", "inclusiveGateway", "complexGateway"}
_SILENT = ("parallelGateway", "eventBasedGateway")
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
    defaults: dict[str, str] = field(default_factory=dict)

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
        fits = (node.tag == "parallelGateway") == bool(step.join)
        if fits and node.tag in GATEWAYS and leaving < 2:
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
        holder = node.tag if source == node.id else "exclusiveGateway"
        default = _default(ways) if holder in _CHOOSING else None
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
                    self.defaults[source] = made
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
        unsaid = bool(when) and node.tag == "eventBasedGateway"
        if (default and when) or unsaid:
            fields["when"] = when
        if way.otherwise and not default:
            fields["otherwise"] = True
        yield "name", "" if unsaid else when
        if when and not default and not unsaid:
            formal = kept(step).get("conditions")
            local = targets[0].partition("/")[2] if targets else ""
            given = formal.get(local) if isinstance(formal, Mapping) else None
            yield "condition", given if isinstance(given, str) and given else when
        yield "fields", fields

    def limit(self, step: Step, node: Node) -> None:
        """Draw the limit of a step: a timer that does not interrupt, and who is then told."""
        if step.within is None:
            return
        rungs = (
            step.escalation or self.parties.graph.organisation.workflows[step.workflow].escalation
        )
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


def _wants_name(tag: str, ways: Sequence[object]) -> bool:
    """Whether BPMN wants a name: of everything but of gateways that choose nothing."""
    return tag not in GATEWAYS or (len(ways) > 1 and tag not in _SILENT)


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
        name=step.label.in_(locale) if step.name or _wants_name(tag, following) else "",
        text=step.description.in_(locale) if step.description is not None else "",
        host=host,
        interrupts=kept(step).get("interrupts") is not False,
        compensates=kept(step).get("compensates") is True and tag in ACTIVITIES,
        loop=loop if loop in ("loop", "parallel", "sequential") and tag in ACTIVITIES else "",
        triggers=triggers_of(step, tag),
        fields=fields,
    )
