"""The photos of people, as charts show them: square, upright, and small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

from orgspec.diagnostics import Message, say
from orgspec.workspace.beside import bytes_beside
from orgspec.workspace.compilation import Compilation

SIDE = 128  # pixels: the circle of a card is 12 mm wide, which makes 270 a inch
_QUALITY = 82
_MOST_PIXELS = 120_000_000  # of a picture that is opened at all


class Photos(Mapping[str, bytes]):
    """Address of a person → the photo as JPEG; each is read when it is first asked for.

    `remarks` gets what is to be said of files that turn out to be damaged.
    """

    def __init__(self, compilation: Compilation, remarks: list[Message]) -> None:
        people = compilation.organisation.people.values()
        self.compilation = compilation
        self.remarks = remarks
        self.files = {person.address: person.photo for person in people if person.photo}
        self.made: dict[str, bytes] = {}

    def __getitem__(self, address: str) -> bytes:
        """The photo of a person; empty for a file that cannot be shown."""
        name = self.files[address]
        if address not in self.made:
            written = bytes_beside(self.compilation.root, name)
            self.made[address] = square(written) if written else b""
            if written and not self.made[address]:
                self.remarks.append(self._unusable(address, name))
        return self.made[address]

    def __contains__(self, address: object) -> bool:
        """Whether a person has a photo; nothing is read for that."""
        return address in self.files

    def __iter__(self) -> Iterator[str]:
        """The people who have a photo."""
        return iter(self.files)

    def __len__(self) -> int:
        """How many people have a photo."""
        return len(self.files)

    def _unusable(self, address: str, name: str) -> Message:
        """What is said of a file that cannot be shown, at the place that names it."""
        origin = self.compilation.program.origins[address]
        position = origin.source.position(origin.span(("photo",)).start)
        return say(
            "{place}: `{path}` cannot be shown: it is damaged, or too large a picture",
            "{place}：无法显示 `{path}`：文件已损坏，或图片尺寸过大",
            place=f"{origin.source.path}:{position.line}:{position.column}",
            path=name,
        )


def square(data: bytes, side: int = SIDE) -> bytes:
    """The middle of a picture as a square JPEG, turned upright; empty for what is no picture.

    Of a portrait the upper part is taken, where the face is. What is transparent becomes white.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as opened:
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
