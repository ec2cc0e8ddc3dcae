"""About how high what is written stands, and how close its rows are set to spare a page.

Word itself sets the lines. What is reckoned here decides about space alone, so that no document is
worse for a line more or less than reckoned. All lengths are in twips.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import inf

from orgspec.document import Emphasis, Inline, plain
from orgspec.render.filling import Piece, filled
from orgspec.render.word import look
from orgspec.render.word.measure import wrapped
from orgspec.render.word.story import Story
from orgspec.render.word.styles import title_height

# Of the usual space inside rows and above bars: rows are set closer to spare a page that would hold
# a few lines, as far as they are still told apart.
USUAL = 1.0
_CLOSER = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_CLOSEST = 0.25  # only where all finds room on one page: rows as close as that are hard to read
_LITTLE = 0.4  # a last page filled up to this share holds almost nothing
_SECOND = 0.5  # a second page up to this share would rather be no page: what is signed is one sheet
_TWO = 2  # pages
_CAREFUL = 0.03  # of a page, which is not counted on
_HAIR = 0.004  # of a page, which is not counted on even where rows stand closest

_TWIPS_PER_EM = look.BODY_SIZE * 10
_ASIDE = look.SMALL_SIZE / look.BODY_SIZE
_RULE = 10
_SPACER = 80
_BAR = 1.1  # lines of the typeface itself
_BAR_FRAME = 140  # the edges of a bar and what they keep free above and below its words
_TITLE, _SUBTITLE = 2.2, 1.05  # lines


def lines_in(text: str, width: int) -> int:
    """How many lines a text takes in a cell of a width."""
    room = max(width - 2 * look.CELL_PADDING, _TWIPS_PER_EM) / _TWIPS_PER_EM
    return sum([wrapped(line, room) for line in text.split("\n")])


def lines_high(line: Inline, width: int) -> float:
    """How many lines of the usual size a text takes in a cell: one of asides is of smaller type."""
    if not all(run.emphasis is Emphasis.MUTED for run in line):
        return lines_in(plain(line), width)
    padding = 2 * look.CELL_PADDING
    return _ASIDE * lines_in(plain(line), round((width - padding) / _ASIDE) + padding)


def add_row(
    story: Story, lines: float, *, kept: bool = False, again: int = 0, writing: int = 0
) -> None:
    """A row of so many lines; the page it begins repeats a row of `again` lines above it.

    `writing` is the space in which people write, of which half may become less.
    """
    pad = 2 * look.ROW_PADDING
    height = lines * story.line + pad + _RULE
    space = pad + lines * story.leading + writing / 2
    head = again * story.line + pad + _RULE if again else 0
    story.pieces.append(Piece(height + writing, space, kept, head))


def add_bar(story: Story) -> None:
    """The bar of a section, with the space above it."""
    above = look.ABOVE_BAR
    height = _BAR * story.single + _BAR_FRAME + above + _SPACER
    story.pieces.append(Piece(height, above, kept=True))


def add_lines(story: Story, texts: Iterable[str], space: int) -> None:
    """Running text, each text with some space around it; pages may end between its lines."""
    for text in texts:
        count = lines_in(text, story.width)
        each = Piece(story.line + space / count, story.leading + space / count)
        story.pieces.extend([each] * count)


def add_title(story: Story, *, subtitle: bool) -> None:
    """The title of a document and the line below it."""
    height = _TITLE * story.single + sum(look.AROUND_TITLE)
    if subtitle:
        height += _SUBTITLE * story.single + look.AROUND_TITLE[1]
    story.pieces.append(Piece(height, sum(look.AROUND_TITLE), kept=True))


def add_titles(story: Story, styles: Iterable[str]) -> None:
    """The titles above a document of a bound one, a line of each style."""
    for style in styles:
        story.pieces.append(Piece(title_height(style, story.single), kept=True))


def add_height(story: Story, height: float) -> None:
    """What is as high as it is: a picture."""
    story.pieces.append(Piece(height))


def add_unknown(story: Story) -> None:
    """What nobody reckons; a document with it is set as usual."""
    story.pieces.append(Piece(inf))


def add_spacer(story: Story) -> None:
    """The thin paragraph below what was added last."""
    _add_to_last(story, _SPACER)


def add_box(story: Story) -> None:
    """The edges around the titles that were added last: those of one below the other join."""
    _add_to_last(story, look.BOX_FRAME)


def add_frame(story: Story) -> None:
    """The edges of the box around what was added last, and the padding in it."""
    pad = 2 * look.ROW_PADDING
    _add_to_last(story, pad + _RULE, pad)


def _add_to_last(story: Story, height: float, space: float = 0.0) -> None:
    """More height for what was added last."""
    if story.pieces:
        last = story.pieces[-1]
        story.pieces[-1] = replace(last, height=last.height + height, space=last.space + space)


def open_block(story: Story, start: int, place: int) -> None:
    """What was added from a start on begins the block at a place of its sheet."""
    if start < len(story.pieces):
        story.pieces[start] = replace(story.pieces[start], opens=place)


def keep_last(story: Story) -> None:
    """What was added last stays on the page of what follows."""
    if story.pieces:
        story.pieces[-1] = replace(story.pieces[-1], kept=True)


def keep_from(story: Story, start: int) -> None:
    """What was added from a place on is one that is not split."""
    whole = story.pieces[start:]
    if len(whole) > 1:
        height, space = sum(each.height for each in whole), sum(each.space for each in whole)
        story.pieces[start:] = [Piece(height, space, kept=whole[-1].kept)]


def closeness(story: Story) -> float:
    """Which share of the usual space a document gets, from 1 down, to spare an almost empty page.

    It is 1 where the last page holds enough, and where no closeness would spare it. A page holds
    little as well where it is full of what would not be split on the page before.
    """
    room = story.height
    pieces = story.pieces
    if any(piece.height > room for piece in pieces):
        return USUAL
    careful = _CAREFUL * room
    reckoned = [filled(pieces, USUAL, room - more, 0.0) for more in (-careful, 0.0, careful)]
    tall = sum(piece.height for piece in pieces)
    little = [
        each.pages
        for each in reckoned
        if each.pages > 1
        and min(each.last, tall - (each.pages - 1) * room)
        < (_SECOND if each.pages == _TWO else _LITTLE) * room
    ]
    if not little:
        return USUAL
    # The last is tried with only just enough room as well: it may come out as it was. Rows as close as
    # on one page would be hard to read for nothing then.
    tried = (*_CLOSER, _CLOSEST) if little[0] == _TWO else _CLOSER
    for closer in tried:
        spared = careful if closer != tried[-1] else _HAIR * room if closer == _CLOSEST else 0.0
        if filled(pieces, closer, room - spared, 0.0).pages < little[0]:
            return closer
    return USUAL
