"""Whose photos a chart shows."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.graph.graph import Graph

MOST_PHOTOS = 300
"""Photos of one chart; with more of them it would weigh megabytes, and shows none."""


def photos_in(graph: Graph, department: str | None) -> Mapping[str, bytes]:
    """The photos (by address of the person) for the chart of a department, or of all.

    None at all where too many of those in it have one.
    """
    photos = graph.beside.photos
    if not photos:
        return {}
    holders = graph.holds_of_role
    roles = holders if department is None else graph.all_roles_of(department)
    people = {person.address for role in roles for person, _, _ in holders.get(role, ())}
    many = sum(1 for person in people if person in photos) > MOST_PHOTOS
    return {} if many else photos
