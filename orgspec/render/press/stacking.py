"""Chinese names in narrow columns: one character below another, as on a signboard."""

from __future__ import annotations

import re

# More characters stand in two lines side by side.
MOST = 10

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
    each = -(-len(shown) // lines)
    return [shown[start : start + each] for start in range(0, len(shown), each)]


def _is_upright(piece: str) -> bool:
    """Whether a piece is one Chinese character."""
    return len(piece) == 1 and bool(re.match("[⺀-⿟㐀-鿿豈-﫿]", piece))
