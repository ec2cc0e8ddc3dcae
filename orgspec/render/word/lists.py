"""The lists of a Word document, as XML."""

from __future__ import annotations

from orgspec.render.word import look
from orgspec.render.word.ooxml import NAMESPACES

BULLETS = 1
TABLE_BULLETS = 2
_FIRST_ORDERED = 3
LIST_INDENT = 340
TABLE_INDENT = 200
# Chinese faces draw the bullet as a dot of the width of a character; Arial's is a bullet.
_BULLET_FACE = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'


def ordered_list(index: int) -> int:
    """The id of the numbered list with this index, from 0: each counts from 1 on its own."""
    return _FIRST_ORDERED + index


def numbering_xml(ordered: int) -> str:
    """The numbering part: bullets for running text and for tables, and `ordered` numbered lists."""
    lists = [
        _definition(0, "bullet", "•", LIST_INDENT, "ListBullet"),
        _definition(1, "bullet", "•", TABLE_INDENT, "TableBullet"),
        _definition(2, "decimal", "%1.", LIST_INDENT, ""),
    ]
    numbers = [_instance(BULLETS, 0), _instance(TABLE_BULLETS, 1)]
    numbers += [_instance(ordered_list(index), 2, restart=True) for index in range(ordered)]
    return f"<w:numbering {NAMESPACES}>{''.join(lists)}{''.join(numbers)}</w:numbering>"


def _definition(index: int, kind: str, text: str, indent: int, style: str) -> str:
    """What the items of a list look like."""
    face = _BULLET_FACE if kind == "bullet" else ""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{bound}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr>{face}<w:color w:val="{look.words()}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def _instance(number: int, definition: int, *, restart: bool = False) -> str:
    """A list that paragraphs belong to."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
        f"{start if restart else ''}</w:num>"
    )
