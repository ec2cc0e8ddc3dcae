"""The divisions that the departments of an organisation belong to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from orgspec.graph.graph import Graph


def heads_of_divisions(graph: Graph, top: str | None = None) -> tuple[str | None, tuple[str, ...]]:
    """A department and those right below it; without one, the top that an organisation has.

    That is its single top department, if there is one; else None with all that have no parent.
    """
    forest = graph.departments
    if top is None:
        roots = tuple(d for d in graph.organisation.departments if d not in forest.above)
        if len(roots) != 1 or not forest.below.get(roots[0]):
            return None, roots
        top = roots[0]
    return top, forest.below.get(top, ())


@lru_cache(maxsize=2)  # documents are made of one organisation after another
def divisions(graph: Graph, top: str | None = None) -> Mapping[str, int]:
    """Department → the number of its division below the top, from 1; 0 for the top itself."""
    first, heads = heads_of_divisions(graph, top)
    found = {first: 0} if first is not None else {}
    for number, head in enumerate(heads, 1):
        for department in (head, *graph.departments.descendants(head)):
            found[department] = number
    return found
