"""The YAML reader: what it reads, where it says that it stood, what it complains of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.diagnostics import Label
from orgspec.source import Source, Span
from orgspec.syntax.limits import Limits
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree, read

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def tree_of(text: str, limits: Limits | None = None) -> Tree:
    source = Source("orgspec.yaml", text)
    return read(source, limits) if limits else read(source)


def root_of(text: str) -> Node:
    tree = tree_of(text)
    assert tree.problems == []
    return tree.root


def only_problem(text: str, limits: Limits | None = None) -> Problem:
    (problem,) = tree_of(text, limits).problems
    return problem


def marked(text: str, span: Span | Label) -> str:
    span = span.span if isinstance(span, Label) else span
    return text[span.start : span.end]


def written(node: Node, text: str) -> Iterator[tuple[str, str]]:
    """Every plain scalar with the text at its span."""
    if isinstance(node, MapNode):
        for key, value in node.items():
            start, end, value_start, value_end = node.spans[key]
            yield key, text[start:end]
            if isinstance(value, str):
                yield value, text[value_start:value_end]
            yield from written(value, text)
    elif isinstance(node, SeqNode):
        for value, (start, end) in zip(node, node.spans, strict=True):
            if isinstance(value, str):
                yield value, text[start:end]
            yield from written(value, text)


def nested(
    node: Node, outer: tuple[int, int], text: str
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Every span with the span that it must lie in; what an alias stands for lies elsewhere."""
    if text[outer[0] : outer[0] + 1] == "*":
        return
    if isinstance(node, MapNode):
        for key, value in node.items():
            start, end, value_start, value_end = node.spans[key]
            yield (start, end), outer
            yield (value_start, value_end), outer
            yield from nested(value, (value_start, value_end), text)
    elif isinstance(node, SeqNode):
        for value, span in zip(node, node.spans, strict=True):
            yield span, outer
            yield from nested(value, span, text)


# --- places ---


@pytest.mark.parametrize(
    "path",
    sorted(path for path in SAMPLES.glob("*/*.yaml") if path.parent.name != "broken"),
    ids=lambda p: f"{p.parent.name}/{p.name}",
)
def test_every_key_and_value_of_the_samples_stands_where_its_span_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = root_of(text)
    for value, at in written(root, text):
        if at and at[0] not in "\"'|>*&" and "\n" not in at:
            assert at == value
    for inner, outer in nested(root, (0, len(text)), text):
        assert outer[0] <= inner[0] <= inner[1] <= outer[1]


def test_offsets_count_characters_whatever_their_width() -> None:
    text = '市场部: {名称: "😀 部", 负责人: 经理}\n'
    node = root_of(text)["市场部"]
    assert [marked(text, Span(*node.spans[key][2:])) for key in node] == ['"😀 部"', "经理"]


def test_line_separators_of_unicode_do_not_shift_what_follows() -> None:
    text = 'a: "x\u2028y\x85z"\nb: [c, 市]\n'
    root = root_of(text)
    assert text[slice(*root.spans["b"][:2])] == "b"
    assert [text[slice(*span)] for span in root["b"].spans] == ["c", "市"]


def test_a_block_ends_with_its_last_value_not_at_the_next_key() -> None:
    text = "a:\n  b: 1\n\n# a remark\nc: 2\n"
    root = root_of(text)
    assert text[slice(*root.spans["a"][2:])] == "b: 1"


def test_a_block_text_ends_before_the_empty_lines_behind_it() -> None:
    text = "a: |\n  one\n  two\n\n\nb: x\n"
    root = root_of(text)
    assert root["a"] == "one\ntwo\n"
    assert text[slice(*root.spans["a"][2:])] == "|\n  one\n  two"


def test_windows_line_ends_are_read_and_counted_as_written() -> None:
    text = "a: x\r\nb:\r\n  - y\r\n"
    root = root_of(text)
    assert root == {"a": "x", "b": ["y"]}
    assert [text[slice(*span)] for span in root["b"].spans] == ["y"]


# --- scalars ---


@pytest.mark.parametrize(
    "scalar",
    ["no", "on", "yes", "1:30", "1.10", "2026", "0x1F", "1e3", "0o7", "2026-01-01", ".inf"],
)
def test_a_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    assert root_of(f"a: {scalar}\n") == {"a": scalar}
    assert root_of(f"{scalar}: a\n") == {scalar: "a"}


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_read_as_nothing(scalar: str) -> None:
    assert root_of(f"a: {scalar}\n") == {"a": None}


@pytest.mark.parametrize("scalar", ['""', "''", '"null"', "'~'"])
def test_a_quoted_text_is_never_nothing(scalar: str) -> None:
    assert root_of(f"a: {scalar}\n") == {"a": scalar.strip("\"'")}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "--- # nothing\n...\n"])
def test_an_empty_file_is_empty_and_fine(text: str) -> None:
    assert root_of(text) is None


# --- keys ---


def test_a_key_written_twice_keeps_the_first_and_shows_both_places() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    tree = tree_of(text)
    (problem,) = tree.problems
    assert problem.code == "REF003"
    assert problem.span == Span(10, 11)
    assert [label.span for label in problem.related] == [Span(0, 1)]
    assert tree.root == {"a": "1", "b": "2"}


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    assert root_of("a: {x: 1}\nb: {x: 2}\n") == {"a": {"x": "1"}, "b": {"x": "2"}}


def test_a_list_or_mapping_as_key_is_refused_and_the_rest_is_read() -> None:
    text = "? [a, b]\n: 1\nc: 2\n"
    tree = tree_of(text)
    assert [(p.code, marked(text, p.span)) for p in tree.problems] == [("SYN005", "[a, b]")]
    assert tree.root == {"c": "2"}


# --- anchors, aliases, merge keys, tags ---


def test_an_alias_is_what_its_anchor_names() -> None:
    assert root_of("a: &x [1, 2]\nb: *x\nc: &y word\nd: *y\n") == {
        "a": ["1", "2"], "b": ["1", "2"], "c": "word", "d": "word",
    }  # fmt: skip


def test_a_merge_key_fills_in_what_is_not_written() -> None:
    text = "base: &base {x: 1, y: 2}\na: {<<: *base, y: 3}\nb: {y: 4, <<: *base}\n"
    root = root_of(text)
    assert root["a"] == {"x": "1", "y": "3"}
    assert root["b"] == {"x": "1", "y": "4"}
    assert text[slice(*root["a"].spans["x"][2:])] == "1"


def test_of_several_merged_mappings_the_first_wins() -> None:
    root = root_of("p: &p {x: 1}\nq: &q {x: 2, y: 2}\na: {<<: [*p, *q]}\n")
    assert root["a"] == {"x": "1", "y": "2"}


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    assert root_of('a: {"<<": x}\n') == {"a": {"<<": "x"}}


def test_merging_what_is_no_mapping_is_a_problem_at_the_value() -> None:
    text = "a: {<<: word, x: 1}\n"
    problem = only_problem(text)
    assert (problem.code, marked(text, problem.span)) == ("SYN007", "word")


def test_an_alias_without_anchor_is_named() -> None:
    text = "a: *nobody\n"
    problem = only_problem(text)
    assert (problem.code, marked(text, problem.span)) == ("SYN003", "*nobody")
    assert "nobody" in problem.message.in_("en")


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x {b: *x}\n", "&x [[[*x]]]\n"])
def test_an_alias_inside_its_own_anchor_is_refused(text: str) -> None:
    problem = only_problem(text)
    assert (problem.code, marked(text, problem.span)) == ("SYN005", "*x")


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!mine", "!!int"])
def test_a_tag_is_refused_and_its_value_kept_as_text(tag: str) -> None:
    text = f"a: {tag} 7\n"
    tree = tree_of(text)
    assert [(p.code, marked(text, p.span)) for p in tree.problems] == [("SYN005", tag)]
    assert tree.root == {"a": "7"}


# --- limits ---


def test_nesting_beyond_the_limit_stops_that_file_only() -> None:
    tree = tree_of("[" * 9 + "]" * 9, Limits(depth=8))
    assert tree.broken
    assert [(p.code, p.span) for p in tree.problems] == [("SYN006", Span(8, 9))]


def test_nesting_up_to_the_limit_is_read() -> None:
    assert tree_of("[" * 8 + "]" * 8, Limits(depth=8)).problems == []


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    assert only_problem("[" * 100_000).code == "SYN006"


def test_aliases_that_unfold_to_billions_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert only_problem("\n".join(lines)).code == "SYN006"


def test_aliases_within_the_limit_are_read() -> None:
    assert tree_of("a: &x [1, 2, 3]\nb: [*x, *x]\n", Limits(alias_nodes=8)).problems == []
    assert (
        only_problem("a: &x [1, 2, 3]\nb: [*x, *x, *x]\n", Limits(alias_nodes=8)).code == "SYN006"
    )


# --- several documents, broken text ---


def test_of_two_documents_the_first_is_read_and_the_second_reported() -> None:
    text = "a: 1\n---\nb: 2\n"
    tree = tree_of(text)
    assert [(p.code, marked(text, p.span)) for p in tree.problems] == [("SYN004", "---")]
    assert tree.root == {"a": "1"}
    assert not tree.broken


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a:\n\tb: 1\n", "\t"),
        ("a: [1, 2\nb: 3\n", ":"),
        ('a: "open\n', "\n"),
        ("a: @x\n", "@"),
        ("a: b: c\n", ":"),
    ],
)
def test_broken_yaml_is_shown_where_it_breaks(text: str, at: str) -> None:
    tree = tree_of(text)
    (problem,) = tree.problems
    assert problem.code == "SYN003"
    assert marked(text, problem.span) == at
    assert tree.broken
    assert tree.root is None
    assert problem.help is not None


def test_a_tab_in_the_indentation_is_called_by_its_name() -> None:
    problem = only_problem("a:\n\tb: 1\n")
    assert problem.help is not None
    assert "spaces" in problem.help.in_("en")
    assert "空格" in problem.help.in_("zh")


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\ufffe", "\ud800"])
def test_a_forbidden_character_is_shown_at_its_place(bad: str) -> None:
    text = f"市: 'a{bad}b'\n"
    problem = only_problem(text)
    assert (problem.code, problem.span) == ("SYN002", Span(5, 6))
    assert f"U+{ord(bad):04X}" in problem.message.in_("en")


# --- commas in Chinese text ---


def test_a_half_width_comma_between_han_characters_asks_one_item_or_two() -> None:
    text = "a: [只制单,不审单]\n"
    problem = only_problem(text)
    assert (problem.code, marked(text, problem.span)) == ("SYN012", ",")
    assert problem.fix is not None


@pytest.mark.parametrize(
    "text", ["a: [制单, 审单]\n", "a: [制单,erp]\n", 'a: ["只制单,不审单"]\n', "a: [x,y]\n"]
)
def test_an_ordinary_comma_is_not_asked_about(text: str) -> None:
    assert tree_of(text).problems == []


# --- any text ---


@given(
    st.text(alphabet=st.sampled_from("ab市: -[]{},\"'|>&*!#%@\n\t\r\u2028\ufeff?<0~"), max_size=60)
)
def test_any_text_is_read_or_diagnosed_inside_itself(text: str) -> None:
    tree = tree_of(text)
    assert tree.broken <= bool(tree.problems)
    for problem in tree.problems:
        for span in (problem.span, *(label.span for label in problem.related)):
            assert 0 <= span.start <= span.end <= len(text)
    for inner, outer in nested(tree.root, (0, len(text)), text):
        assert 0 <= inner[0] <= inner[1] <= len(text)
        assert outer[0] <= outer[1]
