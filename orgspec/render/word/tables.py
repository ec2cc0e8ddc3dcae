"""Tables, facts and signatures as Word tables."""

from __future__ import annotations

import re
from itertools import chain

from orgspec.document import (
    Align,
    Cell,
    Column,
    Facts,
    Inline,
    Row,
    RowKind,
    Signature,
    Table,
    plain,
)
from orgspec.render import palette
from orgspec.render.word import look
from orgspec.render.word.columns import (
    BOLD,
    PADDING,
    SMALLER,
    TWIPS_PER_EM,
    column_text,
    column_widths,
)
from orgspec.render.word.gauge import add_row, lines_high, lines_in
from orgspec.render.word.lists import TABLE_INDENT
from orgspec.render.word.measure import as_one, ems, longest_word, widths
from orgspec.render.word.ooxml import TableCell, paragraph, row, run, runs, table
from orgspec.render.word.story import Story

_Pair = tuple[str, Inline]
_ALIGNMENTS = {Align.START: "", Align.CENTER: "center", Align.END: "right"}
_BETWEEN = " · "  # a department and its post
# A block of at most this many rows and, in a table, characters stays on one page. A table that is
# moved to the next page leaves as much of this one empty, so that only small ones are.
_TOGETHER = 12
_SMALL, _SMALL_LYING = 7, 4
_SHORT = 360
_LOW = 2  # lines of a row in which hardly anything can be torn
_PARTIES_IN_A_ROW = 4


def table_xml(block: Table, story: Story) -> str:
    """A table with a repeated header; its rows do not split, but for the first if it is low.

    Where the first row ends a page and must not split, LibreOffice loses all rows after it.
    """
    columns, small = column_widths(block, story.width)
    rows, high = [], 1
    if any(column.title for column in block.columns):
        rows.append(_header(block.columns, columns))
        heads = zip(block.columns, columns, strict=True)
        high = max(lines_in(column.title, round(width / BOLD)) for column, width in heads)
        add_row(story, high, kept=True)
    first = next((at for at, each in enumerate(block.rows) if each.kind is RowKind.BODY), -1)
    for index, item in enumerate(block.rows):
        together = _stays(block.rows, index, _SMALL if story.height > story.width else _SMALL_LYING)
        lines = _lines_high(item, columns)
        splits = index == first and lines <= _LOW and not together
        made = _row(
            item,
            block.columns,
            columns,
            keep_next=together,
            low=lines <= 1,
            splits=splits,
            size=SMALLER if small else 1,
        )
        rows.append(made)
        add_row(story, lines * (SMALLER if small else 1), kept=together, again=high)
    title = " · ".join(column.title for column in block.columns if column.title)
    if small:
        rows = [_in_small_type(each) for each in rows]
    return table(columns, rows, header=bool(title), description=title)


def _stays(rows: tuple[Row, ...], index: int, small: int) -> bool:
    """Whether a row stays on the page of the next one.

    A small table, of so many rows at most, stays whole. Of a larger one no last row stands alone, and neither does the title
    of a group or a sum. Its first row is not held: below a drawing LibreOffice would then lose the
    rows that come on the next page.
    """
    if index == len(rows) - 1:
        return False
    if len(rows) <= small and sum(map(_characters, rows)) <= _SHORT:
        return True
    return (
        index == len(rows) - 2
        or rows[index].kind is RowKind.GROUP
        or rows[index + 1].kind is RowKind.TOTAL
    )


def _characters(item: Row) -> int:
    """How many characters a row holds; a Chinese one counts as two letters."""
    texts = (plain(line) for cell in item.cells for line in cell.lines)
    return sum(len(text) + sum(each >= "\u2e80" for each in text) for text in texts)


def _in_small_type(rows: str) -> str:
    """The rows of a table in the small variants of their styles."""
    return re.sub(
        r'w:val="(Table(?:Text|Heading|Total|Group|Bullet)|Muted)"', r'w:val="\1Small"', rows
    )


def _header(columns: tuple[Column, ...], columns_wide: list[int]) -> str:
    """The row of column titles."""
    cells = [
        TableCell(paragraph(run(column.title), "TableHeading"), width, 1, look.tint(), True)
        for column, width in zip(columns, columns_wide, strict=True)
    ]
    return row(cells, header=True)


def _row(
    item: Row,
    columns: tuple[Column, ...],
    columns_wide: list[int],
    *,
    keep_next: bool,
    low: bool,
    splits: bool,
    size: float,
) -> str:
    """A row; if it has fewer cells than there are columns, its last cell spans the rest.

    If it is `low`, all stand in the middle, as a line of letters is lower than one of characters.
    """
    cells = item.cells or (Cell(),)
    style, fill = "TableText", ""
    if item.kind is RowKind.GROUP:
        style, fill = "TableGroup", look.group()
    elif item.kind is RowKind.TOTAL:
        style, fill = "TableTotal", look.tint()
    middle = low or item.kind is not RowKind.BODY
    made = []
    for index, (cell, column) in enumerate(zip(cells, columns, strict=False)):
        span = len(columns) - index if index == len(cells) - 1 else 1
        align = Align.START if span > 1 else column.align
        width = sum(columns_wide[index : index + span])
        content = _lines(cell, style, align, width, keep_next=keep_next, size=size)
        tone = palette.TONES.get(cell.tone.value, fill)
        made.append(TableCell(content, width, span, tone, middle))
    return row(made, splits=splits)


def _lines_high(item: Row, columns_wide: list[int]) -> float:
    """How many lines the highest cell of a row takes; the title of a group has the whole width."""
    if item.kind is RowKind.GROUP:
        return 1
    cells = zip(item.cells, columns_wide, strict=False)
    high = [
        sum([lines_high(line, width - 20 - cell.depth * look.STEP) for line in cell.lines])
        for cell, width in cells
    ]
    return max(high, default=1) or 1


def _lines(
    cell: Cell, style: str, align: Align, width: int, *, keep_next: bool, size: float = 1
) -> str:
    """The paragraphs of a cell in type of a size; an empty cell has one as well, as Word wants."""
    style = "TableBullet" if cell.bullets and cell.lines else style
    justified = "" if cell.bullets else _ALIGNMENTS[align]
    indent = cell.depth * look.STEP + (TABLE_INDENT if cell.bullets else 0)
    room = (width - PADDING - indent) / (TWIPS_PER_EM * BOLD * size)
    return "".join(
        paragraph(
            runs(as_one(line, room)),
            style,
            keep_next=keep_next,
            align=justified,
            indent=cell.depth * look.STEP,
        )
        for line in cell.lines or ((),)
    )


def facts_xml(block: Facts, story: Story) -> str:
    """Labels and values in a grid; a wide value and the last of an odd number span the rest."""
    across = max(block.across, 1)
    label = _label_width(block, story.width // (2 * across))
    value = story.width // across - label
    columns = [label, value] * across
    columns[-1] += story.width - sum(columns)
    grid = _grid(block, across)
    rows = []
    for index, pairs in enumerate(grid):
        keep = len(grid) <= _TOGETHER and index < len(grid) - 1
        cells, high = [], 1
        for position, (title, text) in enumerate(pairs):
            span = 2 * (across - position) - 1 if position == len(pairs) - 1 else 1
            wide = sum(columns[2 * position + 1 : 2 * position + 1 + span])
            high = max(high, lines_in(plain(text), wide), lines_in(title, columns[2 * position]))
            head = paragraph(run(title), "TableLabel", keep_next=keep)
            given = block.cell(title, text)
            body = _lines(given, "TableText", Align.START, wide, keep_next=keep)
            cells.append(TableCell(head, columns[2 * position], 1, look.tint(), True))
            cells.append(TableCell(body, wide, span, "", True))
        rows.append(row(cells))
        add_row(story, high, kept=keep)
    return table(columns, rows, header=False, description="")


def _label_width(block: Facts, most: int) -> int:
    """The width of the label columns: of the longest label, within what looks even."""
    titles = [title for title, _ in block.pairs]
    longest = max(1.08 * max(map(ems, titles), default=0.0), BOLD * longest_word(titles))
    return min(max(column_text(longest), look.mm(24)), look.mm(46), most)


def _grid(block: Facts, across: int) -> list[tuple[_Pair, ...]]:
    """The pairs of each row."""
    grid: list[tuple[_Pair, ...]] = []
    line: list[_Pair] = []
    for pair in block.pairs:
        wide = pair[0] in block.wide
        if line and (wide or len(line) == across):
            grid.append(tuple(line))
            line = []
        line.append(pair)
        if wide:
            grid.append(tuple(line))
            line = []
    return [*grid, tuple(line)] if line else grid


def signature_xml(block: Signature, story: Story) -> str:
    """A box for each party, at most four side by side, with a line for the name and the date."""
    parties = block.parties
    across = min(len(parties), _PARTIES_IN_A_ROW) or 1
    columns = widths([1.0] * across, [1] * across, story.width)
    lines = [parties[start : start + across] for start in range(0, len(parties), across)]
    for line in lines:
        heads = [lines_in(party, round(columns[0] / BOLD)) for party in line]
        add_row(story, max(heads, default=1), kept=True)
        add_row(story, 2, writing=2 * look.ABOVE_SIGNED)
    rows = chain.from_iterable(_signature_rows(block, line, columns) for line in lines)
    return table(columns, rows, header=False, description="")


def _unbroken(party: str, width: int) -> str:
    """A party whose department and post each stay in one line, where a line has room for them."""
    room = (width - PADDING) / (TWIPS_PER_EM * BOLD)
    parts = party.split(_BETWEEN)
    return _BETWEEN.join(
        part.replace(" ", "\u00a0") if ems(part) <= room else part for part in parts
    )


def _signature_rows(block: Signature, parties: tuple[str, ...], columns: list[int]) -> list[str]:
    """The row of titles and the row to write in, for parties side by side."""
    heads, boxes = [], []
    for index, party in enumerate(parties):
        span = len(columns) - index if index == len(parties) - 1 else 1
        width = sum(columns[index : index + span])
        heads.append(
            TableCell(
                paragraph(run(_unbroken(party, width)), "TableHeading"),
                width,
                span,
                look.tint(),
                True,
            )
        )
        stop = (("line", columns[index] - PADDING),)
        boxes.append(
            TableCell(
                "".join(
                    paragraph(run(f"{label} \t"), "SignatureLine", tabs=stop)
                    for label in (block.name_label, block.date_label)
                ),
                width,
                span,
            )
        )
    return [row(heads), row(boxes)]
