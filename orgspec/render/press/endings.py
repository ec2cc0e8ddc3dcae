"""How tables end: no row stands alone on the next page, nor does the note below the table."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import Row, RowKind
from orgspec.render.press.reading import Data

_ROWS = 2
_FEW = 3  # a table of so many rows is not split at all
_SHORT = 7  # one of so many, without groups, is split in the middle at the latest
_SHARE = 0.25  # of a page: what takes more is split, or much of a page would stay empty
_OPENING = 0.12  # the same of the first rows: one of many lines does not look lost
_NOTE = 34.0  # the height of a note of two lines, in points
_FRAMED = ("table", "facts")


def closing(rows: Sequence[Row], heights: Sequence[float], room: float) -> int:
    """How many rows at the end of a table stay together on one page, a title right above included.

    Args:
        rows: of the table.
        heights: of each row, in points.
        room: the height of a page between its margins, in points.
    """
    most = _ROWS
    if len(rows) <= _FEW:
        most = len(rows)
    elif len(rows) <= _SHORT and all(row.kind is not RowKind.GROUP for row in rows):
        most = len(rows) // 2
    count, high = 0, 0.0
    for row, height in zip(reversed(rows), reversed(heights), strict=True):
        high += height
        if count == most or row.kind is RowKind.GROUP or high > _SHARE * room:
            break
        count += 1
    while 0 < count < len(rows) and rows[-count].kind is RowKind.TOTAL:
        count += 1  # a sum stands below what it sums
    titled = 0 < count < len(rows) and rows[-count - 1].kind is RowKind.GROUP
    return count + titled


def with_sums(rows: Sequence[Row], last: int) -> list[bool]:
    """For each row, whether it stays with the next, which begins with its sum.

    Args:
        rows: of the table.
        last: how many rows at the end stay together anyway.
    """
    kinds = [row.kind for row in rows[: len(rows) - last]]
    after = [*kinds[1:], RowKind.BODY]
    kept = [
        kind is RowKind.BODY and below is RowKind.TOTAL
        for kind, below in zip(kinds, after, strict=False)
    ]
    return [*kept, *[False] * last]


def repeated(groups: Sequence[bool], last: int) -> list[bool]:
    """For each row, whether it is a title that is repeated where its rows go on on the next page.

    The title before the last rows is not if they begin with another: it would stand above that.

    Args:
        groups: for each row, whether a group begins with it.
        last: how many rows at the end stay together.
    """
    found = list(groups)
    if 0 < last < len(found) and found[-last]:
        before = [index for index, opens in enumerate(found[:-last]) if opens]
        for index in before[-1:]:
            found[index] = False
    return found


def opening(rows: Sequence[Row], heights: Sequence[float], room: float) -> int:
    """How many rows at the beginning of a table stay together below its head; 0 if too high.

    They are two, with the title of a group above them. The arguments are those of `closing`.
    """
    titled = bool(rows) and rows[0].kind is RowKind.GROUP
    count = _ROWS + titled
    return count if len(rows) > count and sum(heights[:count]) <= _OPENING * room else 0


def more_closing(table: Data, high: float) -> Data:
    """A table of which more rows at the end stay together, about `high` points of them.

    At least so many if twice as many are not exceeded by the last of them. A group of which only a
    row or two would stay behind comes with them.
    """
    rows, heights = table["rows"], table["heights"]
    count = table["closing"]
    while count + 1 < len(rows) and sum(heights[-count:]) < high:
        if sum(heights[-count - 1 :]) > 2 * high:
            break
        count += 1
    while 0 < count < len(rows) and rows[-count]["kind"] == RowKind.TOTAL:
        count += 1
    count = len(rows) - _from_title(rows, len(rows) - count)
    repeats = repeated([row["repeat"] for row in rows], count)
    kept = [row | {"repeat": again} for row, again in zip(rows, repeats, strict=True)]
    return table | {"closing": count, "rows": kept}


def divided(table: Data, high: float) -> tuple[Data, Data] | None:
    """A table as two, of which the second has the last rows below the same head; None if too short.

    It has about `high` points of them, and begins with the title of a group if there are groups:
    that of its first rows, or the one that they belong to again.
    """
    rows, heights = table["rows"], table["heights"]
    cut = len(rows) - table["closing"]
    while _FEW < cut < len(rows) and not _is_title(rows[cut]) and sum(heights[cut - 1 :]) < high:
        cut -= 1
    while 0 < cut < len(rows) and rows[cut]["kind"] == RowKind.TOTAL:
        cut -= 1
    start = _from_title(rows, cut)
    cut = start if start >= _FEW or start == cut - 1 else cut
    if not _FEW <= cut < len(rows):
        return None
    titles = [index for index in range(cut) if _is_title(rows[index])]
    again = [] if _is_title(rows[cut]) else titles[-1:]
    moved = [*again, *range(cut, len(rows))]
    first = {"rows": rows[:cut], "heights": heights[:cut], "closing": 0, "note": None}
    second = {"rows": [rows[i] for i in moved], "heights": [heights[i] for i in moved]}
    rest = sum(second["heights"])
    head = table["height"] - sum(heights)
    return (
        table | first | {"height": head + sum(first["heights"])},
        table | second | {"height": head + rest, "opening": 0, "closing": 0, "together": True},
    )


def _from_title(rows: Sequence[Data], at: int) -> int:
    """Where rows begin that move: `at`, or with the title of their group if it is just above.

    It is if only a row or two of the group would stay behind; a title that opens the table stays.
    """
    for start in range(at, max(0, at - _FEW - 1), -1):
        if start < len(rows) and _is_title(rows[start]):
            return start
    return at


def _is_title(row: Data) -> bool:
    """Whether a row is the title of a group."""
    return bool(row["kind"] == RowKind.GROUP)


def noted(blocks: list[Data]) -> list[Data]:
    """The blocks of a section, where a note right below a table is the last row of it.

    A paragraph is a note if it is short and nothing but another table follows.
    """
    found: list[Data] = []
    for index, block in enumerate(blocks):
        last = index + 1 == len(blocks) or blocks[index + 1]["kind"] in _FRAMED
        if last and found and _takes_note(found[-1]) and _is_note(block):
            table = found.pop()
            height = table["height"] + block["height"]
            found.append(table | {"note": block["text"], "height": height})
        else:
            found.append(block)
    return found


def _is_note(block: Data) -> bool:
    """Whether a block is a short paragraph."""
    return bool(block["kind"] == "paragraph" and block["height"] <= _NOTE)


def _takes_note(block: Data) -> bool:
    """Whether a block is a table whose last row stays with what follows."""
    return bool(block["kind"] == "table" and (block["closing"] > 0 or block["together"]))
