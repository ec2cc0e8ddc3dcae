r"""Makes the two fonts that ship with orgspec, and the table of their widths.

The sources are the static TrueType fonts of Noto Sans SC, as found in the npm package
`@expo-google-fonts/noto-sans-sc` (SIL Open Font License):

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python scripts/subset_fonts.py \
        package/400Regular/NotoSansSC_400Regular.ttf \
        package/700Bold/NotoSansSC_700Bold.ttf --licence package/LICENSE_FONT

It writes `NotoSansSC-Regular.ttf`, `NotoSansSC-Bold.ttf`, `OFL.txt` and `widths.json` into
`templates/fonts`. The same sources give the same bytes: the times inside the fonts are fixed.
Use TrueType outlines only: a static CFF2 font made from the variable one prints as blank.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
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


def shrink(source: Path, target: Path, characters: set[int]) -> TTFont:
    """Writes the subset of one font, without hints and vertical metrics, and returns it."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["vhea", "vmtx", "BASE", "STAT", "gasp", "prep"]
    font = TTFont(source, recalcTimestamp=False)
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
    parser.add_argument("regular", type=Path, help="the static TTF of weight 400")
    parser.add_argument("bold", type=Path, help="the static TTF of weight 700")
    parser.add_argument("--licence", type=Path, required=True, help="the font's licence text")
    arguments = parser.parse_args()
    characters = wanted_characters()
    TARGET.mkdir(parents=True, exist_ok=True)
    regular = shrink(arguments.regular, TARGET / "NotoSansSC-Regular.ttf", characters)
    bold = shrink(arguments.bold, TARGET / "NotoSansSC-Bold.ttf", characters)
    if set(regular.getBestCmap()) != set(bold.getBestCmap()):
        parser.error("the two weights have different characters")
    head: Any = regular["head"]
    table = {
        "unitsPerEm": head.unitsPerEm,
        "regular": widths(regular),
        "bold": widths(bold),
    }
    (TARGET / "widths.json").write_text(json.dumps(table, separators=(",", ":")), "utf-8")
    shutil.copyfile(arguments.licence, TARGET / "OFL.txt")


if __name__ == "__main__":
    main()
