"""Lines of command: who counts as led by a role."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.role import Role


def counts(role: Role) -> bool:
    """Whether a role is a post in spans and layers: human, and no assistant."""
    return role.nature == "human" and not role.assistant


def direct_reports(graph: Graph, role: str) -> tuple[Role, ...]:
    """The roles that report solidly to a role, assistants apart, in written order."""
    roles = graph.organisation.roles
    below = (roles[id_] for id_ in graph.reporting.below.get(role, ()))
    return tuple(each for each in below if not each.assistant)
