"""The responsibility matrix as Word tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from orgspec.document import Matrix, MatrixCell, MatrixColumn, MatrixRow
from orgspec.render.notes import Note, matrix_notes
from orgspec.render.word import look
from orgspec.render.word.letters import colours, legend_runs
from orgspec.render.word.measure import ems, longest_word, widths
from orgspec.render.word.ooxml import (
    TIGHT,
    TableCell,
    paragraph,
    row,
    run,
    spacer,
    table,
    with_last_row_kept,
)
from orgspec.render.word.story import Story
from orgspec.render.word.tallies import tail_cells, tail_heads, tail_sums, tail_widths
from orgspec.render.wrap import wrap

_NARROWEST = look.mm(8)
# Where columns are narrower than this, all are as wide as one another.
_UPRIGHT = look.mm(15)
_HEADING_EM = 160
_TWO_LINES = 2 * TIGHT + 440
_TALLEST_HEADING = look.mm(42)
_NEARBY = 3  # columns by which a table is longer or shorter for the sake of a department
_WITH_SUMS = 2  # rows of work that stay on the page of the sums


def matrix_xml(block: Matrix, story: Story) -> str:
    """The legend, the matrix in as many tables as its columns need, and the findings."""
    notes = matrix_notes(block)
    number = look.mm(9)
    longest = max((ems(item.title) for item in block.rows), default=0.0)
    activity = min(max(round(longest * 180) + 260, look.mm(40)), story.width * 3 // 10)
    tail = tail_widths(block)
    room = story.width - number - activity
    tables = []
    for start, end in _slices(block.columns, max((room - sum(tail)) // _NARROWEST, 1)):
        last = tail if end >= len(block.columns) else []
        parties = _widths(block, start, end, room - sum(last))
        left = story.width - number - sum(parties) - sum(last)
        columns = [number, left, *parties]
        rows = [
            *_head(block, start, end, columns, last, notes),
            *_body(block, start, end, columns, last, notes),
            *_totals(block, start, end, columns, last),
        ]
        columns += last
        description = f"{block.labels['activity']} · {block.labels['party']}"
        tables.append(table(columns, rows, header=True, description=description))
    # What stands below the last begins behind a spacer anyhow: two of them would fill a page more.
    findings = _findings(block, notes)
    below = spacer() + findings if findings else ""
    return paragraph(legend_runs(block), "Legend", keep_next=True) + spacer().join(tables) + below


def _slices(columns: tuple[MatrixColumn, ...], most: int) -> list[tuple[int, int]]:
    """Columns in as few runs as `most` a run allows, all about as long.

    A run ends where a department does, if there is one nearby: its name needs all its columns.
    """
    total = len(columns)
    count = max(-(-total // most), 1)
    ends = [at for at in range(1, total) if columns[at].department != columns[at - 1].department]
    edges = [0]
    for index in range(1, count):
        even = round(total * index / count)
        least = max(total - most * (count - index), even - _NEARBY)
        near = [at for at in ends if least <= at <= min(edges[-1] + most, even + _NEARBY)]
        nearest = min((abs(at - even), at) for at in near)[1] if near else even
        edges.append(min(nearest, edges[-1] + most))
    return list(pairwise([*edges, total]))


def _widths(block: Matrix, start: int, end: int, room: int) -> list[int]:
    """The widths of the parties' columns: wider for long titles, even where there is no room."""
    titles = [party.title for party in block.columns[start:end]]
    if not titles:
        return []
    least = [round(longest_word([title]) * _HEADING_EM * 1.08) + 2 * TIGHT + 20 for title in titles]
    if sum(least) > room or room // len(titles) < _UPRIGHT:
        return [room // len(titles)] * len(titles)
    return widths([3 + min(ems(title), 8) for title in titles], least, room)


def _turns(titles: Iterable[tuple[str, int]]) -> bool:
    """Whether titles with the widths of their cells have to be turned, lest words be cut.

    Chinese never is: its lines may end after any character.
    """
    return any(
        longest_word([title]) * _HEADING_EM * 1.08 + 2 * TIGHT > width for title, width in titles
    )


def _head(
    block: Matrix,
    start: int,
    end: int,
    columns: list[int],
    tail: list[int],
    notes: tuple[Note, ...],
) -> list[str]:
    """The row of departments, where there are any, and the row of parties; both repeat."""
    parties = block.columns[start:end]
    labels = [
        TableCell(
            paragraph(run(block.labels[label]), "MatrixHeading"), width, 1, look.accent(), True
        )
        for label, width in zip(("number", "activity"), columns, strict=False)
    ]
    titles = [(party.title, width) for party, width in zip(parties, columns[2:], strict=True)]
    turned = _turns(titles)
    above = {note.column: note.number for note in notes if note.row < 0}
    cells = [
        TableCell(
            _title(title, above.get(position), 0 if turned else _set_in(title, width)),
            width, 1, look.accent(), True, turned, True,
        )
        for position, (title, width) in enumerate(titles, start)
    ]  # fmt: skip
    cells += tail_heads(block, tail)
    row_of_parties = row([*labels, *cells], header=True, height=_height(titles, turned=turned))
    if not any(party.department for party in parties):
        return [row_of_parties]
    return [_departments(parties, columns, tail), row_of_parties]


def _departments(parties: tuple[MatrixColumn, ...], columns: list[int], tail: list[int]) -> str:
    """The row of departments: each over its parties, in its colour.

    One that is a party itself has no name above its name.
    """
    cells = [TableCell(_title(""), sum(columns[:2]), 2, look.accent())]
    position = 2
    lying = []
    for (department, colour), members in groupby(parties, lambda p: (p.department, p.colour)):
        titles = [party.title for party in members]
        span, name = len(titles), "" if set(titles) == {department} else department
        width = sum(columns[position : position + span])
        turned = _turns([(name, width)])
        lying += [(name, width)] if turned else []
        fill = look.department(colour)
        cells.append(TableCell(_title(name), width, span, fill, True, turned, True))
        position += span
    if tail:
        cells.append(TableCell(_title(""), sum(tail), len(tail), look.accent()))
    return row(cells, header=True, height=_height(lying, turned=bool(lying)))


def _title(text: str, note: int | None = None, sides: int = 0) -> str:
    """The title of a party or of a department, with the number of what was found of it."""
    return paragraph(run(text) + _reference(note, "FFFFFF"), "MatrixHeading", sides=sides)


def _set_in(title: str, width: int) -> int:
    """By how much the lines of a Chinese title are set in, so that they break between words.

    Word breaks after any character and fills the first line: the last would stand alone.
    """
    room = width - 2 * TIGHT
    if title.isascii() or ems(title) * _HEADING_EM <= room:
        return 0
    longest = max(map(ems, wrap(title, _HEADING_EM, room, bold=True)))
    return max(round(room - (longest + 0.5) * _HEADING_EM) // 2, 0)


def _height(titles: Iterable[tuple[str, int]], *, turned: bool) -> int:
    """The least height of a row of titles; Word does not measure turned ones.

    A turned title has two lines where its column is wide enough for them.
    """
    if not turned:
        return 0
    longest = 0.0
    for title, width in titles:
        lines = 2 if width >= _TWO_LINES else 1
        longest = max(longest, ems(title) / lines * 1.15, longest_word([title]))
    return min(round(longest * _HEADING_EM * 1.08) + 180, _TALLEST_HEADING)


def _body(
    block: Matrix,
    start: int,
    end: int,
    columns: list[int],
    tail: list[int],
    notes: tuple[Note, ...],
) -> list[str]:
    """The rows of work, each group below its title; the sums do not stand on a page alone."""
    rows = []
    group = ""
    for index, item in enumerate(block.rows):
        if item.group and item.group != group:
            title = paragraph(run(item.group), "TableGroup")
            wide = [*columns, *tail]
            rows.append(row([TableCell(title, sum(wide), len(wide), look.group())]))
        group = item.group
        rows.append(_row(block, index, item, (start, end), columns, tail, notes))
    return [*rows[:-_WITH_SUMS], *map(with_last_row_kept, rows[-_WITH_SUMS:])]


def _row(
    block: Matrix,
    index: int,
    item: MatrixRow,
    shown: tuple[int, int],
    columns: list[int],
    tail: list[int],
    notes: tuple[Note, ...],
) -> str:
    """A row of work: its number, its title, the letters of every party."""
    here = {note.column: note.number for note in notes if note.row == index}
    number = paragraph(run(str(block.number_of(index))), "MatrixText", align="center")
    title = paragraph(run(item.title) + _reference(here.get(-1)), "MatrixText")
    cells = [
        TableCell(number, columns[0], 1, "", True),
        TableCell(title, columns[1], 1, "", True),
    ]
    for position in range(*shown):
        width = columns[2 + position - shown[0]]
        cells.append(_letters(block, item.cells[position], width, here.get(position)))
    return row([*cells, *tail_cells(block, item, tail)])


def _letters(block: Matrix, cell: MatrixCell, width: int, note: int | None) -> TableCell:
    """The letters of one party, on the colour of what they stand for."""
    by_sign = {letter.sign: letter for letter in block.letters}
    known = tuple(by_sign[sign] for sign in cell.letters if sign in by_sign)
    fill, ink = colours(known) if known else ("", look.INK)
    text = run("/".join(cell.letters), f'<w:color w:val="{ink}"/>')
    content = paragraph(text + _reference(note, ink), "MatrixLetter")
    return TableCell(content, width, 1, fill, True, tight=True)


def _reference(note: int | None, ink: str = look.WARNING) -> str:
    """The raised number of a finding; on a coloured cell in the ink of its letter."""
    if note is None:
        return ""
    colour = f'<w:color w:val="{ink}"/>'
    return run(f"\u2009{note}", f'<w:b/><w:bCs/>{colour}<w:vertAlign w:val="superscript"/>')


def _totals(block: Matrix, start: int, end: int, columns: list[int], tail: list[int]) -> list[str]:
    """How often each letter stands in every column, a row for each letter; they stay together."""
    title = paragraph(run(block.labels["total"]), "TableGroup")
    wide = [*columns, *tail]
    rows = [row([TableCell(title, sum(wide), len(wide), look.group())])]
    counts = [block.column_totals(position) for position in range(start, end)]
    for letter in block.letters:
        keep = letter is not block.letters[-1]
        fill, ink = colours((letter,))
        sign = run(letter.sign, f'<w:color w:val="{ink}"/>')
        name = paragraph(run(letter.name), "MatrixText", keep_next=keep)
        cells = [
            TableCell(paragraph(sign, "MatrixLetter", keep_next=keep), columns[0], 1, fill, True),
            TableCell(name, columns[1], 1, "", True),
        ]
        for count, width in zip(counts, columns[2:], strict=True):
            text = run(str(count[letter.sign] or "–"))
            content = paragraph(text, "MatrixText", keep_next=keep, align="center")
            cells.append(TableCell(content, width, 1, "", True, tight=True))
        rows.append(row([*cells, *tail_sums(block, letter, tail, keep=keep)]))
    return rows


def _findings(block: Matrix, notes: tuple[Note, ...]) -> str:
    """The findings below the matrix, with the numbers that stand in it."""
    if not notes:
        return ""
    title = paragraph(run(block.labels["findings"]), "Heading3")
    lines = [
        paragraph(run(f"{note.number}\u2002{note.place}\u2002—\u2002{note.text}"), "Legend")
        for note in notes
    ]
    return title + "".join(lines)
