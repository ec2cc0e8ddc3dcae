"""Taking one value out of a text, so that what is left is still YAML."""

from __future__ import annotations

from orgspec.diagnostics import Edit
from orgspec.source import Span
from orgspec.syntax.nodes import Origin, SeqNode, Step


def removal(origin: Origin, route: tuple[Step, ...]) -> Edit | None:
    """The edit that takes out a list item, or a single value where a list may stand.

    The last value of a list leaves `[]` behind. None where the value was not found as written.
    """
    place = origin.at(route)
    around = origin.at(route[:-1])
    items, index = around.node, route[-1]
    if not isinstance(items, SeqNode):
        if place.value.end <= place.value.start or place.node is origin.node:
            return None
        return Edit(origin.source, place.value, "[]")
    if not isinstance(index, int) or index >= len(items):
        return None
    spans = items.spans
    if len(spans) == 1:
        return Edit(origin.source, Span(items.start, items.end), "[]")
    if not items.flow:
        return _line(origin, spans[index][0])
    if index + 1 < len(spans):
        return Edit(origin.source, Span(spans[index][0], spans[index + 1][0]), "")
    return Edit(origin.source, Span(spans[index - 1][1], spans[index][1]), "")


def _line(origin: Origin, offset: int) -> Edit | None:
    """The edit that takes out the whole line of an item in block style."""
    text = origin.source.text
    start = text.rfind("\n", 0, offset) + 1
    if text[start:offset].strip() != "-":
        return None
    end = text.find("\n", offset)
    return Edit(origin.source, Span(start, len(text) if end < 0 else end + 1), "")
