"""From columns, rows and tracks to pixels."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.geometry import Point
from orgspec.render.layout.swim.board import Board
from orgspec.render.layout.swim.label import Label
from orgspec.render.layout.swim.ports import Ports
from orgspec.render.layout.swim.ranks import Pair
from orgspec.render.layout.swim.routes import Route, Segment, labelled_part, leaves_level, segments
from orgspec.render.layout.swim.shape import Shape
from orgspec.render.layout.swim.tracks import Key, Strand, tracks_of

TRACK = 12.0
_ARROW = 15.0  # from the last track to the node
_AFTER = 10.0  # from a node to the first track
_GUTTER = 30.0  # the least width of a gutter
_INSIDE, _BETWEEN = 16.0, 24.0  # the least height of a corridor in a lane and between two


Side = tuple[int, bool]
"""A gutter by its coarse x, and whether the space behind its tracks is meant, or that before."""


@frozen
class Scale:
    """Where columns, rows and tracks lie.

    Attributes:
        anchor_x, anchor_y: of each column and row.
        lane_edges: the y of the upper edge of each row's lane where a lane begins, else None; and
            the lower edge of the last.
        lines: the corners of each way.
        width, height: of all.
    """

    anchor_x: tuple[float, ...]
    anchor_y: tuple[float, ...]
    boundaries: tuple[float, ...]
    lines: tuple[tuple[Point, ...], ...]
    width: float
    height: float


@frozen
class Plan:
    """What is known before anything has a place."""

    board: Board
    shapes: Sequence[Shape]
    ways: Sequence[Pair]
    routes: Sequence[Route]
    ports: Ports
    labels: Sequence[Label | None]
    heights: Mapping[int, float]  # lane → how high it has to be at least


def scale_of(plan: Plan, more: Mapping[Side, float]) -> Scale:
    """The pixels of a plan; `more` widens gutters where labels found no place."""
    gutters = {
        x: tracks_of(s, plan.ports.before.get(x, frozenset())) for x, s in _upright(plan).items()
    }
    corridors = {y: tracks_of(s) for y, s in _level(plan, gutters).items()}
    xs, gutter_x, width = _across(plan, gutters, more)
    ys, corridor_y, boundaries, height = _down(plan, corridors)
    lines = []
    for way, route in enumerate(plan.routes):
        level_y: dict[int, float] = {}
        upright_x: dict[int, float] = {}
        parts = list(segments(route))
        for part in parts:
            key = (way, part.number)
            if part.is_level:
                y = part.start[1]
                level_y[part.number] = (
                    ys[(y - 1) // 2] + plan.ports.offset[key]
                    if y % 2
                    else corridor_y[y][corridors[y][key]]
                )
            else:
                x = part.start[0]
                upright_x[part.number] = (
                    gutter_x[x][gutters[x][key]] if x % 2 == 0
                    else xs[(x - 1) // 2] + _slot(plan, way, part)[0]
                )  # fmt: skip
        lines.append(_corners(plan, way, parts, level_y, upright_x, xs, ys))
    return Scale(tuple(xs), tuple(ys), tuple(boundaries), tuple(lines), width, height)


def _corners(
    plan: Plan,
    way: int,
    parts: Sequence[Segment],
    level_y: Mapping[int, float],
    upright_x: Mapping[int, float],
    xs: Sequence[float],
    ys: Sequence[float],
) -> tuple[Point, ...]:
    """The corners of one way."""
    source, target = plan.ways[way]
    board, first, last = plan.board, parts[0], parts[-1]
    points = []
    if first.is_level:
        offset = plan.ports.offset[way, 0]
        x = xs[board.column[source]] + plan.shapes[source].leaving(offset)
        points.append(Point(x, level_y[0]))
    else:
        points.append(Point(upright_x[0], ys[board.row[source]] + _slot(plan, way, first)[1]))
    for part, after in itertools.pairwise(parts):
        level, upright = (part, after) if part.is_level else (after, part)
        points.append(Point(upright_x[upright.number], level_y[level.number]))
    if last.is_level:
        offset = plan.ports.offset[way, last.number]
        x = xs[board.column[target]] + plan.shapes[target].coming(offset)
        points.append(Point(x, level_y[last.number]))
    else:
        points.append(
            Point(upright_x[last.number], ys[board.row[target]] + _slot(plan, way, last)[1])
        )
    return tuple(points)


def _slot(plan: Plan, way: int, part: Segment) -> tuple[float, float]:
    """Where a part that is upright in a column touches its node, relative to that."""
    source, target = plan.ways[way]
    if part.number == 0:
        place = plan.shapes[source].gate_out(part.end[1] < part.start[1])
    else:
        place = plan.shapes[target].gate_in(part.start[1] < part.end[1])
    return place or (0.0, 0.0)


def _upright(plan: Plan) -> dict[int, list[Strand]]:
    """The strands of each gutter."""
    found: dict[int, list[Strand]] = {}
    for way, route in enumerate(plan.routes):
        parts = list(segments(route))
        for part in parts:
            if part.is_level or part.start[0] % 2:
                continue
            ends = []
            for corner, beside in (
                (part.start, parts[part.number - 1]),
                (part.end, parts[part.number + 1]),
            ):
                fine = corner[1] + plan.ports.offset.get((way, beside.number), 0.0) / 400
                far = beside.start if beside.end == corner else beside.end
                ends.append((fine, 1 if far[0] > corner[0] else -1))
            found.setdefault(part.start[0], []).append(
                Strand((way, part.number), (ends[0], ends[1]))
            )
    return found


def _level(plan: Plan, gutters: Mapping[int, Mapping[Key, int]]) -> dict[int, list[Strand]]:
    """The strands of each corridor."""
    found: dict[int, list[Strand]] = {}
    for way, route in enumerate(plan.routes):
        parts = list(segments(route))
        for part in parts:
            if not part.is_level or part.start[1] % 2:
                continue
            ends = []
            for corner, beside in (
                (part.start, parts[part.number - 1]),
                (part.end, parts[part.number + 1]),
            ):
                track = gutters.get(corner[0], {}).get((way, beside.number), 0) / 100
                slot = 0.0 if corner[0] % 2 == 0 else (0.2 if beside.number == 0 else -0.2)
                far = beside.start if beside is parts[part.number - 1] else beside.end
                ends.append((corner[0] + track + slot, 1 if far[1] > corner[1] else -1))
            found.setdefault(part.start[1], []).append(
                Strand((way, part.number), (ends[0], ends[1]))
            )
    return found


def _across(
    plan: Plan, gutters: Mapping[int, Mapping[Key, int]], more: Mapping[Side, float]
) -> tuple[list[float], dict[int, list[float]], float]:
    """The anchors of the columns, the tracks of the gutters, the width of all."""
    board = plan.board
    left, right = [0.0] * board.columns, [0.0] * board.columns
    for node, shape in enumerate(plan.shapes):
        column = board.column[node]
        left[column] = max(left[column], shape.left)
        right[column] = max(right[column], shape.right)
    zones = _zones(plan, right)
    anchors: list[float] = []
    tracks: dict[int, list[float]] = {}
    x = 0.0
    for column in range(board.columns + 1):
        gutter = gutters.get(2 * column, {})
        count = max(gutter.values(), default=-1) + 1
        zone = zones.get(2 * column, 0.0) + more.get((2 * column, False), 0.0)
        first = x + _AFTER + zone
        tracks[2 * column] = [first + TRACK * (i + 0.5) for i in range(count)]
        edge = 0.0 if column in (0, board.columns) and not count and not zone else _GUTTER
        wide = max(edge, zone + _AFTER + TRACK * count + _ARROW if count or zone else edge)
        x += max(wide, 18.0) + more.get((2 * column, True), 0.0)
        if column < board.columns:
            anchors.append(x + left[column])
            x += left[column] + right[column]
    return anchors, tracks, x


def _zones(plan: Plan, right: Sequence[float]) -> dict[int, float]:
    """Gutter → the width that the labels of ways out of the column before it need."""
    found: dict[int, float] = {}
    for way, label in enumerate(plan.labels):
        if label is None:
            continue
        route = plan.routes[way]
        source = plan.ways[way][0]
        column, shape = plan.board.column[source], plan.shapes[source]
        if leaves_level(route):
            begins = shape.leaving(plan.ports.offset[way, 0])
        elif len(route) > 2 and route[2][0] > route[1][0]:
            begins = _slot(plan, way, next(segments(route)))[0]
        else:
            continue
        needed = label.width + 18 - (right[column] - begins)
        found[2 * column + 2] = max(found.get(2 * column + 2, 0.0), needed, 0.0)
    return found


def _down(
    plan: Plan, corridors: Mapping[int, Mapping[Key, int]]
) -> tuple[list[float], dict[int, list[float]], list[float], float]:
    """The anchors of the rows, the tracks of the corridors, the edges of lanes, the height."""
    board = plan.board
    rows = len(board.lane_of_row)
    count = Counter(board.lane_of_row)
    up = [max(26.0, plan.heights[lane] / count[lane] / 2) for lane in board.lane_of_row]
    down = list(up)
    for node, shape in enumerate(plan.shapes):
        row = board.row[node]
        up[row], down[row] = max(up[row], shape.up), max(down[row], shape.down)
    for (way, number), offset in plan.ports.offset.items():
        label = plan.labels[way] if number == labelled_part(plan.routes[way]) else None
        half = label.height / 2 + 3 if label is not None else 4.0
        row = (list(segments(plan.routes[way]))[number].start[1] - 1) // 2
        up[row], down[row] = max(up[row], half - offset), max(down[row], half + offset)
    anchors: list[float] = []
    tracks: dict[int, list[float]] = {}
    edges: list[float] = [0.0]
    y = 0.0
    for row in range(rows + 1):
        outer = row in (0, rows)
        between = not outer and board.lane_of_row[row - 1] != board.lane_of_row[row]
        heights = _heights(plan, corridors.get(2 * row, {}))
        least = _BETWEEN if between else _INSIDE
        pad = max((least - sum(heights)) / 2, 9.0 if between or outer else 7.0)
        places = [y + pad + sum(heights[:i]) + h / 2 for i, h in enumerate(heights)]
        tracks[2 * row] = places
        if between:
            middle = (len(heights) + 1) // 2
            edges.append(y + pad + sum(heights[:middle]))
        y += 2 * pad + sum(heights)
        if row < rows:
            anchors.append(y + up[row])
            y += up[row] + down[row]
    return anchors, tracks, [*edges, y], y


def _heights(plan: Plan, tracks: Mapping[Key, int]) -> list[float]:
    """The height of each track of a corridor: more where labels stand."""
    heights = [TRACK] * (max(tracks.values(), default=-1) + 1)
    for (way, number), track in tracks.items():
        label = plan.labels[way]
        if label is not None and number == labelled_part(plan.routes[way]):
            heights[track] = max(heights[track], label.height + 6)
    return heights
