"""Pictures of drawings."""

from __future__ import annotations

import struct

import pytest

from orgspec.render.raster import png

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#1F4E79"/></svg>'
)


def size(picture: bytes) -> tuple[int, ...]:
    assert picture.startswith(b"\x89PNG")
    return struct.unpack(">II", picture[16:24])


def test_a_picture_has_as_many_pixels_as_asked_for() -> None:
    assert size(png(SQUARE, 40, 20)) == (80, 40)
    assert size(png(SQUARE, 40, 20, scale=1)) == (40, 20)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert png(SQUARE, 40, 20) == png(SQUARE, 40, 20)


def test_a_very_large_drawing_is_drawn_with_fewer_pixels() -> None:
    width, height = size(png(SQUARE, 8000, 4000))
    assert width * height <= 24_100_000
    assert width == pytest.approx(2 * height, abs=2)


@pytest.mark.parametrize(("width", "height"), [(0, 20), (40, -1)])
def test_a_drawing_without_extent_is_refused(width: float, height: float) -> None:
    with pytest.raises(ValueError, match="px"):
        png(SQUARE, width, height)


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be rasterised"):
        png(b"no svg", 40, 20)
