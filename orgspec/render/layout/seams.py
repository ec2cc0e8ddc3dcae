"""Where a large drawing is cut into sheets that overlap."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[float, float]

_STEPS = 40


def seams(length: float, window: float, overlap: float, spans: Sequence[Span]) -> list[float]:
    """Where each window along a length begins; neighbours share `overlap` or more.

    There are as few windows as can be. What room they have to spare is used to cut as few spans
    (cards) as possible: one that is whole in neither of two neighbours is cut.

    >>> seams(250, 100, 10, [])
    [0.0, 90.0, 180.0]
    >>> seams(250, 100, 10, [(85, 105)])
    [0.0, 80.0, 170.0]
    """
    step = window - overlap
    if step <= 0:
        raise ValueError(f"windows of {window} cannot overlap by {overlap}")
    count = max(1, -(-(length - overlap) // step))
    spare = max(0.0, count * step + overlap - length)
    starts = [0.0]
    while len(starts) < count:
        furthest = starts[-1] + step
        near = [span for span in spans if span[0] < furthest and span[1] > furthest - spare]
        tries = [spare * share / _STEPS for share in range(_STEPS + 1)]
        back = min(tries, key=lambda back: (_cut(near, furthest - back, starts[-1] + window), back))
        starts.append(furthest - back)
        spare -= back
    return starts


def _cut(spans: Sequence[Span], start: float, end: float) -> int:
    """How many spans are whole neither in the window that ends nor in the one that starts."""
    return sum(low < start and high > end for low, high in spans)
