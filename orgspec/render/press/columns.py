"""How wide the columns of a table are: by weight, but no word is torn and no column starves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgspec.document import Cell, RowKind, Table
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.press.exact import BETWEEN_ITEMS, exact_heights, lines_high
from orgspec.render.press.levelling import Cells, Paragraph, level
from orgspec.render.press.measuring import (
    BULLET,
    Measured,
    Said,
    lines_in,
    said_in,
    said_of,
)

BODY_SIZE = 9.0
SMALLEST_SIZE = 6.5

_INSET, _LESS_INSET = 6.0, 3.5  # at the left and right of a cell
_FEW = 8  # of more columns each has less inset,
_ROOMY = 0.9  # and where words that are not torn take more than this share of the width
_RULE = 1.0  # what the lines between cells take
_PADDING = 10.0  # above and below the text of a cell


@frozen
class Fit:
    """How a table is set.

    Attributes:
        widths: the width of each column in points; they add up to the width given.
        size: the font size in points.
        inset: the space at the left and right of each cell, in points.
        heights: the estimated height of each row in points.
        head: the same of the titles of the columns.
        exact: the height in points of what stands in the titles and in each row, where it is sure.
        least: the width in points at which columns in the same proportion would tear a word.
    """

    widths: tuple[float, ...]
    size: float
    inset: float
    heights: tuple[float, ...]
    head: float
    exact: tuple[float | None, ...]
    least: float = 0.0


def fit(table: Table, width: float, *, leading: float = 0.0, heights: bool = True) -> Fit:
    """The widths and the size in which a table stands well in `width` points.

    Columns get their share by weight. One that is narrower than its longest word takes from the
    others; where they are crowded, cells have less inset, and where all are too narrow, the type
    becomes smaller, down to 6.5 points. Without `heights` nothing is said of the rows.
    """
    count = len(table.columns)
    if not count:
        one = lines_high(1.0, leading) * BODY_SIZE + _PADDING
        tried = (None,) * (1 + len(table.rows))
        return Fit((), BODY_SIZE, _INSET, (one,) * len(table.rows), one, tried)
    said = _measured_columns(table)
    needs = [_need(column) for column in said]
    taken = sum(needs) * BODY_SIZE + (2 * _INSET + _RULE) * count
    inset = _INSET if count <= _FEW and taken <= _ROOMY * width else _LESS_INSET
    room = width - (2 * inset + _RULE) * count
    most = max(8.0, 1.6 * room / count / BODY_SIZE)  # longer words are broken instead
    needs = [min(most, need) for need in needs]
    size = min(BODY_SIZE, max(SMALLEST_SIZE, room / max(1e-9, sum(needs))))
    least = [need * size + 2 * inset + _RULE for need in needs]
    total = sum(column.weight for column in table.columns) or 1.0
    shares = [width * column.weight / total for column in table.columns]
    if table.rows and size == BODY_SIZE:
        least = _with_room(said, shares, least)
    widths = _settle(shares, least, width)
    natural = [_natural(column, size) + 2 * inset for column in said]
    widths = _lend(widths, [max(pair) for pair in zip(natural, least, strict=True)])
    if widths != least:
        wanted = tuple([_cells(column, size) for column in said])
        widths = [*level(wanted, tuple(widths), tuple(least), 2 * inset + _RULE)]
    rooms = [width - 2 * inset - _RULE for width in widths]
    exact = exact_heights(table, said, rooms, size, leading) if heights else ()
    head, *tall = _heights(table, said, rooms, size, leading, exact) if heights else (0.0,)
    narrowest = width * max(low / wide for low, wide in zip(least, widths, strict=True))
    return Fit(tuple(widths), size, inset, tuple(tall), head, exact, narrowest)


def fit_alike(tables: Sequence[Table], width: float, *, leading: float = 0.0) -> list[Fit]:
    """The same of tables with the same columns, which stand in line: as if they were one."""
    if len(tables) == 1:
        return [fit(tables[0], width, leading=leading)]
    rows = [row for table in tables for row in table.rows]
    whole = fit(replace(tables[0], rows=tuple(rows)), width, leading=leading)
    found: list[Fit] = []
    start = 0
    for table in tables:
        end = start + len(table.rows)
        exact = (whole.exact[0], *whole.exact[1 + start : 1 + end])
        found.append(replace(whole, heights=whole.heights[start:end], exact=exact))
        start = end
    return found


def _measured_columns(table: Table) -> list[list[Said]]:
    """What is said in each column, cell by cell without the titles of groups; its own title first.

    All that is asked of a table is worked out of it, so that its words are measured once.
    """
    faces = fonts.faces()
    said = [[said_of(column.title, faces)] for column in table.columns]
    for row in table.rows:
        if row.kind is RowKind.GROUP:
            continue
        total = row.kind is RowKind.TOTAL
        cells = (*row.cells, *[Cell()] * (len(said) - len(row.cells)))
        for column, cell in zip(said, cells, strict=False):
            column.append(said_in(cell, faces, total=total))
    return said


def _need(column: list[Said]) -> float:
    """The width of the widest piece of a column that must not be broken, in em."""
    widths = [
        text.piece + cell.indent / BODY_SIZE
        for cell in column
        for text in cell.texts
        if text.pieces
    ]
    return max(widths, default=1.0) * 1.02


def _with_room(said: list[list[Said]], shares: list[float], least: list[float]) -> list[float]:
    """What columns need, where one that says nothing is to be written in and keeps its share."""
    return [
        need if any(t.pieces for cell in column[1:] for t in cell.texts) else max(need, share)
        for column, share, need in zip(said, shares, least, strict=True)
    ]


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


def _cells(column: list[Said], size: float) -> Cells:
    """The paragraphs of a column, cell by cell; its title stands for a cell as well."""
    return tuple([
        tuple([_paragraph(text, size, cell.indent) for text in cell.texts]) or ((0.0, 0.0),)
        for cell in column
    ])  # fmt: skip


def _paragraph(text: Measured, size: float, indent: float) -> Paragraph:
    """The width of a text on one line; what each of its lines loses, if they break.

    That is about half a word, and the bullet or the space below it.
    """
    width = text.bold * size
    return width + indent, indent + 0.5 * width / text.pieces if text.pieces > 1 else 0.0


def _natural(column: list[Said], size: float) -> float:
    """The width of a column whose lines need not break, in points."""
    widths = [text.bold if cell.total else text.width for cell in column for text in cell.texts]
    return max(widths) * size + BULLET


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


def _heights(
    table: Table,
    said: list[list[Said]],
    rooms: list[float],
    size: float,
    leading: float,
    exact: Sequence[float | None],
) -> list[float]:
    """About how high the titles of the columns and each row become, in points; exactly, if known."""
    cells = zip(*said, strict=True)
    heights = []
    for row, sure in zip((None, *table.rows), exact, strict=True):
        shown = () if row is not None and row.kind is RowKind.GROUP else next(cells)
        tall = sure if sure is not None else _tall(shown, rooms, size, leading)
        heights.append(tall + _PADDING)
    return heights


def _tall(row: Sequence[Said], rooms: list[float], size: float, leading: float) -> float:
    """About how high the highest cell of a row is, in points; that of no cells is one line."""
    least = lines_high(1.0, leading)
    return size * max(
        [least, *[_cell_high(*each, size, leading) for each in zip(row, rooms, strict=False)]]
    )


def _cell_high(cell: Said, room: float, size: float, leading: float) -> float:
    """About how high a cell is, in em."""
    wide = (room - cell.indent) / size
    counts = [lines_in(text, wide) for text in cell.texts]
    smaller = sum(
        [count * (1 - text.scale) for count, text in zip(counts, cell.texts, strict=True)]
    )
    closer = max(0, cell.items - 1) * (leading - BETWEEN_ITEMS)
    return lines_high(sum(counts), leading, smaller) - closer
