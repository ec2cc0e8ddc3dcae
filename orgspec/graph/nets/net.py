"""A workflow as a net of places and moves, in the manner of workflow nets (van der Aalst 1998).

A place holds a token where work waits; a move is one step done and left by one of its branches. A
step without `join: all` has one place, so that each token that comes makes it run. A step with
`join: all` has a place for each step that leads to it, and a move takes one token of each. A branch
that forks (`all`) gives several tokens; a step that ends gives none: the run is over when no token
is left. As all moves of a step take the same tokens, every such net is free-choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.flow import Edge, Flow


class Place(NamedTuple):
    """Where work waits for a step; at a join, for what comes from one step (`source`)."""

    step: str
    source: str | None = None


class Move(NamedTuple):
    """A step done and left.

    Attributes:
        step: its full id.
        branch: the place in `next` of the branch taken; None where the step ends.
        takes: indices of the places that lose a token.
        gives: indices of the places that get one, sorted.
    """

    step: str
    branch: int | None
    takes: frozenset[int]
    gives: tuple[int, ...]


@frozen
class Net:
    """Places and moves of one workflow, of the steps that some path from a start reaches.

    Attributes:
        starts: the places one of which holds the only token of a run that begins.
    """

    places: tuple[Place, ...]
    moves: tuple[Move, ...]
    starts: tuple[int, ...]


def net_of(flow: Flow) -> Net:
    """The net of a workflow."""
    reached = flow.reachable(flow.starts)
    edges = [edge for edge in flow.edges if edge.source in reached]
    joins = {step.id for step in flow.steps if step.join == "all" and step.id in reached}
    places: dict[Place, int] = {}
    for step in flow.steps:
        if step.id in reached and step.id not in joins:
            places[Place(step.id)] = len(places)
    for edge in edges:
        if edge.target in joins:
            places.setdefault(Place(edge.target, edge.source), len(places))
    # A run begins by doing its start, whatever leads back to it: a join has a place for that.
    starts = tuple(places.setdefault(Place(id_), len(places)) for id_ in flow.starts)
    waiting: dict[str, set[int]] = {}
    for place, index in places.items():
        if place.step in joins and place.source is not None:
            waiting.setdefault(place.step, set()).add(index)
    moves: list[Move] = []
    leaving = _branches(edges, places, joins)
    for step in flow.steps:
        if step.id not in reached:
            continue
        takes = [frozenset(waiting[step.id])] if step.id in waiting else []
        if Place(step.id) in places:
            takes.append(frozenset((places[Place(step.id)],)))
        ways = leaving.get(step.id, {})
        broken = [i for i, each in enumerate(step.next) if i not in ways]
        ends = step.end or not step.next
        for taken in takes:
            moves += (Move(step.id, branch, taken, gives) for branch, gives in ways.items())
            # A branch to a name that nothing declares leads nobody knows where: it counts as an end.
            moves += (Move(step.id, branch, taken, ()) for branch in broken)
            if ends:
                moves.append(Move(step.id, None, taken, ()))
    return Net(tuple(places), tuple(moves), starts)


def _branches(
    edges: list[Edge], places: Mapping[Place, int], joins: set[str]
) -> dict[str, dict[int, tuple[int, ...]]]:
    """Step → place in `next` → the places that a branch gives tokens to."""
    found: dict[str, dict[int, set[int]]] = {}
    for edge in edges:
        place = Place(edge.target, edge.source if edge.target in joins else None)
        found.setdefault(edge.source, {}).setdefault(edge.place, set()).add(places[place])
    return {
        step: {branch: tuple(sorted(gives)) for branch, gives in branches.items()}
        for step, branches in found.items()
    }
