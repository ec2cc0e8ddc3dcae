"""The last columns of a matrix in Word: how long a step may take, how often each letter stands."""

from __future__ import annotations

from orgspec.document import Letter, Matrix, MatrixRow
from orgspec.render.word import look
from orgspec.render.word.measure import ems
from orgspec.render.word.ooxml import TableCell, paragraph, run

_SUM = look.mm(7)
_EM = 180
_LEAST_LIMIT, _MOST_LIMIT = look.mm(12), look.mm(24)


def tail_widths(block: Matrix) -> list[int]:
    """The widths of the columns behind the parties: the limit, if any row has one, and the sums."""
    sums = [_SUM] * len(block.letters)
    if not block.has_limits:
        return sums
    longest = max(ems(item.limit) for item in block.rows)
    return [min(max(round(longest * _EM) + 200, _LEAST_LIMIT), _MOST_LIMIT), *sums]


def tail_heads(block: Matrix, tail: list[int]) -> list[TableCell]:
    """The heads of those columns; none for an empty `tail`, which all but the last part has."""
    titles = [letter.sign for letter in block.letters]
    if block.has_limits:
        titles.insert(0, block.labels["limit"])
    return [
        TableCell(paragraph(run(title), "MatrixHeading"), width, 1, look.accent(), True)
        for title, width in zip(titles, tail, strict=False)
    ]


def tail_cells(block: Matrix, item: MatrixRow, tail: list[int]) -> list[TableCell]:
    """The limit and the counts of a row."""
    counts = block.totals(item)
    texts = [str(counts[letter.sign] or "–") for letter in block.letters]
    if block.has_limits:
        texts.insert(0, item.limit)
    return [_cell(text, width) for text, width in zip(texts, tail, strict=False)]


def tail_sums(block: Matrix, letter: Letter, tail: list[int], *, keep: bool) -> list[TableCell]:
    """The sum of a letter below the counts of the rows, the other columns empty."""
    whole = sum(block.totals(item)[letter.sign] for item in block.rows)
    texts = [str(whole) if other is letter else "" for other in block.letters]
    if block.has_limits:
        texts.insert(0, "")
    return [_cell(text, width, keep=keep) for text, width in zip(texts, tail, strict=False)]


def _cell(text: str, width: int, *, keep: bool = False) -> TableCell:
    """A plain cell in the middle of which a text stands."""
    content = paragraph(run(text), "MatrixText", keep_next=keep, align="center")
    return TableCell(content, width, 1, "", True, tight=True)
