"""Responsibility matrices in GitHub-flavoured Markdown: by party, or by letter where they are wide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from orgspec.document import Align, Emphasis, Matrix, MatrixRow, Run
from orgspec.render import fonts
from orgspec.render.gfm.tables import grid
from orgspec.render.gfm.text import cell, plain_cell
from orgspec.render.letters import legend
from orgspec.render.notes import matrix_notes

# What a page of GitHub has for a table, in pixels, and how it sets one.
_PAGE = 950.0
_SIZE = 16.0
_PADDING = 27.0
_ACTIVITY = 150.0  # less makes a tower of each activity
_FIGURE = 38.0
_LIMIT = 75.0
_HAN = 3 * _SIZE  # Chinese breaks anywhere: three characters a line can be read
_POINT = "\u00a0· "  # never begins a line
_WHOLE = -1  # in the place of a row or column: the finding is about all of it

_Numbers = dict[tuple[int, int], int]


def matrix(block: Matrix) -> str:
    """A matrix with groups and sums, and the findings that its numbers refer to.

    One that is too wide for a page of text names the parties below each letter.
    """
    notes = matrix_notes(block)
    numbers = {(note.row, note.column): note.number for note in notes}
    parts = _by_party(block, numbers) if _fits(block) else _by_letter(block, numbers)
    if notes:
        parts.append(_strong(block.labels["findings"]))
        parts.append(
            "\n".join(
                f"{note.number}. {plain_cell(note.place)} — {plain_cell(note.text)}"
                for note in notes
            )
        )
    return "\n\n".join(part for part in parts if part)


def _fits(block: Matrix) -> bool:
    """Whether all parties stand side by side on a page, with names that can be read."""
    others = _ACTIVITY + _FIGURE * (1 + len(block.letters)) + _LIMIT * block.has_limits
    return others + sum(_least(x.title, x.department) for x in block.columns) <= _PAGE


def _least(title: str, department: str) -> float:
    """The width of a column that breaks its head only where it may be broken."""
    words = [(word, True) for word in title.split()]
    words += [(word, False) for word in department.split()]
    widths = (fonts.width(word, _SIZE, bold) if word.isascii() else _HAN for word, bold in words)
    return max(widths, default=0.0) + _PADDING


def _rows(
    block: Matrix, numbers: _Numbers, said: Callable[[MatrixRow, int], list[str]]
) -> list[list[str]]:
    """The rows of work, each group below its title; `said` tells what stands behind their names."""
    rows, group = [], ""
    for index, item in enumerate(block.rows):
        if item.group and item.group != group:
            rows.append(["", _strong(item.group)])
        group = item.group
        title = plain_cell(item.title) + _reference(numbers.get((index, _WHOLE)))
        rows.append([str(block.number_of(index)), title, *said(item, index)])
    return rows


def _limit(block: Matrix, text: str) -> list[str]:
    """The cell of a limit, in a matrix that has limits."""
    return [plain_cell(text)] if block.has_limits else []


def _reference(number: int | None) -> str:
    """The raised number of a finding."""
    return "" if number is None else f" <sup>{number}</sup>"


def _strong(text: str) -> str:
    """A text that stands out."""
    return cell((Run(text, Emphasis.STRONG),))


def _count(number: int) -> str:
    """How often a letter stands somewhere; nothing for never, as on paper."""
    return str(number) if number else ""


# --- a column for each party ---


def _by_party(block: Matrix, numbers: _Numbers) -> list[str]:
    """The legend, and the matrix as it is."""
    explained = " · ".join(
        cell((Run(sign.text, Emphasis.STRONG), Run(f" {sign.name}"))) for sign in legend(block)
    )
    head = [plain_cell(block.labels["number"]), plain_cell(block.labels["activity"])]
    head += [
        plain_cell(column.title) + _reference(numbers.get((_WHOLE, position)))
        for position, column in enumerate(block.columns)
    ]
    head += _limit(block, block.labels.get("limit", ""))
    head += [plain_cell(letter.sign) for letter in block.letters]
    aligns = [Align.END, Align.START, *[Align.CENTER] * len(block.columns)]
    aligns += [*[Align.START] * block.has_limits, *[Align.END] * len(block.letters)]
    rows = _rows(block, numbers, partial(_letters, block, numbers))
    return [explained, grid(head, aligns, [*_departments(block), *rows, *_totals(block)])]


def _departments(block: Matrix) -> list[list[str]]:
    """The row of departments, if there are any."""
    if not any(column.department for column in block.columns):
        return []
    return [["", "", *(plain_cell(column.department) for column in block.columns)]]


def _letters(block: Matrix, numbers: _Numbers, item: MatrixRow, index: int) -> list[str]:
    """The letters of each party in a row, its limit, and how often each letter stands there."""
    totals = block.totals(item)
    return [
        *(
            plain_cell("/".join(content.letters)) + _reference(numbers.get((index, position)))
            for position, content in enumerate(item.cells)
        ),
        *_limit(block, item.limit),
        *(_count(totals[letter.sign]) for letter in block.letters),
    ]


def _totals(block: Matrix) -> list[list[str]]:
    """How often each letter stands in every column."""
    columns = [block.column_totals(position) for position in range(len(block.columns))]
    rows = []
    for letter in block.letters:
        counts = [totals[letter.sign] for totals in columns]
        label = _strong(f"{block.labels['total']} {letter.sign}")
        sums = [_count(sum(counts)) if other is letter else "" for other in block.letters]
        rows.append(["", label, *map(_count, counts), *_limit(block, ""), *sums])
    return rows


# --- a column for each letter ---


def _by_letter(block: Matrix, numbers: _Numbers) -> list[str]:
    """The matrix with the parties below each letter, then how often each party bears which."""
    head = [block.labels["number"], block.labels["activity"]]
    head += [f"{letter.sign} {letter.name}" for letter in block.letters]
    head = [*map(plain_cell, head), *_limit(block, block.labels.get("limit", ""))]
    aligns = [Align.END, *[Align.START] * (len(head) - 1)]
    rows = _rows(block, numbers, partial(_bearers, block, numbers))
    return [grid(head, aligns, rows), _counts(block, numbers)]


def _bearers(block: Matrix, numbers: _Numbers, item: MatrixRow, index: int) -> list[str]:
    """Who bears each letter in a row, and the limit of the row."""
    named = [
        _POINT.join(
            _in_line(column.title) + _reference(numbers.get((index, position)))
            for position, column in enumerate(block.columns)
            if letter.sign in item.cells[position].letters
        )
        for letter in block.letters
    ]
    return [*named, *_limit(block, item.limit)]


def _counts(block: Matrix, numbers: _Numbers) -> str:
    """How often each party bears each letter, and all of them together."""
    letters = block.letters
    rows = []
    for position, column in enumerate(block.columns):
        totals = block.column_totals(position)
        name = _in_line(column.title) + _reference(numbers.get((_WHOLE, position)))
        rows.append([name, *(_count(totals[letter.sign]) for letter in letters)])
    sums = [sum(block.totals(item)[letter.sign] for item in block.rows) for letter in letters]
    rows.append([_strong(block.labels["total"]), *map(_count, sums)])
    head = [block.labels["party"], *(letter.sign for letter in letters)]
    aligns = [Align.START, *[Align.END] * len(letters)]
    return grid([*map(plain_cell, head)], aligns, rows)


def _in_line(text: str) -> str:
    """A name in one line; in two languages they stand side by side."""
    return plain_cell(text.replace("\n", " "))
