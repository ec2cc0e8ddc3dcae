"""Tables in GitHub-flavoured Markdown: one header row, cells of one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgspec.document import (
    Align,
    Band,
    Cell,
    Emphasis,
    Facts,
    Inline,
    Matrix,
    Row,
    RowKind,
    Run,
    Signature,
    Table,
)
from orgspec.render.gfm.text import cell, plain_cell
from orgspec.render.letters import legend
from orgspec.render.notes import matrix_notes

_RULES = {Align.START: "---", Align.CENTER: ":-:", Align.END: "--:"}
_BULLET = "• "
_BELOW = "— "  # for each level: space at the beginning of a cell is dropped


def grid(head: Sequence[str], aligns: Sequence[Align], rows: Iterable[Sequence[str]]) -> str:
    """A table of finished cells; rows that are too short are filled up."""
    lines = [_line(head, len(head)), f"| {' | '.join(_RULES[align] for align in aligns)} |"]
    return "\n".join([*lines, *(_line(row, len(head)) for row in rows)])


def _line(cells: Sequence[str], width: int) -> str:
    """A row of a table."""
    filled = [*cells, *[""] * (width - len(cells))]
    return f"| {' | '.join(filled)} |"


def table(block: Table) -> str:
    """A table; titles of groups and sums stand out."""
    head = [plain_cell(column.title) for column in block.columns]
    aligns = [column.align for column in block.columns]
    return grid(head, aligns, (_row(item) for item in block.rows))


def _row(item: Row) -> list[str]:
    """The cells of a row."""
    return [_cell(content, strong=item.kind is not RowKind.BODY) for content in item.cells]


def _cell(content: Cell, *, strong: bool) -> str:
    """A cell in one line."""
    mark = _BULLET if content.bullets else _BELOW * content.depth
    lines = (_stressed(line) if strong else line for line in content.lines)
    return "<br>".join(f"{mark}{text}" for text in map(cell, lines) if text)


def _stressed(line: Inline) -> Inline:
    """The same text, strong but for what is said beside it."""
    muted = Emphasis.MUTED
    return tuple(run if run.emphasis is muted else Run(run.text, Emphasis.STRONG) for run in line)


def facts(block: Facts) -> str:
    """Labels and values as a table of two columns, whose head is empty."""
    rows = [
        (cell((Run(label, Emphasis.STRONG),)), _cell(block.cell(label, value), strong=False))
        for label, value in block.pairs
    ]
    return grid(("", ""), (Align.START, Align.START), rows)


def band(pairs: Band) -> str:
    """Labels in the head of a table, their values below."""
    labels = [plain_cell(label) for label, _ in pairs]
    return grid(labels, [Align.START] * len(labels), [[plain_cell(value) for _, value in pairs]])


def signature(block: Signature) -> str:
    """A row to sign in for each party."""
    head = ("", plain_cell(block.name_label), plain_cell(block.date_label))
    line = "─" * 12
    rows = [(cell((Run(party, Emphasis.STRONG),)), line, line) for party in block.parties]
    return grid(head, (Align.START,) * 3, rows)


def matrix(block: Matrix) -> str:
    """The legend, the matrix with groups and sums, and the findings that its numbers refer to."""
    notes = matrix_notes(block)
    explained = " · ".join(
        cell((Run(sign.text, Emphasis.STRONG), Run(f" {sign.name}"))) for sign in legend(block)
    )
    above = {note.column: note.number for note in notes if note.row < 0}
    limit = [block.labels["limit"]] if block.has_limits else []
    head = [plain_cell(block.labels["number"]), plain_cell(block.labels["activity"])]
    head += [
        plain_cell(column.title) + _reference(above.get(position))
        for position, column in enumerate(block.columns)
    ]
    head += [plain_cell(text) for text in (*limit, *(letter.sign for letter in block.letters))]
    aligns = [Align.END, Align.START, *[Align.CENTER] * len(block.columns)]
    aligns += [*[Align.START] * len(limit), *[Align.END] * len(block.letters)]
    rows = [*_departments(block), *_matrix_rows(block), *_totals(block)]
    parts = [explained, grid(head, aligns, rows)]
    if notes:
        parts.append(cell((Run(block.labels["findings"], Emphasis.STRONG),)))
        parts.append(
            "\n".join(
                f"{note.number}. {plain_cell(note.place)} — {plain_cell(note.text)}"
                for note in notes
            )
        )
    return "\n\n".join(part for part in parts if part)


def _departments(block: Matrix) -> list[list[str]]:
    """The row of departments, if there are any."""
    if not any(column.department for column in block.columns):
        return []
    return [["", "", *(plain_cell(column.department) for column in block.columns)]]


def _matrix_rows(block: Matrix) -> list[list[str]]:
    """The rows of work, each group below its title."""
    notes = {(note.row, note.column): note.number for note in matrix_notes(block)}
    rows, group = [], ""
    for index, item in enumerate(block.rows):
        if item.group and item.group != group:
            rows.append(["", cell((Run(item.group, Emphasis.STRONG),))])
        group = item.group
        cells = [
            plain_cell("/".join(content.letters)) + _reference(notes.get((index, position)))
            for position, content in enumerate(item.cells)
        ]
        title = plain_cell(item.title) + _reference(notes.get((index, -1)))
        limit = [plain_cell(item.limit)] if block.has_limits else []
        totals = block.totals(item)
        numbers = [str(totals[letter.sign]) for letter in block.letters]
        rows.append([str(block.number_of(index)), title, *cells, *limit, *numbers])
    return rows


def _reference(number: int | None) -> str:
    """The raised number of a finding."""
    return "" if number is None else f" <sup>{number}</sup>"


def _totals(block: Matrix) -> list[list[str]]:
    """How often each letter stands in every column."""
    total = block.labels["total"]
    columns = [block.column_totals(position) for position in range(len(block.columns))]
    rows = []
    for letter in block.letters:
        counts = [totals[letter.sign] for totals in columns]
        label = cell((Run(f"{total} {letter.sign}", Emphasis.STRONG),))
        blank = [""] if block.has_limits else []
        sums = [str(sum(counts)) if other is letter else "" for other in block.letters]
        rows.append(["", label, *map(str, counts), *blank, *sums])
    return rows
