"""A chart that leaves much of its sheet empty, drawn with more space between its cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orgspec.render.drawing.poster import Poster
from orgspec.render.layout.card import CardStyle
from orgspec.render.press.chart_sheets import One

MOST = 1.8
"""How many times the usual the space between cards is at most."""

_EMPTY = 1.15  # times the length of the drawing that a sheet has room for
_FULL = 1.03
_GAPS = 0.3  # the part of a drawing's length that is space between cards, about
_AS_LARGE = 0.985  # of the scale, what a drawing with more space must keep

Placed = tuple[Poster, One]


def spread(
    placed: Placed,
    room: tuple[float, float],
    style: CardStyle,
    again: Callable[[CardStyle], Placed | None],
) -> Placed:
    """The chart as placed, or with more space where one side of the sheet is full, the other not.

    Args:
        placed: a drawing and its sheet.
        room: the width and height in points that the sheet has for the drawing.
        style: the style that it was drawn in.
        again: draws it anew in another style; None where no sheet suits.
    """
    whole, paper = placed
    wide = room[0] / (whole.width * paper.scale)
    high = room[1] / (whole.height * paper.scale)
    if max(wide, high) < _EMPTY or min(wide, high) > _FULL:
        return placed
    more = min(MOST, 1 + (max(wide, high) - 1) / _GAPS)
    style = replace(style, ratio=room[0] / room[1])
    wider = (
        replace(style, gap_down=style.gap_down * more, gap_stack=style.gap_stack * more)
        if high > wide
        else replace(style, gap_across=style.gap_across * more)
    )
    found = again(wider)
    same = found is not None and (found[1].width, found[1].height) == (paper.width, paper.height)
    return found if found and same and found[1].scale >= paper.scale * _AS_LARGE else placed
