"""The photos of people, as charts show them: square, upright, and small."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from orgspec.diagnostics import Message, say
from orgspec.workspace.beside import bytes_beside
from orgspec.workspace.compilation import Compilation

SIDE = 192  # pixels: four for each of a card's circle, enough for print
_QUALITY = 82
_MOST_PIXELS = 120_000_000  # of a picture that is opened at all
_FORMATS = ("JPEG", "PNG", "WEBP")


def photos_of(compilation: Compilation) -> tuple[Mapping[str, bytes], list[Message]]:
    """Address of a person → the photo; and what to say of files that are no pictures."""
    photos: dict[str, bytes] = {}
    wrong: list[Message] = []
    for person in compilation.organisation.people.values():
        if not person.photo:
            continue
        written = bytes_beside(compilation.root, person.photo)
        made = square(written) if written else b""
        if made:
            photos[person.address] = made
        elif written:
            wrong.append(_unusable(compilation, person.address, person.photo))
    return photos, wrong


def _unusable(compilation: Compilation, address: str, name: str) -> Message:
    """What is said of a file that cannot be shown, at the place that names it."""
    origin = compilation.program.origins.get(address)
    place = ""
    if origin is not None:
        position = origin.source.position(origin.span(("photo",)).start)
        place = f"{origin.source.path}:{position.line}:{position.column}"
    return say(
        "{place}: `{path}` cannot be shown: it is damaged, or too large a picture",
        "{place}：无法显示 `{path}`：文件已损坏，或图片尺寸过大",
        place=place,
        path=name,
    )


def square(data: bytes, side: int = SIDE) -> bytes:
    """The middle of a picture as a square JPEG, turned upright; empty for what is no picture.

    Of a portrait the upper part is taken, where the face is. What is transparent becomes white.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return b""
            opened.draft("RGB", (2 * side, 2 * side))
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
            fitted = ImageOps.fit(upright, (side, side), centering=(0.5, 0.3))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return b""
    plain = Image.new("RGB", fitted.size, "white")
    plain.paste(fitted, mask=fitted.getchannel("A"))
    made = BytesIO()
    plain.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()
