"""Which department has which colour: the same in every document of an organisation."""

from __future__ import annotations

from orgspec.graph.graph import Graph

COLOURS = 9  # those of the drawing palette; the first is the top's own


def colours(graph: Graph, top: str | None = None) -> dict[str, int]:
    """Department → index of its colour.

    The departments right below `top` (without one: below the single top department, if there is
    one, else all that have no parent) take colours in turn, and those beyond the last colour
    share the first, so that none passes for another; those below them share theirs.
    """
    forest = graph.departments
    roots = [d for d in graph.organisation.departments if d not in forest.above]
    if top is None and len(roots) == 1 and forest.below.get(roots[0]):
        top = roots[0]
    branches = list(forest.below.get(top, ())) if top is not None else roots
    found = {top: 0} if top is not None else {}
    for index, branch in enumerate(branches):
        for department in (branch, *forest.descendants(branch)):
            found[department] = 1 + index if index < COLOURS - 1 else 0
    return found


def branch_names(graph: Graph, top: str | None = None) -> tuple[str, ...]:
    """The departments that have a colour of their own, in order."""
    forest = graph.departments
    roots = [d for d in graph.organisation.departments if d not in forest.above]
    if top is None and len(roots) == 1 and forest.below.get(roots[0]):
        top = roots[0]
    return tuple(forest.below.get(top, ())) if top is not None else tuple(roots)
