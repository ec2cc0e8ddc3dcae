"""Which department has which colour: the same in every document of an organisation."""

from __future__ import annotations

from orgspec.graph.divisions import divisions, heads_of_divisions
from orgspec.graph.graph import Graph

COLOURS = 9  # those of the drawing palette; the first is the top's own
UNKNOWN = 5  # the index of grey


def colours(graph: Graph, top: str | None = None) -> dict[str, int]:
    """Department → index of its colour.

    The departments right below `top` (without one: below the single top department, if there is
    one, else all that have no parent) take colours in turn, and those beyond the last colour
    share the first, so that none passes for another; those below them share theirs.
    """
    found = divisions(graph, top)
    return {department: _colour(division) for department, division in found.items()}


def colour_of(graph: Graph, department: str) -> int:
    """The index of the colour of one department; that of none of them where it is not known."""
    division = divisions(graph).get(department)
    return UNKNOWN if division is None else _colour(division)


def _colour(division: int) -> int:
    """The index of the colour of a division."""
    return division if division < COLOURS else 0


def branch_names(graph: Graph, top: str | None = None) -> tuple[str, ...]:
    """The departments that have a colour of their own, in order."""
    return heads_of_divisions(graph, top)[1]
