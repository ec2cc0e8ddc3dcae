from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from orgspec.document import Document, Paragraph, inline
from orgspec.render import png, svg
from tests.render.documents import chart, every_block, job_description, matrix


def size(picture: bytes) -> tuple[int, int]:
    """The width and height of a PNG in pixels."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_chart_is_drawn_at_twice_its_size(locale: str) -> None:
    drawing = svg.render(chart(locale)).decode()
    width = float(drawing.split(' width="')[1].split('"')[0])
    assert abs(size(png.render(chart(locale)))[0] - 2 * width) <= 2


def test_the_same_document_gives_the_same_picture() -> None:
    for document in (chart("zh"), matrix("zh")):
        assert png.render(document) == png.render(document)


def test_a_document_without_a_chart_is_one_long_page() -> None:
    width, height = size(png.render(job_description("zh")))
    assert width == 1587
    assert height > 1.5 * width


def test_a_page_is_as_long_as_what_is_on_it() -> None:
    short = Document("标题", "zh", "公司", (Paragraph(inline("一行")),))
    assert size(png.render(short))[1] < 400


def test_all_blocks_fit_one_picture() -> None:
    width, height = size(png.render(every_block("en")))
    assert height > width > 1587


def test_a_character_that_the_fonts_lack_is_reported() -> None:
    document = replace(chart("zh"), title="𠮷")
    assert png.unprintable(document) == (("𠮷", "𠮷"),)
    assert size(png.render(document)) > (0, 0)
