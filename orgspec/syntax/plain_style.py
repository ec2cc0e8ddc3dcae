"""The plain style of YAML, read by lines: several times as fast as by libyaml's events.

Nearly all files of organisations are written in one style: block mappings and lists, and on one
line plain or quoted scalars, `[…]` and `{…}`. This reads that style, and only as long as nothing
is unusual: no anchor, tag, block scalar, escape, tab, text over several lines, doubled key, or
indent that YAML would not take. At the first such thing it gives up, and the reader asks libyaml
for the whole file. So it decides nothing about YAML: what it gives is what libyaml would give, to
the last place, and tests hold the two against each other. Every problem is found by libyaml.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from sys import intern
from typing import Any

from orgspec.source import Source
from orgspec.syntax.characters import rare_in
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.plain_brackets import (
    FIRST,
    KEY,
    QUOTED,
    NotPlainError,
    bracketed,
    place_whole,
)

# What libyaml takes for no character, or for the end of a line: it must judge these itself.
_FOREIGN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# A plain scalar of a block: more may stand in it than within brackets.
_BLOCK = rf"(?:{FIRST}|-(?![ \n\-]))[^\n:#]*(?:(?::(?![ \n])|(?<! )#)[^\n:#]*)*(?<! )"
# Groups: margin, dash, key, gap behind it, plain, quoted, brackets, tail; or what is none of it.
_LINE = re.compile(
    rf"( *+)(?:(- ++)|)(?:({KEY}):( ++|(?=\n))|)(?:({_BLOCK})|({QUOTED})|([\[{{][^\n]*)|)"
    r"( *(?:(?<![^ \n])#[^\n]*|))\n|([^\n]+)"
)
_NULLS = dict.fromkeys(("~", "null", "Null", "NULL"))
_PIECE = 1 << 16  # characters whose lines are taken apart at a time

_Waiting = tuple[str, int, int]  # a key whose value may follow on the next lines; start and end
_Frame = tuple[Any, int, list[int]]  # an open container, the column of what is in it, its places


def read_plainly(source: Source, depth: int) -> MapNode | None:
    """The mapping that a file holds; None if any of it is not in the plain style.

    `depth` is how deep containers may lie.
    """
    text = source.text
    if _FOREIGN.search(rare_in(source)):
        return None
    try:
        return _block(text if text.endswith("\n") else text + "\n", depth)
    except NotPlainError:
        return None


def _lines(text: str) -> Iterator[tuple[str, ...]]:
    """The groups of every line; piece by piece, for a file may be large."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or len(text)
        yield from _LINE.findall(text, at, end)
        at = end


def _block(text: str, depth: int) -> MapNode:
    """The nodes of all lines. Hot: some fifty rounds a role."""
    words: dict[str, str | None] = {**_NULLS}
    same = words.setdefault  # one string for all that are equal, and None for the words for it
    outer: list[_Frame] = []  # the containers around the innermost
    top: Any = None
    row = array("I")  # the places of what is closed
    column, places, at = -1, [0], 0
    waiting: _Waiting | None = None
    for margin, dash, name, gap, plain, quoted, brackets, tail, odd in _lines(text):
        start = at + len(margin)
        if not name and not dash:
            if odd or plain or quoted or brackets:
                raise NotPlainError
            at = start + len(tail) + 1
            continue  # an empty line, or a comment
        kind = SeqNode if dash else MapNode
        if waiting is not None or len(margin) != column or type(top) is not kind:
            frame = (top, column, places)
            top, column, places = _settled(frame, outer, row, waiting, kind, start, len(margin))
            waiting = None
        if dash:
            start += len(dash)
            if name:
                inner = _opened(MapNode, start, column + len(dash))
                top.append(inner[0])
                places += start, 0
                outer.append((top, column, places))
                top, column, places = inner
        if len(outer) >= depth:
            raise NotPlainError
        if name:
            name = intern(name)
            key_start, key_end = start, start + len(name)
            start = key_end + 1 + len(gap)
        value: Node
        if plain:
            value, end = same(plain, plain), start + len(plain)
            at = end + len(tail) + 1
        elif brackets:
            value, end = bracketed(brackets, start, row, same, depth - len(outer) - 1)
            at = start + len(brackets) + 1
        elif quoted:
            value, end = quoted[1:-1], start + len(quoted)
            at = end + len(tail) + 1
        elif name:
            waiting = (name, key_start, key_end)
            at = start + len(tail) + 1
            continue
        else:
            raise NotPlainError
        if name:
            top[name] = value
            places += key_start, key_end, start, end
        else:
            top.append(value)
            places += start, end
    return _whole((top, column, places), outer, row, waiting)


def _settled(
    frame: _Frame,
    outer: list[_Frame],
    row: array[int],
    waiting: _Waiting | None,
    kind: type[Any],
    start: int,
    indent: int,
) -> _Frame:
    """The container to which a line at an indent belongs: a new one, or one that is open."""
    top, column, places = frame
    if top is None and kind is MapNode:
        return _opened(kind, start, indent)
    if waiting is not None:
        if indent > column or (indent == column and kind is SeqNode and type(top) is MapNode):
            outer.append(frame)
            node = _opened(kind, start, indent)
            top[waiting[0]] = node[0]
            places += *waiting[1:], start, 0
            return node
        _leave_empty(frame, waiting)
    while indent < column or (indent == column and type(top) is not kind):
        if not outer:
            raise NotPlainError
        top, column, places = _closed((top, column, places), outer, row)
    if indent > column:
        raise NotPlainError
    return top, column, places


def _opened(kind: type[Any], start: int, column: int) -> _Frame:
    """A container of a block, still empty."""
    node = kind()
    node.flow = False
    return node, column, [start, start]


def _leave_empty(frame: _Frame, waiting: _Waiting) -> None:
    """Give a key no value: it would stand behind the colon."""
    name, start, end = waiting
    frame[0][name] = None
    frame[2].extend((start, end, end + 1, end + 1))


def _closed(frame: _Frame, outer: list[_Frame], row: array[int]) -> _Frame:
    """Close a container of a block; it ends with the last thing in it. The one around it."""
    top, _, places = frame
    places[1] = places[-1]
    place_whole(top, row, places)
    around = outer.pop()
    around[2][-1] = places[-1]
    return around


def _whole(
    frame: _Frame, outer: list[_Frame], row: array[int], waiting: _Waiting | None
) -> MapNode:
    """The mapping of the whole text, when its last line is read."""
    if frame[0] is None:
        raise NotPlainError
    if waiting is not None:
        _leave_empty(frame, waiting)
    while outer:
        frame = _closed(frame, outer, row)
    _closed(frame, [(None, -1, [0])], row)
    root: MapNode = frame[0]
    return root
