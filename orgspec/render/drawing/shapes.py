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
    runs = fonts.runs(text, bold)
    family = runs[0][0] if runs else fonts.FAMILY
    content = escaped(text)
    if len(runs) > 1:
        content = "".join(element("tspan", escaped(said), font_family=f) for f, said in runs)
    return element(
        "text", content, x=x, y=baseline, font_family=family, font_size=size,
        font_weight="700" if bold else "400", fill=fill, text_anchor=anchor,
    )  # fmt: skip


def column(text: str, x: float, baseline: float, size: float, fill: str) -> str:
    """Bold characters one below the other, the first on a baseline, their middle at `x`."""
    characters = "".join(
        element("tspan", escaped(character), x=x, y=baseline + size * index)
        for index, character in enumerate(text)
    )
    family = next((family for family, _ in fonts.runs(text, True)), fonts.FAMILY)
    return element(
        "text", characters, font_family=family, font_size=size, font_weight="700",
        fill=fill, text_anchor="middle",
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
