"""A whole swimlane diagram: its lanes, ways, nodes and labels; a wide one in several rows."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen
from orgspec.render.drawing.shapes import box
from orgspec.render.drawing.swim.lanes import lanes
from orgspec.render.drawing.swim.nodes import STANDARD, URGENT, node
from orgspec.render.drawing.swim.ways import labels, ways
from orgspec.render.drawing.xml import element, number
from orgspec.render.layout.geometry import Box
from orgspec.render.layout.swim.arrange import Arranged, PlacedShape
from orgspec.render.layout.swim.fold import folded
from orgspec.render.palette import department
from orgspec.swimlane import Swimlane

ROW_GAP = 30.0


@frozen
class Picture:
    """The elements of a drawing, its upper left corner at the origin.

    `rows` is in how many rows a diagram stands; `leads_back` whether any of its ways does.
    """

    xml: str
    width: float
    height: float
    rows: int = 1
    leads_back: bool = False


def picture_of(diagram: Swimlane, locale: str, room: tuple[float, float] | None = None) -> Picture:
    """The drawing of a diagram, folded for a page with `room` in pixels if that is given."""
    parts = []
    y, width = 0.0, 0.0
    rows = folded(diagram, locale, room)
    for row in rows:
        shift = f"translate(0 {number(y)})"
        parts.append(element("g", _row(row, diagram), transform=shift) if y else _row(row, diagram))
        y += row.height + ROW_GAP
        width = max(width, row.width)
    if diagram.emergency:
        parts.append(box(Box(0, -7, width, 4), 2, URGENT.way))
    back = any(way.leads_back for row in rows for way in row.ways)
    return Picture("".join(parts), width, max(y - ROW_GAP, 0.0), len(rows), back)


def _row(row: Arranged, diagram: Swimlane) -> str:
    """One row of the drawing."""
    ink = URGENT if diagram.emergency else STANDARD
    colours = [lane.colour for lane in diagram.lanes]
    nodes = "".join(
        node(placed, department(_colour(placed, colours)), ink) for placed in row.shapes
    )
    return lanes(row) + ways(row.ways, ink) + nodes + labels(row.ways)


def _colour(placed: PlacedShape, colours: Sequence[int]) -> int:
    """The colour of a node: its own, else that of its lane."""
    shown = placed.shape.node
    return shown.colour if shown.colour >= 0 else colours[shown.lane]


def texts_of(diagram: Swimlane) -> list[str]:
    """All that is written on a diagram and in its legend."""
    texts = [entry.text for entry in diagram.legend] + [lane.title for lane in diagram.lanes]
    texts += [lane.department for lane in diagram.lanes]
    for each in diagram.nodes:
        texts += [each.title, each.number, each.doer, each.note, *each.papers]
    for passage in diagram.passages:
        texts += [passage.label, passage.handoff]
    return [*texts, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "-…"]
