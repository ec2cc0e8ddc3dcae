"""Whether a fact is kept among the duties of a role: the neighbours by which one is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from orgspec.graph.graph import Graph
from orgspec.model.duty import Duty

_COUNTED = 2000
"""Up to so many duties of several roles are counted each once; beyond, once for each role."""


def kept_by_peers(graph: Graph, has: Callable[[Duty], object]) -> Mapping[str, bool]:
    """Duty → whether at least half of the duties of its R roles, itself among them, have a fact.

    A duty that no role does has no such neighbours and is False.
    """
    duties = graph.organisation.duties.values()
    having = {duty.id for duty in duties if has(duty)}
    doers = {duty.id: graph.row(duty).roles("R") for duty in duties}
    of_role: dict[str, list[str]] = {}
    for duty in duties:
        for role in doers[duty.id]:
            of_role.setdefault(role, []).append(duty.id)
    counted: dict[tuple[str, ...], bool] = {(): False}
    for roles in doers.values():
        if roles not in counted:
            counted[roles] = _is_half(having, [of_role[role] for role in roles])
    return {id_: counted[roles] for id_, roles in doers.items()}


def _is_half(having: set[str], lists: list[list[str]]) -> bool:
    """Whether half of the duties in some lists are among those that have the fact."""
    peers = [id_ for ids in lists for id_ in ids]
    if len(lists) > 1 and len(peers) <= _COUNTED:
        peers = list(dict.fromkeys(peers))
    return 2 * sum(id_ in having for id_ in peers) >= len(peers)
