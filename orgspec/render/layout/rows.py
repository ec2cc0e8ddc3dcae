"""A chart without lines of reporting: its cards in rows that have a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgspec.document import Chart, ChartRow
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.layout.card import CardStyle, FittedCard
from orgspec.render.layout.geometry import Box, around
from orgspec.render.wrap import wrap

_PAD = 14.0
_BETWEEN = 10.0
_LEAST_HEAD, _MOST_HEAD = 96.0, 190.0
_TITLE, _NOTE = 17.0, 12.0
_MOST_ACROSS = 40


@frozen
class PlacedRow:
    """A row where it lies: its ground, the part of it that bears its name, and the lines there."""

    box: Box
    head: Box
    title: tuple[str, ...]
    note: str


def place_rows(
    chart: Chart, fitted: Mapping[str, FittedCard], style: CardStyle
) -> tuple[dict[str, Box], tuple[PlacedRow, ...]]:
    """The boxes of the cards and the rows, of the proportion that suits a page."""
    head = _head_width(chart.rows)
    most = max((len(row.cards) for row in chart.rows), default=1)
    choices = []
    for across in range(1, min(most, _MOST_ACROSS) + 1):
        width, height = _extent(chart.rows, fitted, style, head, across)
        choices.append((-min(style.ratio / width, 1 / height), across))
    across = min(choices, default=(0.0, 1))[1]
    return _placed(chart.rows, fitted, style, head, across)


def _head_width(rows: Sequence[ChartRow]) -> float:
    """The width of the names of rows."""
    widest = max(
        (max(fonts.width(r.title, _TITLE, True), fonts.width(r.note, _NOTE)) for r in rows),
        default=0.0,
    )
    return min(max(widest + 2 * _PAD, _LEAST_HEAD), _MOST_HEAD)


def _extent(
    rows: Sequence[ChartRow],
    fitted: Mapping[str, FittedCard],
    style: CardStyle,
    head: float,
    across: int,
) -> tuple[float, float]:
    """The width and height of all rows with so many cards beside one another."""
    boxes, placed = _placed(rows, fitted, style, head, across)
    frame = around([*boxes.values(), *(row.box for row in placed)])
    return max(frame.width, 1.0), max(frame.height, 1.0)


def _placed(
    rows: Sequence[ChartRow],
    fitted: Mapping[str, FittedCard],
    style: CardStyle,
    head: float,
    across: int,
) -> tuple[dict[str, Box], tuple[PlacedRow, ...]]:
    """All rows below one another."""
    gap = style.gap_stack
    card = max((each.width for each in fitted.values()), default=style.min_width)
    widest = min(across, max((len(row.cards) for row in rows), default=1))
    width = head + 2 * _PAD + widest * (card + gap) - gap
    boxes: dict[str, Box] = {}
    placed = []
    y = 0.0
    for row in rows:
        top = y
        y += _PAD
        for start in range(0, len(row.cards), across):
            line = [fitted[id_] for id_ in row.cards[start : start + across]]
            for place, each in enumerate(line):
                x = head + _PAD + place * (card + gap)
                boxes[each.card.id] = Box(x, y, each.width, each.height)
            y += max(each.height for each in line) + gap
        y += _PAD - gap
        title = wrap(row.title, _TITLE, head - 2 * _PAD, bold=True)
        y = max(y, top + len(title) * (_TITLE + 5) + _NOTE + 2 * _PAD)
        ground = Box(0, top, width, y - top)
        placed.append(PlacedRow(ground, Box(0, top, head, y - top), title, row.note))
        y += _BETWEEN
    return boxes, tuple(placed)
