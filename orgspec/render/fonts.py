"""The fonts in force: their files, the widths of text, subsets to embed.

They are ours, or those of the house style; then ours stand in for characters that those lack.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from orgspec import resources
from orgspec.render import house, sfnt, woff2
from orgspec.style import Typeface

if TYPE_CHECKING:
    import uharfbuzz

FAMILY = "Noto Sans SC"

Faces = tuple[Typeface | None, Typeface | None]
"""The typefaces of regular and of bold text; None for ours."""


def folder() -> Path:
    """The folder of the font files."""
    return resources.folder("templates") / "fonts"


def paths() -> tuple[Path, Path]:
    """The files of the regular and of the bold weight."""
    return folder() / "NotoSansSC-Regular.ttf", folder() / "NotoSansSC-Bold.ttf"


def faces() -> Faces:
    """The typefaces of the house in force; a key for what depends on them."""
    style = house.style()
    return style.face, style.bold_face


def families() -> tuple[str, ...]:
    """The families in force, the first one first."""
    return (FAMILY,) if faces() == (None, None) else (sfnt.HOUSE, FAMILY)


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is at a font size, in the unit of the size, without kerning.

    A character that the fonts lack counts as one em, as wide as its replacement box. Of several
    lines it is the widest that counts.
    """
    return _width(text, faces()[bold], bold) * size


def advances(bold: bool = False) -> Mapping[str, float]:
    """The width of each character in em; one that is not there counts as one em."""
    return _advances(faces()[bold], bold)


@lru_cache(maxsize=65_536)
def _width(text: str, face: Typeface | None, bold: bool) -> float:
    """The width of a text in em: labels and names come again on every page."""
    if "\n" in text:
        return max(_width(line, face, bold) for line in text.split("\n"))
    advances = _advances(face, bold)
    return sum([advances.get(character, 1.0) for character in text])


def missing(text: str) -> frozenset[str]:
    """The characters of a text that the fonts lack; line breaks and joiners are never among them.

    >>> missing("陈晓明")
    frozenset()
    """
    return _missing(text, faces())


def runs(text: str, bold: bool = False) -> tuple[tuple[str, str], ...]:
    """A text cut where it goes from one font to another: (family, text).

    Programs that draw pictures take a whole text from the second font where the first lacks one
    of its characters.
    """
    face = faces()[bold]
    if faces() == (None, None):
        return ((FAMILY, text),)
    own = _own_advances(face) if face is not None else _advances(None, bold)
    runs = groupby(text, lambda character: character in own)
    return tuple((sfnt.HOUSE if has else FAMILY, "".join(part)) for has, part in runs)


def embedded(text: str, *, packed: bool = True) -> Iterator[tuple[str, int, bytes]]:
    """The fonts that a page or picture with a text embeds: family, weight, bytes.

    They are `packed` as WOFF2, which takes a quarter of their bytes off and as long as to make
    them; or as they are.
    """
    characters = frozenset(text) | {" "}
    for weight, bold in ((400, False), (700, True)):
        face = faces()[bold]
        if faces() == (None, None):
            yield FAMILY, weight, _subset(characters, bold, None, packed)
            continue
        own = characters if face is None else characters.intersection(_own_advances(face))
        yield sfnt.HOUSE, weight, _subset(own, bold, face, packed)
        if rest := characters - own:
            yield FAMILY, weight, _subset(rest, bold, None, packed)


def house_files() -> tuple[tuple[str, bytes], ...]:
    """The files of the family of the house, by name, for programs that read fonts from files."""
    if faces() == (None, None):
        return ()
    regular, bold = (_house_file(faces()[bold], bold) for bold in (False, True))
    return (("regular", regular), ("bold", bold))


def woff2_subset(text: str, bold: bool = False) -> bytes:
    """A WOFF2 font of the characters of a text, of our font, to embed in a page or picture.

    The same characters give the same bytes, in whatever order they come. Characters that the
    font lacks are left out.
    """
    return _subset(frozenset(text) | {" "}, bold, None, packed=True)


@lru_cache(maxsize=4096)
def _missing(text: str, faces: Faces) -> frozenset[str]:
    """The characters that one of the weights lacks."""
    lacking = set(text).difference(_advances(faces[0], False))
    if faces != (None, None):
        lacking |= set(text).difference(_advances(faces[1], True))
    return frozenset(character for character in lacking if not _is_invisible(character))


@lru_cache(maxsize=256)
def _subset(characters: frozenset[str], bold: bool, face: Typeface | None, packed: bool) -> bytes:
    """The subset font of some characters, packed or not."""
    import uharfbuzz

    whole = _face(bold) if face is None else opened(face)
    font = bytes(uharfbuzz.subset(whole, _wanted(characters)).blob.data)
    return woff2.pack(font) if packed else font


@lru_cache(maxsize=2)  # one after the other, both weights are made of the same
def _wanted(characters: frozenset[str]) -> uharfbuzz.SubsetInput:
    """What a subset of some characters keeps."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NO_HINTING
    return wanted


@lru_cache(maxsize=4)
def _house_file(face: Typeface | None, bold: bool) -> bytes:
    """The font file of a weight of the house under its family name; ours where it has none."""
    data = face.data if face is not None else paths()[bold].read_bytes()
    return sfnt.renamed(sfnt.tables(data), bold=bold)


@cache
def _face(bold: bool) -> uharfbuzz.Face:
    """One of our fonts, opened."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths()[bold])))
    return uharfbuzz.subset_preprocess(face)  # taken apart once: subsets take half the time


@lru_cache(maxsize=4)
def opened(face: Typeface) -> uharfbuzz.Face:
    """A font of the house, opened."""
    import uharfbuzz

    return uharfbuzz.Face(face.data)


@lru_cache(maxsize=8)
def _advances(face: Typeface | None, bold: bool) -> dict[str, float]:
    """The width of each character that a font or ours in its place has, in em."""
    if face is not None:
        return {**_advances(None, bold), **_own_advances(face)}
    table = json.loads((folder() / "widths.json").read_bytes())
    unit = table["unitsPerEm"]
    advances: dict[str, float] = {}
    for first, last, advance in table["bold" if bold else "regular"]:
        advances.update(dict.fromkeys(map(chr, range(first, last + 1)), advance / unit))
    return advances


@lru_cache(maxsize=4)
def _own_advances(face: Typeface) -> dict[str, float]:
    """The width of each character that a font of the house has itself, in em."""
    import uharfbuzz

    font = uharfbuzz.Font(opened(face))
    unit = opened(face).upem
    found = {}
    for code in opened(face).unicodes:
        glyph = font.get_nominal_glyph(code)
        # Nobody can copy or search a character of private use: archives refuse it.
        if glyph and unicodedata.category(chr(code)) != "Co":
            found[chr(code)] = font.get_glyph_h_advance(glyph) / unit
    return found


def _is_invisible(character: str) -> bool:
    """Whether a character has no shape of its own: a break, a joiner, a variation selector."""
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
