"""Ranks: how far from the start a node stands, loops opened where they lead back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def ranks_of(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Node → its column from 0: right of all that lead to it, edges that lead back left out."""
    known = set(nodes)
    following: dict[str, list[str]] = {id_: [] for id_ in nodes}
    for source, target in edges:
        if source in known and target in known:
            following[source].append(target)
    order = _order(nodes, following)
    place = {id_: number for number, id_ in enumerate(order)}
    ranks = dict.fromkeys(nodes, 0)
    for id_ in order:
        for target in following[id_]:
            if place[target] > place[id_]:
                ranks[target] = max(ranks[target], ranks[id_] + 1)
    return ranks


def _order(nodes: Sequence[str], following: dict[str, list[str]]) -> list[str]:
    """The nodes so that edges lead on, but for those that close a loop (depth first)."""
    led = {target for targets in following.values() for target in targets}
    roots = [*(id_ for id_ in nodes if id_ not in led), *nodes]
    seen: set[str] = set()
    finished: list[str] = []
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(following[root]))]
        while stack:
            id_, ways = stack[-1]
            target = next((t for t in ways if t not in seen), None)
            if target is None:
                finished.append(id_)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(following[target])))
    finished.reverse()
    return finished
