"""Which departments work together, and in what: handoffs, workflows, duties, coordination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from orgspec.graph.crossings import Crossing
from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.graph.rows import Row
from orgspec.model.duty import Duty
from orgspec.model.workflow import Handoff

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class JointWork:
    """What joins two departments; everything in written order.

    Attributes:
        one, other: ids of the departments, in the order of their declaration.
        handoffs: ids of the handoffs between them, of either direction; those between departments
            above them too, which serve those below.
        crossings: where a workflow passes from one to the other.
        duties: ids of the duties in which both bear a letter, and one of them does the work or
            answers for it.
        coordination: (id of a duty, index of its entry) where one coordinates with the other.
    """

    one: str
    other: str
    handoffs: tuple[str, ...]
    crossings: tuple[Crossing, ...]
    duties: tuple[str, ...]
    coordination: tuple[tuple[str, int], ...]


def pairs(graph: Graph) -> tuple[Pair, ...]:
    """The departments that work together, two by two, in the order of their declaration.

    They are joined by a handoff, an edge of a workflow, coordination, or a duty that one does or
    answers for while the other does, supports or is consulted; to be informed joins nobody. The
    company as a whole is no partner, and a department needs no agreement with one above it.
    """
    found: set[Pair] = set()
    for handoff in graph.organisation.handoffs.values():
        found.update(product(*_sides(graph, handoff)))
    found.update((crossing.giver, crossing.taker) for crossing in graph.crossings)
    for row in graph.rows.values():
        if isinstance(row.of, Duty):
            doers = _units(graph, row, "R", "A")
            found.update(product(doers, _units(graph, row, "R", "A", "S", "C")))
    found.update(sides for *_, sides in _coordination(graph))
    order = {id_: index for index, id_ in enumerate(graph.organisation.departments)}
    ordered = {(a, b) if order[a] < order[b] else (b, a) for a, b in found if is_pair(graph, a, b)}
    return tuple(sorted(ordered, key=lambda pair: (order[pair[0]], order[pair[1]])))


def is_pair(graph: Graph, one: str, other: str) -> bool:
    """Whether two departments could agree on anything: neither the company nor above the other."""
    units = graph.organisation.departments
    company = "company" in (units[one].unit, units[other].unit)
    return not company and not graph.related(one, other)


def joint_work(graph: Graph, one: str, other: str) -> JointWork:
    """What joins two departments (ids, in either order)."""
    order = list(graph.organisation.departments)
    one, other = sorted((one, other), key=order.index)
    wanted = {(one, other), (other, one)}
    return JointWork(
        one,
        other,
        tuple(h.id for h in graph.organisation.handoffs.values() if _serves(graph, h, one, other)),
        tuple(c for c in graph.crossings if (c.giver, c.taker) in wanted),
        tuple(_shared(graph, one, other)),
        tuple((duty, index) for duty, index, sides in _coordination(graph) if sides in wanted),
    )


def direction(graph: Graph, handoff: Handoff, one: str, other: str) -> Pair | None:
    """Giver and taker of a handoff between two departments, or between ones above them.

    None if it is not between them. What is meant for a department that holds both sides, such as
    the company, is between others.
    """
    givers, takers = _sides(graph, handoff)
    for giver, taker in ((one, other), (other, one)):
        above, below = _line(graph, giver, taker), _line(graph, taker, giver)
        if any(unit in above for unit in givers) and any(unit in below for unit in takers):
            return giver, taker
    return None


def _serves(graph: Graph, handoff: Handoff, one: str, other: str) -> bool:
    """Whether a handoff is between two departments."""
    return direction(graph, handoff, one, other) is not None


def _line(graph: Graph, department: str, other: str) -> tuple[str, ...]:
    """A department and those above it that do not hold the other one too."""
    line = (department, *graph.departments.ancestors(department))
    return tuple(unit for unit in line if not graph.within(other, unit))


def _sides(graph: Graph, handoff: Handoff) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The departments that give and those that take."""
    links = graph.links
    givers = [u for t in links.targets(handoff.address, "from") for u in units_of(graph, t)]
    takers = [u for t in links.targets(handoff.address, "to") for u in units_of(graph, t)]
    return tuple(dict.fromkeys(givers)), tuple(dict.fromkeys(takers))


def _units(graph: Graph, row: Row, *letters: str) -> tuple[str, ...]:
    """The departments of those who bear one of some letters."""
    parties = (cell.party for cell in row.acting(*letters) if cell.party is not None)
    return tuple(dict.fromkeys(unit for party in parties for unit in units_of(graph, party)))


def _shared(graph: Graph, one: str, other: str) -> Iterator[str]:
    """The duties in which both bear a letter, and one does the work or answers for it."""
    for row in graph.rows.values():
        if not isinstance(row.of, Duty):
            continue
        bearers = _units(graph, row, "A", "R", "S", "C", "I")
        if one in bearers and other in bearers:
            doers = _units(graph, row, "A", "R")
            if one in doers or other in doers:
                yield row.of.id


def _coordination(graph: Graph) -> Iterator[tuple[str, int, Pair]]:
    """Each entry of coordination of a duty, with its department and one of the other party."""
    for duty in graph.organisation.duties.values():
        homes: Iterable[str] = ()
        for link in graph.links.of(duty.address, "coordination"):
            index = link.route[1]
            if link.target is None or not isinstance(index, int):
                continue
            homes = homes or _units(graph, graph.row(duty), "R") or units_of(graph, duty.address)
            for home, unit in product(homes, units_of(graph, link.target)):
                yield duty.id, index, (home, unit)
