"""How what is not split fills the pages of a sheet, one piece below the other."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen


@frozen
class Piece:
    """What is not split; all lengths in one unit.

    Attributes:
        height: in the usual setting.
        space: what of it becomes less where rows stand closer.
        kept: whether what follows begins on the same page.
        again: the height of the head that is repeated where a page begins with the piece.
        opens: the place of the section that begins with it among the blocks of the sheet, or -1.
    """

    height: float
    space: float = 0.0
    kept: bool = False
    again: float = 0.0
    opens: int = -1


@frozen
class Filled:
    """How pages are filled: how many, up to where the last one is, where each section begins."""

    pages: int
    last: float
    begins: Sequence[tuple[int, int, float]]


def filled(pieces: Sequence[Piece], share: float, room: float, head: float) -> Filled:
    """How the pieces fill pages with a share of the usual space.

    Args:
        pieces: from the first page on.
        share: of the space that may become less, from 1 down.
        room: the height of a page between its margins.
        head: the height of what stands above the pieces on the first page.
    """
    page, high, less = 1, head, 1.0 - share
    begins = []
    waiting: list[Piece] = []
    for piece in pieces:
        waiting.append(piece)
        if piece.kept:
            continue
        tall = sum([each.height - less * each.space for each in waiting])
        if high + tall > room and high > 0:
            page, high = page + 1, waiting[0].again
        begins += [(each.opens, page, high) for each in waiting[:1] if each.opens >= 0]
        high += tall
        waiting = []
    return Filled(page, high, begins)
