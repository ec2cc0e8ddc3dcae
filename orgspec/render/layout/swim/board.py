"""The board of a diagram: columns by rank, rows by lane, at most one node in a field."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.swim.ranks import Pair
from orgspec.swimlane import Node, NodeKind


@frozen
class Board:
    """Where each node stands.

    Attributes:
        column, row: of each node.
        lane_of_row: the lane of each row; a lane has several where its steps run in parallel.
        columns: how many columns there are.
    """

    column: tuple[int, ...]
    row: tuple[int, ...]
    lane_of_row: tuple[int, ...]
    columns: int

    @property
    def fields(self) -> frozenset[tuple[int, int]]:
        """The fields (column, row) in which something stands."""
        return frozenset(zip(self.column, self.row, strict=True))


def board_of(
    nodes: Sequence[Node], rank: Sequence[int], ways: Sequence[Pair], lanes: Sequence[int]
) -> Board:
    """The board; `ways` are those that lead onwards, `lanes` the lanes in their order.

    A node stands on the row of the one before it in its lane, so that its way there is straight;
    of several that want a row the one with the longest way ahead gets it.
    """
    ahead = _ahead(len(nodes), rank, ways)
    before: dict[int, list[int]] = {}
    for source, target in ways:
        before.setdefault(target, []).append(source)
    used: set[tuple[int, int, int]] = set()
    sub: dict[int, int] = {}
    for node in sorted(range(len(nodes)), key=lambda i: (rank[i], -ahead[i], i)):
        lane, column = nodes[node].lane, rank[node]
        near = [b for b in before.get(node, ()) if nodes[b].lane == lane and b in sub]
        near.sort(key=lambda b: (-rank[b], sub[b]))
        wanted = sub[near[0]] if near else 0
        tries = sorted(range(len(nodes)), key=lambda s: (abs(s - wanted), s))
        place = next(s for s in tries if (lane, column, s) not in used)
        used.add((lane, column, place))
        sub[node] = place
    return _numbered(nodes, rank, sub, lanes)


def _numbered(
    nodes: Sequence[Node], rank: Sequence[int], sub: dict[int, int], lanes: Sequence[int]
) -> Board:
    """The board with rows counted through from above; columns and rows of nothing left out."""
    rows: dict[tuple[int, int], int] = {}
    lane_of_row: list[int] = []
    for lane in lanes:
        for place in sorted({sub[i] for i in range(len(nodes)) if nodes[i].lane == lane}):
            rows[lane, place] = len(lane_of_row)
            lane_of_row.append(lane)
    columns = {r: place for place, r in enumerate(sorted(set(rank)))}
    return Board(
        tuple(columns[r] for r in rank),
        tuple(rows[node.lane, sub[i]] for i, node in enumerate(nodes)),
        tuple(lane_of_row),
        len(columns),
    )


def _ahead(count: int, rank: Sequence[int], ways: Sequence[Pair]) -> list[int]:
    """How many nodes the longest way from each node passes."""
    ahead = [0] * count
    for source, target in sorted(ways, key=lambda way: -rank[way[0]]):
        ahead[source] = max(ahead[source], ahead[target] + 1)
    return ahead


def is_mark(node: Node) -> bool:
    """Whether a node is no step but a mark with ways at its sides only."""
    return node.kind in (NodeKind.FORK, NodeKind.LINK, NodeKind.START, NodeKind.END)
