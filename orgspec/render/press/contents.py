"""How far apart the lines of a table of contents stand, so that no few of them take a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgspec.render.press.reading import Data

_PAGE = 739.0  # between the margins, in points
_TITLE = 20.0
_LINE = 7.0
_PART_GAP, _GAP = 9.0, 5.5  # above the line of a part, and above any other; as in the template
_CLOSER = (0.9, 0.8, 0.7)
_FEW = 9


def line_spacing(parts: Sequence[Data], *, indexed: bool) -> float:
    """What of the usual gaps stands between the lines, 1 or a little less.

    Less only where a few lines would stand on a page of their own and need not.

    Args:
        parts: of the bound document, each with its `documents`.
        indexed: whether an index follows, which has a line too.
    """
    gaps = [*_gaps(parts), *[_PART_GAP] * indexed]
    pages, left = _filled(gaps, 1.0)
    if pages == 1 or left > _FEW:
        return 1.0
    closer = (share for share in _CLOSER if _filled(gaps, share)[0] < pages)
    return next(closer, 1.0)


def _gaps(parts: Sequence[Data]) -> Iterator[float]:
    """The gap above each line."""
    for part in parts:
        yield _PART_GAP
        for document in () if part["one"] else part["documents"]:
            yield from [_GAP] * (1 + document["opens"])


def _filled(gaps: Sequence[float], share: float) -> tuple[int, int]:
    """How many pages the lines take, and how many lines stand on the last one."""
    pages, lines, high = 1, 0, _TITLE
    for gap in gaps:
        step = gap * share + _LINE
        if high + step > _PAGE:
            pages, lines, high = pages + 1, 0, -gap * share
        high += step
        lines += 1
    return pages, lines
