"""What is read by lines is what libyaml would give, or it is left to libyaml."""

import random
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.source import Source
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.plain_style import read_plainly
from orgspec.syntax.reader import read_events

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

# Lines of the plain style, and many that are nearly of it.
LINES = """
a: v|b:|c: [x, y]|- z|- d: v|- {a: b, c: [d]}|e: {a: b, f: d}|e: {a: {b: c}, d: [e, {f: g}]}|# c|
|g: "q" # c|h: 'q'|i: a: b|j: ~|k: # c|l: a  |- - x|-|m: 10:30|n: [a,b]|o: [a, b] # c|p: [a|
q: [ a , b ]|r: {a: , b: c}|s: {a, b}|t: [a: b]|u: []|v: {}|w: [a, ]|text|x: -x|y: [-x, -]|
z: [a b c, d]|a: [] x|b: [[a], []]|c: "a" b|d: {a: b}]|-  e: v|- "q"|- [a]|f : v|g h: v|<<: x|
? a|... c: |--- |i: {a: b c: d}|j: {a: b, a: c}|k: &x y|- *x|l: !t v|m: |-|n: >|o: "a\\n"|p: 'it''s'|
q: 报价单|- 岗位: {名称: 业务员， 级别: P1}|r: a#b|s: [a#b, c #d]|t: {"a": b}|%x|@y|u: {a:b, c: d}|
v: [a] #|w: [~, null]|x: ,a|y: [a]#c|z: "a"#c|a: {b: [c, d}]}|b: [, a]|c: [a, , b]|d: [a?]|e: 1.0
""".replace("\n", "").split("|")
PIECES = ["a", ": ", ":", "- ", "[", "]", "{", "}", ", ", ",", "\n", "\n  ", '"', "'", " # c", " "]
PIECES += [
    "\t",
    "\r\n",
    "\u2028",
    "\x85",
    "\ufeff",
    "\x07",
    "中",
    "~",
    "?",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
]


def all_of(node: Node) -> object:
    """A node with its type, its places and all within, in order."""
    if isinstance(node, MapNode):
        inner: list[object] = [(key, all_of(value)) for key, value in node.items()]
        return "map", node.flow, list(node.places), inner
    if isinstance(node, SeqNode):
        return "list", node.flow, list(node.places), [all_of(each) for each in node]
    return node


def is_read_alike(text: str, depth: int = 64) -> bool:
    """Whether a text is read by lines; if it is, it must be what libyaml gives."""
    root = read_plainly(Source("a.yaml", text), depth)
    if root is None:
        return False
    tree = read_events(Source("a.yaml", text))
    assert not tree.problems, text
    assert all_of(root) == all_of(tree.root), text
    assert (root.start, root.end) == (tree.span.start, tree.span.end), text
    return True


@given(
    st.lists(st.tuples(st.sampled_from([0, 0, 0, 1, 2, 2, 4, 6]), st.sampled_from(LINES))),
    st.sampled_from(["", "\n", "\n\n"]),
)
@settings(max_examples=1500, deadline=None)
def test_lines_of_any_kind_are_read_as_libyaml_reads_them(
    lines: list[tuple[int, str]], end: str
) -> None:
    is_read_alike("\n".join(" " * margin + line for margin, line in lines) + end)


@given(st.text(), st.lists(st.sampled_from(PIECES)))
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_as_libyaml_reads_it(text: str, pieces: list[str]) -> None:
    is_read_alike(text)
    is_read_alike("a: " + "".join(pieces))


def test_a_sample_with_a_slip_in_it_is_read_as_libyaml_reads_it() -> None:
    chance = random.Random(20)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.yaml"))]
    alike = 0
    for _ in range(400):
        text = chance.choice(texts)
        start = text.rfind("\n", 0, chance.randrange(len(text))) + 1
        piece = textwrap.dedent(text[start : start + chance.randrange(20, 600)])
        at = chance.randrange(len(piece) + 1)
        piece = piece[:at] + chance.choice(PIECES) + piece[at + chance.randrange(2) :]
        alike += is_read_alike(piece)
    assert alike > 20


def test_nearly_all_files_of_the_samples_are_of_the_plain_style() -> None:
    paths = sorted(SAMPLES.rglob("*.yaml"))
    alike = [path for path in paths if is_read_alike(path.read_text(encoding="utf-8"))]
    assert len(alike) > 0.8 * len(paths)


def test_a_large_file_is_read_piece_by_piece() -> None:
    entries = "".join(f"  role-{n}: {{name: 岗位 {n}, kpis: [a, b]}}  # {n}\n" for n in range(5000))
    assert is_read_alike("roles:\n" + entries)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "text\n",
        "- a\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !t b\n",
        "a: |\n  b\n",
        'a: "\\n"\n',
        "a: 'it''s'\n",
        "a: b\n  c\n",
        "a: [b,\n  c]\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a: [b,c]\n",
        "a:\tb\n",
        "a: b\r\n",
        "a: \ud800\n",
        "---\na: b\n",
        "... a: b\n",
        "a: b\n- c\n",
        "a:\n    b: c\n  d: e\n",
        f"{'a' * 1025}: b\n",
        "a: {b: c d: e}\n",
    ],
)
def test_what_is_unusual_is_left_to_libyaml(text: str) -> None:
    assert read_plainly(Source("a.yaml", text), 64) is None


@pytest.mark.parametrize(
    "deep", ["a: " + "[" * 8 + "]" * 8, "\n".join("  " * n + "a:" for n in range(9))]
)
def test_what_lies_too_deep_is_left_to_the_reader_that_says_so(deep: str) -> None:
    assert is_read_alike(deep, depth=9)
    assert read_plainly(Source("a.yaml", deep), 8) is None


def test_a_long_line_without_sense_takes_no_longer_than_its_length() -> None:
    for part in ("a ", ": ", "a:b", "a#b", "a# ", " ", "[", "{a: ", "'", "a, ", "[a "):
        assert read_plainly(Source("a.yaml", "k: " + part * 50_000 + '": '), 64) is None
