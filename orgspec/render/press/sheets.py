"""Which paper the blocks of a document go on: A4 upright, or larger and on its side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgspec.document import Block, Chart, Document, Matrix, Section, Swimlane
from orgspec.frozen import frozen
from orgspec.render.press import responsibility

# Width and height upright, in points.
A4 = (595.28, 841.89)
A3 = (841.89, 1190.55)
A2 = (1190.55, 1683.78)
A1 = (1683.78, 2383.94)
A0 = (2383.94, 3370.39)

# The smallest text of a chart, 11 px high, can be read at 6.5 pt: the same in every document.
LEAST_SCALE = 6.5 / 11
# Lanes are long: on paper larger than A4 their text may be smaller still.
LANES_SCALE = 5.5 / 11
_LANES_ON_A4 = 6.85 / 11
MOST_SCALE = 0.9

# The space around what stands on a form and on a wide sheet; the template has the same.
FORM_SIDES = 92.0
WIDE_SIDES = 68.0
WIDE_ENDS = 84.0

# A matrix of this many parties or fewer also stands on an upright page.
_UPRIGHT_PARTIES = 6


@frozen
class Placed:
    """A block with its depth among the sections, from 1; `chapter` opens a part of the document."""

    block: Block
    depth: int = 1
    chapter: bool = False


@frozen
class Sheet:
    """A kind of page and what goes on it; all lengths in points.

    Attributes:
        width, height: of the paper.
        form: whether it is an upright form with a centred title, or a wide sheet.
        blocks: what stands on it, over as many pages as it takes.
    """

    width: float
    height: float
    form: bool
    blocks: tuple[Placed, ...] = ()

    @property
    def body(self) -> float:
        """The width between the margins; the template has the same margins."""
        return self.width - (FORM_SIDES if self.form else WIDE_SIDES)

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.height - (102.0 if self.form else WIDE_ENDS)


_UPRIGHT = Sheet(*A4, True)
_LYING = Sheet(A4[1], A4[0], False)
_LYING_LARGE = Sheet(A3[1], A3[0], False)


def sheets(document: Document) -> tuple[Sheet, ...]:
    """The sheets of a document; neighbours on the same paper share one."""
    home = _LYING if _lies(document) else _UPRIGHT
    found: list[Sheet] = []
    for placed in _separated(document.blocks, 1):
        paper = _paper(placed.block, home)
        last = found[-1] if found else None
        joins = (
            last is not None
            and replace(last, blocks=()) == paper
            and not _holds(placed.block, Chart, Swimlane)
            and not _holds(last.blocks[-1].block, Chart, Swimlane)
        )
        before = last.blocks if last is not None and joins else ()
        found[-1 if joins else len(found) :] = [replace(paper, blocks=(*before, placed))]
    return tuple(found) or (home,)


def one_sheet(document: Document) -> Sheet:
    """A single sheet for all of a document, wide enough for its matrices in one part."""
    sheet = _LYING if _lies(document) else _UPRIGHT
    for matrix in _matrices(document.blocks):
        while not responsibility.is_one_part(matrix, sheet.body):
            sheet = replace(sheet, width=sheet.width * 1.25, form=False)
    return replace(sheet, blocks=tuple(Placed(block) for block in document.blocks))


def chart_paper(
    width: float, height: float, head: float, least: float = LEAST_SCALE
) -> tuple[float, float, float]:
    """The paper of a chart of `width` × `height` px below a head of `head` points.

    Returns the paper's width and height, and the width of the drawing, in points: the smallest
    paper from A4 to A0 on which it can be read, the way round on which it is larger; beyond that,
    paper of the size that it takes.
    """
    ends = WIDE_ENDS + head
    for upright in (A4, A3, A2, A1, A0):
        drawn, paper = max(
            (
                (min((side[0] - WIDE_SIDES) / width, (side[1] - ends) / height, MOST_SCALE), side)
                for side in ((upright[1], upright[0]), upright)
            ),
            key=lambda each: each[0],
        )
        small = least < LEAST_SCALE and upright is A4
        if drawn >= (_LANES_ON_A4 if small else least):
            return (*paper, width * drawn)
    drawn = width * least
    return max(A4[0], drawn + WIDE_SIDES), max(A4[0], height * least + ends), drawn


def is_chapter(block: Block) -> bool:
    """Whether a block is a section that holds sections."""
    return isinstance(block, Section) and any(isinstance(part, Section) for part in block.blocks)


def _lies(document: Document) -> bool:
    """Whether a document's own paper lies on its side."""
    wide = len(document.blocks) > 0 and all(
        isinstance(block, Chart | Swimlane | Matrix) for block in document.blocks
    )
    return document.landscape or wide


def _separated(blocks: Iterable[Block], depth: int) -> Iterator[Placed]:
    """The blocks; a chapter with something on paper of its own is taken apart."""
    for block in blocks:
        if (
            isinstance(block, Section)
            and is_chapter(block)
            and _holds(block, Chart, Swimlane, Matrix)
        ):
            first, *rest = block.blocks
            yield Placed(replace(block, blocks=(first,)), depth, chapter=True)
            yield from _separated(rest, depth + 1)
        else:
            yield Placed(block, depth, is_chapter(block))


def _holds(block: Block, *kinds: type[Chart] | type[Swimlane] | type[Matrix]) -> bool:
    """Whether a block is of one of the kinds, or a section with such a block."""
    if isinstance(block, Section):
        return any(_holds(part, *kinds) for part in block.blocks)
    return isinstance(block, kinds)


def _matrices(blocks: Iterable[Block]) -> Iterator[Matrix]:
    """All matrices among some blocks."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _matrices(block.blocks)
        elif isinstance(block, Matrix):
            yield block


def _paper(block: Block, home: Sheet) -> Sheet:
    """The paper of one block."""
    if isinstance(block, Section):
        papers = [_paper(part, home) for part in block.blocks]
        return max(papers, key=lambda paper: paper.width, default=home)
    if isinstance(block, Chart | Swimlane):
        return _LYING
    if isinstance(block, Matrix) and not (home.form and len(block.columns) <= _UPRIGHT_PARTIES):
        fits = responsibility.is_one_part(block, _LYING.body)
        return _LYING if fits else _LYING_LARGE
    return home
