"""Nobody signs an empty sheet: what stands before signatures stays with them on their page."""

from __future__ import annotations

from orgspec.render.press.reading import Data

# Sections that take less than this share of a page, signatures and all, are not split.
_SHARE = 0.56


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
