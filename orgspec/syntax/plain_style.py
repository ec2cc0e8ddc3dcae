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
from collections.abc import Callable, Iterator
from sys import intern
from typing import Any

from orgspec.syntax.nodes import MapNode, Node, SeqNode, place

# What libyaml takes for no character, or for the end of a line: it must judge these itself.
_FOREIGN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Plain scalars: the first character, then what may follow in a block and within brackets.
_FIRST = r"[^\n :#,\[\]{}&*!|>'\"%@`?\-]"
# A key ends soon: libyaml looks no further than 1,024 characters for its colon.
_KEY = r"[^\n :.#,\[\]{}&*!|>'\"%@`?<~\-][^\n:#,\[\]{}]{0,999}+(?<! )"
_BLOCK = rf"(?:{_FIRST}|-(?![ \n\-]))[^\n:#]*(?:(?::(?![ \n])|(?<! )#)[^\n:#]*)*(?<! )"
_INNER = r"[^\n:#,\[\]{}?]*"
_FLOW = (
    rf"(?:{_FIRST}|-(?![ \n\-,\[\]{{}}?])){_INNER}"
    rf"(?:(?::(?![ \n,\[\]{{}}?])|(?<! )#){_INNER})*(?<! )"
)
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
# Groups: margin, dash, key, gap behind it, plain, quoted, brackets, tail; or what is none of it.
_LINE = re.compile(
    rf"( *+)(?:(- ++)|)(?:({_KEY}):( ++|(?=\n))|)(?:({_BLOCK})|({_QUOTED})|([\[{{][^\n]*)|)"
    r"( *(?:(?<![^ \n])#[^\n]*|))\n|([^\n]+)"
)
# Most brackets hold a few plain scalars in a row and nothing else.
_LIST = rf"{_FLOW}(?:, {_FLOW})*+"
_ONLY_LIST = re.compile(rf"\[({_LIST})\]( *(?: #.*)?)")
# Groups: key, plain, quoted, what such a list holds, and the brackets and commas up to the next; all
# empty for what is none of it.
_ENTRY = re.compile(rf"(?:({_KEY}): |)(?:({_FLOW})|({_QUOTED})|\[({_LIST})\]|)([ ,\[\]{{}}]+)|.+")
_TAIL = re.compile(r" *(?: #.*)?")
_NULLS = dict.fromkeys(("~", "null", "Null", "NULL"))
_PIECE = 1 << 16  # characters whose lines are taken apart at a time

_Share = Callable[[str, str], str | None]
_Waiting = tuple[str, int, int]  # a key whose value may follow on the next lines; start and end
_Frame = tuple[Any, int, list[int]]  # an open container, the column of what is in it, its places


class _NotPlainError(Exception):
    """Something that libyaml has to read."""


def read_plainly(text: str, depth: int) -> MapNode | None:
    """The mapping that a text holds; None if any of it is not in the plain style.

    `depth` is how deep containers may lie.
    """
    if _FOREIGN.search(text):
        return None
    try:
        return _block(text if text.endswith("\n") else text + "\n", depth)
    except _NotPlainError:
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
                raise _NotPlainError
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
            raise _NotPlainError
        if name:
            name = intern(name)
            key_start, key_end = start, start + len(name)
            start = key_end + 1 + len(gap)
        value: Node
        if plain:
            value, end = same(plain, plain), start + len(plain)
            at = end + len(tail) + 1
        elif brackets:
            value, end = _flow(brackets, start, row, same, depth - len(outer) - 1)
            at = start + len(brackets) + 1
        elif quoted:
            value, end = quoted[1:-1], start + len(quoted)
            at = end + len(tail) + 1
        elif name:
            waiting = (name, key_start, key_end)
            at = start + len(tail) + 1
            continue
        else:
            raise _NotPlainError
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
            raise _NotPlainError
        top, column, places = _closed((top, column, places), outer, row)
    if indent > column:
        raise _NotPlainError
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
    _place(top, row, places)
    around = outer.pop()
    around[2][-1] = places[-1]
    return around


def _place(node: MapNode | SeqNode, row: array[int], places: list[int]) -> None:
    """Give a container its places; a mapping must have as many keys as were written."""
    if type(node) is MapNode and len(places) != 2 + 4 * len(node):
        raise _NotPlainError
    place(node, row, places)


def _whole(
    frame: _Frame, outer: list[_Frame], row: array[int], waiting: _Waiting | None
) -> MapNode:
    """The mapping of the whole text, when its last line is read."""
    if frame[0] is None:
        raise _NotPlainError
    if waiting is not None:
        _leave_empty(frame, waiting)
    while outer:
        frame = _closed(frame, outer, row)
    _closed(frame, [(None, -1, [0])], row)
    root: MapNode = frame[0]
    return root


def _flow(text: str, at: int, row: array[int], same: _Share, depth: int) -> tuple[Node, int]:
    """What stands in brackets to the end of a line, and where it ends; `at` is where it starts."""
    only = _ONLY_LIST.fullmatch(text)
    if only is not None and depth > 0:
        return _listed(only[1], at, row, same)
    first = at
    top: Any = []  # the innermost container that is open; around all, a list of the whole
    places: list[int] = []
    is_map = False
    outer: list[tuple[Any, list[int]]] = []
    key_start = key_end = 0
    due = True  # whether a value has to follow
    for name, plain, quoted, items, marks in _ENTRY.findall(text):
        if name:
            if not (is_map and due):
                raise _NotPlainError
            name = intern(name)
            key_start, key_end = at, at + len(name)
            at = key_end + 2
        if plain or quoted or items:
            if not due or (is_map and not name):
                raise _NotPlainError
            start = at
            if plain:
                value: Node = same(plain, plain)
                at += len(plain)
            elif items:
                if len(outer) >= depth:
                    raise _NotPlainError
                value, at = _listed(items, at, row, same)
            else:
                value = quoted[1:-1]
                at += len(quoted)
            if name:
                top[name] = value
                places += key_start, key_end, start, at
            else:
                top.append(value)
                places += start, at
            if marks == ", ":  # nearly always
                at += 2
                continue
            due, name = False, ""
        for index, mark in enumerate(marks):
            at += 1
            if mark == " ":
                continue
            if mark == ",":
                if due or marks[index + 1 : index + 2] != " ":
                    raise _NotPlainError
                due = True
            elif mark == "[" or mark == "{":
                if not due or len(outer) >= depth or (is_map and not name):
                    raise _NotPlainError
                outer.append((top, places))
                node, start = _bracket(mark), at - 1
                if name:
                    top[name] = node
                    places += key_start, key_end, start, start
                else:
                    top.append(node)
                    places += start, start
                top, places, is_map, name = node, [start, start], mark == "{", ""
            else:
                if (due and top) or name or (mark == "}") is not is_map:
                    raise _NotPlainError
                places[1] = at
                _place(top, row, places)
                top, places = outer.pop()
                places[-1] = at
                due, is_map = False, type(top) is MapNode
                if not outer:
                    if _TAIL.fullmatch(text, at - first) is None:
                        raise _NotPlainError
                    return top[0], at
    raise _NotPlainError


def _listed(items: str, at: int, row: array[int], same: _Share) -> tuple[SeqNode, int]:
    """A list in brackets of plain scalars alone, and where it ends; `at` is its bracket."""
    node = SeqNode()
    node.flow = True
    end = at + len(items) + 2
    places = [at, end]
    at += 1
    for item in items.split(", "):
        node.append(same(item, item))
        places += at, at + len(item)
        at += len(item) + 2
    place(node, row, places)
    return node, end


def _bracket(mark: str) -> MapNode | SeqNode:
    """A container in brackets, still empty."""
    node = MapNode() if mark == "{" else SeqNode()
    node.flow = True
    return node
