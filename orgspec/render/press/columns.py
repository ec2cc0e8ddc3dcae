"""How wide the columns of a table are: by weight, but no word is torn and no column starves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgspec.document import Cell, RowKind, Table, plain
from orgspec.render import fonts
from orgspec.render.press.levelling import Paragraph, level

BODY_SIZE = 9.0
SMALLEST_SIZE = 6.5

# A piece of text that is not broken: a number with its unit, a word of letters and digits, or up
# to four characters of Chinese, so that no column shows one character a line. A line may break
# behind a hyphen.
_PIECE = re.compile(
    r"\d[\d.,]* (?:working )?(?:days?|hours?|minutes?|weeks?|months?|years?)\b"
    r"|[⺀-鿿豈-﫿＀-￯]{1,4}|[^\s⺀-鿿豈-﫿＀-￯-]+-?|-"
)
_BULLET = 14.0
_RULE = 1.0  # what the lines between cells take
_LEADING = 1.55


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table is set.

    Attributes:
        widths: the width of each column in points; they add up to the width given.
        size: the font size in points.
        inset: the space at the left and right of each cell, in points.
        heights: the estimated height of each row in points.
    """

    widths: tuple[float, ...]
    size: float
    inset: float
    heights: tuple[float, ...]


def fit(table: Table, width: float) -> Fit:
    """The widths and the size in which a table stands well in `width` points.

    Columns get their share by weight. One that is narrower than its longest word takes from the
    others; where all are too narrow, the type becomes smaller, down to 6.5 points.
    """
    count = len(table.columns)
    inset = 6.0 if count <= 8 else 3.5
    room = width - (2 * inset + _RULE) * count
    most = max(8.0, 1.6 * room / count / BODY_SIZE)  # longer words are broken instead
    needs = [min(most, _need(table, index)) for index in range(count)]
    size = min(BODY_SIZE, max(SMALLEST_SIZE, room / max(1e-9, sum(needs))))
    least = [need * size + 2 * inset + _RULE for need in needs]
    total = sum(column.weight for column in table.columns) or 1.0
    widths = _settle([width * column.weight / total for column in table.columns], least, width)
    widths = _lend(widths, [_natural(table, index, size) + 2 * inset for index in range(count)])
    if widths != least:
        wanted = [_cells(table, index, size) for index in range(count)]
        widths = level(wanted, widths, least, 2 * inset + _RULE)
    heights = tuple(_height(table, row, widths, size, inset) for row in range(len(table.rows)))
    return Fit(tuple(widths), size, inset, heights)


def _need(table: Table, index: int) -> float:
    """The width of the widest piece of a column that must not be broken, in em."""
    texts = [(table.columns[index].title, 0.0)]
    for row in table.rows:
        if row.kind is not RowKind.GROUP and index < len(row.cells):
            bullet = _BULLET / BODY_SIZE if row.cells[index].bullets else 0.0
            texts += [(plain(line), bullet) for line in row.cells[index].lines]
    pieces = ((piece, bullet) for text, bullet in texts for piece in _PIECE.findall(text))
    widths = (fonts.width(piece, 1.0, True) + bullet for piece, bullet in pieces)
    return max(widths, default=1.0) * 1.02


def _settle(shares: list[float], least: list[float], width: float) -> list[float]:
    """The shares, where each column has at least what it needs and the sum stays the same."""
    if sum(least) >= width:
        return [width * need / sum(least) for need in least]
    widths = [max(share, need) for share, need in zip(shares, least, strict=True)]
    spare = [given - need for given, need in zip(widths, least, strict=True)]
    excess = sum(widths) - width
    if excess <= 0:
        return widths
    part = excess / sum(spare)
    return [given - part * more for given, more in zip(widths, spare, strict=True)]


def _cells(table: Table, index: int, size: float) -> list[list[Paragraph]]:
    """The paragraphs of a column, cell by cell; its title stands for a cell as well."""
    found = [[_paragraph(table.columns[index].title, size)]]
    for row in table.rows:
        if row.kind is not RowKind.GROUP:
            cell = row.cells[index] if index < len(row.cells) else Cell()
            said = (part for line in cell.lines for part in plain(line).split("\n"))
            found.append(
                [_paragraph(part, size, _BULLET * cell.bullets) for part in said] or [(0.0, 0.0)]
            )
    return found


def _paragraph(text: str, size: float, indent: float = 0.0) -> Paragraph:
    """The width of a text on one line, and about half a word of it, which a broken line loses."""
    width = fonts.width(text, size, True)
    pieces = len(_PIECE.findall(text))
    return width + indent, 0.5 * width / max(pieces, 1) if pieces > 1 else 0.0


def _natural(table: Table, index: int, size: float) -> float:
    """The width of a column whose lines need not break, in points."""
    lines = [(table.columns[index].title, True)]
    for row in table.rows:
        if row.kind is not RowKind.GROUP and index < len(row.cells):
            bold = row.kind is RowKind.TOTAL
            lines += [(plain(line), bold) for line in row.cells[index].lines]
    return max(fonts.width(text, size, bold) for text, bold in lines) + _BULLET


def _lend(widths: list[float], natural: list[float]) -> list[float]:
    """The widths, where columns with room to spare lend it to those that just miss theirs."""
    wants = [
        need - width if width < need <= 1.5 * width else 0.0
        for width, need in zip(widths, natural, strict=True)
    ]
    spare = [max(0.0, width - need) for width, need in zip(widths, natural, strict=True)]
    lent = min(sum(wants), sum(spare))
    if lent <= 0:
        return widths
    return [
        width + lent * want / sum(wants) - lent * more / sum(spare)
        for width, want, more in zip(widths, wants, spare, strict=True)
    ]


def _height(table: Table, row: int, widths: list[float], size: float, inset: float) -> float:
    """About how high a row becomes, in points."""
    cells = table.rows[row].cells
    if table.rows[row].kind is RowKind.GROUP:
        return size * _LEADING + 10
    lines = [
        sum(
            1 + fonts.width(part, size) // max(size, width - 2 * inset - _BULLET)
            for line in cell.lines
            for part in plain(line).split("\n")
        )
        for cell, width in zip(cells, widths, strict=False)
    ]
    return max(lines, default=1) * size * _LEADING + 10
