"""How long steps, workflows and handoffs may take."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.time.calendar import WorkingCalendar
from orgspec.graph.time.length import Length
from orgspec.model.values.duration import Duration
from orgspec.model.workflow import Handoff, Step, Workflow


class Limits:
    """The limits of one organisation as lengths; one that is not positive is none."""

    def __init__(self, graph: Graph, calendar: WorkingCalendar) -> None:
        self.graph = graph
        self.calendar = calendar
        self.spans: dict[str, Length | None] = {}  # id of a called workflow → its longest run
        self._known: dict[tuple[Duration, bool], Length | None] = {}

    def length(self, duration: Duration | None, *, emergency: bool = False) -> Length | None:
        """A limit as a length, if there is one."""
        if duration is None:
            return None
        key = (duration, emergency)
        if key not in self._known:
            length = self.calendar.length(duration, emergency=emergency)
            self._known[key] = length if duration.is_positive else None
        return self._known[key]

    def of_workflow(self, workflow: Workflow) -> Length | None:
        """How long a whole workflow may take."""
        return self.length(workflow.within, emergency=is_emergency(workflow))

    def of_step(self, step: Step) -> Length | None:
        """How long a step may take: its own limit, else that of the workflow that it calls.

        Of a called workflow without a limit it is the longest run, if `spans` knows it.
        """
        workflow = self.graph.organisation.workflows[step.workflow]
        if step.within is not None:
            return self.length(step.within, emergency=is_emergency(workflow))
        called = called_by(self.graph, step)
        if called is None:
            return None
        return self.of_workflow(called) if called.within else self.spans.get(called.id)

    def of_handoff(self, handoff: Handoff, *, emergency: bool) -> Length | None:
        """How long a handoff may take until it is given."""
        return self.length(handoff.within, emergency=emergency)


def is_emergency(workflow: Workflow) -> bool:
    """Whether bare times in a workflow are clock time."""
    return workflow.standing == "emergency"


def called_by(graph: Graph, step: Step) -> Workflow | None:
    """The workflow that a step calls, if it does."""
    if step.call is None:
        return None
    targets = graph.links.targets(step.address, "call")
    return graph.organisation.workflows[bare(targets[0])] if targets else None
