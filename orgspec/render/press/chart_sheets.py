"""Which paper a chart goes on: one sheet, or several that make a poster."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import Paper
from orgspec.frozen import frozen
from orgspec.render.drawing.poster import Poster
from orgspec.render.layout.geometry import Box
from orgspec.render.layout.seams import seams
from orgspec.render.press.sheets import A0, A1, A2, A3, A4, MOST_SCALE, WIDE_ENDS, WIDE_SIDES

SIZES = {"A4": A4, "A3": A3, "A2": A2, "A1": A1, "A0": A0}
USUAL = ("A4", "A3", "A2")
"""What a chart is printed on unless another paper is asked for, the smallest first."""

SMALLEST_TEXT = 11.0  # px, the numbers of posts
LEGIBLE = 6.5 / SMALLEST_TEXT
"""Points per pixel at which the smallest text can be read."""

MARGIN = 34.0
OVERLAP = 72 / 2.54
"""The least that neighbouring sheets of a poster share, in points: 10 mm."""

FEW_SHEETS = 12
"""Up to so many sheets, a poster is printed larger than it must be."""

_WELL_COVERED = 0.75  # of the paper, what several sheets must cover where one would do

_SCALES = (LEGIBLE, *(step / 50 for step in range(31, round(MOST_SCALE * 50) + 1)))


@frozen
class One:
    """A single sheet: its width and height, and points per pixel of the drawing.

    `filled` is the part of it, margins and head left out, that the drawing takes.
    """

    width: float
    height: float
    scale: float
    filled: float = 1.0

    def is_better(self, other: One) -> bool:
        """Whether it is smaller paper, or of two alike the one with larger text and less empty."""
        sizes = self.width * self.height, other.width * other.height
        alike = abs(sizes[0] - sizes[1]) < 1
        return self._worth > other._worth * 1.04 if alike else sizes[0] < sizes[1]

    @property
    def _worth(self) -> float:
        """How good a page it makes: large text, and a little for paper that is not empty."""
        return self.scale * (0.85 + 0.15 * self.filled)


@frozen
class Tiles:
    """Sheets of one size that make a poster, and where each column and row begins, in pixels.

    `window` is the width and height of what one sheet shows, in pixels.
    """

    width: float
    height: float
    scale: float
    window: tuple[float, float]
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self.columns) * len(self.rows)

    def places(self) -> tuple[tuple[int, int], ...]:
        """The column and row of each sheet, row by row."""
        rows, columns = range(len(self.rows)), range(len(self.columns))
        return tuple((column, row) for row in rows for column in columns)

    def view(self, column: int, row: int) -> Box:
        """What a sheet shows."""
        return Box(self.columns[column], self.rows[row], *self.window)


def zoom_of(width: float) -> float:
    """How much larger what stands at the head of a sheet is than on A4."""
    return max(1.0, float((width / A4[1]) ** 0.6))


def room_of(width: float, height: float, head: float) -> tuple[float, float]:
    """The width and height that a sheet has for a drawing, `head` points below its margin."""
    return width - WIDE_SIDES, height - WIDE_ENDS - head * zoom_of(width)


def one_sheet(whole: Poster, wish: Paper, head: float) -> One | None:
    """The smallest sheet on which a drawing is read, `head` points below its upper margin."""
    for size in (wish.size,) if wish.size else USUAL:
        fits = []
        for width, height in _turned(SIZES[size], wish.orientation):
            across, room = room_of(width, height, head)
            scale = min(across / whole.width, room / whole.height, MOST_SCALE)
            filled = whole.width * whole.height * scale**2 / (across * room)
            fits.append(One(width, height, scale, filled))
        best = max(fits, key=lambda one: one.scale)
        if best.scale >= LEGIBLE:
            return best
    return None


def tiles(whole: Poster, wish: Paper) -> Tiles:
    """A poster over as many sheets as keep it legible, larger as far as that fills few sheets.

    Of the scales that take no more than `FEW_SHEETS`, the one that leaves least paper empty; one
    sheet, if it is legible and several would be left too empty.
    """
    size = SIZES[wish.size or "A3"]
    tried = [
        _tiles(whole, paper, scale)
        for scale in _SCALES
        for paper in _turned(size, wish.orientation)
    ]
    few = [each for each in tried if each.count <= FEW_SHEETS]
    if not few:
        return min((each for each in tried if each.scale == LEGIBLE), key=lambda each: each.count)
    several = [each for each in few if each.count > 1]
    single = max((each for each in few if each.count == 1), key=_scale, default=None)
    best = max(several, key=lambda each: _filled(whole, each), default=None)
    if best is None or (single is not None and _covered(whole, best) < _WELL_COVERED):
        return single or few[0]
    return best


def _scale(laid: Tiles) -> float:
    """The scale of a poster."""
    return laid.scale


def _covered(whole: Poster, laid: Tiles) -> float:
    """The part of the sheets that the poster takes."""
    paper = laid.window[0] * laid.window[1] * laid.count
    return whole.width * whole.height / paper


def _filled(whole: Poster, laid: Tiles) -> float:
    """The part of the sheets that the poster takes; a larger scale is worth a little."""
    return _covered(whole, laid) + 0.1 * laid.scale


def _turned(upright: tuple[float, float], orientation: str) -> Sequence[tuple[float, float]]:
    """A paper on its side, upright, or both, the wide one first."""
    lying = (upright[1], upright[0])
    return {"landscape": (lying,), "portrait": (upright,)}.get(orientation, (lying, upright))


def _tiles(whole: Poster, paper: tuple[float, float], scale: float) -> Tiles:
    """A poster of a scale over sheets of one size."""
    width, height = ((side - 2 * MARGIN) / scale for side in paper)
    boxes = [box for _, box in whole.cards()]
    overlap = OVERLAP / scale
    columns = seams(whole.width, width, overlap, [(box.x, box.right) for box in boxes])
    rows = seams(whole.height, height, overlap, [(box.y, box.bottom) for box in boxes])
    return Tiles(*paper, scale, (width, height), tuple(columns), tuple(rows))
