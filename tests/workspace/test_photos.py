"""Photos of people: made square and small, and shown on the cards of charts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from orgspec.document import Chart, Document
from orgspec.render import html, pdf, png, svg
from orgspec.view.charts.photos import MOST_PHOTOS
from orgspec.view.org_chart import org_chart
from orgspec.workspace import compile_path
from orgspec.workspace.enclosures import accompanied
from orgspec.workspace.photos import SIDE, square

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(size: tuple[int, int], form: str = "PNG", turned: int = 0) -> bytes:
    """A picture whose upper half is red and whose lower half is blue, as it is to be seen."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    if turned:
        exif[274] = turned
        image = image.rotate(90, expand=True)
    made = BytesIO()
    image.save(made, form, exif=exif)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("size", [(300, 400), (400, 300), (20, 20)])
def test_every_picture_becomes_a_small_square(form: str, size: tuple[int, int]) -> None:
    made = square(picture(size, form))
    assert opened(made).size == (SIDE, SIDE)
    assert len(made) < 10_000
    assert made == square(picture(size, form))


def test_a_picture_that_the_camera_turned_stands_upright() -> None:
    made = opened(square(picture((300, 300), "JPEG", turned=6)))
    assert near(made.getpixel((SIDE // 2, 10)), RED)
    assert near(made.getpixel((SIDE // 2, SIDE - 10)), BLUE)


def test_what_is_transparent_becomes_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(made, "PNG")
    assert near(opened(square(made.getvalue())).getpixel((5, 5)), (255, 255, 255))


@pytest.mark.parametrize("data", [b"", b"hello", picture((90, 90), "JPEG")[:200]])
def test_what_is_no_picture_gives_nothing(data: bytes) -> None:
    assert square(data) == b""


def firm(folder: Path, people: int = 2) -> Path:
    """A firm with a boss and people, all of whom have the same photo."""
    holders = "".join(f"  p{n}: {{name: P{n}, photo: a.jpg, holds: rep}}\n" for n in range(people))
    (folder / "orgspec.yaml").write_text(
        "orgspec: 1\norganization: {name: Shop, locales: [en]}\n"
        "roles:\n  boss: {name: Boss, reports_to: none}\n"
        f"  rep: {{name: Rep, reports_to: boss, headcount: {people}}}\n"
        f"people:\n  chief: {{name: Chief, photo: b.jpg, holds: boss}}\n{holders}",
        encoding="utf-8",
    )
    (folder / "a.jpg").write_bytes(picture((300, 400), "JPEG"))
    (folder / "b.jpg").write_bytes(picture((300, 400), "JPEG")[:300])
    return folder


def chart(root: Path, *, folding: bool = False) -> tuple[Document, list[str]]:
    compilation, remarks = accompanied(compile_path(root), ["charts"])
    document = org_chart(compilation.graph, "en", folding=folding)
    return document, [remark.in_("en") for remark in remarks]


def test_cards_show_the_photo_of_their_one_holder(tmp_path: Path) -> None:
    document, remarks = chart(firm(tmp_path))
    (drawing,) = document.blocks
    assert isinstance(drawing, Chart)
    assert [(c.title, opened(c.photo).size if c.photo else None) for c in drawing.cards] == [
        ("Chief", None), ("P0", (SIDE, SIDE)), ("P1", (SIDE, SIDE)),
    ]  # fmt: skip
    assert remarks == [
        "orgspec.yaml:7:31: `b.jpg` cannot be shown: it is damaged, or too large a picture"
    ]


def test_every_format_of_a_chart_shows_them(tmp_path: Path) -> None:
    document, _ = chart(firm(tmp_path))
    assert svg.render(document).count(b"data:image/jpeg;base64,") == 2
    assert b"/Image" in pdf.render(document)
    seen = opened(png.render(document)).getcolors(1 << 24) or []
    assert sum(count for count, colour in seen if near(colour, RED)) > 500
    folding, _ = chart(tmp_path, folding=True)
    assert html.render(folding).count(b"data:image/jpeg;base64,") == 2


def test_a_chart_of_a_crowd_shows_none_and_says_so(tmp_path: Path) -> None:
    document, remarks = chart(firm(tmp_path, MOST_PHOTOS + 1), folding=True)
    assert b"data:image/jpeg" not in html.render(document)
    assert remarks == [
        "a chart with more than 300 photos shows none of them: it would grow too large"
    ]
