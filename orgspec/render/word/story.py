"""What the blocks of one document share while they become XML."""

from __future__ import annotations

from dataclasses import field, replace
from itertools import count
from typing import TYPE_CHECKING

from orgspec.frozen import frozen
from orgspec.render.filling import Piece

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
        leading: what of it lies between lines more than the typeface asks for.
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
    pieces: list[Piece] = field(default_factory=list)

    def narrower(self, by: int) -> Story:
        """The same story inside a box whose padding takes `by` twips of the width."""
        return replace(self, width=self.width - by)


# A line of East Asian characters is higher than one of letters in every usual typeface.
_LINE, _LEADING, _HAN_LINE = 240, 22, 276


def story(part: StoryPart, locale: str, width: int, height: int) -> Story:
    """A new story, counting from its beginning."""
    # Only letters get more between their lines than their typeface asks for.
    han = locale[:2].lower() in ("zh", "ja", "ko")
    high = (_HAN_LINE, 0) if han else (_LINE, _LEADING)
    return Story(part, locale, width, height, count(), count(1), *high)
