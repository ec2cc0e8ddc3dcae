"""Nobody signs an empty sheet: what stands before signatures stays with them on their page."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.render import fonts
from orgspec.render.press.reading import Data

# Sections that take less than this share of a page, signatures and all, are not split.
_SHARE = 0.56

# As in the template, in points.
_ACROSS = 3  # boxes in a row
_BOX, _LINE = 72.0, 13.0  # with a name of one line, and each more
_BETWEEN = 10.0  # rows of boxes
_SIDES, _CELL = 36.0, 17.0  # of the frame around the boxes, and within each
_SIZE = 9.5


def boxes_height(parties: Sequence[str], width: float) -> float:
    """About how high the boxes are in which parties sign side by side in `width`, in points."""
    rows = [parties[at : at + _ACROSS] for at in range(0, len(parties), _ACROSS)]
    room = (width - _SIDES) / max(1, min(_ACROSS, len(parties))) - _CELL
    most = [max(fonts.width(name, _SIZE, True) // room for name in row) for row in rows]
    return _BOX * len(rows) + _LINE * sum(most) + _BETWEEN * max(0, len(rows) - 1)


def signed_together(blocks: list[Data], room: float) -> list[Data]:
    """The blocks, where sections that belong with signatures are one that is not split.

    The section with the signatures stays whole, and with the one before it, as long as they take
    about half a page at most.

    Args:
        blocks: of one sheet or chapter, each with its `height`.
        room: the height of a page between its margins, in points.
    """
    found: list[Data] = []
    for block in blocks:
        if not _is_signed(block):
            found.append(block)
            continue
        before = found.pop() if found and _is_plain(found[-1]) else None
        if before is not None and before["height"] + block["height"] < _SHARE * room:
            found.append(together(before, block))
            continue
        if before is not None:
            found.append(before)
        found.append(together(block) if block["height"] < _SHARE * room else block)
    return found


def together(*blocks: Data) -> Data:
    """Some blocks as one that is not split."""
    height = sum(block["height"] for block in blocks)
    return {"kind": "together", "blocks": list(blocks), "height": height}


def _is_plain(block: Data) -> bool:
    """Whether a block is a section and no chapter."""
    return block["kind"] == "section" and not block["chapter"]


def _is_signed(block: Data) -> bool:
    """Whether a block is a section with signatures."""
    return _is_plain(block) and any(each["kind"] == "signature" for each in block["blocks"])
