"""The longest path of a workflow, as it is shown: without its rounds."""

from __future__ import annotations

from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.time.timing import Timing, timing


def timing_of(graph: Graph, flow: Flow) -> Timing | None:
    """How long a workflow takes; None where no step of it says how long it may take."""
    if not any(step.within is not None or step.call is not None for step in flow.steps):
        return None
    found = timing(graph, flow)
    return found if found.run else None


def path_of(found: Timing) -> tuple[str, ...]:
    """The steps of the longest run in order; where it comes back to a step the round is left out."""
    path: list[str] = []
    for stage in found.run:
        if stage.step in path:
            del path[path.index(stage.step) :]
        path.append(stage.step)
    return tuple(path)
