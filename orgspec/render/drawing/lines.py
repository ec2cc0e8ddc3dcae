"""The connectors of a chart."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.render import palette
from orgspec.render.drawing.shapes import column, label
from orgspec.render.drawing.xml import element, number
from orgspec.render.layout.arrange import Arrangement, Polyline
from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.geometry import Box, Point

ELBOW = 8.0


def connectors(arrangement: Arrangement, scale: float = 1.0) -> str:
    """All lines of a chart, the solid ones first; to be drawn below the cards."""
    solid = [path_of(line.corners) for line in arrangement.lines if not line.dotted]
    dotted = [path_of(line.corners) for line in arrangement.lines if line.dotted]
    out = ""
    if solid:
        out += element(
            "path", d="".join(solid), fill="none", stroke=palette.CONNECTOR,
            stroke_width=1.6 * scale, stroke_linejoin="round",
        )  # fmt: skip
    for path in dotted:
        out += element(
            "path", d=path, fill="none", stroke=palette.DOTTED, stroke_width=1.9 * scale,
            stroke_dasharray=f"{number(3 * scale)} {number(4.6 * scale)}", stroke_linecap="round",
        )  # fmt: skip
    return out


def line_labels(arrangement: Arrangement, style: CardStyle) -> str:
    """The pills on the dotted lines; to be drawn above all."""
    return "".join(_label(line, style) for line in arrangement.lines if line.label_box)


def _label(line: Polyline, style: CardStyle) -> str:
    """One pill on its line."""
    box = line.label_box
    if box is None:
        return ""
    pill = element(
        "rect", x=box.x, y=box.y, width=box.width, height=box.height,
        rx=min(box.height, box.width) / 2,
        fill=palette.CARD, stroke=palette.DOTTED, stroke_width=1.3,
    )  # fmt: skip
    return pill + _label_text(line.label, box, style.pill)


def _label_text(text: str, place: Box, size: float) -> str:
    """The words of a pill; in a tall one Chinese runs downwards and other text upwards."""
    middle, colour = place.centre, palette.DOTTED
    if place.height > place.width:
        return tall_text(text, middle.x, middle.y, size, colour)
    baseline = middle.y + size * 0.36
    return label(text, middle.x, baseline, size, colour, bold=True, anchor="middle")


def tall_text(text: str, x: float, y: float, size: float, colour: str) -> str:
    """Bold text in a tall place with its middle at x, y: Chinese downwards, other text upwards."""
    if is_upright(text):
        first = y - size * (len(text) - 1) / 2 + size * 0.36
        return column(text, x, first, size, colour)
    words = label(text, x, y + size * 0.36, size, colour, bold=True, anchor="middle")
    return element("g", words, transform=f"rotate(-90 {number(x)} {number(y)})")


def is_upright(text: str) -> bool:
    """Whether a text may be written downwards."""
    return all(character > "\u2e7f" for character in text)


def path_of(corners: Sequence[Point], elbow: float = ELBOW) -> str:
    """A line with rounded elbows as path data."""
    parts = [f"M{_at(corners[0])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(elbow, _length(before, corner) / 2, _length(corner, after) / 2)
        parts.append(f"L{_at(_towards(corner, before, radius))}")
        parts.append(f"Q{_at(corner)} {_at(_towards(corner, after, radius))}")
    parts.append(f"L{_at(corners[-1])}")
    return "".join(parts)


def _at(point: Point) -> str:
    """A point in path data."""
    return f"{number(point.x)} {number(point.y)}"


def _length(start: Point, end: Point) -> float:
    """The length of an upright or level line."""
    return abs(start.x - end.x) + abs(start.y - end.y)


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point at a distance from `start` on an upright or level line to `end`."""
    share = distance / max(_length(start, end), 0.001)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
