"""What the blocks of one document share while they become XML."""

from __future__ import annotations

from dataclasses import field, replace
from itertools import count
from typing import TYPE_CHECKING

from orgspec.frozen import frozen
from orgspec.render.filling import Piece
from orgspec.render.word.look import LEAST_HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.parts.story import StoryPart


@frozen
class Story:
    """Where blocks are written.

    Attributes:
        part: the part of the package that pictures belong to.
        locale: the language of the document.
        width: the width of the text in twips.
        height: the height of the text area in twips.
        lists: gives every numbered list its index.
        pictures: gives every picture its id.
        line: about how high a line is in the body size, in twips.
        leading: what of it may become less between lines.
        single: how high it is as the typeface asks for.
        pieces: what was written so far, as heights.
    """

    part: StoryPart
    locale: str
    width: int
    height: int
    lists: Iterator[int]
    pictures: Iterator[int]
    line: int = 0
    leading: int = 0
    single: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def narrower(self, by: int) -> Story:
        """The same story inside a box whose padding takes `by` twips of the width."""
        return replace(self, width=self.width - by)


# A line of East Asian characters is higher than one of letters in every usual typeface.
_LINE, _LEADING, _HAN_LINE = 240, 22, 276
_HAN_LEADING = round(_HAN_LINE * (1 - LEAST_HAN / 240))


def story(part: StoryPart, locale: str, width: int, height: int) -> Story:
    """A new story, counting from its beginning."""
    # Only letters get more between their lines than their typeface asks for; Chinese ones ask for
    # more than they need.
    language = locale[:2].lower()
    high = (_LINE, _LEADING, _LINE - _LEADING)
    if language in ("zh", "ja", "ko"):
        high = (_HAN_LINE, _HAN_LEADING if language == "zh" else 0, _HAN_LINE)
    return Story(part, locale, width, height, count(), count(1), *high)
