r"""Makes the two fonts that ship with orgspec, and the table of their widths.

The sources are the static TrueType fonts of Noto Sans SC, and of Source Sans 3, the family that
its Latin letters come from, for those it leaves out (š, ł, ő, ş …). Both have the SIL Open Font
License and are found in npm packages:

    npm pack @expo-google-fonts/noto-sans-sc @expo-google-fonts/source-sans-3
    mkdir noto source
    tar xzf expo-google-fonts-noto-sans-sc-*.tgz -C noto
    tar xzf expo-google-fonts-source-sans-3-*.tgz -C source
    python scripts/subset_fonts.py noto/package source/package

It writes `NotoSansSC-Regular.ttf`, `NotoSansSC-Bold.ttf`, `OFL.txt` and `widths.json` into
`templates/fonts`. The same sources give the same bytes: the times inside the fonts are fixed.
Use TrueType outlines only: a static CFF2 font made from the variable one prints as blank.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "templates" / "fonts"

# 1 January 2025, in seconds since 1904, as the `head` table counts them.
FIXED_TIME = 3_818_534_400

FEATURES = ["ccmp", "kern", "liga", "locl", "mark"]

# Whole blocks outside the Chinese code pages.
BLOCKS = (
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x036F),  # modifiers, combining accents
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese
    (0x2000, 0x214F),  # punctuation, currency, letterlike signs
    (0x2150, 0x23FF),  # number forms, arrows, operators, technical signs
    (0x2460, 0x27BF),  # enclosed numbers, boxes, shapes, dingbats
    (0x2900, 0x297F),
    (0x3000, 0x33FF),  # CJK punctuation, kana, enclosed and squared signs
    (0x9FA6, 0x9FFF),  # later additions to the main block of ideographs
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x323AF),  # the ideographs of the standard list that stand beyond the main plane
)

# What is taken from Source Sans where Noto Sans SC lacks it.
LATIN_BLOCKS = (
    (0x0100, 0x024F),  # Central European, Baltic, Turkish, Romanian, …
    (0x0300, 0x036F),
    (0x0370, 0x052F),  # Greek, Ukrainian
    (0x1E00, 0x1EFF),
    (0x2000, 0x20CF),  # narrow spaces, currency
)

# The 通用规范汉字表 of 2013 names these of extension A; names of people and places use them.
NAMES = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃"
    "䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)


def wanted_characters() -> set[int]:
    """The code points to keep: GBK and Big5 as Python knows them, the blocks, rare names."""
    characters = {ord(character) for character in NAMES}
    for first, last in BLOCKS:
        characters.update(range(first, last + 1))
    characters.update(code for code in range(0x80, 0x10000) if _encodes(chr(code)))
    return characters


def _encodes(character: str) -> bool:
    """Whether a Chinese code page has the character."""
    for encoding in ("gbk", "big5"):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def add_latin(font: TTFont, latin: TTFont) -> None:
    """Copies the letters that a font lacks from its Latin family, scaled to its letters."""
    target, source = font.getBestCmap(), latin.getBestCmap()
    metrics: Any = font["hmtx"]
    glyphs: Any = font["glyf"]
    outlines: Any = latin.getGlyphSet()
    wide = metrics[target[ord("n")]][0] / latin["hmtx"][source[ord("n")]][0]
    high = glyphs[target[ord("x")]].yMax / latin["glyf"][source[ord("x")]].yMax
    for code in sorted(source):
        if code in target or not any(low <= code <= last for low, last in LATIN_BLOCKS):
            continue
        name = f"latin{code:04X}"
        recording = DecomposingRecordingPen(outlines)
        outlines[source[code]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(TransformPen(pen, (wide, 0, 0, high, 0, 0)))
        glyph = pen.glyph(dropImpliedOnCurves=False)
        glyphs[name] = glyph
        glyph.recalcBounds(glyphs)
        metrics[name] = (round(outlines[source[code]].width * wide), getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format in (4, 12):
                table.cmap[code] = name
    font.setGlyphOrder(list(glyphs.glyphOrder))


def shrink(source: Path, latin: Path, target: Path, characters: set[int]) -> TTFont:
    """Writes the subset of one font, without hints and vertical metrics, and returns it."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["BASE", "STAT", "gasp", "prep"]
    font = TTFont(source, recalcTimestamp=False)
    for table in ("vhea", "vmtx"):
        del font[table]
    add_latin(font, TTFont(latin))
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    head: Any = font["head"]
    head.created = head.modified = FIXED_TIME
    font.save(target)
    return font


def runs(codes: list[int], value: Callable[[int], int]) -> Iterator[list[int]]:
    """Neighbouring code points of one width, as [first, last, width]."""
    run: list[int] = []
    for code in codes:
        if run and run[1] == code - 1 and run[2] == value(code):
            run[1] = code
            continue
        if run:
            yield run
        run = [code, code, value(code)]
    if run:
        yield run


def widths(font: TTFont) -> list[list[int]]:
    """The advance widths of a font as runs, in font units."""
    cmap: dict[int, str] = font.getBestCmap()
    metrics: Any = font["hmtx"].metrics
    return list(runs(sorted(cmap), lambda code: int(metrics[cmap[code]][0])))


def main() -> None:
    """Reads the arguments and writes the four files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("noto", type=Path, help="the folder of the package of Noto Sans SC")
    parser.add_argument("source", type=Path, help="the folder of the package of Source Sans 3")
    arguments = parser.parse_args()
    characters = wanted_characters()
    TARGET.mkdir(parents=True, exist_ok=True)
    regular, bold = (
        shrink(
            arguments.noto / folder / f"NotoSansSC_{folder}.ttf",
            arguments.source / folder / f"SourceSans3_{folder}.ttf",
            TARGET / f"NotoSansSC-{folder[3:]}.ttf",
            characters,
        )
        for folder in ("400Regular", "700Bold")
    )
    if set(regular.getBestCmap()) != set(bold.getBestCmap()):
        parser.error("the two weights have different characters")
    head: Any = regular["head"]
    table = {
        "unitsPerEm": head.unitsPerEm,
        "regular": widths(regular),
        "bold": widths(bold),
    }
    (TARGET / "widths.json").write_text(json.dumps(table, separators=(",", ":")), "utf-8")
    latin = (arguments.source / "LICENSE_FONT").read_text("utf-8").splitlines()[0]
    licence = (arguments.noto / "LICENSE_FONT").read_text("utf-8")
    (TARGET / "OFL.txt").write_text(f"{latin}\n{licence}", "utf-8")


if __name__ == "__main__":
    main()
