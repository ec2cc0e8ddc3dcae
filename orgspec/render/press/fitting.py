"""The last page of a sheet is worth its paper: a few lines find room before it, or bring more."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgspec.document import RowKind
from orgspec.render.filling import Filled, Piece, filled
from orgspec.render.press.endings import divided, more_closing
from orgspec.render.press.reading import Data
from orgspec.render.press.signing import together

# Of the usual space above and below what stands in rows, bars and frames. Rows are set closer only
# as far as nobody sees it who does not lay two documents side by side.
USUAL = 1.0
_CLOSER = (0.94, 0.88, 0.82, 0.76, 0.7)

# A last page filled up to this share holds almost nothing.
_LITTLE = 0.4

# Where it must stay, sections are carried over from the page before, which begin there below the
# first of these shares of it; as few as fill so much of the last page, which is enough. Where the
# last page has more than scarce lines anyway, less of the page before is left empty for it.
_EARLIEST, _EARLIEST_AT_EASE = 0.45, 0.7
_SCARCE, _ENOUGH = 0.25, 0.33
_CARRIED = 0.8  # of the last page, what is too much

# A section that begins above this share leaves a gap where it is carried over: the first rows of its
# table stay.
_GAP = 0.78

# The rows at the end of a table that share a page with nothing else: in points, and of a page with
# what else it has.
_ROWS_WORTH, _SHARED_WORTH = 162.0, 0.46

_CAREFUL = 6.0  # heights are reckoned: so much of each page is not counted on, in points

# Points of space in the usual setting, as in the template.
_BAR, _BAR_SPACE = 27.0, 19.8  # with the space between sections
_ROW_SPACE = 10.0
_FACTS_SPACE = 11.2
_FRAME = 14.0
_APART, _BELOW = 9.0, 10.0  # between blocks in a frame; what their heights have of it
_CAPTION, _ABOVE_CAPTION = 8.0, 12.0
_SIGNED_SPACE = 14.0  # of the frame: where somebody writes, little more is given up
_LINE = 14.0
_FRAMED = ("table", "facts")  # what stands in no frame with other blocks


def fitted(blocks: list[Data], room: float, head: float) -> tuple[float, list[Data]]:
    """How close the rows of a sheet stand, from 1 down, and its blocks with what is not split.

    Args:
        blocks: of the sheet, with their heights where they are known.
        room: the height of a page between its margins, in points.
        head: the height of what stands above the blocks on the first page, in points.
    """
    if sum(block.get("height", 0.0) for block in blocks) + head < 0.9 * room:
        return USUAL, blocks  # one page
    pieces = [piece for place, block in enumerate(blocks) for piece in _pieces(block, place)]
    if any(piece.height >= room for piece in pieces) or any(map(_opens_page, blocks)):
        return USUAL, blocks  # nobody reckons with what is not known
    reckoned = [filled(pieces, USUAL, room - more, head) for more in (-_CAREFUL, 0.0, _CAREFUL)]
    little = [each for each in reckoned if each.pages > 1 and each.last < _LITTLE * room]
    if not little:
        return USUAL, blocks
    for closer in _CLOSER:
        if filled(pieces, closer, room - _CAREFUL, head).pages < little[0].pages:
            return closer, blocks
    return USUAL, _carried(blocks, little[0], room)


def _opens_page(block: Data) -> bool:
    """Whether a block is a chapter, which may begin on a page of its own."""
    return bool(block.get("chapter"))


def _carried(blocks: list[Data], usual: Filled, room: float) -> list[Data]:
    """The blocks, where those from a section before the last page on are not split.

    So that section begins the last page, or the last rows of it. Nothing is lost where all of them
    find room before it after all, as heights are only reckoned. Where no section will do, the table
    that ends the sheet keeps more of its last rows together, or the one before what begins the last
    page gives it some.
    """
    filled_anyway = usual.last / room
    earliest = _EARLIEST if filled_anyway < _SCARCE else _EARLIEST_AT_EASE
    begun = [
        (at / room, place)
        for place, page, at in usual.begins
        if place > 0 and page == usual.pages - 1
    ]
    fair = [
        (at, place)
        for at, place in begun
        if at > earliest and _ENOUGH <= filled_anyway + 1 - at < _CARRIED
    ]
    alone = [place for place, page, at in usual.begins if page == usual.pages and at == 0]
    if filled_anyway >= _ENOUGH or not fair:
        return _opened_by(blocks, alone[0], room) if alone else [*blocks[:-1], _ended(blocks[-1])]
    at, opens = max(fair)
    parted = _parted(blocks, opens, room, (1 - at) * room) if at < _GAP else None
    return parted or [*blocks[:opens], together(*blocks[opens:])]


def _ended(block: Data) -> Data:
    """A section that ends in a table on two pages: more of its rows stand on the second."""
    if block["kind"] != "section" or not block["blocks"]:
        return block
    *before, table = block["blocks"]
    if table["kind"] != "table" or not table["closing"]:
        return block
    return block | {"blocks": [*before, more_closing(table, _ROWS_WORTH)]}


def _opened_by(blocks: list[Data], opens: int, room: float) -> list[Data]:
    """The blocks, where the one that begins the last page has the last rows of the one before it.

    It has them only where the page has scarce lines without them.
    """
    whole = [*blocks[:opens], together(*blocks[opens:])]
    if opens == 0 or whole[-1]["height"] >= _SCARCE * room:
        return whole
    return _parted(blocks, opens - 1, room) or whole


def _parted(
    blocks: list[Data], place: int, room: float, left: float = math.inf
) -> list[Data] | None:
    """The blocks, where the last rows of one are not split from those after it.

    None where it does not end in a table that is long enough, or where its first rows are higher
    than what is `left` of their page.
    """
    section, after = blocks[place], blocks[place + 1 :]
    if section["kind"] != "section" or not section["blocks"]:
        return None
    *others, table = section["blocks"]
    if table["kind"] != "table" or table["together"]:
        return None
    shared = _SHARED_WORTH * room - sum(block["height"] for block in after)
    found = divided(table, min(_ROWS_WORTH, shared))
    if found is None:
        return None
    stays, moves = found
    if section["height"] - table["height"] + stays["height"] > left - _CAREFUL:
        return None
    parted = section | {"blocks": [*others, stays]}
    return [*blocks[:place], parted, together(moves, *after)]


def _pieces(block: Data, place: int) -> Iterator[Piece]:
    """What a block is split into at most; its first piece opens the block."""
    first = True
    for piece in _split(block):
        yield replace(piece, opens=place) if first else piece
        first = False


def _split(block: Data, frame: float = _FRAME) -> Iterator[Piece]:
    """What a block is split into at most; `frame` is that of running text, which it may open."""
    match block["kind"]:
        case "section":
            yield Piece(_BAR, _BAR_SPACE, kept=True)
            frame = _FRAME
            for each in block["blocks"]:
                yield from _split(each, frame)
                frame = _FRAME if each["kind"] in _FRAMED else 0.0
        case "together":
            pieces = [piece for each in block["blocks"] for piece in _split(each)]
            height = sum(piece.height for piece in pieces)
            yield Piece(height, sum(piece.space for piece in pieces))
        case "table":
            yield from _table(block)
        case "facts":
            rows = block["rows"]
            yield from _evenly(block["height"] + 1.3 * rows, _FACTS_SPACE * rows, block["together"])
        case "paragraph" | "listing":
            height = block["height"] - _BELOW + (frame or _APART)
            yield from _evenly(height, frame, height < 3 * _LINE)
        case "heading":
            yield Piece(_CAPTION + (frame or _ABOVE_CAPTION), frame, kept=True)
        case "signature":
            yield Piece(block["height"] + (frame or _APART), _SIGNED_SPACE)
        case "figure":
            yield Piece(block["height"], frame)
        case _:
            yield Piece(block.get("height", float("inf")))


def _table(table: Data) -> Iterator[Piece]:
    """The rows of a table; the first with its head, the last ones that stay together as one."""
    heights: Sequence[float] = table["heights"]
    head: float = table["head"]
    noted = table["height"] - sum(heights) - head if table["note"] is not None else 0.0
    whole = table["together"]
    if not heights:
        yield Piece(head + noted, _ROW_SPACE)
        return
    yield Piece(head, _ROW_SPACE, kept=True)
    end = len(heights) - table["closing"]
    title = 0.0  # the height of the title of a group that is repeated
    for index, (row, height) in enumerate(zip(table["rows"], heights, strict=True)):
        last = index + 1 == len(heights)
        opens = row["kind"] == RowKind.GROUP
        opening = index + 1 < table["opening"]
        kept = not last and (whole or opens or row.get("kept") or index >= end or opening)
        again = head if opens else head + title
        yield Piece(height, _ROW_SPACE, kept=kept or (last and noted > 0), again=again)
        title = height * row["repeat"] if opens else title
    if noted > 0:
        yield Piece(noted)


def _evenly(height: float, space: float, whole: bool) -> Iterator[Piece]:
    """Lines that may stand on two pages."""
    count = 1 if whole else max(1, round(height / _LINE))
    for _ in range(count):
        yield Piece(height / count, space / count)
