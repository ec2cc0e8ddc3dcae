"""The volumes of a handbook (分册): no book holds more posts than can be bound and carried."""

from __future__ import annotations

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph

MOST_POSTS = 60
"""How many posts one book holds: some three hundred pages."""


@frozen
class Volume:
    """What one book tells of.

    Attributes:
        unit: the department that it is about; None for the organisation.
        departments: those whose charters, posts and forms stand in it.
        others: the departments that have volumes of their own, of the book of an organisation.
    """

    unit: str | None
    departments: frozenset[str]
    others: tuple[str, ...] = ()

    def holds(self, department: str | None) -> bool:
        """Whether what belongs to a department, or to none, stands in it."""
        return self.unit is None if department is None else department in self.departments


def volumes(graph: Graph) -> tuple[str, ...]:
    """The departments with volumes of their own, from the top down; none where one book holds all.

    A department with too many posts for one book has a volume for each department below it.
    """
    if len(graph.organisation.roles) <= MOST_POSTS:
        return ()
    found = []
    left = [unit for unit in graph.organisation.departments if unit not in graph.departments.above]
    left.reverse()
    while left:
        unit = left.pop()
        below = graph.departments.below.get(unit, ())
        posts = len(graph.all_roles_of(unit))
        if posts > MOST_POSTS and below:
            left.extend(reversed(below))
        elif posts:
            found.append(unit)
    return tuple(found)


def volume(graph: Graph, unit: str | None = None) -> Volume:
    """The volume of a department, with all below it; without one what the others leave."""
    if unit is not None:
        return Volume(unit, frozenset((unit, *graph.departments.descendants(unit))))
    others = volumes(graph)
    told = (each for other in others for each in (other, *graph.departments.descendants(other)))
    return Volume(None, frozenset(graph.organisation.departments).difference(told), others)
