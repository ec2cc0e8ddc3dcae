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
    Row,
    RowKind,
    Run,
    Signature,
    Table,
)
from orgspec.render.gfm.text import cell, plain_cell

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
    roomy = next((place for place, column in enumerate(block.columns) if column.weight >= 1), 0)
    return grid(head, aligns, (_row(item, roomy) for item in block.rows))


def _row(item: Row, roomy: int) -> list[str]:
    """The cells of a row; the title of a group stands in the first column with room for it."""
    before = [""] * roomy if item.kind is RowKind.GROUP else []
    return [*before, *(_cell(each, strong=item.kind is not RowKind.BODY) for each in item.cells)]


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
