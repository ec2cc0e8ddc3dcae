"""How worksheets look: colours, typefaces, widths and heights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgspec.render import fonts, house
from orgspec.render.sheet import calibri
from orgspec.render.sheet.text import cleaned
from orgspec.render.theme import OURS
from orgspec.render.theme import theme as theme
from orgspec.render.wrap import wrap

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

MUTED = "#4B5768"
GROUP = "#EDF1F6"
RULE = "#C3D1E0"
INK = "#1F2937"
WARNING = "#B42318"
FINE = "#0F766E"

# What the letters of a matrix do decides their colours: (fill, text).
LETTERS = {
    "A": ("#1F4E79", "#FFFFFF"),
    "R": ("#D6E8FB", "#0B4A86"),
    "S": ("#DFF3E4", "#14532D"),
    "C": ("#FDF0CF", "#6B4000"),
    "I": ("#EEF1F5", "#414B5A"),
}
ACCOUNTABLE_AND_RESPONSIBLE = ("#0F766E", "#FFFFFF")

SIZE = 10.0  # points
DEEPER = 3.0  # width units that two steps of indent take, in the program that makes them widest

_POINTS_A_CHARACTER = 5.25  # a column's width unit: one digit of the standard font, 7 px
_BESIDE = 1.6  # width units beside a text in its cell
_LINE_HEIGHT = 1.45
_NARROW = "Calibri"
_NARROW_SAFETY = 1.03  # a screen sets it by whole points
_NARROW_LINE = 1.32  # and its lines lower
_EAST_ASIAN = "\u2e80"  # the first character that it lacks
_HIGHEST = 409.0  # points, Excel's limit
_MEASURED = 4000  # more characters than the highest row can hold
_SAFETY = 1.06  # other programs set the text in other fonts


def group() -> str:
    """The ground of the titles of groups."""
    return GROUP if theme() == OURS else theme().group


def typeface(locale: str) -> str:
    """The typeface of a workbook: that of the house, or what Excel brings for the language."""
    style = house.style()
    if name := style.office_face or (style.face.family if style.face is not None else ""):
        return cleaned(name)
    language = locale.replace("_", "-")
    if not language.lower().startswith("zh"):
        return "Calibri"
    traditional = any(tag in language for tag in ("Hant", "TW", "HK", "MO"))
    return "Microsoft JhengHei" if traditional else "Microsoft YaHei"


class Formats:
    """The cell formats of a workbook, each made once.

    A format belongs to one workbook, so it cannot be a constant of the module.
    """

    __slots__ = ("_book", "_font", "_made")

    def __init__(self, book: Workbook, locale: str) -> None:
        self._book = book
        self._font = typeface(locale)
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **properties: object) -> Format:
        """The format of these xlsxwriter properties, on top of the typeface of the workbook."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": self._font, "font_size": SIZE, "font_color": INK}
            self._made[key] = self._book.add_format({**base, "valign": "vcenter", **properties})
        return self._made[key]

    def units(self, text: str, size: float = SIZE, *, bold: bool = False) -> float:
        """How many width units a column needs to hold a text on one line."""
        widest = max((fonts.width(line, size, bold) for line in text.split("\n")), default=0.0)
        safety = self._safety(text, bold)
        return round(widest * safety / _POINTS_A_CHARACTER + _BESIDE, 2)

    def height(
        self, text: str, characters: float, size: float = SIZE, *, bold: bool = False
    ) -> float:
        """How high a cell must be, in points, for a wrapped text in a column of some width units."""
        narrow = self._is_narrow(text)
        leading = _NARROW_LINE if narrow else _LINE_HEIGHT
        room = max(characters * _POINTS_A_CHARACTER - 6, size)
        measured = text[:_MEASURED].split("\n")
        lines = sum(
            len(wrap(line, size * self._safety(line, bold), room, bold=bold)) for line in measured
        )
        return min(round(max(lines, 1) * size * leading + 5, 2), _HIGHEST)

    def _safety(self, text: str, bold: bool) -> float:
        """How much wider than with us a text may be set, as a factor."""
        return calibri.ratio(text, bold=bold) * _NARROW_SAFETY if self._is_narrow(text) else _SAFETY

    def _is_narrow(self, text: str) -> bool:
        """Whether a text is set in the narrow typeface, all of it."""
        return self._font == _NARROW and max(text, default="") < _EAST_ASIAN

    def cell(self, **properties: object) -> Format:
        """The format of a cell with a border, wrapping its text."""
        framed = {"border": 1, "border_color": RULE, "text_wrap": True}
        return self.get(**{**framed, **properties})

    def bare(self, **properties: object) -> Format:
        """A format that only changes some properties of a cell, for conditions."""
        return self._book.add_format(properties)
