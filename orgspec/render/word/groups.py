"""Which blocks of a section stand together, and what of them stays on one page."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import (
    Block,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Section,
    Signature,
    Table,
)

_CLOSE, _FEW = 2, 4  # blocks, rows


def groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks of running text together, a table with the note below it, all others alone."""
    found: list[list[Block]] = []
    flowing = False
    for block in blocks:
        flows = isinstance(block, Heading | Paragraph | Listing | Figure)
        if flows and flowing:
            found[-1].append(block)
        else:
            found.append([block])
        flowing = flows
    joined: list[list[Block]] = []
    for group in found:
        if joined and isinstance(joined[-1][-1], Table | Facts) and is_note(group):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def is_note(group: Sequence[Block]) -> bool:
    """Whether a group is nothing but sentences."""
    return all(isinstance(each, Paragraph) for each in group)


def is_title(group: Sequence[Block]) -> bool:
    """Whether a group is no more than the title of what follows inside a section."""
    return all(isinstance(each, Heading) for each in group)


def is_signed(block: Block | None) -> bool:
    """Whether a block holds the place to sign, which never stands on a page alone."""
    parts = block.blocks if isinstance(block, Section) else (block,)
    return any(isinstance(each, Signature) for each in parts)


def is_close(blocks: Sequence[Block]) -> bool:
    """Whether all that is left is the close of a document: a few rows, the place to sign.

    It never stands on a page alone.
    """
    if not blocks or is_signed(blocks[0]):
        return bool(blocks)
    return len(blocks) <= _CLOSE and all(is_signed(each) or _is_short(each) for each in blocks)


def _is_short(block: Block) -> bool:
    """Whether a section is no more than a table of a few rows."""
    parts = block.blocks if isinstance(block, Section) else ()
    return len(parts) == 1 and isinstance(parts[0], Table) and len(parts[0].rows) <= _FEW


def holds_on(block: Block) -> bool:
    """Whether what stands above a block inside a section ends on its page: a note, a signature."""
    return isinstance(block, Paragraph) or is_signed(block)
