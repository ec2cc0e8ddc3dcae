"""The interfaces between departments that the ways of a workflow use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.document import Block, Column, Row
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.model.workflow import Handoff
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import several, strong, text
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
        shown = [artifact.in_(locale) for artifact in passed if artifact is not None]
        name = words.join(shown[:MOST_NAMES]) or name
    if handoff.within is None:
        return name
    return words("handoff_within", name=name, limit=handoff.within.text(locale))


def parties_of(graph: Graph, handoff: Handoff, side: str) -> tuple[str, ...]:
    """The addresses of all parties on a side, `from` or `to`; for a step the departments doing it.

    A step that nobody of a department does stands for itself.
    """
    found: dict[str, None] = {}
    for target in graph.links.targets(handoff.address, side):
        units = units_of(graph, target) if target.startswith("step/") else ()
        found.update(dict.fromkeys([f"department/{unit}" for unit in units] or [target]))
    return tuple(found)


def sides_of(graph: Graph, handoff: Handoff, locale: str) -> str:
    """Who gives and who takes."""
    return " → ".join(
        names(graph, locale, parties_of(graph, handoff, side)) for side in ("from", "to")
    )


def handoff_name(graph: Graph, handoff: Handoff, locale: str) -> str:
    """The name of a handoff; who gives and who takes, where it has none of its own."""
    return handoff.in_(locale) if handoff.name is not None else sides_of(graph, handoff, locale)


def _note(graph: Graph, handoff: Handoff, locale: str) -> str:
    """What stands below the name: who gives and takes unless it is the name, else the steps."""
    if handoff.name is not None:
        return sides_of(graph, handoff, locale)
    written = [graph.links.targets(handoff.address, side) for side in ("from", "to")]
    if not any(target.startswith("step/") for side in written for target in side):
        return ""
    return " → ".join(names(graph, locale, side) for side in written)


def limits_of(handoff: Handoff, words: Words) -> list[str]:
    """Until when it is given, and until when it must be there; with both, which is which."""
    given = handoff.within.text(words.locale) if handoff.within is not None else ""
    if handoff.needed_within is None:
        return [given]
    needed = words("h_needed", limit=handoff.needed_within.text(words.locale))
    return [words("h_given", limit=given) if given else "", needed]


def handoff_table(graph: Graph, ids: Iterable[str], locale: str) -> tuple[Block, ...]:
    """Some interfaces: what passes from whom to whom, until when, when it is accepted."""
    words = Words(locale)
    rows = []
    for id_ in ids:
        handoff = graph.organisation.handoffs[id_]
        links = graph.links
        name = handoff_name(graph, handoff, locale)
        passed = (graph.organisation.find(a) for a in links.targets(handoff.address, "artifacts"))
        rows.append(
            Row(
                (
                    strong(name, _note(graph, handoff, locale)),
                    several(artifact.in_(locale) for artifact in passed if artifact is not None),
                    several(limits_of(handoff, words)),
                    several(each.in_(locale) for each in handoff.acceptance),
                    text(handoff.on_reject.in_(locale) if handoff.on_reject is not None else ""),
                )
            )
        )
    if not rows:
        return ()
    columns = (
        Column(words("c_handoff"), 2.2),
        Column(words("h_artifacts"), 2.0),
        Column(words("h_limit"), 1.5),
        Column(words("h_acceptance"), 3.0),
        Column(words("h_reject"), 2.0),
    )
    return (filled_table(columns, rows),)
