"""The lanes of a swimlane diagram with their heads, and the departments beside them."""

from __future__ import annotations

from orgspec.render import palette
from orgspec.render.drawing.lines import is_upright, tall_text
from orgspec.render.drawing.shapes import label
from orgspec.render.drawing.xml import element, number
from orgspec.render.layout.geometry import Box
from orgspec.render.layout.swim.arrange import Arranged
from orgspec.render.layout.swim.lanes import (
    BAND_LEADING,
    BAND_SIZE,
    HEAD_LEADING,
    HEAD_SIZE,
    Band,
    PlacedLane,
)


def lanes(arranged: Arranged) -> str:
    """The fields, the heads and the bands."""
    parts = [_lane(lane, index) for index, lane in enumerate(arranged.lanes)]
    parts += [_band(band) for band in arranged.bands]
    rules = "".join(
        f"M0 {number(lane.field.y)}H{number(arranged.width)}"
        for before, lane in zip(arranged.lanes, arranged.lanes[1:], strict=False)
        if before.lane.department != lane.lane.department or not lane.lane.department
    )
    inner = "".join(
        f"M{number(lane.head.x)} {number(lane.field.y)}H{number(arranged.width)}"
        for lane in arranged.lanes[1:]
    )
    white = {"stroke": palette.CARD, "fill": "none"}
    return (
        "".join(parts)
        + element("path", d=inner, stroke_width=2, **white)
        + (element("path", d=rules, stroke_width=4, **white) if rules else "")
    )


def _lane(placed: PlacedLane, index: int) -> str:
    """One lane: a pale field, a head in the colour of its department."""
    colour = palette.department(placed.lane.colour)
    tint = palette.mixed(colour, palette.CARD, 0.085 if index % 2 else 0.06)
    if not placed.head.width:
        return _rect(placed.field, palette.CARD)
    parts = [_rect(placed.field, tint), _rect(placed.head, colour)]
    middle = placed.head.centre
    first = middle.y - HEAD_LEADING * (len(placed.lines) - 1) / 2 + HEAD_SIZE * 0.36
    for place, line in enumerate(placed.lines):
        parts.append(
            label(
                line,
                middle.x,
                first + HEAD_LEADING * place,
                HEAD_SIZE,
                palette.CARD,
                bold=True,
                anchor="middle",
            )
        )
    return "".join(parts)


def _band(band: Band) -> str:
    """A department, its name running upwards (Chinese downwards)."""
    colour = palette.department(band.colour)
    ground = palette.mixed(colour, "#000000", 0.82)
    parts = [_rect(Box(band.box.x, band.box.y, band.box.width - 2, band.box.height), ground)]
    middle = band.box.centre
    count = len(band.text)
    # Lines of Chinese that run downwards follow one another from the right.
    text = band.text[::-1] if all(map(is_upright, band.text)) else band.text
    for place, line in enumerate(text):
        x = middle.x - 1 + (place - (count - 1) / 2) * BAND_LEADING
        parts.append(tall_text(line, x, middle.y, BAND_SIZE, palette.CARD))
    return "".join(parts)


def _rect(place: Box, fill: str) -> str:
    """A plain rectangle."""
    return element("rect", x=place.x, y=place.y, width=place.width, height=place.height, fill=fill)
