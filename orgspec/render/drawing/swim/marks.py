"""The signs of a swimlane diagram as its legend shows them."""

from __future__ import annotations

from orgspec.render import palette
from orgspec.render.drawing.shapes import box
from orgspec.render.drawing.swim.nodes import STANDARD, URGENT, rhomb, ring
from orgspec.render.drawing.swim.ways import HANDOFF_BORDER, HANDOFF_FILL, handoff_mark
from orgspec.render.drawing.xml import element, number
from orgspec.render.layout.geometry import Box
from orgspec.swimlane import NodeKind

WIDTHS = {
    "swim-start": 16.0,
    "swim-end": 16.0,
    "swim-event": 18.0,
    "swim-choice": 20.0,
    "swim-fork": 22.0,
    "swim-call": 26.0,
    "swim-back": 28.0,
    "swim-handoff": 22.0,
    "swim-critical": 28.0,
    "swim-link": 16.0,
}
_RINGS = {
    "swim-start": NodeKind.START,
    "swim-end": NodeKind.END,
    "swim-event": NodeKind.EVENT,
    "swim-link": NodeKind.LINK,
}
URGENT_COLOUR = 6  # that the legend of an emergency has, in the palette of departments


def mark(kind: str, colour: int, x: float, middle: float) -> str:
    """The sign of an entry, from x rightwards."""
    ink = URGENT if colour == URGENT_COLOUR else STANDARD
    width = WIDTHS[kind]
    if kind in _RINGS:
        return ring(Box(x, middle - width / 2, width, width), _RINGS[kind], ink)
    if kind == "swim-choice":
        return rhomb(Box(x, middle - 8, width, 16))
    if kind == "swim-fork":
        bar = box(Box(x + 8, middle - 8, 4, 16), 1.5, ink.way)
        lines = f"M{number(x)} {number(middle)}h8m4 -5h10m-10 10h10"
        return element("path", d=lines, fill="none", stroke=ink.way, stroke_width=1.5) + bar
    if kind == "swim-call":
        card = box(
            Box(x, middle - 7, width, 14), 3.5, palette.CARD, stroke=ink.way, stroke_width=1.3
        )
        sides = f"M{number(x + 4)} {number(middle - 7)}v14M{number(x + 22)} {number(middle - 7)}v14"
        return card + element("path", d=sides, stroke=ink.way, stroke_width=1)
    if kind == "swim-handoff":
        pill = box(
            Box(x, middle - 7, width, 14), 4, HANDOFF_FILL, stroke=HANDOFF_BORDER, stroke_width=1
        )
        return pill + handoff_mark(Box(x + 7, middle - 4, 8, 8))
    critical = kind == "swim-critical"
    return element(
        "path", d=f"M{number(x)} {number(middle)}h{number(width)}", fill="none",
        stroke=ink.critical if critical else ink.way, stroke_width=2.4 if critical else 1.6,
        stroke_dasharray=None if critical else "6 3.5",
    )  # fmt: skip
