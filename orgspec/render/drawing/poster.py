"""A chart as pieces that know their places, so that a part of it can be drawn alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgspec.document import Chart, Document
from orgspec.frozen import frozen
from orgspec.render.drawing import page
from orgspec.render.drawing.cards import card, shadow
from orgspec.render.drawing.legend import legend
from orgspec.render.drawing.lines import connectors, line_labels
from orgspec.render.drawing.rows import row
from orgspec.render.drawing.xml import element, escaped, number
from orgspec.render.layout.arrange import Arrangement, Polyline
from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.geometry import Box, Point, around

_EDGE = 8.0
_LEGEND_GAP = 20.0
_LEAST_LEGEND = 640.0
_HEAD_GAP = 30.0


@frozen
class Poster:
    """A drawing with the boxes of its parts; all lengths are in pixels.

    `head` and `foot` are elements with their boxes; `at` is where the arrangement begins.
    """

    arrangement: Arrangement
    width: float
    height: float
    at: tuple[float, float]
    around: tuple[tuple[Box, str], ...]

    def cards(self) -> Iterator[tuple[str, Box]]:
        """The page that each card leads to, or nothing, and the box of the card."""
        for placed in self.arrangement.cards:
            yield placed.fitted.card.page, placed.box.moved(*self.at)


def poster(
    document: Document, chart: Chart, placed: Arrangement, *, titled: bool = False
) -> Poster:
    """A chart with its legend; a titled one has the head of a page above, as large as it needs."""
    width = placed.width + 2 * _EDGE
    pieces: list[tuple[Box, str]] = []
    top = _EDGE
    if titled:
        zoom = min(max((width * placed.height) ** 0.5 / 2200, 1.0), 4.0)
        width = max(width, page.least_width(document, chart.facts) * zoom)
        head = page.head(document, chart.facts, width / zoom)
        xml = element("g", head.xml, transform=f"scale({number(zoom)})")
        pieces.append((Box(0, 0, width, head.height * zoom), xml))
        top = head.height * zoom + _HEAD_GAP * zoom
    left = (width - placed.width) / 2 if titled else _EDGE
    height = top + placed.height + _EDGE
    key = legend(
        chart.legend, _EDGE, height + _LEGEND_GAP - _EDGE, max(width - 2 * _EDGE, _LEAST_LEGEND)
    )
    if key.height:
        place = Box(_EDGE, height + _LEGEND_GAP - _EDGE, key.width, key.height)
        pieces.append((place, key.xml))
        height = place.bottom + _EDGE
        width = max(width, key.width + 2 * _EDGE)
    return Poster(placed, width, height, (left, top), tuple(pieces))


def drawn(whole: Poster, style: CardStyle, locale: str, alt: str, window: Box | None = None) -> str:
    """The SVG of a poster, or of what of it is seen in a window."""
    view = window or Box(0, 0, whole.width, whole.height)
    shown = view.moved(-whole.at[0], -whole.at[1])
    parts = [xml for place, xml in whole.around if place.overlaps(view)]
    inner = _seen(whole.arrangement, shown) if window else whole.arrangement
    x, y = (number(value) for value in whole.at)
    parts.append(element("g", _arranged(inner, style), transform=f"translate({x} {y})"))
    box = f"{number(view.x)} {number(view.y)} {number(view.width)} {number(view.height)}"
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": locale}
    title = element("title", escaped(alt)) if alt else ""
    return element(
        "svg", title + "".join(parts), **attributes, width=view.width, height=view.height,
        viewBox=box, role="img",
    )  # fmt: skip


def seen(whole: Poster, window: Box) -> bool:
    """Whether anything of a poster is in a window."""
    if any(place.overlaps(window) for place, _ in whole.around):
        return True
    inside = window.moved(-whole.at[0], -whole.at[1])
    placed = whole.arrangement
    boxes = [*(each.box for each in placed.cards), *(each.box for each in placed.rows)]
    if any(box.overlaps(inside) for box in boxes):
        return True
    parts = (pair for line in placed.lines for pair in pairwise(line.corners))
    return any(around([_dot(a), _dot(b)]).grown(1).overlaps(inside) for a, b in parts)


def _dot(point: Point) -> Box:
    """A place as a box without extent."""
    return Box(point.x, point.y, 0, 0)


def _arranged(placed: Arrangement, style: CardStyle) -> str:
    """Rows, shadows, lines, cards, and what lies on the lines."""
    rows = "".join(map(row, placed.rows))
    shadows = "".join(shadow(each, style) for each in placed.cards)
    cards = "".join(card(each, style, f"photo-{i}") for i, each in enumerate(placed.cards))
    return rows + shadows + connectors(placed) + cards + line_labels(placed, style)


def _seen(placed: Arrangement, window: Box) -> Arrangement:
    """What of an arrangement is seen in a window, with a little around it."""
    wide = window.grown(12)
    return Arrangement(
        tuple(each for each in placed.cards if each.box.overlaps(wide)),
        tuple(line for line in placed.lines if _extent(line).overlaps(wide)),
        placed.width,
        placed.height,
        tuple(each for each in placed.rows if each.box.overlaps(wide)),
    )


def _extent(line: Polyline) -> Box:
    """The box around a line and its label."""
    boxes = [Box(p.x, p.y, 0, 0) for p in line.corners]
    return around([*boxes, *([line.label_box] if line.label_box else [])]).grown(2)
