"""The last page of a sheet is worth its paper: a few lines bring what stands before them along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgspec.frozen import frozen
from orgspec.render.filling import Piece, filled
from orgspec.render.word.gauge import USUAL
from orgspec.render.word.story import Story

# Of a page: what is scarce on the last one, what is enough, what is too much.
_SCARCE, _ENOUGH, _MOST = 0.25, 0.33, 0.8
# Where what goes over to it may begin on the page before; that it begins late is better.
_EARLIEST, _LATE = 0.45, 0.7
_ROWS_LEFT = 2  # of a table, on either page

_STYLE = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")
_KEPT = r"\1<w:keepNext/>"
_ROW, _BAR = "<w:tr>", "<w:p>"


@frozen
class _Cut:
    """From where all stands on the last page.

    Attributes:
        block: the place of its block among those of the sheet.
        rows: how many rows of the block stand there; 0 if it stands there whole.
        begins: where on the page before it would begin, as a share of that page.
        filled: what the last page has then, as a share of it.
    """

    block: int
    rows: int
    begins: float
    filled: float


def carried(parts: Sequence[str], story: Story, closeness: float) -> str:
    """The blocks of a sheet as one, where a last page that holds a few lines brings more.

    From a section on, or from a row of a table on, nothing parts: where all of it finds room on the
    page before after all, nothing is lost.
    """
    cut = _cut(parts, story) if closeness == USUAL else None
    if cut is None:
        return "".join(parts)
    opening = parts[cut.block]
    at = _start_of_rows(opening, cut.rows)
    kept = _together(opening[at:] + "".join(parts[cut.block + 1 :]))
    return "".join((*parts[: cut.block], opening[:at], kept))


def _start_of_rows(block: str, rows: int) -> int:
    """Where the last rows of a block begin; the beginning of a block that goes over whole."""
    at = len(block) if rows else 0
    for _ in range(rows):
        at = block.rfind(_ROW, 0, at)
    return at


def _together(xml: str) -> str:
    """Paragraphs and rows of which each but the last stays on the page of the next."""
    end = max(xml.rfind(_ROW), 0)
    return _STYLE.sub(_KEPT, xml[:end]) + xml[end:]


def _cut(parts: Sequence[str], story: Story) -> _Cut | None:
    """Where the last page begins best; None where that is good as it is, or not to be helped."""
    room = story.height
    if any(piece.height > room for piece in story.pieces):
        return None  # nobody reckons with what is not known
    usual = filled(story.pieces, USUAL, room, 0.0)
    if usual.pages == 1 or usual.last >= _ENOUGH * room:
        return None
    earliest = _EARLIEST if usual.last < _SCARCE * room else _LATE
    fair = [
        cut
        for cut in _cuts(parts, story.pieces, room)
        if _ENOUGH <= cut.filled < _MOST and cut.begins > earliest
    ]
    whole = [cut for cut in fair if cut.rows == 0 and cut.begins > _LATE]
    return max(whole or fair, key=lambda cut: cut.begins, default=None)


def _cuts(parts: Sequence[str], pieces: Sequence[Piece], room: float) -> Iterator[_Cut]:
    """Where the page before the last one may end: above a block, above a row of a long table."""
    numbered = [replace(piece, opens=index) for index, piece in enumerate(pieces)]
    usual = filled(numbered, USUAL, room, 0.0)
    for index, page, high in usual.begins:
        if page != usual.pages - 1:
            continue
        begins = high / room
        last = (pieces[index].again + sum(piece.height for piece in pieces[index:])) / room
        if pieces[index].opens >= 0:
            yield _Cut(pieces[index].opens, 0, begins, last)
        elif all(piece.again for piece in pieces[max(index - _ROWS_LEFT, 0) : index + _ROWS_LEFT]):
            yield from _inside(parts, pieces, index, begins, last)


def _inside(
    parts: Sequence[str], pieces: Sequence[Piece], index: int, begins: float, last: float
) -> Iterator[_Cut]:
    """The cut above a row, if its block is a table with at most a bar above it."""
    opening = next(at for at in range(index, -1, -1) if pieces[at].opens >= 0 or at == 0)
    ends = next((at for at in range(index, len(pieces)) if pieces[at].opens >= 0), len(pieces))
    block = pieces[opening].opens
    rows = ends - opening - parts[block].startswith(_BAR)
    if parts[block].count(_ROW) == rows:
        yield _Cut(block, ends - index, begins, last)
