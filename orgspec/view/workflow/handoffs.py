"""The interfaces between departments that the ways of a workflow use."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.view.words import Words

MOST_NAMES = 2


def served_by(graph: Graph, flow: Flow) -> Mapping[tuple[str, str], str]:
    """Way (its two steps) → the handoff that serves it.

    Where an event or a gateway that nobody does stands between the two sides, it is the last way.
    """
    between = graph.waits.between
    found: dict[tuple[str, str], str] = {}
    for edge in flow.edges:
        givers = [edge.source]
        if not graph.rows[f"step/{edge.source}"].responsible:
            givers += flow.predecessors.get(edge.source, ())
        for giver in givers:
            handoffs = between.get((giver, edge.target))
            if handoffs:
                found[edge.source, edge.target] = handoffs[0]
                break
    return found


def handoff_label(graph: Graph, id_: str, locale: str) -> str:
    """What is written on a way that a handoff serves: its name and limit.

    A handoff without a name of its own is told by what passes, since the lanes say who gives it
    to whom.
    """
    words = Words(locale)
    handoff = graph.organisation.handoffs[id_]
    name = handoff.in_(locale)
    if handoff.name is None:
        passed = [
            graph.organisation.find(a) for a in graph.links.targets(handoff.address, "artifacts")
        ]
        names = [artifact.in_(locale) for artifact in passed if artifact is not None]
        name = words.join(names[:MOST_NAMES]) or name
    if handoff.within is None:
        return name
    return words("handoff_within", name=name, limit=handoff.within.text(locale))
