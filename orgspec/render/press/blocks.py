"""The blocks of a document as plain data for the templates, with the widths they are set in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from orgspec.document import (
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Figure,
    Heading,
    Listing,
    Matrix,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Swimlane,
    Table,
)
from orgspec.render import svg
from orgspec.render.press import columns, responsibility
from orgspec.render.press.cells import BODY_SIZE, SPACE, cell_data, high
from orgspec.render.press.endings import closing, noted, opening, repeated, with_sums
from orgspec.render.press.facts import facts_data
from orgspec.render.press.inline import said
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import LANES_SCALE, LEAST_SCALE, Sheet, chart_paper, is_chapter
from orgspec.render.press.signing import boxes_height, signed_together
from orgspec.render.press.words import breakable

_FRAME = 36.0  # the borders, insets and bullets around running text
_LETTERHEAD = 60.0
_SECTION_BAR = 30.0
_CHAPTER = 48.0
_HEADING = 26.0
_BETWEEN = 6.0  # between the items of a list
_FIGURE_SCALE = 0.69  # points a pixel; the template has the same
_SIDES, _INSETS = 20.0, 14.0  # at the sides of a figure, and above and below it in its frame

# A table that takes less than this share of a page is not split.
_TOGETHER = 0.13

# One that ends in a sum is not split up to this share, so that the sum does not stand alone.
_SUMMED_TOGETHER = 0.23

# A row that may take more than this share of a page is split where the page ends.
_TALL = 0.36


@dataclass(slots=True)
class Setting:
    """What the blocks of one sheet are set in: its paper, and the level of the last heading.

    `head` is the height in points of what stands above the letterhead of the sheet, `below` the
    level of the heading that the whole sheet stands below.
    """

    sheet: Sheet
    locale: str
    label: float
    rank: int = 0
    head: float = 0.0
    below: int = 0

    @property
    def leading(self) -> float:
        """The space between lines in em; the template has the same."""
        return 0.72 if self.locale.lower().startswith("zh") else 0.6

    @property
    def line(self) -> float:
        """The width of a line of running text."""
        return self.sheet.body - _FRAME

    def next_rank(self, wanted: int) -> int:
        """The level of a heading in the outline, which must not skip a level."""
        self.rank = max(1, min(wanted + self.below, self.rank + 1))
        return self.rank


def block_data(block: Block, setting: Setting, depth: int) -> Data:
    """One block, with about how high it becomes in points if it takes less than a page."""
    match block:
        case Heading():
            rank = setting.next_rank(depth + block.level - 1)
            return {
                "kind": "heading",
                "text": breakable(block.text, setting.line, 11),
                "level": block.level,
                "rank": rank,
                "height": _HEADING,
            }
        case Paragraph():
            text = said(block.text, setting.line, BODY_SIZE)
            height = high(block.text, setting.line, setting.leading)
            return {"kind": "paragraph", "text": text, "height": height}
        case Listing():
            items = [said(item, setting.line, BODY_SIZE) for item in block.items]
            each = (high(item, setting.line, setting.leading, _BETWEEN) for item in block.items)
            height = sum(each) + SPACE - _BETWEEN
            return {"kind": "listing", "items": items, "ordered": block.ordered, "height": height}
        case Facts():
            return facts_data(block, setting.sheet, setting.label, setting.leading)
        case Table():
            laid = columns.fit(block, setting.sheet.body, leading=setting.leading)
            return _table(block, setting.sheet, laid)
        case Matrix():
            return responsibility.data(block, setting.sheet.body, setting.sheet.room)
        case Chart() | Swimlane():
            return _chart(block, setting, depth)
        case Figure():
            drawing = _drawing(block.chart, setting.locale, block.compact)
            scale = min(_FIGURE_SCALE, (setting.sheet.body - _SIDES) / drawing["width"])
            height = scale * drawing["height"] + _INSETS
            return {
                "kind": "figure",
                "drawing": drawing,
                "caption": block.caption,
                "height": height,
            }
        case Signature():
            return {
                "kind": "signature",
                "parties": list(block.parties),
                "name_label": block.name_label,
                "date_label": block.date_label,
                "height": boxes_height(block.parties, setting.sheet.body),
            }
        case Section():
            return _section(block, setting, depth)


def _section(section: Section, setting: Setting, depth: int) -> Data:
    """A section with its blocks; one that holds sections is a chapter."""
    number = section.number
    gap = "  " if number and number[-1] not in "、．）" else ""
    rank = setting.next_rank(depth)
    laid = _in_line(section.blocks, setting)
    blocks = noted([
        _table(block, setting.sheet, laid[block.columns].pop(0))
        if isinstance(block, Table)
        else block_data(block, setting, depth + 1)
        for block in section.blocks
    ])  # fmt: skip
    chapter = is_chapter(section)
    return {
        "kind": "section",
        "chapter": chapter,
        "title": f"{number}{gap}{section.title}",
        "rank": rank,
        "blocks": signed_together(blocks, setting.sheet.room) if chapter else blocks,
        "height": _SECTION_BAR + sum(block.get("height", setting.sheet.room) for block in blocks),
    }


def _in_line(
    blocks: Iterable[Block], setting: Setting
) -> dict[tuple[Column, ...], list[columns.Fit]]:
    """How the tables among some blocks are set; those with the same columns stand in line."""
    alike: dict[tuple[Column, ...], list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table):
            alike.setdefault(block.columns, []).append(block)
    width, leading = setting.sheet.body, setting.leading
    return {
        titles: columns.fit_alike(tables, width, leading=leading)
        for titles, tables in alike.items()
    }


def _table(table: Table, sheet: Sheet, laid: columns.Fit) -> Data:
    """A table with the widths of its columns."""
    summed = bool(table.rows) and table.rows[-1].kind is RowKind.TOTAL
    together = _SUMMED_TOGETHER if summed else _TOGETHER
    height = sum(laid.heights)
    last = closing(table.rows, laid.heights, sheet.room)
    titled = repeated(_followed(table.rows), last)
    kept = with_sums(table.rows, last)
    whole = 0 < last == len(table.rows)  # nothing would stand between the head and the foot
    return {
        "kind": "table",
        "size": laid.size,
        "inset": laid.inset,
        "together": whole or height < together * sheet.room,
        "height": height + laid.head,
        "head": laid.head,
        "heights": [round(high, 1) for high in laid.heights],
        "exact": laid.exact[0],
        "opening": 0 if whole else opening(table.rows, laid.heights, sheet.room),
        "closing": 0 if whole else last,
        "note": None,
        "columns": [
            {
                "title": breakable(column.title, width - 2 * laid.inset, laid.size),
                "width": width,
                "align": str(column.align),
            }
            for column, width in zip(table.columns, laid.widths, strict=True)
        ],
        "rows": [
            _row(row, laid, exact, height > _TALL * sheet.room, repeat)
            | {"kept": stays and height <= _TALL * sheet.room}
            for row, exact, height, repeat, stays in zip(
                table.rows, laid.exact[1:], laid.heights, titled, kept, strict=True
            )
        ],
    }


def _followed(rows: tuple[Row, ...]) -> list[bool]:
    """For each row, whether it is the title of rows below it."""
    groups = [row.kind is RowKind.GROUP for row in rows]
    return [group and not after for group, after in zip(groups, [*groups, True][1:], strict=True)]


def _row(row: Row, laid: columns.Fit, exact: float | None, tall: bool, repeat: bool) -> Data:
    """A row, filled up to the number of columns."""
    count = len(laid.widths)
    cells = row.cells or (Cell(),)
    rooms = [width - 2 * laid.inset - 1 for width in laid.widths]
    if row.kind is RowKind.GROUP:
        rooms = [sum(laid.widths) - 2 * laid.inset]
    else:
        cells = (*cells, *(Cell() for _ in range(count - len(cells))))[:count]
    return {
        "kind": str(row.kind),
        "exact": None if tall else exact,
        "breakable": tall,
        "repeat": repeat,
        "cells": [
            cell_data(cell, room, laid.size) for cell, room in zip(cells, rooms, strict=False)
        ],
    }


def _drawing(chart: Chart | Swimlane, locale: str, compact: bool) -> Data:
    """A chart as SVG with its size in px."""
    picture, width, height = svg.draw_chart(
        chart, locale=locale, compact=compact, embed_fonts=False
    )
    return {"svg": picture.decode("utf-8"), "width": width, "height": height, "alt": _alt(chart)}


def _alt(chart: Chart | Swimlane) -> str:
    """What a drawing shows, for those who cannot see it."""
    first = chart.nodes if isinstance(chart, Swimlane) else chart.cards
    return chart.alt or " · ".join(each.title for each in first[:3]) or "—"


def _chart(chart: Chart | Swimlane, setting: Setting, depth: int) -> Data:
    """A chart on paper of its own."""
    picture, width, height = svg.draw_chart(
        replace(chart, facts=()), locale=setting.locale, compact=False, embed_fonts=False
    )
    head = (
        setting.head + _LETTERHEAD + _SECTION_BAR * min(1, depth - 1) + _CHAPTER * max(0, depth - 2)
    )
    good = LEAST_SCALE if isinstance(chart, Chart) else LANES_SCALE
    paper_width, paper_height, drawn = chart_paper(width, height, head, good)
    return {
        "kind": "chart",
        "paper": [paper_width, paper_height],
        "width": drawn,
        "ratio": width / height,
        "drawing": {"svg": picture.decode("utf-8"), "alt": _alt(chart)},
    }
