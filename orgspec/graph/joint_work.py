"""Which departments work together, and in what: handoffs, workflows, duties, coordination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from orgspec.graph.crossings import Crossing
from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.graph.rows import Row
from orgspec.graph.rows_of_unit import rows_of_unit
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
    found.update(sides for *_, sides in _coordination(graph, graph.organisation.duties.values()))
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
    lines = _lines(graph, one, other)
    handoffs = graph.organisation.handoffs.values()
    duties = _duties(graph, one, other)
    return JointWork(
        one,
        other,
        tuple(h.id for h in handoffs if _between(graph, h, lines) is not None),
        tuple(c for c in graph.crossings if (c.giver, c.taker) in wanted),
        tuple(duty.id for duty in duties if _is_shared(graph, duty, one, other)),
        tuple((duty, i) for duty, i, sides in _coordination(graph, duties) if sides in wanted),
    )


def direction(graph: Graph, handoff: Handoff, one: str, other: str) -> Pair | None:
    """Giver and taker of a handoff between two departments, or between ones above them.

    None if it is not between them. What is meant for a department that holds both sides, such as
    the company, is between others.
    """
    return _between(graph, handoff, _lines(graph, one, other))


def _between(graph: Graph, handoff: Handoff, lines: Mapping[str, frozenset[str]]) -> Pair | None:
    """Giver and taker of a handoff between two departments with those above each."""
    givers, takers = _sides(graph, handoff)
    for giver, taker in permutations(lines):
        if not lines[giver].isdisjoint(givers) and not lines[taker].isdisjoint(takers):
            return giver, taker
    return None


def _lines(graph: Graph, one: str, other: str) -> Mapping[str, frozenset[str]]:
    """Each of two departments with itself and those above it that do not hold the other."""
    return {one: _line(graph, one, other), other: _line(graph, other, one)}


def _line(graph: Graph, department: str, other: str) -> frozenset[str]:
    """A department and those above it that do not hold the other one too."""
    line = (department, *graph.departments.ancestors(department))
    return frozenset(unit for unit in line if not graph.within(other, unit))


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


def _duties(graph: Graph, one: str, other: str) -> list[Duty]:
    """The duties that touch one of two departments, in written order."""
    near = {
        row.address
        for unit in (one, other)
        for row in rows_of_unit(graph, unit)
        if isinstance(row.of, Duty)
    }
    for unit in (one, other):
        near.update(f"duty/{duty}" for duty in graph.duties_of_department.get(unit, ()))
    return [duty for duty in graph.organisation.duties.values() if duty.address in near]


def _is_shared(graph: Graph, duty: Duty, one: str, other: str) -> bool:
    """Whether both bear a letter in a duty, and one does the work or answers for it."""
    row = graph.row(duty)
    bearers = _units(graph, row, "A", "R", "S", "C", "I")
    if one not in bearers or other not in bearers:
        return False
    doers = _units(graph, row, "A", "R")
    return one in doers or other in doers


def _coordination(graph: Graph, duties: Iterable[Duty]) -> Iterator[tuple[str, int, Pair]]:
    """Each entry of coordination of some duties, with a department on either side."""
    for duty in duties:
        homes: tuple[str, ...] = ()
        for link in graph.links.of(duty.address, "coordination"):
            index = link.route[1]
            if link.target is None or not isinstance(index, int):
                continue
            homes = homes or _units(graph, graph.row(duty), "R") or units_of(graph, duty.address)
            for home, unit in product(homes, units_of(graph, link.target)):
                yield duty.id, index, (home, unit)
