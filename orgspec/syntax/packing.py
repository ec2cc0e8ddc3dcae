"""Trees as plain bytes, on their way from one process to another.

Nodes are plain data with their places beside them: one row of numbers for all containers of a
file, in the order in which they end.
"""

from __future__ import annotations

import marshal
from array import array
from typing import Any

from orgspec.late import late
from orgspec.source import Source, Span
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.reader import Tree

Packed = tuple[str, str, dict[str, object], Any, bytes, bytes, int, int]

# A node with two names is one node, and what is merged is written where no node is: neither would
# survive, so such files are not packed.
_ANCHOR, _ALIAS = late(r"&[\w-]"), late(r"\*[\w-]")


def pack(tree: Tree) -> Packed | None:
    """A tree without problems as plain data for `marshal`; None for what has to be read anew."""
    text = tree.source.text
    if tree.problems or tree.broken or not (tree.plain or _is_a_tree(text)):
        return None
    flows = bytearray()
    plain = _plain(tree.root, flows)
    row = tree.root.row.tobytes() if isinstance(tree.root, MapNode | SeqNode) else b""
    source = tree.source  # what reading found out about its text is plain data
    return source.path, text, source.found, plain, row, bytes(flows), *_ends(tree.span)


def _is_a_tree(text: str) -> bool:
    """Whether each node of a text stands in one place: it has no aliases and merges nothing."""
    return "<<" not in text and not (_ALIAS.search(text) and _ANCHOR.search(text))


def unpack(packed: Packed) -> Tree:
    """The tree that was packed."""
    path, text, found, plain, numbers, flows, start, end = packed
    row = array("I")
    row.frombytes(numbers)
    root = _Unpacking(row, flows).node(plain)
    return Tree(Source(path, text, found), root, Span(start, end))


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


def _plain(node: Node, flows: bytearray) -> Any:
    """A node without its places; whether it is in brackets goes to the row of its file."""
    if not isinstance(node, MapNode | SeqNode):
        return node
    plain: Any
    if isinstance(node, MapNode):
        plain = {
            key: value if type(value) is str else _plain(value, flows)
            for key, value in node.items()
        }
    else:
        plain = [value if type(value) is str else _plain(value, flows) for value in node]
    flows.append(node.flow)
    return plain


class _Unpacking:
    """Gives containers their places back, one after another as they end."""

    __slots__ = ("at", "flows", "row")

    def __init__(self, row: array[int], flows: bytes) -> None:
        self.row = row
        self.flows = iter(flows)
        self.at = 0

    def node(self, plain: Any) -> Node:
        """The node of plain data; those inside end before it."""
        kind = type(plain)
        node: Any
        if kind is dict:
            node = MapNode(plain)
            size, inner = 2 + 4 * len(plain), plain.items()
        elif kind is list:
            node = SeqNode(plain)
            size, inner = 2 + 2 * len(plain), enumerate(plain)
        else:
            return plain
        for key, value in inner:
            if type(value) is dict or type(value) is list:
                node[key] = self.node(value)
        node.row, node.at, node.flow = self.row, self.at, bool(next(self.flows))
        self.at += size
        return node
