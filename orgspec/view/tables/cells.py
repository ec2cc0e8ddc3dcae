"""Cells and rows, as registers and forms write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgspec.document import Cell, Emphasis, Row, RowKind, Tone, inline

EMPTY = Cell()


def text(words: str, *, tone: Tone = Tone.PLAIN, depth: int = 0) -> Cell:
    """A cell with one piece of text, which may have line breaks; empty for an empty text."""
    return Cell((inline(words),), tone=tone, depth=depth) if words else Cell(tone=tone)


def opening(words: str) -> str:
    """A text as it begins a cell or a line: with a capital, where letters have them."""
    return words[:1].upper() + words[1:]


def strong(title: str, note: str = "", *, depth: int = 0) -> Cell:
    """What a row is about, and below it what is said of it."""
    lines = (inline(title, Emphasis.STRONG),)
    return Cell((*lines, inline(note, Emphasis.MUTED)) if note else lines, depth=depth)


def several(texts: Iterable[str]) -> Cell:
    """Texts one below another; bullets tell several apart where lines wrap."""
    lines = tuple(inline(line) for line in texts if line)
    return Cell(lines, bullets=len(lines) > 1)


def group(title: str, note: str = "") -> Row:
    """The title of the rows below it."""
    runs = inline(title, Emphasis.STRONG)
    # Both gaps are one em wide; the ideographic one belongs to Chinese alone.
    gap = "\u2003" if max(f"{title} {note}") < "\u2e80" else "\u3000"
    return Row(
        (Cell(((*runs, *inline(gap + note, Emphasis.MUTED)) if note else runs,)),), RowKind.GROUP
    )


def total(cells: Sequence[Cell], sums: Sequence[str] = ()) -> Row:
    """The sum of the rows above, or of those of another table that have the keys `sums`."""
    return Row(tuple(cells), RowKind.TOTAL, sums=tuple(sums))
