"""The swimlane diagram of a workflow: its steps as nodes, its transitions as ways."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from orgspec.chart import LegendEntry
from orgspec.graph.artifacts import outputs_of
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.time.limits import called_by
from orgspec.model.workflow import Step
from orgspec.swimlane import Node, NodeKind, Passage, Swimlane
from orgspec.view.words import Words
from orgspec.view.workflow.conditions import condition
from orgspec.view.workflow.handoffs import handoff_label, served_by
from orgspec.view.workflow.lanes import lanes, owners, phase_lanes

MOST_PAPERS = 2
_CALM, _URGENT = 5, 6  # the colours of the signs in the legend


def swimlane(
    graph: Graph,
    flow: Flow,
    locale: str,
    *,
    by: str = "role",
    critical: Sequence[str] = (),
) -> Swimlane:
    """The diagram; `critical` are the ids of the steps on the longest path, in its order."""
    return _Drawing(graph, flow, locale, by, critical).swimlane()


class _Drawing:
    """Collects the nodes and ways of one diagram."""

    def __init__(
        self, graph: Graph, flow: Flow, locale: str, by: str, critical: Sequence[str]
    ) -> None:
        self.graph, self.flow, self.locale = graph, flow, locale
        self.words = Words(locale)
        self.critical = frozenset(critical)
        self.first = frozenset(critical[:1])
        self.stretches = frozenset(itertools.pairwise(critical))
        self.by = by
        owner = owners(graph, flow, by)
        self.doers = owners(graph, flow) if by != "role" else owner
        self.owners = list(dict.fromkeys(owner[step.id] for step in flow.steps))
        self.lane = {id_: self.owners.index(address) for id_, address in owner.items()}
        self.served = served_by(graph, flow)

    def swimlane(self) -> Swimlane:
        """The finished diagram."""
        nodes: list[Node] = []
        passages: list[Passage] = []
        for number, step in enumerate(self.flow.steps, 1):
            if step.id in self.flow.starts:
                nodes.append(self._start(step))
                passages.append(Passage(nodes[-1].id, step.id, critical=step.id in self.first))
            nodes.append(self._node(step, number))
            forks, ways = self._ways(step)
            nodes += forks
            passages += ways
        workflow = self.flow.workflow
        emergency = workflow.standing == "emergency"
        by_phase = self.by == "phase"
        return Swimlane(
            phase_lanes(self.graph, self.flow, self.locale)
            if by_phase
            else lanes(self.graph, self.locale, self.owners),
            tuple(nodes),
            tuple(passages),
            tuple(self._legend(nodes, passages)),
            tuple(self._facts()),
            self.words.join([step.in_(self.locale) for step in self.flow.steps][:12]),
            emergency,
            ordered=by_phase,
        )

    def _facts(self) -> Iterator[str]:
        """What stands at the upper right: whether it is an emergency, the limit, the owner."""
        workflow = self.flow.workflow
        if workflow.standing == "emergency":
            yield self.words("emergency")
        if workflow.within is not None:
            yield self.words("workflow_limit", limit=workflow.within.text(self.locale))
        for address in self.graph.links.targets(workflow.address, "owner")[:1]:
            owner = self.graph.organisation.find(address)
            if owner is not None:
                yield self.words("workflow_owner", name=owner.in_(self.locale))

    def _start(self, step: Step) -> Node:
        """The mark before a first step, with what triggers it."""
        trigger = step.trigger or (self.flow.workflow.trigger if step.start is False else None)
        if trigger is None and len(self.flow.starts) == 1:
            trigger = self.flow.workflow.trigger
        text = trigger.in_(self.locale) if trigger is not None else self.words("start")
        return Node(f"{step.id}#start", NodeKind.START, self.lane[step.id], text)

    def _node(self, step: Step, number: int) -> Node:
        """A step."""
        out = [e for e in self.flow.edges if e.source == step.id]
        places = {edge.place for edge in out}
        kind = NodeKind.STEP
        if step.nature == "event":
            kind = NodeKind.EVENT if out else NodeKind.END
        elif step.nature == "gateway":
            kind = NodeKind.GATEWAY
        elif step.call is not None:
            kind = NodeKind.CALL
        called = called_by(self.graph, step)
        within = step.within or (called.within if called is not None else None)
        return Node(
            step.id,
            kind,
            self.lane[step.id],
            step.in_(self.locale),
            str(number),
            within.text(self.locale) if within is not None else "",
            self._papers(step) if step.nature == "work" else (),
            choice=len(places) > 1 and kind is not NodeKind.GATEWAY,
            fork=len(places) == 1 and len({e.target for e in out}) > 1,
            join=step.join == "all" and len(self.flow.predecessors.get(step.id, ())) > 1,
            ends=step.end and not out and kind is not NodeKind.END,
            critical=step.id in self.critical,
            address=step.address,
            doer=self._doer(step) if step.nature == "work" else "",
        )

    def _doer(self, step: Step) -> str:
        """Who does a step, where the lane does not say so."""
        owner = self.doers[step.id]
        if not owner or owner == self.owners[self.lane[step.id]]:
            return ""
        entity = self.graph.organisation.find(owner) if "/" in owner else None
        return entity.in_(self.locale) if entity is not None else owner

    def _papers(self, step: Step) -> tuple[str, ...]:
        """The names of what a step makes; of many the first, and how many more there are."""
        table = self.graph.organisation.artifacts
        ids = outputs_of(self.graph, step)
        named = [table[id_].in_(self.locale) for id_ in ids if id_ in table]
        if len(named) > MOST_PAPERS:
            rest = len(named) - MOST_PAPERS + 1
            named = [*named[: MOST_PAPERS - 1], f"+{rest}"]
        return tuple(named)

    def _ways(self, step: Step) -> tuple[list[Node], list[Passage]]:
        """The ways on; a choice that forks leads to a bar of its own."""
        forks: list[Node] = []
        ways: list[Passage] = []
        out = [edge for edge in self.flow.edges if edge.source == step.id]
        places = list(dict.fromkeys(edge.place for edge in out))
        for place in places:
            edges = [edge for edge in out if edge.place == place]
            targets = list(dict.fromkeys(edge.target for edge in edges))
            label = condition(self.graph, edges[0].transition, self.locale)
            bounded = edges[0].transition.at_most is not None
            source = step.id
            if len(targets) > 1 and len(places) > 1:
                source = f"{step.id}#{place}"
                forks.append(Node(source, NodeKind.FORK, self.lane[step.id], ""))
                path = any((step.id, target) in self.stretches for target in targets)
                ways.append(Passage(step.id, source, label, "", bounded, path))
                label = ""
            for target in targets:
                served = self.served.get((step.id, target))
                handoff = handoff_label(self.graph, served, self.locale) if served else ""
                path = (step.id, target) in self.stretches
                ways.append(Passage(source, target, label, handoff, bounded, path))
        return forks, ways

    def _legend(self, nodes: list[Node], passages: list[Passage]) -> Iterator[LegendEntry]:
        """Only what the diagram shows."""
        kinds = {node.kind for node in nodes}
        shown = (
            ("swim-start", "l_start", NodeKind.START in kinds),
            ("swim-end", "l_end", NodeKind.END in kinds or any(n.ends for n in nodes)),
            ("swim-event", "l_event", NodeKind.EVENT in kinds),
            ("swim-choice", "l_choice", NodeKind.GATEWAY in kinds or any(n.choice for n in nodes)),
            (
                "swim-fork",
                "l_fork",
                NodeKind.FORK in kinds or any(n.fork or n.join for n in nodes),
            ),
            ("swim-call", "l_call", NodeKind.CALL in kinds),
            ("swim-handoff", "l_handoff", any(p.handoff for p in passages)),
            ("swim-critical", "l_critical", any(n.critical for n in nodes)),
            # A renderer leaves these out where nothing leads back, where all is in one row.
            ("swim-back", "l_back", True),
            ("swim-link", "l_link", True),
        )
        colour = _URGENT if self.flow.workflow.standing == "emergency" else _CALM
        for kind, word, is_shown in shown:
            if is_shown:
                yield LegendEntry(kind, self.words(word), colour)
