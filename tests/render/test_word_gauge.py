"""How high what is written in a Word file is reckoned."""

from __future__ import annotations

from itertools import count

import docx

from orgspec.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Heading,
    Listing,
    Row,
    Section,
    Table,
    inline,
    plain,
)
from orgspec.render.filling import Piece
from orgspec.render.word import look
from orgspec.render.word.blocks import blocks_xml
from orgspec.render.word.gauge import closeness, lines_high, lines_in
from orgspec.render.word.page import head_xml
from orgspec.render.word.story import Story

LINE = 240
GRID = Table((Column("Step"),), (Row((Cell((inline("one"),)),)),))


def told() -> Story:
    part = docx.Document().part
    return Story(part, "en", 9000, 14000, count(), count(1), line=LINE, leading=22, single=218)


def titles(*found: str) -> list[float]:
    story = told()
    blocks: list[Block] = [*(Heading(each, 2) for each in found), GRID]
    blocks_xml((Section("Handoffs", tuple(blocks)),), story)
    return [piece.height - piece.space for piece in story.pieces[1 : 1 + len(found)]]


def test_the_frame_of_a_title_is_as_high_however_close_the_rows_stand_and_joins_the_next() -> None:
    (alone,) = titles("From one")
    first, second = titles("From one", "The order")
    assert first < LINE < second == alone


def test_an_aside_is_reckoned_in_the_smaller_type_that_it_has() -> None:
    aside = inline("goes on to the next department " * 4, Emphasis.MUTED)
    assert lines_high(aside, 3000) < lines_in(plain(aside), 3000)
    assert lines_high(inline("word"), 3000) == 1


def test_a_head_that_breaks_is_reckoned_as_two_lines() -> None:
    def high(approved: str) -> float:
        story = told()
        head_xml(((("Version", "1.0"), ("Approved by", approved)),), story)
        return story.pieces[-1].height

    assert high("Clinical Director of Medicine 2026-03-02") == high("Ann 2026-03-02") + LINE


def test_items_of_a_list_stand_closer_than_paragraphs() -> None:
    story = told()
    blocks_xml((Listing((inline("one"), inline("two"))),), story)
    assert [piece.height for piece in story.pieces] == [LINE + sum(look.AROUND_ITEM)] * 2


def test_rows_stand_closest_only_where_one_page_has_room_for_them_with_a_hair_to_spare() -> None:
    def set_with(space: float) -> float:
        story = told()
        story.pieces.extend([*[Piece(1000, space)] * 14, Piece(1000, 0)])
        return closeness(story)

    assert set_with(101) == 0.25
    assert set_with(96) == 1.0
