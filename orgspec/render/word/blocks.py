"""Blocks to the XML of a Word body."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import (
    Block,
    Chart,
    Facts,
    Figure,
    Heading,
    Inline,
    Listing,
    Matrix,
    Paragraph,
    Section,
    Signature,
    Swimlane,
    Table,
    plain,
)
from orgspec.render.word import look
from orgspec.render.word.columns import PADDING, TWIPS_PER_EM
from orgspec.render.word.gauge import (
    add_bar,
    add_box,
    add_frame,
    add_lines,
    add_row,
    add_spacer,
    add_unknown,
    keep_from,
    keep_last,
    lines_high,
    open_block,
)
from orgspec.render.word.groups import groups, holds_on, is_close, is_note, is_title
from orgspec.render.word.lists import LIST_INDENT, ordered_list
from orgspec.render.word.matrix import matrix_xml
from orgspec.render.word.measure import as_one
from orgspec.render.word.ooxml import (
    TableCell,
    paragraph,
    row,
    run,
    runs,
    spacer,
    table,
    with_last_row_kept,
    with_row_below,
)
from orgspec.render.word.pictures import chart_xml, figure_xml
from orgspec.render.word.story import Story
from orgspec.render.word.tables import facts_xml, signature_xml, table_xml

_Flow = Heading | Paragraph | Listing | Figure
_DEEPEST = 3
_OUTLINED = 8  # the deepest level of the navigation pane, from 0
_SHORT = 10  # lines of running text that stay on one page


def blocks_xml(blocks: Sequence[Block], story: Story, *, below: int = 0) -> str:
    """The XML of blocks that stand directly on the page, `below` so many levels of headings."""
    return "".join(blocks_parts(blocks, story, below=below))


def blocks_parts(
    blocks: Sequence[Block], story: Story, *, below: int = 0, first: int = 0
) -> list[str]:
    """The XML of each of these blocks, of which the first has this place on its sheet."""
    parts: list[str] = []
    depth = below
    for place, block in enumerate(blocks, 1):
        start = len(story.pieces)
        if isinstance(block, Heading):
            depth = below + block.level
        parts.append(_block(block, story, depth, below, closed=is_close(blocks[place:])))
        open_block(story, start, first + len(parts) - 1)
    return parts


def _block(block: Block, story: Story, depth: int, below: int, *, closed: bool) -> str:
    """The XML of a block that stands directly on the page, at this depth of headings.

    The end of one that is `closed` by all that follows stays with it.
    """
    if isinstance(block, Section):
        return _section(block, story, depth, signed=closed)
    if isinstance(block, Heading):
        return _heading(block, below)
    if isinstance(block, Chart | Swimlane):
        return chart_xml(block, story)
    if isinstance(block, Paragraph | Listing | Figure):
        return _flow(block, story)
    made = _grid(block, story) + spacer()
    add_spacer(story)
    return made


def _heading(block: Heading, below: int) -> str:
    """A heading on the page: the highest is a chapter, for Heading 1 is the bar of a section."""
    style = "Chapter" if block.level <= 1 else f"Heading{min(block.level, _DEEPEST)}"
    return paragraph(run(block.text), style, outline=_outline(block, below))


def _outline(block: Heading, below: int) -> int | None:
    """The level of a heading in the navigation pane; None for that of its style.

    In a bound document what it stands below is further down than its style knows.
    """
    return min(below + max(block.level, 1) - 1, _OUTLINED) if below else None


def _section(section: Section, story: Story, depth: int, *, signed: bool = False) -> str:
    """The bar of a section and its blocks; text stands in a box, so that sections look alike.

    The end of what is `signed` below stays with the signatures, that of a table with its note.
    """
    gap = "" if not section.number or section.number[-1:] in "、．，）" else "\u2002"
    title = run(f"{section.number}{gap}{section.title}")
    # Below a chapter the section is one level further down in the navigation pane.
    outline = min(depth, _OUTLINED) if depth else None
    parts = [paragraph(title, "Heading1", outline=outline)]
    add_bar(story)
    found = groups(section.blocks)
    for index, group in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else None
        ends = signed if following is None else holds_on(following)
        parts.append(_group(group, story, depth, signed=ends))
        if index < len(found) - 1 and not is_title(group):
            parts.append(spacer(keep_next=True))
            add_spacer(story)
    if found and not isinstance(found[-1][0], Section | Chart | Swimlane):
        parts.append(spacer(keep_next=signed))
    return "".join(parts)


def _group(group: list[Block], story: Story, depth: int, *, signed: bool) -> str:
    """One block, or running text in a box; what is `signed` below stays with the signatures.

    What must not part from the next block is no table of one row: LibreOffice does not keep those.
    """
    first = group[0]
    if is_title(group) or (signed and is_note(group)):
        return _framed(group, story, depth)
    if isinstance(first, Section):
        return _section(first, story, depth + 1, signed=signed)
    if isinstance(first, Chart | Swimlane):
        return chart_xml(first, story)
    if isinstance(first, Heading | Paragraph | Listing | Figure):
        return _box(group, story, depth, signed=signed)
    made = _grid(first, story)
    if not made and group[1:]:
        return _box(group[1:], story, depth, signed=signed)
    for note in group[1:]:
        keep_last(story)
        made = with_row_below(with_last_row_kept(made), _note(note, story))
    if not signed:
        return made
    keep_last(story)
    return with_last_row_kept(made)


def _note(block: Block, story: Story) -> str:
    """A sentence in a row of the table that it is about."""
    text = block.text if isinstance(block, Paragraph) else ()
    add_row(story, lines_high(text, story.width))
    return paragraph(runs(_whole(text, story.narrower(PADDING))), "TableText")


def _framed(group: list[Block], story: Story, depth: int) -> str:
    """A title or sentences as paragraphs with a frame, on the page of what follows."""
    inner = story.narrower(2 * look.CELL_PADDING + 20)
    parts = []
    for block in group:
        if isinstance(block, Heading | Paragraph):
            parts.append(_flow(block, inner, "BoxedSectionText", "BoxedHeading", below=depth))
            keep_last(inner)
    add_box(inner)
    return "".join(parts)


def _box(group: list[Block], story: Story, depth: int, *, signed: bool) -> str:
    """Running text in a box; a long one may go over several pages.

    A short one does not: LibreOffice leaves an empty frame of a note at the foot of a page, and a
    sentence of a clause would stand on two pages. It has a row for each item, as has what is
    `signed` below: LibreOffice keeps no table of one row with what follows.
    """
    inner = story.narrower(2 * look.CELL_PADDING + 20)
    before = len(story.pieces)
    items = [
        item
        for block in group
        if isinstance(block, Heading | Paragraph | Listing | Figure)
        for item in _items(block, inner, depth)
    ]
    whole = len(story.pieces) - before <= _SHORT and not any(
        isinstance(each, Figure) for each in group
    )
    add_frame(story)
    if whole:
        keep_from(story, before)
    if signed:
        keep_last(story)
    rows = _rows(items if signed or whole else ["".join(items)], story.width, splits=not whole)
    if whole:
        rows[:-1] = map(with_last_row_kept, rows[:-1])
    made = table([story.width], rows, header=False, description="")
    return with_last_row_kept(made) if signed else made


def _rows(items: Sequence[str], width: int, *, splits: bool) -> list[str]:
    """A row for each item of a box, without rules between them."""
    last = len(items) - 1
    return [
        row(
            [TableCell(item, width, follows=index > 0, goes_on=index < last)],
            splits=splits,
        )
        for index, item in enumerate(items)
    ]


def _items(block: _Flow, inner: Story, depth: int) -> list[str]:
    """The items of a list in a box; any other running text is one."""
    return (
        _listing(block, inner)
        if isinstance(block, Listing)
        else [_flow(block, inner, "SectionText", below=depth)]
    )


def _grid(block: Facts | Table | Matrix | Signature | Block, story: Story) -> str:
    """A block that is a table in Word as well."""
    if isinstance(block, Facts):
        return facts_xml(block, story)
    if isinstance(block, Table):
        return table_xml(block, story)
    if isinstance(block, Matrix):
        add_unknown(story)
        return matrix_xml(block, story)
    if isinstance(block, Signature):
        return signature_xml(block, story)
    raise TypeError(f"{type(block).__name__} is no table")


def _flow(
    block: _Flow,
    story: Story,
    style: str = "Normal",
    headings: str = "Heading",
    *,
    below: int = 0,
) -> str:
    """A block of running text; `style` is that of its paragraphs, `headings` of its titles.

    The titles stand `below` so many levels of headings.
    """
    if isinstance(block, Heading):
        around = look.AROUND_HEADING if headings == "Heading" else look.ABOVE_BOXED
        add_lines(story, (block.text,), around)
        keep_last(story)
        title = f"{headings}{min(max(block.level, 2), _DEEPEST)}"
        return paragraph(run(block.text), title, outline=_outline(block, below))
    if isinstance(block, Paragraph):
        add_lines(story, (plain(block.text),), look.AROUND_TEXT)
        return paragraph(runs(_whole(block.text, story)), style)
    if isinstance(block, Listing):
        return "".join(_listing(block, story))
    return figure_xml(block, story)


def _listing(block: Listing, story: Story) -> list[str]:
    """The items of a list; a numbered one begins at 1."""
    add_lines(story, map(plain, block.items), sum(look.AROUND_ITEM))
    items = [_whole(item, story.narrower(LIST_INDENT)) for item in block.items]
    if not block.ordered:
        return [paragraph(runs(item), "ListBullet") for item in items]
    number = ordered_list(next(story.lists))
    return [paragraph(runs(item), "ListNumber", number=number) for item in items]


def _whole(text: Inline, story: Story) -> Inline:
    """Running text whose days and amounts stand in one line."""
    return as_one(text, story.width / TWIPS_PER_EM)
