"""Between which departments something is handed over."""

from __future__ import annotations

from itertools import product

from orgspec.graph.graph import Graph
from orgspec.graph.parties import units_of
from orgspec.graph.reporting import bare

Sides = frozenset[tuple[str, str]]


def sides_of_handoffs(graph: Graph) -> Sides:
    """The pairs of departments that some handoff names, both ways round.

    A company as a whole matches nothing by itself and is left out.
    """
    found: set[tuple[str, str]] = set()
    for giver, taker in graph.handoff_index:
        if giver is not None and taker is not None:
            found.update(product(_units(graph, giver), _units(graph, taker)))
    return frozenset(found | {(other, one) for one, other in found})


def _units(graph: Graph, side: str) -> tuple[str, ...]:
    """The departments on a side of a handoff."""
    if side.startswith("department/") and graph.department(bare(side)).unit == "company":
        return ()
    return units_of(graph, side)


def handed_over(graph: Graph, sides: Sides, one: str, other: str) -> bool:
    """Whether a handoff serves two departments: between them, or between departments above."""
    if not sides:
        return False
    ones = (one, *graph.departments.ancestors(one))
    others = (other, *graph.departments.ancestors(other))
    return any((a, b) in sides for a in ones for b in others)
