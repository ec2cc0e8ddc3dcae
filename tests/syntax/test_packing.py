"""Trees on their way to another process."""

from pathlib import Path

import pytest

from orgspec.source import Source
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.packing import from_bytes, pack, to_bytes, unpack
from orgspec.syntax.reader import Tree, read

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def all_of(node: Node) -> object:
    """A node with its type, its places and all within."""
    if isinstance(node, MapNode):
        inner: list[object] = [(key, all_of(value)) for key, value in node.items()]
        return "map", node.flow, list(node.places), inner
    if isinstance(node, SeqNode):
        return "list", node.flow, list(node.places), [all_of(each) for each in node]
    return node


def sent(tree: Tree) -> Tree | None:
    """The tree as it arrives."""
    (packed,) = from_bytes(to_bytes([pack(tree)]))
    return unpack(packed) if packed is not None else None


def trees() -> list[Tree]:
    paths = sorted(SAMPLES.rglob("*.yaml"))
    return [read(Source(path.name, path.read_text(encoding="utf-8"))) for path in paths]


def test_a_tree_arrives_with_every_place_in_it() -> None:
    arrived = 0
    for tree in trees():
        again = sent(tree)
        if again is None:
            continue
        arrived += 1
        assert (again.source.path, again.source.text) == (tree.source.path, tree.source.text)
        assert all_of(again.root) == all_of(tree.root)
        assert (again.span, again.broken, again.problems) == (tree.span, False, [])
    assert arrived > 50


@pytest.mark.parametrize(
    "text", ["", "word", "[]", "{}", "- a\n- {b: [~, c]}\n", "a: {b: {c: d}, e: [{f: g}, h]}"]
)
def test_small_trees_arrive(text: str) -> None:
    tree = read(Source("x.yaml", text))
    again = sent(tree)
    assert again is not None
    assert all_of(again.root) == all_of(tree.root)
    assert again.span == tree.span


@pytest.mark.parametrize(
    "text", ["a: [", "a: 1\na: 2\n", "a: &x [1]\nb: *x\n", "a: {<<: {b: 1}}", "!t a"]
)
def test_what_has_problems_or_shares_nodes_is_read_where_it_is_needed(text: str) -> None:
    assert pack(read(Source("x.yaml", text))) is None
