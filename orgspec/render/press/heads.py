"""How high and how wide the heads of narrow columns are, whose titles stand on their side."""

from __future__ import annotations

from orgspec.document import Matrix
from orgspec.render import fonts
from orgspec.render.press.stacking import stacked
from orgspec.render.wrap import wrap

_LINE = 1.22  # of the font size
_UPRIGHT_LINE, _UPRIGHT_STEP = 1.1, 1.14
_BETWEEN_UPRIGHT = 2.0
_SIDES = 5.5
_LOWEST, _HIGHEST, _STEP = 34.0, 190.0, 6.0
_EASY = 90.0
_SPARE = 4.0


def least_column(matrix: Matrix, size: float) -> float:
    """The narrowest column in which every title stands on its side, in points."""
    return max((_least(column.title, size) for column in matrix.columns), default=0.0)


def _least(title: str, size: float) -> float:
    """The narrowest column for one title."""
    lines = len(stacked(title))
    if lines:
        return lines * size * _UPRIGHT_LINE + (lines - 1) * _BETWEEN_UPRIGHT + _SIDES
    return _lines(title, size, _HIGHEST) * size * _LINE + _SIDES


def _lines(title: str, size: float, tall: float) -> int:
    """How many lines a title takes that lies on its side in a head of some height."""
    return sum(len(wrap(name, size, tall - _SPARE, bold=True)) for name in title.split("\n"))


def _across(title: str, size: float) -> float:
    """How long the longest line of a title is that is not broken, in points."""
    return max(fonts.width(name, size, True) for name in title.split("\n"))


def _length(pieces: list[list[object]], size: float) -> float:
    """How long a line of upright characters and lying words is, in points."""
    return sum(
        size * _UPRIGHT_STEP if upright else fonts.width(str(piece), size, True) + 2
        for piece, upright in pieces
    )


def tall_of(matrix: Matrix, column: float, size: float) -> float:
    """How high a head must be so that all titles fit columns of a width, in points."""
    titles = [party.title for party in matrix.columns]
    upright = [_length(line, size) for title in titles for line in stacked(title)]
    lying = [title for title in titles if not stacked(title)]
    most = max(1, int((column - _SIDES) // (size * _LINE)))
    # Names that are not long stand in one line, though two would be lower.
    longest = max((_across(each, size) for each in lying), default=0.0)
    tall = max([min(longest + _SPARE, _EASY), *upright])
    while lying and tall < _HIGHEST:
        if tall >= _LOWEST and max(_lines(each, size, tall) for each in lying) <= most:
            break
        tall += _STEP if tall >= _LOWEST else _LOWEST - tall
    return tall
