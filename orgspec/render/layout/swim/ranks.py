"""In which column each node stands: the longest path from a start, ways that lead back left out."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.swimlane import Node, NodeKind, Passage

Pair = tuple[int, int]


def pairs_of(nodes: Sequence[Node], passages: Sequence[Passage]) -> tuple[Pair | None, ...]:
    """The ways as pairs of indices of nodes; None for one that leads from or to nowhere."""
    index = {node.id: place for place, node in enumerate(nodes)}
    return tuple(
        (index[p.source], index[p.target]) if p.source in index and p.target in index else None
        for p in passages
    )


def leading_back(nodes: Sequence[Node], passages: Sequence[Passage]) -> frozenset[int]:
    """The indices of the ways that lead back: without them there is no circle.

    A bounded way in a circle leads back by its author's word; what circles are left are broken
    where a walk from the starts, in written order, comes to a node that it is still behind.
    """
    pairs = pairs_of(nodes, passages)
    back: set[int] = set()
    for place, passage in enumerate(passages):
        pair = pairs[place]
        if pair is not None and passage.bounded and _leads(pairs, back, pair[1], pair[0]):
            back.add(place)
    ways: dict[int, list[tuple[int, int]]] = {}
    for place, pair in enumerate(pairs):
        if pair is not None and place not in back:
            ways.setdefault(pair[0], []).append((place, pair[1]))
    starts = sorted(range(len(nodes)), key=lambda i: nodes[i].kind is not NodeKind.START)
    done: set[int] = set()
    behind: set[int] = set()
    for start in starts:
        if start in done:
            continue
        behind.add(start)
        walk = [(start, iter(ways.get(start, ())))]
        while walk:
            at, rest = walk[-1]
            place, target = next(rest, (-1, -1))
            if target < 0:
                walk.pop()
                behind.discard(at)
                done.add(at)
            elif target in behind:
                back.add(place)
            elif target not in done:
                behind.add(target)
                walk.append((target, iter(ways.get(target, ()))))
    return frozenset(back)


def ranks(nodes: Sequence[Node], passages: Sequence[Passage], back: frozenset[int]) -> list[int]:
    """The column of each node, from 0."""
    pairs = [p for i, p in enumerate(pairs_of(nodes, passages)) if p is not None and i not in back]
    waiting = [0] * len(nodes)
    ways: dict[int, list[int]] = {}
    for source, target in pairs:
        waiting[target] += 1
        ways.setdefault(source, []).append(target)
    rank = [0 if node.kind in (NodeKind.START, NodeKind.LINK) else 1 for node in nodes]
    links = [i for i, node in enumerate(nodes) if node.kind is NodeKind.LINK and not waiting[i]]
    free = [i for i in range(len(nodes)) if not waiting[i]]
    while free:
        at = free.pop()
        for target in ways.get(at, ()):
            rank[target] = max(rank[target], rank[at] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                free.append(target)
    for link in links:  # where a way goes on stands right before what it leads to
        rank[link] = max(0, min((rank[target] for target in ways.get(link, ())), default=1) - 1)
    least = min(rank, default=0)
    return [each - least for each in rank]


def _leads(pairs: Sequence[Pair | None], without: set[int], start: int, end: int) -> bool:
    """Whether some way leads from a node to another."""
    seen, frontier = {start}, [start]
    while frontier:
        at = frontier.pop()
        if at == end:
            return True
        for place, pair in enumerate(pairs):
            if pair is not None and pair[0] == at and place not in without and pair[1] not in seen:
                seen.add(pair[1])
                frontier.append(pair[1])
    return False
