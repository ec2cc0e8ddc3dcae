"""The fonts that ship with orgspec: their files, the widths of text, subsets to embed."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from orgspec import resources
from orgspec.render import woff2

if TYPE_CHECKING:
    import uharfbuzz

FAMILY = "Noto Sans SC"


def folder() -> Path:
    """The folder of the font files."""
    return resources.folder("templates") / "fonts"


def paths() -> tuple[Path, Path]:
    """The files of the regular and of the bold weight."""
    return folder() / "NotoSansSC-Regular.ttf", folder() / "NotoSansSC-Bold.ttf"


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is at a font size, in the unit of the size, without kerning.

    A character that the fonts lack counts as one em, as wide as its replacement box. Of several
    lines it is the widest that counts.
    """
    if "\n" in text:
        return max(width(line, size, bold) for line in text.split("\n"))
    advances = _advances(bold)
    return sum([advances.get(character, 1.0) for character in text]) * size


@lru_cache(maxsize=4096)
def missing(text: str) -> frozenset[str]:
    """The characters of a text that the fonts lack; line breaks and joiners are never among them.

    >>> missing("陈晓明")
    frozenset()
    """
    lacking = set(text).difference(_advances(False))
    return frozenset(character for character in lacking if not _is_invisible(character))


def woff2_subset(text: str, bold: bool = False) -> bytes:
    """A WOFF2 font of the characters of a text, to embed in a page or picture.

    The same characters give the same bytes, in whatever order they come. Characters that the
    fonts lack are left out.
    """
    return _subset(frozenset(text) | {" "}, bold)


@lru_cache(maxsize=256)
def _subset(characters: frozenset[str], bold: bool) -> bytes:
    """The subset font of some characters."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(sorted(map(ord, characters)))
    wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NO_HINTING
    face = uharfbuzz.subset(_face(bold), wanted)
    return woff2.pack(bytes(face.blob.data))


@cache
def _face(bold: bool) -> uharfbuzz.Face:
    """An opened font."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths()[bold])))


@cache
def _advances(bold: bool) -> dict[str, float]:
    """The width of each character that the fonts have, in em."""
    table = json.loads((folder() / "widths.json").read_bytes())
    unit = table["unitsPerEm"]
    advances: dict[str, float] = {}
    for first, last, advance in table["bold" if bold else "regular"]:
        advances.update(dict.fromkeys(map(chr, range(first, last + 1)), advance / unit))
    return advances


def _is_invisible(character: str) -> bool:
    """Whether a character has no shape of its own: a break, a joiner, a variation selector."""
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
