"""Running text in two columns, one for each language, as contracts are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from orgspec.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Inline,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)

Both = tuple[Block, Block]

# A line of letters is longer than one of characters that says the same.
_WEIGHTS = {True: 1.0, False: 1.25}
_NAMES = {"zh": "中文", "en": "English"}


def in_columns(
    blocks: Iterable[Both], locales: tuple[str, str], pair: Callable[[Block, Block], Block]
) -> tuple[Block, ...]:
    """Pairs of blocks as blocks: paragraphs and lists in a row as one table of two columns."""
    found: list[Block] = []
    for running, members in groupby(blocks, key=_is_running):
        if running:
            rows = tuple(row for each in members for row in _rows(each, locales[1]))
            found.append(Table(_columns(locales), rows))
        else:
            found += [pair(*each) for each in members]
    return tuple(found)


def _is_running(both: Both) -> bool:
    """Whether both are running text; notes, which stand back, are not."""
    return all(
        isinstance(block, Listing)
        or (isinstance(block, Paragraph) and _has(block.text, Emphasis.PLAIN))
        for block in both
    )


def _has(text: Inline, emphasis: Emphasis) -> bool:
    """Whether a text is of one emphasis."""
    return all(run.emphasis is emphasis for run in text)


def _columns(locales: tuple[str, str]) -> tuple[Column, ...]:
    """A column for each language, under its own name."""
    names = [_NAMES.get(locale[:2].lower(), locale) for locale in locales]
    if names[0] == names[1]:
        names = list(locales)
    return tuple(
        Column(name, _WEIGHTS[locale[:2].lower() == "zh"])
        for name, locale in zip(names, locales, strict=True)
    )


def _rows(both: Both, lang: str) -> Iterator[Row]:
    """The rows of a paragraph or of a list; items that differ in number share one row."""
    one, other = ([*_lines(block)] for block in both)
    other = [tuple(Run(run.text, run.emphasis, lang) for run in line) for line in other]
    bullets = all(isinstance(block, Listing) and not block.ordered for block in both)
    if len(one) != len(other):
        yield Row((Cell(tuple(one), bullets), Cell(tuple(other), bullets)))
        return
    for line, like in zip(one, other, strict=True):
        yield Row((Cell((line,), bullets), Cell((like,), bullets)))


def _lines(block: Block) -> Iterator[Inline]:
    """The lines of running text, those of an ordered list with their numbers."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Listing):
        for number, item in enumerate(block.items, 1):
            yield (Run(f"{number}. "), *item) if block.ordered else item
