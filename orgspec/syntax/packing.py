"""Trees as plain bytes, on their way from one process to another.

Nodes are plain data with their places beside them: one row of numbers for all containers of a
file, in the order in which they begin. To take that apart costs a tenth of reading the text.
"""

from __future__ import annotations

import marshal
import re
from array import array
from typing import Any

from orgspec.source import Source, Span
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.reader import Tree

Packed = tuple[str, str, Any, bytes, bytes, int, int]

# A node with two names is one node: that does not survive, so such files are not packed.
_ANCHOR, _ALIAS = re.compile(r"&[\w-]"), re.compile(r"\*[\w-]")


def pack(tree: Tree) -> Packed | None:
    """A tree without problems as plain data for `marshal`; None for what has to be read anew."""
    text = tree.source.text
    if tree.problems or tree.broken or (_ALIAS.search(text) and _ANCHOR.search(text)):
        return None
    places, flows = array("I"), bytearray()
    plain = _plain(tree.root, places, flows)
    return tree.source.path, text, plain, places.tobytes(), bytes(flows), *_ends(tree.span)


def unpack(packed: Packed) -> Tree:
    """The tree that was packed."""
    path, text, plain, numbers, flows, start, end = packed
    places = array("I")
    places.frombytes(numbers)
    root = _Unpacking(places, flows).node(plain)
    return Tree(Source(path, text), root, Span(start, end))


def to_bytes(packed: list[Packed | None]) -> bytes:
    """Packed trees as bytes."""
    return marshal.dumps(packed)


def from_bytes(data: bytes) -> list[Packed | None]:
    """The packed trees in bytes of `to_bytes`, of this very program."""
    packed: list[Packed | None] = marshal.loads(data)
    return packed


def _ends(span: Span) -> tuple[int, int]:
    """A span as numbers."""
    return span.start, span.end


def _plain(node: Node, places: array[int], flows: bytearray) -> Any:
    """A node without its places, which go to those of the file."""
    if not isinstance(node, MapNode | SeqNode):
        return node
    places.extend(node.places)
    flows.append(node.flow)
    if isinstance(node, MapNode):
        return {
            key: value if type(value) is str else _plain(value, places, flows)
            for key, value in node.items()
        }
    return [value if type(value) is str else _plain(value, places, flows) for value in node]


class _Unpacking:
    """Gives containers their places back, one after another."""

    __slots__ = ("at", "flows", "index", "places")

    def __init__(self, places: array[int], flows: bytes) -> None:
        self.places = places
        self.flows = flows
        self.at = 0
        self.index = 0

    def node(self, plain: Any) -> Node:
        """The node of plain data; those inside follow in the same order."""
        kind = type(plain)
        node: Any
        if kind is dict:
            node = MapNode(plain)
            end = self.at + 2 + 4 * len(plain)
            inner = plain.items()
        elif kind is list:
            node = SeqNode(plain)
            end = self.at + 2 + 2 * len(plain)
            inner = enumerate(plain)
        else:
            return plain
        node.places, self.at = self.places[self.at : end], end
        node.flow = bool(self.flows[self.index])
        self.index += 1
        for key, value in inner:
            if type(value) is dict or type(value) is list:
                node[key] = self.node(value)
        return node
