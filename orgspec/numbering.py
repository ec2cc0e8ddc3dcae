"""The numbers of sections and clauses, as a house wants them instead of those that a view writes."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import Binding, Block, Document, Heading, Section

_DIGITS = "零一二三四五六七八九"

NONE, DECIMAL, CHINESE = "none", "decimal", "chinese"


def numbered(document: Document, scheme: str) -> Document:
    """The document with its sections and clauses numbered anew, each of a bound one by itself.

    Args:
        document: with the numbers that its view wrote.
        scheme: `chinese` (一、（一）1.), `decimal` (1 1.1 1.1.1) or `none`; empty changes nothing.
            A document in another language than Chinese has decimal numbers for Chinese ones.
    """
    if not scheme:
        return document
    if scheme == CHINESE and not document.locale.lower().startswith("zh"):
        scheme = DECIMAL
    binding = document.binding
    return replace(
        document,
        blocks=_numbered(document.blocks, scheme, ()),
        binding=_bound(binding, scheme) if binding is not None else None,
    )


def _bound(binding: Binding, scheme: str) -> Binding:
    """A binding in which the sections of every document are numbered anew."""
    parts = (
        replace(
            part,
            documents=tuple(
                replace(each, document=numbered(each.document, scheme)) for each in part.documents
            ),
        )
        for part in binding.parts
    )
    return replace(binding, parts=tuple(parts))


def _numbered(blocks: tuple[Block, ...], scheme: str, above: tuple[int, ...]) -> tuple[Block, ...]:
    """Blocks with their sections numbered, below a section of these numbers; headings that have one.

    A heading counts among those of its level below the last one above it.
    """
    found: list[Block] = []
    count = 0
    clause: tuple[int, ...] = ()
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            below = min(max(0, block.level - 1 - len(above)), len(clause))
            before = clause[below] if below < len(clause) else 0
            clause = (*clause[:below], before + 1)
            block = replace(block, number=number((*above, *clause), scheme))
        if isinstance(block, Section):
            count += 1
            at = (*above, count)
            inner = _numbered(block.blocks, scheme, at)
            block = replace(block, blocks=inner, number=number(at, scheme))
        found.append(block)
    return tuple(found)


def number(at: tuple[int, ...], scheme: str) -> str:
    """The number of a section at a place: its numbers from the highest level down, from 1.

    >>> number((4, 2), "decimal")
    '4.2'
    >>> number((12,), "chinese"), number((4, 2), "chinese"), number((4, 2, 3), "chinese")
    ('十二、', '（二）', '3.')
    """
    if scheme == NONE:
        return ""
    if scheme == DECIMAL:
        return ".".join(map(str, at))
    if len(at) == 1:
        return f"{_chinese(at[0])}、"
    return f"（{_chinese(at[-1])}）" if len(at) == 2 else f"{at[-1]}."


def _chinese(value: int) -> str:
    """A number up to 99 in Chinese characters; above that in digits."""
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _DIGITS[ones]
    if tens > 9:
        return str(value)
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")
