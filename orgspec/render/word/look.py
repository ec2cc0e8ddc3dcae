"""Colours, sizes and typefaces of a Word document.

Lengths are in twips (1/20 pt) unless a name says otherwise, sizes of type in half points: the
units of the file format.
"""

from __future__ import annotations

from dataclasses import dataclass

from orgspec.render import palette

INK = "1F2937"
TITLE = "14243A"
ACCENT = "1F4E79"
MUTED = "4B5768"
RULE = "9FB3C8"
TINT = "EAF1F8"
GROUP = "EEF2F6"
WARNING = "9A3412"
WHITE = "FFFFFF"

LETTERS = {
    "A": ("1F4E79", WHITE),
    "R": ("D6E8FB", "0B4A86"),
    "S": ("DFF3E4", "14532D"),
    "C": ("FDF0CF", "6B4000"),
    "I": ("EEF1F5", "414B5A"),
}
ACCOUNTABLE_AND_RESPONSIBLE = ("0F766E", WHITE)

BODY_SIZE = 19
SMALL_SIZE = 17
CELL_PADDING = 100
TWIPS_PER_MM = 1440 / 25.4


def department(index: int) -> str:
    """The colour of the department of an index, as Word writes it."""
    return palette.department(index).lstrip("#")


def mm(millimetres: float) -> int:
    """Millimetres as twips."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class Faces:
    """The typefaces and language tags of a document: for Latin text and for East Asian text.

    `line` is the line height in 240ths of the one that the typeface brings.
    """

    latin: str
    east_asian: str
    alternative: str
    latin_language: str
    east_asian_language: str
    line: int


def faces(locale: str) -> Faces:
    """The typefaces for a locale.

    The fonts that the other formats carry would make a Word file 8 MB larger, so it names faces
    that Word itself brings to Windows and macOS. A Chinese document uses one face for everything:
    Latin letters and digits of another family would be of another weight and height beside the
    characters. Everything else uses Arial, which has a twin of the same widths on Linux and, being
    set tighter, gets a tenth more between its lines.
    """
    language = locale.replace("_", "-")
    main = language.split("-")[0].lower()
    if main == "zh":
        traditional = any(tag in language for tag in ("Hant", "TW", "HK", "MO"))
        if traditional:
            face = "Microsoft JhengHei"
            return Faces(face, face, "微軟正黑體", "en-US", "zh-TW", 240)
        return Faces("Microsoft YaHei", "Microsoft YaHei", "微软雅黑", "en-US", "zh-CN", 240)
    latin_language = "en-GB" if language == "en" else language
    return Faces("Arial", "Microsoft YaHei", "微软雅黑", latin_language, "zh-CN", 264)
