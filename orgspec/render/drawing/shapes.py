"""Text and boxes as SVG elements."""

from __future__ import annotations

from orgspec.render import fonts
from orgspec.render.drawing.xml import element, escaped
from orgspec.render.layout.geometry import Box


def label(
    text: str,
    x: float,
    baseline: float,
    size: float,
    fill: str,
    *,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """A line of text; `anchor` says whether its start, middle or end stands at `x`."""
    return element(
        "text", escaped(text), x=x, y=baseline, font_family=fonts.FAMILY, font_size=size,
        font_weight="700" if bold else "400", fill=fill, text_anchor=anchor,
    )  # fmt: skip


def box(
    place: Box,
    radius: float,
    fill: str,
    *,
    stroke: str | None = None,
    stroke_width: float | None = None,
    dashes: str | None = None,
) -> str:
    """A rectangle with round corners."""
    return element(
        "rect", x=place.x, y=place.y, width=place.width, height=place.height, rx=radius,
        fill=fill, stroke=stroke, stroke_width=stroke_width, stroke_dasharray=dashes,
    )  # fmt: skip
