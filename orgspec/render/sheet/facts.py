"""What stands around the table of a sheet: the head of the document, facts, room to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from orgspec.document import Document, Facts, Paragraph, Signature, plain
from orgspec.render.sheet import look
from orgspec.render.sheet.plan import PAGE
from orgspec.render.sheet.reckoned import Placed, weighed
from orgspec.render.sheet.text import cell_text, lines_text, write_words
from orgspec.render.theme import theme

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LABEL = 14.0  # width units that a label takes
_WIDEST_LABEL = 16.0
_TOO_NARROW = 10.0  # times as bad as too wide
_SIGNED = 34.0  # points of a row to sign in
GAP = 15.0  # points of an empty row
SMALL = 9.0  # points, of the head
_BETWEEN = "    "
_UNSET = 9.2  # width units of a column that no width was set of

Span = tuple[int, int]  # first and last column
Around = Facts | Signature | Paragraph


def head_entries(document: Document, title: str) -> list[str]:
    """Whose sheet it is and of which document, unless its title says so; the head of that."""
    named = (document.organisation, document.subject, document.title)
    of = " · ".join(dict.fromkeys(name for name in named if name and name not in title))
    return [
        *filter(None, (of,)),
        *(f"{label} {value}" for band in document.head for label, value in band),
    ]


def in_lines(entries: Iterable[str], room: float, formats: look.Formats) -> str:
    """Entries side by side, as many in a line as a room of width units holds."""
    lines: list[str] = []
    for entry in entries:
        longer = f"{lines[-1]}{_BETWEEN}{entry}" if lines else entry
        if lines and formats.units(longer, SMALL) <= room:
            lines[-1] = longer
        else:
            lines.append(entry)
    return "\n".join(lines)


def write_head_line(
    sheet: Worksheet, document: Document, title: str, widths: Sequence[float], formats: look.Formats
) -> int:
    """The head of a document below the title of a sheet; the row after it.

    It takes as many lines as it needs where it is wider than the columns and than a page: what
    runs beyond would make all of the page smaller.
    """
    room = max(sum(widths), PAGE)
    line = in_lines(head_entries(document, title), room, formats)
    if not line:
        return 1
    muted: dict[str, object] = {"font_color": look.MUTED, "font_size": SMALL}
    if "\n" not in line:
        sheet.write_string(1, 0, cell_text(line), formats.get(**muted))
        sheet.set_row(1, 18)
        return 2
    last = len(widths) - 1 + int((room - sum(widths)) / _UNSET)
    _write(sheet, 1, (0, last), line, formats.get(**muted, text_wrap=True))
    sheet.set_row(1, formats.height(line, room, SMALL))
    return 2


def write_around(
    sheet: Worksheet,
    at: int,
    blocks: Sequence[Around],
    widths: Sequence[float],
    formats: look.Formats,
    table: Placed | None = None,
) -> list[float]:
    """Facts and signatures from a row on, as wide as the columns of the table.

    Returns how high each row is in points, also the empty one below each block. Of the figures in
    `table` follow those of the facts below it.
    """
    high: list[float] = []
    for block in blocks:
        formula = {}
        if isinstance(block, Paragraph):
            high += [_write_note(sheet, at + len(high), plain(block.text), widths, formats), GAP]
            continue
        if isinstance(block, Signature):
            # To write in: what holds words apart in Chinese, and in languages with spaces.
            gap = "\u00a0" * 24 if block.name_label.isascii() else "\u3000" * 8
            room = f"{block.name_label}{gap}{block.date_label}{gap}"
            lines = [[(party, room)] for party in block.parties]
            across, least = 1, _SIGNED
        else:
            lines, across, least = _lines(block), block.across, 20.0
            if table is not None and block.weighed is not None:
                formula = {block.weighed.label: weighed(table, block.weighed)}
        places = places_of_facts(widths, across, label_width((block,), formats))
        for line in lines:
            row = at + len(high)
            high.append(_write_line(sheet, row, line, places, widths, formats, least, formula))
        high.append(GAP)
    return high


def _write_note(
    sheet: Worksheet, at: int, text: str, widths: Sequence[float], formats: look.Formats
) -> float:
    """Running text as wide as the table. Returns its height in points."""
    _write(
        sheet, at, (0, len(widths) - 1), text, formats.get(font_color=look.MUTED, text_wrap=True)
    )
    high = formats.height(text, sum(widths))
    sheet.set_row(at, high)
    return high


def label_width(blocks: Iterable[Around], formats: look.Formats) -> float:
    """The width units that the labels of some blocks need; a long one takes several lines."""
    labels = (
        label
        for block in blocks
        if not isinstance(block, Paragraph)
        for label in (
            block.parties if isinstance(block, Signature) else (label for label, _ in block.pairs)
        )
    )
    widest = max((formats.units(label, bold=True) for label in labels), default=0.0)
    return min(widest, _WIDEST_LABEL)


def with_whole_labels(
    widths: Sequence[float], blocks: Iterable[Around], formats: look.Formats
) -> list[float]:
    """The widths of columns, those below a label at least as wide as its longest word."""
    found = list(widths)
    for facts in blocks:
        if not isinstance(facts, Facts):
            continue
        places = places_of_facts(found, facts.across, label_width((facts,), formats))
        for line in _lines(facts):
            for (label, _), ((start, end), _) in zip(line, places, strict=False):
                words = (formats.units(word, bold=True) for word in label.split())
                needed = min(max(words, default=0.0), _WIDEST_LABEL)
                found[end] += max(0.0, needed - sum(found[start : end + 1]))
    return found


def _lines(facts: Facts) -> list[list[tuple[str, str]]]:
    """The pairs of facts, line by line; a wide one has a line of its own."""
    lines: list[list[tuple[str, str]]] = []
    room = 0
    for label, value in facts.pairs:
        wide = label in facts.wide
        if room == 0 or wide:
            lines.append([])
            room = facts.across
        lines[-1].append((label, lines_text(facts.cell(label, value))))
        room = 0 if wide else room - 1
    return lines


def places_of_facts(
    widths: Sequence[float], across: int, needed: float = 0.0
) -> list[tuple[Span, Span]]:
    """The columns of a label and of its value, for each pair in a line.

    All labels and all values come as near to one width as the columns of the table allow; a label
    is rather too wide than narrower than `needed`. Fewer pairs than asked for where there are too
    few columns.
    """
    count = max(1, min(across, len(widths) // 2))
    if len(widths) < 2:
        return [((0, 0), (0, 0))]
    edges = [0.0, *accumulate(widths)]
    pair = ((_LABEL, needed), (max(edges[-1] / count - _LABEL, _LABEL), 0.0))
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # cost and ends, by last end
    for width, least in pair * count:
        best = {
            end: min(
                (cost + _off(edges[end] - edges[start], width, least), (*ends, end))
                for start, (cost, ends) in best.items()
                if start < end
            )
            for end in range(min(best) + 1, len(edges))
        }
    ends = (0, *best[len(widths)][1])
    spans = [(start, end - 1) for start, end in pairwise(ends)]
    return list(zip(spans[::2], spans[1::2], strict=True))


def _off(width: float, wanted: float, least: float) -> float:
    """How bad a width is that is not the one wanted, and worse if it is less than `least`."""
    return (width - wanted) ** 2 + _TOO_NARROW * max(0.0, least - width) ** 2


def _write_line(
    sheet: Worksheet,
    at: int,
    line: Sequence[tuple[str, str]],
    places: Sequence[tuple[Span, Span]],
    widths: Sequence[float],
    formats: look.Formats,
    least: float,
    formula: Mapping[str, str],
) -> float:
    """One line of pairs; the last value takes what is left of it. Returns its height in points.

    A value that has a `formula`, by its label, becomes that while it is empty.
    """
    name = formats.cell(bold=True, bg_color=theme().tint, font_color=theme().words, align="center")
    said = formats.cell(indent=1)
    high = [least]
    for index, (label, value) in enumerate(line[: len(places)]):
        named, (start, end) = places[index]
        if index == len(line) - 1:
            end = len(widths) - 1
        _write(sheet, at, named, label, name)
        text = value.strip("\u3000\u00a0\n ")
        _write(sheet, at, (start, end), text, said)
        if formula.get(label) and not text:
            strong = formats.cell(indent=1, bold=True, align="left")
            sheet.write_formula(at, start, formula[label], strong, "")
        high.append(formats.height(label, sum(widths[named[0] : named[1] + 1]), bold=True))
        high.append(formats.height(value, sum(widths[start : end + 1])))
    sheet.set_row(at, max(high))
    return max(high)


def _write(sheet: Worksheet, at: int, span: Span, text: str, form: Format) -> None:
    """A text in a cell, or in several that are made one."""
    if span[0] == span[1]:
        write_words(sheet, at, span[0], text, form)
    else:
        sheet.merge_range(at, span[0], at, span[1], cell_text(text), form)
