"""Ways that lead back to where they began."""

from orgspec.graph.loops import in_loops, loops


def test_each_loop_begins_at_its_least_member() -> None:
    edges = {"c": ["a"], "a": ["b"], "b": ["c"], "z": ["a"], "s": ["s"]}
    assert loops(edges) == (("a", "b", "c"), ("s",))
    assert in_loops(edges) == {"a", "b", "c", "s"}


def test_loops_that_hang_together_are_told_by_the_shortest() -> None:
    edges = {"a": ["b", "c"], "b": ["c"], "c": ["a"]}
    assert loops(edges) == (("a", "c"),)
    assert in_loops(edges) == {"a", "b", "c"}


def test_a_loop_of_one_beside_a_longer_one_is_told_too() -> None:
    assert loops({"a": ["a", "b"], "b": ["a"]}) == (("a",), ("a", "b"))


def test_a_long_chain_needs_no_deep_stack() -> None:
    edges = {str(n): [str(n + 1)] for n in range(50_000)} | {"50000": []}
    assert loops(edges) == ()
    assert len(in_loops(edges | {"50000": ["0"]})) == 50_001
