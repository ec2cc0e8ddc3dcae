"""Who proposes, reviews and decides by an authority, in the order in which it is done."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.governance import Authority
from orgspec.model.text import Text
from orgspec.model.values.amount import Amount
from orgspec.view.limits import limit_of


@frozen
class Act:
    """What some posts do in an authority.

    Attributes:
        kind: `propose`, `review`, `approve` or `denied`.
        roles: the posts, any of which does it; empty where no level decides.
        place: its place in the order, from 1; 0 where there is no order.
        over, up_to: the amounts between which it is done, in their unit; None for no limit.
        condition: the condition under which it is done.
    """

    kind: str
    roles: tuple[str, ...]
    place: int = 0
    over: Amount | None = None
    up_to: Amount | None = None
    condition: Text | None = None


def acts_of(graph: Graph, authority: Authority) -> tuple[Act, ...]:
    """The acts of an authority in their order, then who must never hold it."""
    ordered = tuple(_ordered(graph, authority))
    denied = _named(graph, authority, "denied")
    return (*ordered, Act("denied", denied)) if denied else ordered


def _ordered(graph: Graph, authority: Authority) -> Iterator[Act]:
    """The stages of the order with the posts that levels name for them; without one, the levels."""
    spans = _spans(authority)
    place = 0
    for kind, roles in _stages(graph, authority):
        at = place + 1 if authority.order else 0
        find = _decisions if kind == "approve" else _stage
        acts = tuple(find(graph, authority, kind, roles, at, spans))
        place += bool(acts)
        yield from acts


def _stages(graph: Graph, authority: Authority) -> list[tuple[str, tuple[str, ...]]]:
    """What is done in which order, and the posts that the order itself names for it.

    What levels alone ask for is done before the decision.
    """
    stages: list[tuple[str, tuple[str, ...]]] = []
    for index, stage in enumerate(authority.order):
        for kind in ("propose", "review"):
            if roles := _named(graph, authority, "order", index, kind):
                stages.append((kind, roles))
        named = _named(graph, authority, "order", index, "approve")
        if named or not (stage.propose or stage.review):
            stages.append(("approve", named))
    kinds = [kind for kind, _ in stages]
    if "approve" not in kinds:
        kinds.append("approve")
        stages.append(("approve", ()))
    decision = kinds.index("approve")
    asked = [
        (kind, ())
        for kind in ("propose", "review")
        if not any(getattr(stage, kind) for stage in authority.order)
    ]
    return [*stages[:decision], *asked, *stages[decision:]]


Spans = tuple[tuple[Amount | None, Amount | None], ...]


def _stage(
    graph: Graph, authority: Authority, kind: str, roles: tuple[str, ...], place: int, spans: Spans
) -> Iterator[Act]:
    """A stage of the order, and other posts that a level names in its stead."""
    if roles:
        yield Act(kind, roles, place)
    for act in _of_levels(graph, authority, kind, place, spans):
        if act.roles != roles:
            yield act


def _of_levels(
    graph: Graph, authority: Authority, kind: str, place: int, spans: Spans
) -> Iterator[Act]:
    """The posts that levels name for a stage."""
    for index in range(len(authority.levels)):
        roles = _named(graph, authority, "levels", index, kind)
        if roles:
            yield Act(kind, roles, place, *spans[index])


def _decisions(
    graph: Graph, authority: Authority, kind: str, named: tuple[str, ...], place: int, spans: Spans
) -> Iterator[Act]:
    """Who decides: the posts that the stage names, else each level."""
    if named:
        yield Act(kind, named, place)
        return
    for index, level in enumerate(authority.levels):
        roles = _named(graph, authority, "levels", index, "role")
        if roles:
            yield Act(kind, roles, place, *spans[index], level.condition)


def _spans(authority: Authority) -> Spans:
    """From where to where each level decides; one begins where the one before it ends."""
    spans = []
    floor: Amount | None = None
    for level in authority.levels:
        over, up_to = level.over or floor, level.up_to or authority.max
        spans.append(
            (
                limit_of(authority, over) if over is not None else None,
                limit_of(authority, up_to) if up_to is not None else None,
            )
        )
        floor = level.up_to or floor
    return tuple(spans)


def _named(graph: Graph, authority: Authority, *route: str | int) -> tuple[str, ...]:
    """The roles that are named at a place of an authority."""
    return tuple(
        bare(link.target)
        for link in graph.links.of(authority.address)
        if link.target is not None and link.route[: len(route)] == route
    )
