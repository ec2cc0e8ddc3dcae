"""What stands in brackets on one line, in the plain style of YAML (see `plain_style`)."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from sys import intern
from typing import Any

from orgspec.syntax.nodes import MapNode, Node, SeqNode, place

# Plain scalars: the first character, then what may follow in a block and within brackets.
FIRST = r"[^\n :#,\[\]{}&*!|>'\"%@`?\-]"
# A key ends soon: libyaml looks no further than 1,024 characters for its colon.
KEY = r"[^\n :.#,\[\]{}&*!|>'\"%@`?<~\-][^\n:#,\[\]{}]{0,999}+(?<! )"
_INNER = r"[^\n:#,\[\]{}?]*"
_FLOW = (
    rf"(?:{FIRST}|-(?![ \n\-,\[\]{{}}?])){_INNER}"
    rf"(?:(?::(?![ \n,\[\]{{}}?])|(?<! )#){_INNER})*(?<! )"
)
QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
# Most brackets hold a few scalars in a row, without a colon, and nothing else.
_WORDS = rf"{FIRST}{_INNER}(?<! )"
_LIST = rf"{_WORDS}(?:, {_WORDS})*+"
_ONLY_LIST = re.compile(rf"\[({_LIST})\]( *(?: #.*)?)")
# Groups: key, plain, quoted, what such a list holds, and the brackets and commas up to the next; all
# empty for what is none of it.
_ENTRY = re.compile(rf"(?:({KEY}): |)(?:({_FLOW})|({QUOTED})|\[({_LIST})\]|)([ ,\[\]{{}}]+)|.+")
_TAIL = re.compile(r" *(?: #.*)?")

Share = Callable[[str, str], str | None]


class NotPlainError(Exception):
    """Something that libyaml has to read."""


def bracketed(text: str, at: int, row: array[int], same: Share, depth: int) -> tuple[Node, int]:
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
                raise NotPlainError
            name = intern(name)
            key_start, key_end = at, at + len(name)
            at = key_end + 2
        if plain or quoted or items:
            if not due or (is_map and not name):
                raise NotPlainError
            start = at
            if plain:
                value: Node = same(plain, plain)
                at += len(plain)
            elif items:
                if len(outer) >= depth:
                    raise NotPlainError
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
                    raise NotPlainError
                due = True
            elif mark == "[" or mark == "{":
                if not due or len(outer) >= depth or (is_map and not name):
                    raise NotPlainError
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
                    raise NotPlainError
                places[1] = at
                place_whole(top, row, places)
                top, places = outer.pop()
                places[-1] = at
                due, is_map = False, type(top) is MapNode
                if not outer:
                    if _TAIL.fullmatch(text, at - first) is None:
                        raise NotPlainError
                    return top[0], at
    raise NotPlainError


def _listed(items: str, at: int, row: array[int], same: Share) -> tuple[SeqNode, int]:
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


def place_whole(node: MapNode | SeqNode, row: array[int], places: list[int]) -> None:
    """Give a container its places; a mapping must have as many keys as were written."""
    if type(node) is MapNode and len(places) != 2 + 4 * len(node):
        raise NotPlainError
    place(node, row, places)
