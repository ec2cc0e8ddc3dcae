"""From the blocks of a document to what its page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from orgspec.document import (
    Align,
    Block,
    Cell,
    Chart,
    Facts,
    Figure,
    Heading,
    Inline,
    Listing,
    Matrix,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Swimlane,
    Table,
    Tone,
)
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.page.matrix import shown_matrix
from orgspec.render.page.shown import (
    Pair,
    Part,
    ShownColumn,
    ShownFacts,
    ShownFigure,
    ShownHeading,
    ShownRow,
    ShownSection,
    ShownTable,
)
from orgspec.render.page.text import cell_html, inline_html
from orgspec.render.press import columns

if TYPE_CHECKING:
    from markupsafe import Markup

# Wider matrices than this lie on their side even in an upright document.
_MOST_UPRIGHT_COLUMNS = 7

_SHEET_EM = (48.0, 72.0)  # the width of an upright page and of one on its side, in em

_LABEL_EM = (6.0, 11.0)  # the least and the greatest width of the labels of facts


@frozen
class _Room:
    """The width of the labels of facts, and that of the page in em."""

    label: str
    across: float


def shown_parts(
    blocks: Iterable[Block],
    locale: str,
    numbers: Iterator[int] | None = None,
    *,
    landscape: bool = False,
) -> tuple[Part, ...]:
    """The blocks of a whole document, each with the template that writes it.

    Documents on one page share `numbers`, of which the ids of the page are made.
    """
    blocks = tuple(blocks)
    widest = max((fonts.width(label, 1.0, bold=True) for label in _labels(blocks)), default=0.0)
    label_width = min(max(widest + 2.2, _LABEL_EM[0]), _LABEL_EM[1])
    room = _Room(f"{label_width:g}em", _SHEET_EM[landscape])
    return _parts(blocks, locale, room, numbers or count(1))


def _parts(
    blocks: Iterable[Block], locale: str, room: _Room, numbers: Iterator[int]
) -> tuple[Part, ...]:
    """The parts of some blocks; `numbers` makes the ids of the page."""
    return tuple(_part(block, locale, room, numbers) for block in blocks)


def _part(block: Block, locale: str, room: _Room, numbers: Iterator[int]) -> Part:
    """The part of one block."""
    match block:
        case Heading():
            tag = f"h{min(max(block.level, 1) + 1, 6)}"
            heading = ShownHeading(tag, block.text, f"part-{next(numbers)}")
            return Part("html/heading.html", heading)
        case Paragraph():
            return Part("html/paragraph.html", block)
        case Listing():
            return Part("html/listing.html", block)
        case Facts():
            return Part("html/facts.html", _facts(block, room.label), flush=True)
        case Table():
            return Part("html/table.html", _table(block, room.across), flush=True)
        case Matrix():
            wide = len(block.columns) > _MOST_UPRIGHT_COLUMNS
            shown = shown_matrix(block, f"matrix-{next(numbers)}")
            return Part("html/matrix.html", shown, wide=wide)
        case Chart() | Swimlane():
            return Part("html/figure.html", _figure(block, "", locale, compact=False))
        case Figure(chart, caption, compact):
            return Part("html/figure.html", _figure(chart, caption, locale, compact=compact))
        case Signature():
            return Part("html/signature.html", block, flush=True)
        case Section(title, inner, number):
            id_ = f"part-{next(numbers)}"
            parts = _parts(inner, locale, room, numbers)
            return Part("html/section.html", ShownSection(_numbered(number, title), id_, parts))


def _numbered(number: str, title: str) -> str:
    """The title behind its number; full-width punctuation brings its own space."""
    if not number:
        return title
    return f"{number}{title}" if re.search(r"[^\x00-\x7f]$", number) else f"{number}\u2002{title}"


def _facts(facts: Facts, label_width: str) -> ShownFacts:
    """The pairs in rows of `across`; the last pair of a row takes the room that is left."""
    rows: list[list[tuple[str, Inline]]] = []
    room = 0
    for label, value in facts.pairs:
        if label in facts.wide or room == 0:
            rows.append([])
            room = facts.across
        rows[-1].append((label, value))
        room = 0 if label in facts.wide else room - 1
    shown = tuple(tuple(_pairs(row, facts.across)) for row in rows)
    return ShownFacts(shown, tuple(range(facts.across)), label_width, facts.listed)


def _pairs(row: list[tuple[str, Inline]], across: int) -> Iterator[Pair]:
    """The pairs of one row with the columns that their values span."""
    for index, (label, value) in enumerate(row, 1):
        yield Pair(label, value, 1 + 2 * (across - len(row)) if index == len(row) else 1)


def _table(table: Table, across: float) -> ShownTable:
    """The table with its widths in per cent, on a page that is `across` em wide.

    Columns have their share by weight, but no word is torn; smaller type is the last resort.
    """
    if not table.columns:
        return ShownTable(
            (), tuple(ShownRow(row.kind.value, _row(row, ())) for row in table.rows), 0
        )
    fit = columns.fit(table, across * columns.BODY_SIZE, heights=False)
    total = sum(fit.widths)
    shown = tuple(
        ShownColumn(column.title, f"{width / total:.2%}", column.align.value)
        for column, width in zip(table.columns, fit.widths, strict=True)
    )
    aligns = [column.align for column in table.columns]
    rows = tuple(ShownRow(row.kind.value, _row(row, aligns)) for row in table.rows)
    smaller = fit.size / columns.BODY_SIZE
    least = f"{fit.least / fit.size:.1f}em"
    return ShownTable(shown, rows, len(shown), f"{smaller:.2f}em" if smaller < 1 else "", least)


def _row(row: Row, aligns: Sequence[Align]) -> Markup:
    """The cells of a row of a table, one after the other; the title of a group."""
    from markupsafe import Markup

    cells = zip(row.cells, aligns, strict=False)
    if row.kind is RowKind.GROUP:
        return Markup("").join(inline_html(line) for cell, _ in cells for line in cell.lines)
    return Markup("".join([_cell(cell, align) for cell, align in cells]))


def _cell(cell: Cell, align: Align) -> str:
    """The cell of a table, with the CSS classes for how it is aligned and for its tone."""
    tone = "" if cell.tone is Tone.PLAIN else f" {cell.tone.value}"
    lines = cell_html(cell, narrow=align is Align.CENTER)
    return f'<td class="{align.value}{tone}">{lines}</td>\n'


def _figure(chart: Chart | Swimlane, caption: str, locale: str, *, compact: bool) -> ShownFigure:
    """The chart drawn as SVG, without what only a file of its own needs."""
    from markupsafe import Markup

    from orgspec.render.svg import draw_chart

    svg, width, _ = draw_chart(chart, locale=locale, compact=compact, embed_fonts=False)
    drawing = re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", svg.decode("utf-8"))
    return ShownFigure(
        Markup(drawing), caption, round(width), isinstance(chart, Swimlane) or bool(chart.rows)
    )


def _labels(blocks: Iterable[Block]) -> Iterator[str]:
    """The labels of all facts, so that the grids of a document stand in line."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _labels(block.blocks)
        elif isinstance(block, Facts):
            yield from (label for label, _ in block.pairs)
