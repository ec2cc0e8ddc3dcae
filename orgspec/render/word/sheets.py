"""Which paper the blocks of a document go on: a tall drawing has an upright page to itself."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import Chart, Document, Swimlane
from orgspec.render.layout.swim.fold import READS_WELL
from orgspec.render.word.look import CHART_SHARE
from orgspec.render.word.ooxml import NO_HEIGHT
from orgspec.render.word.page import head_height, text_area
from orgspec.render.word.pictures import in_pixels
from orgspec.render.word.story import Story

# What ends a section; the page of it is set later.
END = f"<w:p><w:pPr>{NO_HEIGHT}<w:sectPr/></w:pPr></w:p>"

_WORTH = 1.15  # how much larger a drawing must become for a page of its own


def sheets(document: Document, story: Story) -> tuple[Document, ...]:
    """The document, or two that go on pages of different sides: its drawing, and all the rest.

    What the pages say is the same in both; the head stands above the drawing.
    """
    first = document.blocks[0] if document.blocks else None
    if not document.landscape or not isinstance(first, Chart | Swimlane):
        return (document,)
    upright = replace(document, landscape=False, blocks=document.blocks[:1])
    lying = _scale(first, document, story)
    reads = READS_WELL if isinstance(first, Swimlane) else 1.0
    if lying >= reads or _scale(first, upright, story) < _WORTH * lying:
        return (document,)
    rest = replace(document, head=(), blocks=document.blocks[1:])
    return (upright, rest) if rest.blocks else (upright,)


def _scale(drawn: Chart | Swimlane, document: Document, story: Story) -> float:
    """By how much a drawing shrinks below the head of a document's first page."""
    from orgspec.render.svg import draw_chart

    width, height = text_area(document)
    inner = replace(story, width=width, height=height)
    below_head = CHART_SHARE * (height - head_height(document.head, inner))
    room = in_pixels(width, below_head)
    _, wide, tall = draw_chart(drawn, locale=story.locale, compact=False, room=room)
    return min(room[0] / wide, room[1] / tall)
