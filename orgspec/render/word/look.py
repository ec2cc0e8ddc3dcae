"""Colours, sizes and typefaces of a Word document.

Lengths are in twips (1/20 pt) unless a name says otherwise, sizes of type in half points: the
units of the file format.
"""

from __future__ import annotations

from dataclasses import replace

from orgspec.frozen import frozen
from orgspec.render import house, palette
from orgspec.render.theme import OURS, theme

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
TABLE_SMALL = 15
CELL_PADDING = 100
STEP = 200  # by which what stands below something else is set in, for each level
ROW_PADDING = 45  # above and below the text of a row
ABOVE_BAR = 150
AROUND_TITLE = (60, 140)
ABOVE_PICTURE = 60
AROUND_TEXT = 40
AROUND_ITEM = (10, 20)
AROUND_HEADING = 90
ABOVE_BOXED = 40
BOX_FRAME = 107  # the edges of a boxed title, and what they keep free above and below its words
ABOVE_SIGNED = 170  # where somebody writes a name or a day
CHART_SHARE = 0.86  # of a page below a head, which a drawing below a title may take
LEAST_HAN = 218  # 240ths of the line of a Chinese typeface, which leaves a lot above characters
TWIPS_PER_MM = 1440 / 25.4


def department(index: int) -> str:
    """The colour of the department of an index, as Word writes it."""
    return palette.department(index).lstrip("#")


def tint() -> str:
    """The ground of labels and of heads of tables."""
    return _or_ours(theme().tint, OURS.tint, TINT)


def group() -> str:
    """The ground of the titles of groups."""
    return _or_ours(theme().group, OURS.group, GROUP)


def accent() -> str:
    """The ground of bars and of heads of matrices."""
    return _or_ours(theme().bar, OURS.bar, ACCENT)


def words() -> str:
    """The colour of titles and labels."""
    return _or_ours(theme().words, OURS.words, ACCENT)


def ink_of(colour: str) -> str:
    """The colour of the words of a style that has a colour of ours."""
    if colour == WHITE:
        return _or_ours(theme().on_bar, OURS.on_bar, WHITE)
    if colour == TITLE:
        return _or_ours(theme().title, OURS.title, TITLE)
    return words() if colour == ACCENT else colour


def dressed(xml: str) -> str:
    """Borders and shades in our colours, in those of the house."""
    rule = _or_ours(theme().rule, OURS.rule, RULE)
    return xml.replace(ACCENT, accent()).replace(RULE, rule).replace(TINT, tint())


def _or_ours(colour: str, ours: str, constant: str) -> str:
    """A colour of the house as Word writes it, or the constant where it is ours."""
    return constant if colour == ours else colour.lstrip("#")


def mm(millimetres: float) -> int:
    """Millimetres as twips."""
    return round(millimetres * TWIPS_PER_MM)


@frozen
class Faces:
    """The typefaces and language tags of a document: for Latin text and for East Asian text.

    `line` is the line height in 240ths of the one that the typeface brings; `least` is that of
    lines which stand as close as may be.
    """

    latin: str
    east_asian: str
    alternative: str
    latin_language: str
    east_asian_language: str
    line: int
    least: int = 240


def faces(locale: str) -> Faces:
    """The typefaces for a locale.

    The fonts that the other formats carry would make a Word file 8 MB larger, so it names faces
    that Word itself brings to Windows and macOS. A Chinese document uses one face for everything:
    Latin letters and digits of another family would be of another weight and height beside the
    characters; what it leaves above them may become less. Everything else uses Arial, which has a twin of the same widths on Linux and, being
    set tighter, gets a tenth more between its lines.
    """
    return _in_house(_faces(locale))


def _in_house(faces: Faces) -> Faces:
    """The typefaces with those that the house asks for in their place."""
    style = house.style()
    name, face = style.office_face, style.face
    if name:
        return replace(faces, latin=name, east_asian=name, alternative=name)
    if face is None or not face.family:
        return faces
    if face.han:
        return replace(
            faces, latin=face.family, east_asian=face.family, alternative=faces.east_asian
        )
    return replace(faces, latin=face.family)


def _faces(locale: str) -> Faces:
    """What Word itself brings for a locale."""
    language = locale.replace("_", "-")
    main = language.split("-")[0].lower()
    if main == "zh":
        traditional = any(tag in language for tag in ("Hant", "TW", "HK", "MO"))
        if traditional:
            face = "Microsoft JhengHei"
            return Faces(face, face, "微軟正黑體", "en-US", "zh-TW", 240, LEAST_HAN)
        face = "Microsoft YaHei"
        return Faces(face, face, "微软雅黑", "en-US", "zh-CN", 240, LEAST_HAN)
    latin_language = "en-GB" if language == "en" else language
    return Faces("Arial", "Microsoft YaHei", "微软雅黑", latin_language, "zh-CN", 264)
