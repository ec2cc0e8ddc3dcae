"""How wide the columns of a Word table are."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from orgspec.document import Cell, Emphasis, Inline, RowKind, Table, plain
from orgspec.render.press.levelling import Cells, Paragraph, level
from orgspec.render.word import look
from orgspec.render.word.lists import TABLE_INDENT
from orgspec.render.word.measure import (
    ems,
    longest_whole,
    longest_word,
    pieces,
    whole,
    widths,
)

BOLD = 1.16
"""How much wider bold words are, in the widest of the usual typefaces."""
SMALLER = look.TABLE_SMALL / look.BODY_SIZE
PADDING = 2 * look.CELL_PADDING
TWIPS_PER_EM = look.BODY_SIZE * 10
_MORE = 20  # what a column has for its lines

# Ems of a line that is read with ease, of those that will do, and of two or three characters.
_EASY = (12.0, 10.0, 8.0, 4.5)
_SHORT_HEAD = 5.0  # ems


def column_text(text: float) -> int:
    """The width in twips of a column that holds text of so many ems, with its padding."""
    return round(text * TWIPS_PER_EM) + PADDING + _MORE


def column_widths(block: Table, total: int) -> tuple[list[int], bool]:
    """The widths of the columns in twips, `total` together; and whether small type is needed.

    They begin by weight, but wide enough for the longest word, and no column is so narrow that a
    list of names becomes a strip, if there is room. Then they give to one another until the rows
    are as low as they get.

    Where there is no room for all words, the longest of a column counts for a quarter of the page,
    and the type becomes smaller.
    """
    said = [_said(block, index) for index in range(len(block.columns))]
    weights = [column.weight for column in block.columns]
    for better, easy in product((True, False), (*_EASY, 0.0)):
        least = [column.least(easy, better=better) for column in said]
        if sum(least) <= total:
            break
    if sum(least) > total:
        least = [min(each, total // 4) for each in least]
    if sum(least) > total:
        least = _in_small_type(said, total)
        return widths(weights, least, total), True
    shared = widths(weights, least, total)
    floor = [column.least(_EASY[-1], better=better) for column in said]
    cells = tuple([column.cells for column in said])
    levelled = level(cells, tuple(shared), tuple(floor), PADDING + _MORE)
    return whole(levelled, total), False


def _in_small_type(said: list[_Said], total: int) -> list[int]:
    """The least widths of columns in small type; amounts stay in one line where all have room."""
    least: list[int] = []
    for better in (True, False):
        words = [max(each.word, each.better * better) for each in said]
        least = [column_text(min(word, total / 4 / TWIPS_PER_EM) * SMALLER) for word in words]
        if sum(least) <= total:
            break
    return least


class _Said(NamedTuple):
    """What is said in a column, in ems: its longest word, its longest line; and each cell.

    `better` is what had better not be torn: a title of a few East Asian characters, of which the
    last does not stand alone; an amount with its currency.
    """

    word: float
    line: float
    cells: Cells
    better: float = 0.0

    def least(self, easy: float, *, better: bool) -> int:
        """The width in which no word is torn and a line holds so many ems, if it has them."""
        return column_text(max(self.word, min(self.line, easy), self.better * better))


def _said(block: Table, index: int) -> _Said:
    """What a column says; its title stands for a cell as well, the titles of groups for none."""
    title = block.columns[index].title
    words, lines, amounts = [longest_word([title]) * BOLD], [0.0], [0.0]
    cells: list[tuple[Paragraph, ...]] = [(_paragraph(title, BOLD),)]
    for item in block.rows:
        if item.kind is RowKind.GROUP:
            continue
        cell = item.cells[index] if index < len(item.cells) else Cell()
        indent = (TABLE_INDENT if cell.bullets else 0) + cell.depth * look.STEP
        said: list[Paragraph] = []
        for line in cell.lines:
            bold = BOLD if item.kind is RowKind.TOTAL or _is_strong(line) else 1.0
            texts = plain(line).split("\n")
            words.append(longest_word(texts) * bold + cell.depth * look.STEP / TWIPS_PER_EM)
            amounts.append(longest_whole(texts) * bold)
            lines += map(ems, texts)
            said += [_paragraph(text, bold, indent) for text in texts]
        cells.append(tuple(said) or ((0.0, 0.0),))
    short = not title.isascii() and ems(title) <= _SHORT_HEAD
    better = max(*amounts, ems(title) * BOLD if short else 0.0)
    return _Said(max(words), max(lines), tuple(cells), better)


def _is_strong(line: Inline) -> bool:
    """Whether a line has bold words."""
    return any(run.emphasis is Emphasis.STRONG for run in line)


def _paragraph(text: str, bold: float, indent: int = 0) -> Paragraph:
    """What a text takes on one line; what each of its lines loses, if they break, in twips.

    That is about half a word, and the bullet or the space below it.
    """
    wide = ems(text) * bold * TWIPS_PER_EM
    words = pieces(text)
    return wide + indent, indent + (0.5 * wide / words if words > 1 else 0.0)
