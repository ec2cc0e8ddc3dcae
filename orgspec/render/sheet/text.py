"""Text as a worksheet or a delimited file may hold it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from orgspec.document import Cell, Emphasis
from orgspec.margins import Counter, Margin, Said
from orgspec.render import fonts
from orgspec.render.running import in_one_line

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_767  # UTF-16 units in an Excel cell
_LONGEST_MARGIN = 255  # characters in a page header or footer
_MARGIN_SIZE = 10.0  # points
_LINE = 770.0  # points, on A4 on its side
_CODES = {Counter.PAGE: "&P", Counter.PAGES: "&N"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """The text without control characters and lone surrogates; tabs and line feeds stay."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n"))


def cut(text: str, units: int) -> str:
    """The beginning of a text that has at most so many UTF-16 units, which is how Excel counts."""
    kept = text[:units]
    beyond = sum(character > "\uffff" for character in kept)
    while len(kept) + beyond > units:
        beyond -= kept[-1] > "\uffff"
        kept = kept[:-1]
    return kept


def cell_text(text: str) -> str:
    """The text as an Excel cell can hold it: cleaned, and cut where Excel would refuse it."""
    text = cleaned(text)
    kept = cut(text, _LONGEST)
    return text if kept == text else cut(text, _LONGEST - 1) + "…"


def write_words(sheet: Worksheet, row: int, column: int, text: str, form: Format) -> None:
    """Write a text into a cell; none leaves it empty, as programs count and skip empty cells."""
    if text:
        sheet.write_string(row, column, cell_text(text), form)
    else:
        sheet.write_blank(row, column, None, form)


def lines_text(cell: Cell) -> str:
    """The lines of a table cell as one text, with a bullet before each if the cell has bullets."""
    return "".join(text for text, _ in pieces(cell))


def pieces(cell: Cell) -> list[tuple[str, Emphasis]]:
    """The text of a table cell in pieces of one emphasis; none of them is empty."""
    mark, indent = ("• ", "\n   ") if cell.bullets else ("", "\n")
    runs: list[tuple[str, Emphasis]] = []
    for number, line in enumerate(cell.lines):
        runs.append(("\n" * (number > 0) + mark, Emphasis.PLAIN))
        runs += [(run.text.replace("\n", indent), run.emphasis) for run in line]
    # What only divides takes the look of what stands before it.
    found: list[tuple[str, Emphasis]] = []
    for text, emphasis in runs:
        if found and (not text.strip() or found[-1][1] is emphasis):
            found[-1] = (found[-1][0] + text, found[-1][1])
        elif text:
            found.append((text, emphasis))
    return found


def margin_text(margin: Margin, centre: str = "") -> str:
    """The three parts of a page header or footer in Excel's notation, which reads `&` as a code.

    `centre` stands before what the margin has there; what does not fit into one line is shortened.
    Counters become the page number and the number of pages.
    """
    before = (f"{centre} · " if margin.centre else centre,) if centre else ()
    line = in_one_line(
        replace(margin, centre=(*before, *margin.centre)),
        _LINE, _MARGIN_SIZE, lambda text: fonts.width(text, _MARGIN_SIZE),
    )  # fmt: skip
    parts = (
        ("&L", _coded(line.left)),
        ("&C", _coded(line.centre)),
        ("&R", _coded(line.right)),
    )
    return "".join(place + text for place, text in parts if text)


def _coded(said: Said) -> str:
    """A text of a margin with its counters as codes."""
    if len(said) == 1 and not isinstance(said[0], Counter):
        return _plain(said[0])
    pieces = (_CODES[each] if isinstance(each, Counter) else _spaced(each) for each in said)
    return "".join(pieces)


def _spaced(text: str) -> str:
    """A text before or after a counter, with the spaces at its ends."""
    inner = _plain(text)
    before, after = text[:1] == " ", text[-1:] == " "
    return " " * before + inner + " " * after if inner else " "


def _plain(text: str) -> str:
    """A text on one line that Excel shows as it is, within its share of the 255 characters."""
    share = _LONGEST_MARGIN // 3 - 2
    kept = ""
    for character in " ".join(cleaned(text).split()):
        kept_next = kept + ("&&" if character == "&" else character)
        if len(kept_next) > share:
            break
        kept = kept_next
    return kept
