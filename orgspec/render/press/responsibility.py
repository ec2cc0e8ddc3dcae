"""A responsibility matrix as the page shows it: parts that fit, pills, numbered findings."""

from __future__ import annotations

from orgspec.document import Matrix
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.notes import matrix_notes
from orgspec.render.press.endings import repeated
from orgspec.render.press.heads import least_column, tall_of
from orgspec.render.press.inline import words
from orgspec.render.press.pills import legend, pills, widest_cell
from orgspec.render.press.reading import Data
from orgspec.render.press.stacking import stacked
from orgspec.render.press.words import breakable
from orgspec.render.wrap import wrap

_HEADS = (7.5, 7.0, 6.5)
_ROTATED_BELOW = 40.0
_MOST_COLUMN = 76.0
_SLIM = 30.0  # of columns with turned heads, before long activities take two lines
_TOTAL = 17.0
_NOTE = 12.0
_TEXT = 8.6
_MORE_TEXT = 7.1  # each further line of a name: the first one is lower than a letter
_LEAST_PADDING = 2.0
_LESS_PADDING = 2.8
_USUAL_PADDING = 4.0
_SPARED_PAGES = 6  # of more pages one fewer is not worth the smaller rows
_RAGGED = 12.0  # what stays empty at the end of a page, in points
_LETTERHEAD = 50.0
_HEAD_INSET = 13.0
_INSETS = 10.0  # at both sides of a name
_SUMMED = 3  # activities that the sums stand below, of more than twice as many


@frozen
class Plan:
    """How a matrix is laid out on its paper.

    Attributes:
        activity: the width of the first column, in points.
        column: the width of the column of one party, in points.
        head: the font size of the parties' names, in points.
        rotated: whether the names of the parties stand on their side.
        spans: the parties of each part, as half-open ranges.
        limit: the width of the column of limits, 0 without one.
    """

    activity: float
    column: float
    head: float
    rotated: bool
    spans: tuple[tuple[int, int], ...]
    limit: float = 0.0


def plan(matrix: Matrix, width: float) -> Plan:
    """How a matrix fits paper with `width` points between the margins, in one part or in several.

    Every part repeats the activities; the totals stand in the last one.
    """
    longest = max((fonts.width(row.title, 8.0) for row in matrix.rows), default=0.0) + 18
    activity = min(max(96.0, longest), 0.24 * width)
    count = max(1, len(matrix.columns))
    limit = _limit_width(matrix)
    totals = _TOTAL * len(matrix.letters) + limit
    # A name in two languages stands in two lines, which takes smaller type where it is turned.
    turned = _HEADS[-1 if any("\n" in party.title for party in matrix.columns) else 0]
    least = max(widest_cell(matrix), least_column(matrix, turned))
    most = max(1, int((width - activity - totals) // least))
    parts = -(-count // most)
    each = -(-count // parts)
    column = min(_MOST_COLUMN, (width - activity - totals) / each)
    spans = tuple((start, min(count, start + each)) for start in range(0, count, each))
    heads = [] if column < _ROTATED_BELOW else [h for h in _HEADS if not _torn(matrix, column, h)]
    if parts == 1:
        wanted = min(max(longest, activity), 0.4 * width)
        if not heads:  # columns whose heads stand on their side can do with less
            column = max(
                min(column, max(least, _SLIM)), min(column, (width - totals - wanted) / each)
            )
        activity = min(width - totals - column * each, wanted)
    return Plan(activity, column, (heads or [turned])[0], not heads, spans, limit)


def _limit_width(matrix: Matrix) -> float:
    """The width of the column of limits, in points."""
    if not matrix.has_limits:
        return 0.0
    texts = [matrix.labels["limit"], *(row.limit for row in matrix.rows)]
    return min(78.0, max(fonts.width(text, 8.0, True) for text in texts) + 11)


def _torn(matrix: Matrix, column: float, head: float) -> bool:
    """Whether a word of a party's name is wider than its column."""
    words = (word for party in matrix.columns for word in party.title.split())
    return any(fonts.width(word, head, True) > column - 5.5 for word in words if word.isascii())


def is_one_part(matrix: Matrix, width: float) -> bool:
    """Whether all parties stand side by side on paper of this width."""
    return len(plan(matrix, width).spans) == 1


def data(matrix: Matrix, width: float, height: float) -> Data:
    """A matrix for the template; `width` and `height` are what the page has, in points."""
    laid = plan(matrix, width)
    notes = matrix_notes(matrix)
    numbers = {(note.row, note.column): note.number for note in notes}
    rows = [_row(matrix, index, numbers, laid) for index in range(len(matrix.rows))]
    last = _SUMMED if len(rows) > 2 * _SUMMED else 1  # rows that the sums stand with
    repeats = repeated([row["opens"] for row in rows], last)
    rows = [row | {"repeat": repeat} for row, repeat in zip(rows, repeats, strict=True)]
    height -= _NOTE * len(notes) + 2 * _NOTE * bool(notes)
    parts = [_part(matrix, laid, span, rows, height) | {"last": last} for span in laid.spans]
    return {
        "kind": "matrix",
        "legend": legend(matrix),
        "parts": parts,
        "notes": [[note.number, note.place, note.text] for note in notes],
        "findings": matrix.labels.get("findings", ""),
    }


def _row(matrix: Matrix, index: int, numbers: dict[tuple[int, int], int], laid: Plan) -> Data:
    """A row with all its cells; its parts are cut from it."""
    row = matrix.rows[index]
    before = matrix.rows[index - 1].group if index else ""
    counts = matrix.totals(row)
    return {
        "group": row.group,
        "opens": bool(row.group) and row.group != before,
        "title": words(row.title, laid.activity - 14, 8.0),
        "note": numbers.get((index, -1), 0),
        "cells": [
            {
                "pills": pills(matrix, cell),
                "note": numbers.get((index, column), 0),
            }
            for column, cell in enumerate(row.cells)
        ],
        "totals": [counts[letter.sign] for letter in matrix.letters],
        "limit": words(row.limit, laid.limit - 10, 7.5),
    }


def _part(
    matrix: Matrix, laid: Plan, span: tuple[int, int], rows: list[Data], height: float
) -> Data:
    """The columns of one part, with the totals if it is the last."""
    start, end = span
    tall = tall_of(matrix, laid.column, laid.head) if laid.rotated else 0.0
    notes = {note.column: note.number for note in matrix_notes(matrix) if note.row < 0}
    room = (tall or laid.column) - 5
    last = end >= len(matrix.columns)
    letters = [{"sign": one.sign, "tone": one.acts_as} for one in matrix.letters]
    limited = last and matrix.has_limits
    return {
        "activity": matrix.labels.get("activity", ""),
        "total": matrix.labels.get("total", ""),
        "activity-width": laid.activity,
        "column-width": laid.column,
        "total-width": _TOTAL,
        "limit": matrix.labels.get("limit", "") if limited else "",
        "limit-width": laid.limit if limited else 0.0,
        "rotate": laid.rotated,
        "tall": tall,
        "head": laid.head,
        "size": 8.0,
        "pad": _padding(matrix, laid, rows, height, (tall or 3 * laid.head) + _HEAD_INSET),
        "columns": [
            {
                "title": breakable(party.title, room, laid.head),
                "stacked": stacked(party.title) if laid.rotated else [],
                "colour": party.colour,
                "note": notes.get(position, 0),
            }
            for position, party in enumerate(matrix.columns[start:end], start)
        ],
        "letters": letters if last else [],
        "rows": [
            row
            | {"cells": _slice(row["cells"], start, end), "totals": row["totals"] if last else []}
            for row in rows
        ],
        "sums": _sums(matrix, start, end),
    }


def _slice(cells: object, start: int, end: int) -> list[object]:
    """Some cells of a row."""
    return list(cells)[start:end] if isinstance(cells, list) else []


def _sums(matrix: Matrix, start: int, end: int) -> list[Data]:
    """A row for each letter: how often it stands in each column, and in all."""
    columns = [matrix.column_totals(index) for index in range(len(matrix.columns))]
    return [
        {
            "sign": letter.sign,
            "tone": letter.acts_as,
            "counts": [counts[letter.sign] for counts in columns[start:end]],
            "whole": sum(counts[letter.sign] for counts in columns),
        }
        for letter in matrix.letters
    ]


def _padding(matrix: Matrix, laid: Plan, rows: list[Data], height: float, head: float) -> float:
    """The space above and below a row's text: less where that spares a page.

    `head` is the height of the row of parties; below the rows stand the sums of the letters. A
    page but the first has no letterhead, and repeats the name of its first group.
    """
    grouped = any(row["opens"] for row in rows)
    lines = len(rows) + sum(bool(row["opens"]) for row in rows) + len(matrix.letters)
    names = (wrap(row.title, 8.0, laid.activity - _INSETS) for row in matrix.rows)
    second = _MORE_TEXT * sum(len(name) - 1 for name in names)
    for pages in range(1, _SPARED_PAGES):
        taken = _LETTERHEAD + head * pages + second + _RAGGED * (pages - 1)
        room = (height * pages - taken) / max(1, lines + (pages - 1) * grouped) - _TEXT
        if room >= 2 * (_LEAST_PADDING if pages == 1 else _LESS_PADDING):
            return min(5.5 if pages == 1 else _USUAL_PADDING, room / 2)
    return _USUAL_PADDING
