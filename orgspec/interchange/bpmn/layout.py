"""Where shapes and edges stand: lanes as bands, ranks as columns, one cell a node.

No two shapes overlap: every node has a cell of its own in its lane, with room above it for its data
and below it for what is attached. Long ways run along the upper edge of the cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgspec.interchange.bpmn.elements import ACTIVITIES, EVENTS, Collaboration, Node, Process
from orgspec.interchange.bpmn.ranks import ranks_of

LEFT, TOP = 100, 80
LABEL = 30
GAP = 60
BLACK_BOX = 60
DATA = (36, 50)
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A box; a `band` is a pool or lane."""

    id: str
    x: int
    y: int
    width: int
    height: int
    band: bool = False

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Line:
    """An edge through its points."""

    id: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All shapes and edges of a collaboration."""

    shapes: tuple[Shape, ...]
    edges: tuple[Line, ...]


def size_of(node: Node) -> tuple[int, int]:
    """Width and height of a node."""
    if node.tag in ACTIVITIES:
        return 100, 80
    return (36, 36) if node.tag in EVENTS else (50, 50)


def picture_of(collaboration: Collaboration, processes: Mapping[str, Process]) -> Picture:
    """The picture of a collaboration: pools one below the other, as wide as the widest."""
    pools = [
        (pool, _pool(processes[pool.process]) if pool.process else None)
        for pool in collaboration.participants
    ]
    width = max([pool.width for _, pool in pools if pool is not None], default=600)
    shapes: dict[str, Shape] = {}
    edges: list[Line] = []
    y = TOP
    for participant, pool in pools:
        height = pool.height if pool is not None else BLACK_BOX
        shapes[participant.id] = Shape(participant.id, LEFT, y, width, height, True)
        if pool is not None:
            pool.place(shapes, edges, y, width)
        y += height + GAP
    for flow in collaboration.messages:
        ends = shapes.get(flow.source), shapes.get(flow.target)
        if ends[0] is not None and ends[1] is not None:
            edges.append(Line(flow.id, _message(ends[0], ends[1])))
    return Picture(tuple(shapes.values()), tuple(edges))


def _message(source: Shape, target: Shape) -> tuple[Point, ...]:
    """The way of a message: straight up or down from a node to a pool, else in three parts."""
    down = target.y > source.y
    sx, tx = source.middle[0], target.middle[0]
    sx, tx = (tx if source.band else sx), (sx if target.band else tx)
    sy = source.y + source.height if down else source.y
    ty = target.y if down else target.y + target.height
    if sx == tx:
        return (sx, sy), (tx, ty)
    middle = ty - GAP // 2 if down else ty + GAP // 2
    return (sx, sy), (sx, middle), (tx, middle), (tx, ty)


@dataclass(slots=True)
class _Pool:
    """A process in cells."""

    process: Process
    lanes: list[tuple[str, list[str]]]
    columns: dict[str, int]
    widths: list[int]
    rows: dict[str, int]
    heights: list[int]
    cells: list[int]
    data: dict[str, list[str]]
    attached: dict[str, list[Node]]
    width: int = 0
    height: int = 0

    def place(self, shapes: dict[str, Shape], edges: list[Line], top: int, width: int) -> None:
        """Add the shapes and edges, the pool's upper edge at `top`."""
        nodes = {node.id: node for node in self.process.scope.nodes}
        indent = LABEL if self.lanes[0][0] else 0
        lefts = [LEFT + LABEL + indent + 40]
        for each in self.widths:
            lefts.append(lefts[-1] + each)
        tops: dict[str, int] = {}
        y = top
        for (lane, members), height, cell in zip(self.lanes, self.heights, self.cells, strict=True):
            if lane:
                shapes[lane] = Shape(lane, LEFT + LABEL, y, width - LABEL, height, True)
            above = 70 if any(self.data.get(id_) for id_ in members) else 0
            for id_ in members:
                tops[id_] = y + 10 + self.rows[id_] * cell
                column = self.columns[id_]
                self._node(shapes, nodes[id_], lefts[column], self.widths[column],
                           tops[id_] + 20 + above)  # fmt: skip
            y += height
        for flow in self.process.scope.flows:
            entry = nodes[flow.target].host or flow.target
            corridor = tops.get(entry, top)
            if nodes[flow.source].host:
                below = flow.target not in tops
                turn = lefts[self.columns.get(flow.target, 0)] + 12
                points = _from_boundary(
                    shapes[flow.source], shapes[flow.target], turn, corridor, below
                )
            else:
                far = self._columns_apart(flow.source, flow.target)
                turns = (
                    lefts[self.columns[flow.source] + 1] - 12,
                    lefts[self.columns.get(entry, 0)] + 12,
                )
                points = _way(shapes[flow.source], shapes[flow.target], far, turns, corridor)
            edges.append(Line(flow.id, points))
        self._ties(shapes, edges, nodes)

    def _node(self, shapes: dict[str, Shape], node: Node, left: int, width: int, top: int) -> None:
        """A node in its cell, its data above it, what is attached at its lower edge."""
        w, h = size_of(node)
        x = left + (width - w) // 2
        y = top + (80 - h) // 2
        shapes[node.id] = Shape(node.id, x, y, w, h)
        data = self.data.get(node.id, [])
        start = left + (width - 50 * len(data)) // 2
        for place, id_ in enumerate(data):
            shapes[id_] = Shape(id_, start + 50 * place + 7, top - 70, *DATA)
        for place, each in enumerate(self.attached.get(node.id, [])):
            ex = x + w - 28 - 38 * (place % 3)
            ey = y + h - 18 if place < 3 else y - 18
            shapes[each.id] = Shape(each.id, ex, ey, 36, 36)
            overdue = next((f.target for f in self.process.scope.flows if f.source == each.id), "")
            if overdue and overdue not in self.columns:
                shapes[overdue] = Shape(overdue, ex, y + h + 44, 36, 36)

    def _columns_apart(self, source: str, target: str) -> int:
        """How many columns a flow goes on; 0 or less if it goes back."""
        return self.columns.get(target, 0) - self.columns.get(source, 0)

    def _ties(self, shapes: dict[str, Shape], edges: list[Line], nodes: Mapping[str, Node]) -> None:
        """Data associations and associations, straight."""
        for node in nodes.values():
            at = shapes[node.id]
            for part, ids in (("in", node.inputs), ("out", node.outputs)):
                for number, id_ in enumerate(ids, 1):
                    data = shapes[id_]
                    ends = ((data.middle[0], data.y + data.height), (at.middle[0], at.y))
                    ends = ends if part == "in" else (ends[1], ends[0])
                    edges.append(Line(f"{node.id}.{part}.{number}", ends))
        for number, (source, target) in enumerate(self.process.scope.ties, 1):
            points = (shapes[source].middle, shapes[target].middle)
            edges.append(Line(f"{self.process.id}.tie.{number}", points))


def _way(
    source: Shape, target: Shape, far: int, turns: tuple[int, int], corridor: int
) -> tuple[Point, ...]:
    """The way of a flow: straight, with one step, or along the upper edge of the cells."""
    (sx, sy), (tx, ty) = (source.x + source.width, source.middle[1]), (target.x, target.middle[1])
    if far == 1 and sy == ty:
        return (sx, sy), (tx, ty)
    out, into = turns
    if far == 1:
        return (sx, sy), (into, sy), (into, ty), (tx, ty)
    return (sx, sy), (out, sy), (out, corridor), (into, corridor), (into, ty), (tx, ty)


def _from_boundary(
    source: Shape, target: Shape, into: int, corridor: int, below: bool
) -> tuple[Point, ...]:
    """The way out of an event at the edge of an activity."""
    x, y = source.middle[0], source.y + source.height
    if below:
        return (x, y), (target.middle[0], target.y)
    tx, ty = target.x, target.middle[1]
    out = x + 46
    around = (x, y), (x, y + 14), (out, y + 14), (out, corridor), (into, corridor)
    return (*around, (into, ty), (tx, ty))


def _pool(process: Process) -> _Pool:
    """The cells of a process."""
    scope = process.scope
    attached: dict[str, list[Node]] = {}
    hosts: dict[str, str] = {}
    for node in scope.nodes:
        if node.host:
            attached.setdefault(node.host, []).append(node)
            hosts[node.id] = node.host
    below = {
        flow.target
        for flow in scope.flows
        if flow.source in hosts and _is_overdue(scope.nodes, flow.target)
    }
    placed = [n for n in scope.nodes if not n.host and n.id not in below]
    columns = ranks_of([n.id for n in placed], [
        (hosts.get(a, a), b) for a, b in
        [*((f.source, f.target) for f in scope.flows), *scope.ties] if b not in below
    ])  # fmt: skip
    data = {n.id: [*n.inputs, *n.outputs] for n in placed}
    lanes = _lanes(process, columns)
    rows: dict[str, int] = {}
    heights: list[int] = []
    cells: list[int] = []
    for _, members in lanes:
        used: dict[int, int] = {}
        for id_ in members:
            rows[id_] = used.get(columns[id_], 0)
            used[columns[id_]] = rows[id_] + 1
        cell = (
            120
            + 70 * any(data[id_] for id_ in members)
            + 70 * any(attached.get(id_) for id_ in members)
        )
        cells.append(cell)
        heights.append(cell * max(used.values(), default=1) + 20)
    widths = [160] * (max(columns.values(), default=0) + 1)
    for id_, column in columns.items():
        widths[column] = max(widths[column], 50 * len(data[id_]) + 60,
                             60 + 100 + 40 * max(0, len(attached.get(id_, ())) - 2))  # fmt: skip
    width = LABEL + (LABEL if lanes[0][0] else 0) + 80 + sum(widths)
    return _Pool(process, lanes, columns, widths, rows, heights, cells, data, attached, width,
                 sum(heights))  # fmt: skip


def _is_overdue(nodes: Sequence[Node], id_: str) -> bool:
    """Whether a node is the end that we draw below a limit."""
    return any(n.id == id_ and n.fields.get("drawn") == "overdue" for n in nodes)


def _lanes(process: Process, columns: Mapping[str, int]) -> list[tuple[str, list[str]]]:
    """The lanes with their placed nodes; one without id for a pool without lanes."""
    if not process.scope.lanes:
        return [("", list(columns))]
    return [(x.id, [id_ for id_ in x.nodes if id_ in columns]) for x in process.scope.lanes]
