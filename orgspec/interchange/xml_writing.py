"""Elements as XML: the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_ATTRIBUTES = {**_ESCAPES, '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@dataclass(slots=True)
class Tag:
    """An element to be written: its prefixed name, attributes in order, text or children."""

    name: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    children: list[Tag] = field(default_factory=list)
    text: str = ""

    def add(self, name: str, text: str = "", /, **attributes: object) -> Tag:
        """A new child."""
        child = Tag(name, attributes, [], text)
        self.children.append(child)
        return child


def xml_bytes(root: Tag) -> bytes:
    """A document, indented by two blanks, attributes without value left out."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, "")]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _lines(tag: Tag, indent: str) -> Iterator[str]:
    """The lines of an element."""
    pairs = ((k, str(v)) for k, v in tag.attributes.items() if v is not None and v != "")
    head = f"{indent}<{tag.name}" + "".join(f' {k}="{_escaped(v, True)}"' for k, v in pairs)
    if tag.children:
        yield f"{head}>"
        for child in tag.children:
            yield from _lines(child, f"{indent}  ")
        yield f"{indent}</{tag.name}>"
    elif tag.text:
        yield f"{head}>{_escaped(tag.text, False)}</{tag.name}>"
    else:
        yield f"{head} />"


def _escaped(text: str, attribute: bool) -> str:
    """Text with what XML keeps for itself escaped, and what it cannot hold left out."""
    table = _IN_ATTRIBUTES if attribute else _ESCAPES
    return "".join(table.get(c, c) for c in text if _may_stand(c))


def _may_stand(character: str) -> bool:
    """Whether XML 1.0 admits a character."""
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
