"""A last page of a Word file that holds a few lines brings what stands before them along."""

from __future__ import annotations

from io import BytesIO
from itertools import count

import docx
import pytest

from orgspec.chart import Card, Chart, Line
from orgspec.document import (
    Cell,
    Column,
    Document,
    Facts,
    Figure,
    Row,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.docx import render
from orgspec.render.filling import Piece
from orgspec.render.word.carrying import carried
from orgspec.render.word.gauge import USUAL
from orgspec.render.word.story import Story

ROOM = 1000
BAR = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'
KEPT = "<w:keepNext/>"


def row(name: str) -> str:
    return f'<w:tr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{name}</w:p></w:tr>'


def told(*pieces: Piece) -> Story:
    return Story(docx.Document().part, "en", 9000, ROOM, count(), count(1), pieces=list(pieces))


def section(name: str, *rows: str) -> str:
    return f"{BAR}<w:tbl>{''.join(map(row, rows or (name, name)))}</w:tbl>"


def test_a_section_goes_over_to_a_last_page_of_a_few_lines() -> None:
    parts = [section("before"), section("middle"), section("end")]
    story = told(Piece(750, opens=0), Piece(200, opens=1), Piece(200, opens=2))
    made = carried(parts, story, USUAL)
    before, middle, end = made.split(BAR.replace("</w:pPr>", f"{KEPT}</w:pPr>"))
    assert KEPT not in before
    assert middle.count(KEPT) == 2 and end.count(KEPT) == 1


@pytest.mark.parametrize("heights", [(950, 200, 400), (300, 650, 300), (200, 200, 200)])
def test_nothing_goes_over_where_the_last_page_has_enough_or_half_a_page_would_stay_empty(
    heights: tuple[int, ...],
) -> None:
    parts = [section("before"), section("middle"), section("end")]
    story = told(*(Piece(height, opens=place) for place, height in enumerate(heights)))
    assert KEPT not in carried(parts, story, USUAL)


def test_what_is_set_closer_to_spare_the_page_brings_nothing() -> None:
    story = told(Piece(750, opens=0), Piece(200, opens=1), Piece(200, opens=2))
    assert KEPT not in carried([section("a"), section("b"), section("c")], story, 0.9)


def test_the_last_rows_of_a_table_stay_together_but_two_stay_on_the_page_before() -> None:
    rows = [Piece(100, again=20) for _ in range(11)]
    story = told(Piece(20, kept=True, opens=0), *rows)
    made = carried([section("", *"abcdefghijk")], story, USUAL)
    assert [name for name in "abcdefghijk" if f"{KEPT}</w:pPr>{name}" in made] == list("hij")


def test_a_job_description_is_not_signed_on_a_page_with_its_qualifications_alone() -> None:
    cards = tuple(Card(str(each), f"Post {each}") for each in range(9))
    drawn = Chart(cards, tuple(Line(str(each - 1), str(each)) for each in range(1, 9)))
    steps = [Row((Cell((inline(f"step {each}"),)),)) for each in range(4)]
    blocks = (
        Section("Position", (Figure(drawn, "Where the post stands"),)),
        Section("Steps", (Table((Column("Step"),), tuple(steps)),)),
        Section("Figures", (Table((Column("Figure"),), tuple(steps)),)),
        Section("Qualifications", (Facts((("Education", inline("College")),), across=1),)),
        Section("Approval", (Signature(("Holder", "Superior"), "Signature", "Date"),)),
    )
    given = docx.Document(BytesIO(render(Document("Title", "en", "Harbour", blocks))))
    kept = [each.text for each in given.paragraphs if each.paragraph_format.keep_with_next]
    assert [each.strip() for each in kept if each] == ["Figures", "Qualifications", "Approval"]
