"""Chinese names in narrow columns: one character below another, as on a signboard."""

from __future__ import annotations

import re
from itertools import pairwise

# More characters stand in two lines side by side.
MOST = 10

_NEAR = 2
_STOPS = frozenset("，、；：。")

_PIECE = re.compile(r"[⺀-⿟㐀-鿿豈-﫿]|[^⺀-⿟㐀-鿿豈-﫿]+")


def stacked(title: str) -> list[list[list[object]]]:
    """Lines from right to left of pieces from top to bottom: (text, whether it stands upright).

    Empty for a name that has no Chinese in it. Words of letters lie on their side. A name in two
    languages has a line for each.
    """
    names = title.split("\n")
    if len(names) > 1 and any(map(stacked, names)):
        return [line for name in names for line in stacked(name) or [[[name, False]]]]
    pieces = [piece.strip() for piece in _PIECE.findall(title)]
    if not any(map(_is_upright, pieces)):
        return []
    shown: list[list[object]] = [[piece, _is_upright(piece)] for piece in pieces if piece]
    lines = -(-len(shown) // MOST)
    cuts = [0, *(_cut(shown, len(shown) * line / lines) for line in range(1, lines)), len(shown)]
    return [shown[start:end] for start, end in pairwise(cuts)]


def _cut(shown: list[list[object]], middle: float) -> int:
    """Where to begin a new line near `middle`: behind a comma if there is one, never before it."""
    near = range(max(1, round(middle) - _NEAR), min(len(shown), round(middle) + _NEAR + 1))
    ends = [place for place in near if shown[place - 1][0] in _STOPS]
    fair = [place for place in near if shown[place][0] not in _STOPS]
    return min(ends or fair or near, key=lambda place: abs(place - middle))


def _is_upright(piece: str) -> bool:
    """Whether a piece is one Chinese character."""
    return len(piece) == 1 and bool(re.match("[⺀-⿟㐀-鿿豈-﫿]", piece))
