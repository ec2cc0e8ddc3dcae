"""Taking one value out of a text, so that what is left is still YAML and keeps its comments."""

from __future__ import annotations

import re

from orgspec.diagnostics import Edit
from orgspec.late import late
from orgspec.source import Span
from orgspec.syntax.nodes import Origin, SeqNode, Step

_COMMENT = late(r"(?:^|\s)#", re.MULTILINE)
_ANCHOR = late(r"(?:^|[\s\[{,])&[^\s,\]}]")
_COMMA = late(r"[ \t]*,")
_BLANKS = late(r"[ \t]*")


def removal(origin: Origin, route: tuple[Step, ...]) -> Edit | None:
    """The edit that takes out a list item, or a single value where a list may stand.

    The last value of a list leaves `[]` behind. None where the value was not found as written, and
    where a comment would be lost, or an anchor that is used elsewhere.
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
    if len(items) == 1:
        span = Span(items.start, items.end)
        return None if _holds_more(origin, span) else Edit(origin.source, span, "[]")
    if _holds_more(origin, Span(*items.place_of(index))):
        return None
    found = _from_flow(origin, items, index) if items.flow else _line(origin, items.place_of(index))
    return Edit(origin.source, found, "") if found is not None else None


def _holds_more(origin: Origin, span: Span) -> bool:
    """Whether there may be a comment or an anchor in a span."""
    text = origin.source.text[span.start : span.end]
    return _has_comment(origin, span) or _ANCHOR.search(text) is not None


def _has_comment(origin: Origin, span: Span) -> bool:
    """Whether there may be a comment in a span."""
    return _COMMENT.search(origin.source.text[span.start : span.end]) is not None


def _line(origin: Origin, item: tuple[int, int]) -> Span | None:
    """The lines of an item in block style; without the comment behind it."""
    text = origin.source.text
    start = text.rfind("\n", 0, item[0]) + 1
    if text[start : item[0]].strip() != "-":
        return None
    return _with_line(text, Span(start + text[start : item[0]].index("-"), item[1]))


def _from_flow(origin: Origin, items: SeqNode, index: int) -> Span | None:
    """An item in flow style with one of the commas around it, and its line if it has one."""
    text = origin.source.text
    start, end = items.place_of(index)
    if comma := _COMMA.match(text, end):
        return _with_line(text, Span(start, comma.end()))
    if index + 1 < len(items):
        return None  # a comment stands before the comma
    before = Span(items.place_of(index - 1)[1], start)
    if not _has_comment(origin, before):
        return Span(before.start, end)
    return _with_line(text, Span(start, end))


def _with_line(text: str, span: Span) -> Span:
    """A span with the blanks around it, and with its line where nothing else stands there."""
    line = text.rfind("\n", 0, span.start) + 1
    behind = _end_of_blanks(text, span.end)
    last = text.startswith(("\n", "\r"), behind) or behind == len(text)
    if not text[line : span.start].strip():
        if last:
            end = text.find("\n", behind)
            return Span(line, len(text) if end < 0 else end + 1)
        return Span(span.start, behind)
    if last or text.startswith("]", behind):
        return Span(len(text[: span.start].rstrip(" \t")), span.end)
    return Span(span.start, behind)


def _end_of_blanks(text: str, at: int) -> int:
    """Where the blanks from a place on end."""
    found = _BLANKS.match(text, at)
    return found.end() if found is not None else at
