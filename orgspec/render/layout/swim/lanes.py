"""The lanes with their heads, and the departments beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.geometry import Box
from orgspec.render.wrap import wrap
from orgspec.swimlane import Lane

HEAD = 124.0
HEAD_SIZE, HEAD_LEADING = 13.0, 17.5
BAND_SIZE, BAND_LEADING = 11.5, 15.0
_HEAD_SIDE, _BAND_END, _BAND_SIDE = 10.0, 6.0, 6.0


@frozen
class PlacedLane:
    """A lane: its head, the lines in it, and its field."""

    lane: Lane
    head: Box
    lines: tuple[str, ...]
    field: Box


@frozen
class Band:
    """A department beside its lanes; its lines run upwards, Chinese ones downwards.

    One without a text stands beside a lane that is part of no department.
    """

    text: tuple[str, ...]
    box: Box
    colour: int


def head_width(lanes: Sequence[Lane]) -> float:
    """The width of the heads of lanes; 0 where none has a title."""
    return HEAD if any(lane.title for lane in lanes) else 0.0


def head_lines(lane: Lane) -> tuple[str, ...]:
    """The lines in the head of a lane."""
    return wrap(lane.title, HEAD_SIZE, HEAD - 2 * _HEAD_SIDE, bold=True)


def least_height(lane: Lane) -> float:
    """How high a lane has to be for what stands in its head."""
    return HEAD_LEADING * len(head_lines(lane)) + 8


def band_width(lanes: Sequence[Lane], shown: Sequence[int], edges: Sequence[float]) -> float:
    """The width of the bands, for the one with most lines; 0 where no lane has a department.

    `edges` are those of the lanes from above, the lower edge of the last among them.
    """
    lines = [len(text) for _, text, _, _ in _groups(lanes, shown, edges) if text]
    return BAND_LEADING * max(lines) + 2 * _BAND_SIDE if lines else 0.0


def bands_of(
    lanes: Sequence[Lane], shown: Sequence[int], edges: Sequence[float], width: float
) -> tuple[Band, ...]:
    """The departments beside their lanes."""
    return tuple(
        Band(text, Box(0, top, width, bottom - top), lane.colour)
        for lane, text, top, bottom in _groups(lanes, shown, edges)
        if width
    )


def lanes_of(
    lanes: Sequence[Lane],
    shown: Sequence[int],
    edges: Sequence[float],
    across: Mapping[str, float],
) -> tuple[PlacedLane, ...]:
    """The lanes from above; `across` has the x of their fields (`left`) and of their end."""
    left, right = across["left"], across["right"]
    found = []
    for place, index in enumerate(shown):
        top, height = edges[place], edges[place + 1] - edges[place]
        wide = head_width(lanes)
        head, field = Box(left - wide, top, wide, height), Box(left, top, right - left, height)
        found.append(PlacedLane(lanes[index], head, head_lines(lanes[index]), field))
    return tuple(found)


def _groups(
    lanes: Sequence[Lane], shown: Sequence[int], edges: Sequence[float]
) -> Iterator[tuple[Lane, tuple[str, ...], float, float]]:
    """Neighbours of one department: the first lane, the lines of the name, both edges."""
    start = 0
    for place in range(1, len(shown) + 1):
        first = lanes[shown[start]]
        alike = place < len(shown) and lanes[shown[place]].department == first.department
        if alike and first.department:
            continue
        top, bottom = edges[start], edges[place]
        room = bottom - top - 2 * _BAND_END
        name = first.department
        yield first, wrap(name, BAND_SIZE, room, bold=True) if name else (), top, bottom
        start = place
