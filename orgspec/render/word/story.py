"""What the blocks of one document share while they become XML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.parts.story import StoryPart


@dataclass(frozen=True, slots=True)
class Story:
    """Where blocks are written.

    Attributes:
        part: the part of the package that pictures belong to.
        locale: the language of the document.
        width: the width of the text in twips.
        height: the height of the text area in twips.
        lists: gives every numbered list its index.
        pictures: gives every picture its id.
    """

    part: StoryPart
    locale: str
    width: int
    height: int
    lists: Iterator[int]
    pictures: Iterator[int]

    def narrower(self, by: int) -> Story:
        """The same story inside a box whose padding takes `by` twips of the width."""
        return replace(self, width=self.width - by)


def story(part: StoryPart, locale: str, width: int, height: int) -> Story:
    """A new story, counting from its beginning."""
    return Story(part, locale, width, height, count(), count(1))
