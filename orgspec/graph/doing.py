"""What a step does: its own verb, else that of its duty; or nothing but lead on."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.letters import duty_row
from orgspec.model.duty import Duty
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step


def verb_of(graph: Graph, step: Step) -> str | None:
    """The class of what a step does (`authorise`, `check`, …); None if nothing known says it."""
    action = step.action
    if action is None and step.duty is not None:
        duty = _duty(graph, step)
        action = duty.action if duty is not None else None
    return verb_class(action) if action is not None else None


def leading(graph: Graph, step: Step) -> bool:
    """Whether a step only leads on: an event or gateway that nobody does."""
    return step.nature != "work" and not graph.row(step).responsible


def _duty(graph: Graph, step: Step) -> Duty | None:
    """The duty of a step."""
    row = duty_row(graph, step)
    return row.of if row is not None and isinstance(row.of, Duty) else None
