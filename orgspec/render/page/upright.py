"""How high a printed page sets activities that stand upright above narrow columns."""

from __future__ import annotations

from math import ceil

from orgspec.document import Matrix
from orgspec.render.wrap import wrap

_SIZE = 6.2  # points; the style sheet of the print says the same
_LINE = 2.5  # millimetres from line to line
_A4, _A3, _TOTAL = 227, 350, 5  # millimetres beside the names of parties, and those of a total
_HEIGHTS = range(20, 90)
_MM = 25.4 / 72
_APART = 1.3  # Chinese characters that stand one below the other


def tall(matrix: Matrix, *, a3: bool) -> int:
    """The millimetres that the titles of a matrix whose columns are activities need; else 0.

    A title takes no more lines than its column has room for: another would cover the next title.
    A head that is needlessly high is a fault too: browsers repeat none on every sheet that takes
    more than a quarter of it.
    """
    if not matrix.transposed:
        return 0
    across = ((_A3 if a3 else _A4) - _TOTAL * len(matrix.letters)) / len(matrix.columns) - 1
    most = max(1, int(across / _LINE))
    titles = [column.title for column in matrix.columns]
    fits = (high for high in _HEIGHTS if all(_lines(each, high / _MM) <= most for each in titles))
    return next(fits, _HEIGHTS.stop) + 2


def _lines(title: str, high: float) -> int:
    """The lines that a title takes, of so many points; Chinese stands character by character."""
    if max(title, default="") < "\u2e80":
        return len(wrap(title, _SIZE, high, bold=True))
    return ceil(len(title) / (high // (_APART * _SIZE) - 1))
