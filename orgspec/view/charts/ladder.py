"""The grades of an organisation, the highest first."""

from __future__ import annotations

from decimal import Decimal

from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.model.values import grade as grades
from orgspec.view.tables.grades import grade_of


def top_grade(role: Role) -> str:
    """The highest grade of a post, or nothing."""
    grade = grade_of(role)
    return grade.high if grade is not None else ""


def grade_steps(graph: Graph) -> tuple[str, ...]:
    """The highest grades that posts have, the highest first.

    The ladder of the organisation decides; grades that are not on it follow by their numbers.
    """
    places = {name.casefold(): i for i, name in enumerate(graph.organisation.profile.grades)}
    found = dict.fromkeys(filter(None, map(top_grade, graph.organisation.roles.values())))

    def key(name: str) -> tuple[int, str, Decimal, str]:
        prefix, number = grades.split(name) or (name.casefold(), Decimal(0))
        return -places.get(name.casefold(), -1), prefix, -number, name

    return tuple(sorted(found, key=key))
