"""A house style for tests: a small font, a logo, an accent."""

from __future__ import annotations

import hashlib
import struct
from functools import cache

from orgspec.render import fonts, sfnt
from orgspec.style import Logo, Style, Typeface

LATIN = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
    b'<circle cx="10" cy="10" r="9" fill="#7A1F3D"/></svg>'
)


@cache
def font_file(characters: str = LATIN, *, bold: bool = True) -> bytes:
    """A font file with a few characters of ours, bold ones unless asked otherwise."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(sorted(map(ord, characters)))
    source = uharfbuzz.Face(fonts.paths()[bold].read_bytes())
    return bytes(uharfbuzz.subset(source, wanted).blob.data)


def with_rights(font: bytes, rights: int) -> bytes:
    """The same font with other words about embedding."""
    found = sfnt.tables(font)
    table = bytearray(found["OS/2"])
    struct.pack_into(">H", table, 8, rights)
    return sfnt.file_of({**found, "OS/2": bytes(table)})


def typeface(characters: str = LATIN) -> Typeface:
    """A typeface of a few characters."""
    data = font_file(characters)
    return Typeface(hashlib.sha256(data).hexdigest(), data, "Voyage Sans")


HOUSE = Style(
    colour="#7A1F3D",
    face=typeface(),
    logo=Logo(DRAWING, "svg", 60, 20),
    header=("{organization}", "", "{number}"),
    footer=("", "{page} / {pages}", "内部文件"),
)
