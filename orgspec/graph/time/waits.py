"""Where work waits between two steps: the handoffs on the edges of workflows."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare


@frozen
class Waits:
    """Which handoff is used where.

    Attributes:
        between: step and step of work that follows (full ids) → the handoffs that serve it.
        workflows: handoff → the workflows whose edges use it, in written order.
        of_workflow: workflow → the handoffs that it waits for, once for each way that they serve.
        emergencies: handoffs that an emergency workflow uses: bare times in them are clock time.
    """

    between: Mapping[tuple[str, str], tuple[str, ...]]
    workflows: Mapping[str, tuple[str, ...]]
    of_workflow: Mapping[str, tuple[str, ...]]
    emergencies: frozenset[str]


def waits_of(graph: Graph) -> Waits:
    """The handoffs that serve crossings, the nearest one each, and those between two steps."""
    between: dict[tuple[str, str], dict[str, None]] = {}
    workflows: dict[str, dict[str, None]] = {}
    index = graph.handoff_index

    def use(source: str, target: str, handoff: str, workflow: str) -> None:
        between.setdefault((source, target), {})[handoff] = None
        workflows.setdefault(handoff, {})[workflow] = None

    for crossing, handoff in graph.served if index else ():
        if handoff is not None:
            use(crossing.source, crossing.target, handoff, crossing.workflow)
    for (giver, taker), handoffs in index.items():
        if giver and taker and giver.startswith("step/") and taker.startswith("step/"):
            pair = (bare(giver), bare(taker))
            if pair not in between:
                use(*pair, handoffs[0], pair[0].partition("/")[0])
    waited: dict[str, list[str]] = {}
    for (source, _), ids in between.items():
        waited.setdefault(source.partition("/")[0], []).extend(ids)
    kinds = {w.id: w.standing for w in graph.organisation.workflows.values()}
    return Waits(
        {pair: tuple(ids) for pair, ids in between.items()},
        {id_: tuple(used) for id_, used in workflows.items()},
        {id_: tuple(ids) for id_, ids in waited.items()},
        frozenset(h for h, u in workflows.items() if any(kinds[w] == "emergency" for w in u)),
    )
