"""The steps and marks of a swimlane diagram."""

from __future__ import annotations

from orgspec.frozen import frozen
from orgspec.render import palette
from orgspec.render.drawing.shapes import box, label
from orgspec.render.drawing.xml import element, escaped, number
from orgspec.render.layout.geometry import Box
from orgspec.render.layout.swim.arrange import PlacedShape
from orgspec.render.layout.swim.shape import Words
from orgspec.swimlane import NodeKind

EMERGENCY = palette.DEPARTMENTS[6]
_CHOICE_FILL, _CHOICE = "#FFF8E8", "#B7791F"
_ROUND = (NodeKind.START, NodeKind.END, NodeKind.EVENT, NodeKind.LINK)


@frozen
class Ink:
    """The colours of a diagram: its ways and bars, where it begins and ends, its longest path."""

    way: str
    mark: str
    critical: str


STANDARD = Ink("#475569", "#1F3A5F", palette.CRITICAL)
URGENT = Ink(EMERGENCY, EMERGENCY, "#6B0F1A")


def node(placed: PlacedShape, colour: str, ink: Ink) -> str:
    """One node as a group."""
    shape, at = placed.shape, placed.anchor
    parts = [_links(placed, ink)]
    body = shape.body.moved(at.x, at.y)
    kind = shape.node.kind
    if kind in _ROUND:
        parts.append(ring(body, kind, ink))
    elif kind is NodeKind.FORK:
        parts.append(box(body, 2, ink.way))
    elif kind is not NodeKind.GATEWAY:
        parts.append(_card(body, placed, colour, ink))
    if shape.rhomb is not None:
        parts.append(
            rhomb(shape.rhomb.moved(at.x, at.y), ink.critical if shape.node.critical else "")
        )
    for bar in (shape.bar, shape.merge):
        if bar is not None:
            parts.append(box(bar.moved(at.x, at.y), 2, ink.way))
    if shape.ring is not None:
        parts.append(ring(shape.ring.moved(at.x, at.y), NodeKind.END, ink))
    parts += [_icon(name, at.x + x, at.y + y) for name, x, y in shape.icons]
    parts += [_words(words, at.x, at.y, colour, ink) for words in shape.words]
    shown = shape.node
    spoken = " ".join(filter(None, (shown.number, shown.title, shown.note)))
    title = element("title", escaped(spoken.replace("\n", " "))) if spoken else ""
    return element(
        "g", title + "".join(parts), data_id=shown.id, data_address=shown.address or None
    )


def _card(body: Box, placed: PlacedShape, colour: str, ink: Ink) -> str:
    """The card of a step, double at its sides where it stands for a workflow."""
    critical = placed.shape.node.critical
    stroke, width = (ink.critical, 2.4) if critical else (colour, 1.4)
    parts = [
        box(body.moved(0, 1.8), 8, palette.mixed("#1F2937", palette.CARD, 0.09)),
        box(body, 8, palette.CARD, stroke=stroke, stroke_width=width),
    ]
    if placed.shape.node.kind is NodeKind.CALL:
        top, bottom = number(body.y), number(body.bottom)
        lines = f"M{number(body.x + 5)} {top}V{bottom}M{number(body.right - 5)} {top}V{bottom}"
        parts.append(element("path", d=lines, stroke=stroke, stroke_width=1.1, fill="none"))
    return "".join(parts)


def rhomb(place: Box, stroke: str = "") -> str:
    """A rhomb; `stroke` is its colour if it stands out."""
    middle = place.centre
    path = (
        f"M{number(place.x)} {number(middle.y)}L{number(middle.x)} {number(place.y)}"
        f"L{number(place.right)} {number(middle.y)}L{number(middle.x)} {number(place.bottom)}Z"
    )
    return element(
        "path", d=path, fill=_CHOICE_FILL, stroke=stroke or _CHOICE,
        stroke_width=2.2 if stroke else 1.4,
        stroke_linejoin="round",
    )  # fmt: skip


def ring(place: Box, kind: NodeKind, ink: Ink) -> str:
    """A start (thin and green), an end (thick), an event (double), a link (filled)."""
    middle, radius = place.centre, place.width / 2
    parts = []
    stroke, width, fill = ink.mark, 1.6, palette.CARD
    if kind is NodeKind.START:
        stroke, width, fill = (
            ("#15803D", 2.0, "#F0FAF3") if ink is STANDARD else (ink.mark, 2.0, "#FEF2F2")
        )
    elif kind is NodeKind.END:
        width, radius = 4.0, radius - 1.2
    elif kind is NodeKind.LINK:
        fill = palette.mixed(ink.mark, palette.CARD, 0.1)
    parts.append(
        element(
            "circle",
            cx=middle.x,
            cy=middle.y,
            r=radius - width / 2,
            fill=fill,
            stroke=stroke,
            stroke_width=width,
        )
    )
    if kind is NodeKind.EVENT:
        parts.append(
            element(
                "circle",
                cx=middle.x,
                cy=middle.y,
                r=radius - 4.5,
                fill="none",
                stroke=stroke,
                stroke_width=1.2,
            )
        )
    return "".join(parts)


def _links(placed: PlacedShape, ink: Ink) -> str:
    """The short lines between a card and what stands before and behind it."""
    shape, at = placed.shape, placed.anchor
    lines = []
    behind = shape.body.right
    for part in (
        shape.rhomb if shape.node.kind is not NodeKind.GATEWAY else None,
        shape.bar,
        shape.ring,
    ):
        if part is not None:
            lines.append(f"M{number(at.x + behind)} {number(at.y)}H{number(at.x + part.x + 1)}")
            behind = part.right
    if shape.merge is not None:
        lines.append(
            f"M{number(at.x + shape.merge.right)} {number(at.y)}H{number(at.x + shape.body.x)}"
        )
    if not lines:
        return ""
    return element("path", d="".join(lines), fill="none", stroke=ink.way, stroke_width=1.6)


def _icon(name: str, x: float, y: float) -> str:
    """A small clock or sheet, its middle at a place."""
    if name == "clock":
        path = (
            f"M{number(x - 4.4)} {number(y)}a4.4 4.4 0 1 1 8.8 0a4.4 4.4 0 1 1 -8.8 0"
            f"M{number(x)} {number(y - 2.6)}V{number(y)}H{number(x + 2)}"
        )
    elif name == "person":
        path = (
            f"M{number(x - 2.1)} {number(y - 2.3)}a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1 -4.2 0"
            f"M{number(x - 4.2)} {number(y + 4.4)}a4.2 3.8 0 0 1 8.4 0"
        )
    else:
        path = (
            f"M{number(x - 3.4)} {number(y - 4.4)}h4.4l2.4 2.4v6.4h-6.8z"
            f"M{number(x - 1.6)} {number(y + 0.4)}h3.2M{number(x - 1.6)} {number(y + 2.4)}h3.2"
        )
    return element(
        "path", d=path, fill="none", stroke=palette.FAINT, stroke_width=1,
        stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip


def _words(words: Words, x: float, y: float, colour: str, ink: Ink) -> str:
    """A line of text."""
    fill = {
        "number": colour,
        "name": palette.INK,
        "question": palette.INK,
        "mark": ink.mark,
        "caption": palette.INK,
    }.get(words.part, palette.SECONDARY)
    bold = words.part in ("number", "name", "question", "mark")
    anchor = "middle" if words.centred else "start"
    return label(
        words.text, x + words.x, y + words.baseline, words.size, fill, bold=bold, anchor=anchor
    )
