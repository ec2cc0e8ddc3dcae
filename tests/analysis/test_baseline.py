"""The baseline: what it holds, what it holds back, what is wrong with its file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.analysis.baseline import (
    Baseline,
    Entry,
    counted,
    divide,
    entry_of,
    parse,
    shrunk,
    text_of,
)
from orgspec.diagnostics import Diagnostic, Label, Severity, say
from orgspec.source import Source, Span
from orgspec.syntax.problems import Problem
from orgspec.testing import findings

A = Entry("TST001", "role/a")
B = Entry("TST001", "role/b", ("role/a",))


def finding(address: str, *others: str, at: int = 0) -> Diagnostic:
    source = Source("orgspec.yaml", " " * 100)
    related = tuple(Label(source, Span(0, 1), None, other) for other in others)
    place = Label(source, Span(at, at + 1), None, address)
    said = say("x", "x")
    return Diagnostic("TST001", "test", Severity.ERROR, said, place, None, related, address)


def baseline(**counts: int) -> Baseline:
    return Baseline(
        Source("b.json", ""), {Entry("TST001", f"role/{k}"): n for k, n in counts.items()}
    )


def read(text: str) -> Baseline | Problem:
    return parse(Source("orgspec-baseline.json", text))


# --- what tells one finding from another ---


def test_a_finding_is_kept_by_its_code_and_addresses_never_by_its_line() -> None:
    assert entry_of(finding("role/b", "role/a", at=3)) == entry_of(
        finding("role/b", "role/a", at=9)
    )
    assert entry_of(finding("role/b", "role/a", "role/b")) == B


def test_the_other_addresses_count() -> None:
    assert entry_of(finding("role/b")) != entry_of(finding("role/b", "role/a"))


def test_lines_that_move_are_not_new_and_a_renamed_entity_is() -> None:
    text = "roles: {a: {reports_to: none, deputy: gone}}"
    held = Baseline(Source("b", ""), counted(findings(text, select="REF001")))
    moved = findings("# a comment\n\n" + text, select="REF001")
    assert divide(moved, held).new == ()
    renamed = findings(text.replace("a:", "b:"), select="REF001")
    assert divide(renamed, held).new == renamed


# --- holding back ---


def test_as_many_as_it_counts_are_held_back_and_one_more_is_new() -> None:
    found = [finding("role/a", at=at) for at in (1, 2, 3)]
    divided = divide(found, baseline(a=2))
    assert (divided.held, divided.new) == (tuple(found[:2]), (found[2],))
    assert divided.unmatched == ()


def test_an_entry_without_a_finding_is_unmatched() -> None:
    assert divide([finding("role/a")], baseline(a=1, b=1)).unmatched == (Entry("TST001", "role/b"),)


def test_without_a_baseline_everything_is_new() -> None:
    found = (finding("role/a"),)
    assert divide(found, None).new == found


# --- shrinking ---


def test_a_baseline_only_loses_what_has_gone() -> None:
    old = {A: 3, B: 1}
    assert shrunk(old, {A: 2, Entry("TST001", "role/new"): 1}, frozenset({"TST001"})) == {A: 2}
    assert shrunk(old, {A: 9, B: 9}, frozenset({"TST001"})) == old


def test_what_did_not_run_cannot_have_gone() -> None:
    assert shrunk({A: 3}, {}, frozenset({"TST002"})) == {A: 3}


# --- the file ---


def test_the_file_is_sorted_and_has_a_finding_a_line() -> None:
    text = text_of({B: 1, A: 2})
    assert json.loads(text) == {
        "version": 1,
        "findings": [
            {"code": "TST001", "address": "role/a", "others": [], "count": 2},
            {"code": "TST001", "address": "role/b", "others": ["role/a"], "count": 1},
        ],
    }
    assert text.count("\n") == 7
    assert text_of({A: 2, B: 1}) == text
    assert json.loads(text_of({})) == {"version": 1, "findings": []}


ENTRIES = st.builds(
    Entry,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.lists(st.text("ab/:", max_size=3), unique=True).map(lambda x: tuple(sorted(x))),
)


@given(st.dictionaries(ENTRIES, st.integers(1, 99), max_size=5))
def test_what_is_written_is_read_again(counts: dict[Entry, int]) -> None:
    parsed = read(text_of(counts))
    assert isinstance(parsed, Baseline)
    assert parsed.counts == counts


def test_each_entry_has_its_place_however_the_file_is_laid_out() -> None:
    text = json.dumps(json.loads(text_of({A: 1, B: 1})), indent=4)
    parsed = read(text)
    assert isinstance(parsed, Baseline)
    places = parsed.places()
    assert [text[s.start : s.end] for s in places.values()] == ['"TST001"'] * 2
    assert places[A].start < places[B].start


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("", ""),
        ("{", "{"),
        ('{"version": 1, "findings": [}', "}"),
        ("<<<<<<< HEAD\n{}", "<"),
        ("[]", "["),
        ("null", "n"),
        ('{"version": 1}', "{"),
        ('{"version": 2, "findings": []}', "2"),
        ('{"findings": []}', "{"),
        ('{"version": 1, "findings": [7]}', "7"),
        ('{"version": 1, "findings": [{"code": "A"}]}', '{"code": "A"}'),
        ('{"version": 1, "findings": [{"code": "A", "address": "b", "count": 0}]}', None),
        ('{"version": 1, "findings": [{"code": "A", "address": "b", "count": true}]}', None),
        ('{"version": 1, "findings": [{"code": "A", "address": "b", "line": 3}]}', None),
        ('{"version": 1, "findings": [{"code": "A", "address": "b", "others": [1]}]}', None),
        ('{"version": 1, "findings": [{"code": "A", "address": "\\ud800"}]}', None),
        ("[" * 100_000, "["),
    ],
)
def test_what_is_no_baseline_is_said_with_its_place(text: str, marked: str | None) -> None:
    problem = read(text)
    assert isinstance(problem, Problem)
    assert problem.code == "SYN010"
    assert problem.help is not None
    assert "--write-baseline" in problem.help.in_("zh")
    if marked is not None:
        assert text[problem.span.start : problem.span.end] == marked


def test_one_entry_twice_is_no_baseline() -> None:
    entry = '{"code": "A", "address": "b"}'
    assert isinstance(read(f'{{"version": 1, "findings": [{entry}, {entry}]}}'), Problem)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=3), lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["version", "findings", "code"]), x)))  # fmt: skip
def test_nothing_makes_the_reading_crash(value: object) -> None:
    assert isinstance(read(json.dumps(value)), Baseline | Problem)
