"""The ways of a swimlane diagram, with arrows and labels."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.render import palette
from orgspec.render.drawing.lines import path_of
from orgspec.render.drawing.shapes import box, label
from orgspec.render.drawing.swim.nodes import Ink
from orgspec.render.drawing.xml import element, number
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.layout.swim.arrange import PlacedWay
from orgspec.render.layout.swim.label import LEADING, MARKED, PAD_X, PAD_Y, SIZE

HANDOFF, HANDOFF_FILL, HANDOFF_BORDER = "#0B4A86", "#EAF3FC", "#9CC3E8"
_ARROW, _HALF = 9.0, 4.2
_RADIUS = 7.0


def ways(placed: Sequence[PlacedWay], ink: Ink) -> str:
    """All ways; those on the longest path above the others."""
    ordered = sorted(placed, key=lambda way: way.passage.critical)
    return "".join(_way(way, ink) for way in ordered)


def labels(placed: Sequence[PlacedWay]) -> str:
    """The labels, to be drawn above all."""
    return "".join(_label(way) for way in placed)


def _way(way: PlacedWay, ink: Ink) -> str:
    """One way with its arrow."""
    colour = ink.critical if way.passage.critical else ink.way
    *before, last = way.corners
    near = before[-1]
    dx, dy = _direction(near, last)
    end = Point(last.x - dx * (_ARROW - 1), last.y - dy * (_ARROW - 1))
    line = element(
        "path", d=path_of([*before, end], _RADIUS), fill="none", stroke=colour,
        stroke_width=2.4 if way.passage.critical else 1.6, stroke_linejoin="round",
        stroke_dasharray="6 3.5" if way.leads_back else None,
    )  # fmt: skip
    back = Point(last.x - dx * _ARROW, last.y - dy * _ARROW)
    head = (
        f"M{number(last.x)} {number(last.y)}"
        f"L{number(back.x - dy * _HALF)} {number(back.y + dx * _HALF)}"
        f"L{number(back.x + dy * _HALF)} {number(back.y - dx * _HALF)}Z"
    )
    return line + element("path", d=head, fill=colour)


def _direction(start: Point, end: Point) -> tuple[float, float]:
    """The direction of a level or upright part, of length 1."""
    if start.y == end.y:
        return (1.0 if end.x > start.x else -1.0), 0.0
    return 0.0, (1.0 if end.y > start.y else -1.0)


def _label(way: PlacedWay) -> str:
    """The pill of a label: the condition in ink, the handoff in blue with its mark."""
    if way.label is None:
        return ""
    place, lines = way.label.box, way.label.label.lines
    handoff = any(is_handoff for _, is_handoff in lines)
    fill = HANDOFF_FILL if handoff else palette.CARD
    border = HANDOFF_BORDER if handoff else palette.CARD_BORDER
    parts = [box(place, 5, fill, stroke=border, stroke_width=1)]
    marked = False
    for index, (text, is_handoff) in enumerate(lines):
        middle = place.y + PAD_Y + LEADING * (index + 0.5)
        ink = HANDOFF if is_handoff else palette.INK
        parts.append(
            label(
                text,
                place.x + PAD_X + (MARKED if is_handoff else 0),
                middle + SIZE * 0.36,
                SIZE,
                ink,
                bold=not is_handoff,
            )
        )
        if is_handoff and not marked:
            parts.append(handoff_mark(Box(place.x + PAD_X, middle - 4, 8, 8)))
            marked = True
    return "".join(parts)


def handoff_mark(place: Box) -> str:
    """Two arrows, one to each side: something passes from one to another."""
    x, y, right = place.x, place.centre.y, place.right
    path = (
        f"M{number(x)} {number(y - 2)}H{number(right)}m-2.4 -2.2l2.4 2.2l-2.4 2.2"
        f"M{number(right)} {number(y + 2.6)}H{number(x)}"
    )
    return element(
        "path", d=path, fill="none", stroke=HANDOFF, stroke_width=1.2,
        stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip
