"""Fixes put into texts."""

from hypothesis import given
from hypothesis import strategies as st

from orgspec.diagnostics import Diagnostic, Edit, Fix, Label, Severity, say
from orgspec.diagnostics.editing import apply
from orgspec.source import Source, Span

TEXT = "0123456789"


def finding(source: Source, *edits: tuple[int, int, str], code: str = "TST001") -> Diagnostic:
    made = tuple(Edit(source, Span(start, end), text) for start, end, text in edits)
    label = Label(source, Span(0, 1))
    fix = Fix(say("mend", "修复"), made)
    return Diagnostic(code, "test", Severity.ERROR, say("x", "x"), label, fix=fix)


def text_of(*findings: Diagnostic) -> str:
    return dict(apply(findings).texts)["a.yaml"]


def test_edits_are_put_in_and_all_else_stays() -> None:
    source = Source("a.yaml", TEXT)
    assert text_of(finding(source, (8, 9, "X")), finding(source, (1, 3, ""))) == "034567X9"


def test_of_two_that_overlap_or_touch_the_first_by_position_goes_in() -> None:
    source = Source("a.yaml", TEXT)
    later, first = finding(source, (3, 5, "b")), finding(source, (2, 4, "a"))
    applied = apply([later, first])
    assert applied.fixed == (first,)
    assert applied.texts == {"a.yaml": "01a456789"}
    assert len(apply([finding(source, (0, 2, "")), finding(source, (2, 3, ""))]).fixed) == 1
    assert len(apply([finding(source, (2, 2, "x")), finding(source, (2, 2, "x"))]).fixed) == 1


def test_a_fix_goes_in_with_all_its_edits_or_not_at_all() -> None:
    source, other = Source("a.yaml", TEXT), Source("b.yaml", TEXT)
    both = finding(source, (0, 1, "x"), (5, 6, "x"))
    applied = apply([both, finding(source, (5, 7, "y"), (9, 10, "y"))])
    assert applied.texts == {"a.yaml": "x1234x6789"}
    applied = apply([finding(source, (3, 4, "")), finding(other, (3, 4, ""))])
    assert applied.texts == {"a.yaml": "012456789", "b.yaml": "012456789"}


def test_lines_that_are_put_in_end_as_those_of_the_file() -> None:
    source = Source("a.yaml", "a: 1\r\nb: 2\r\n")
    assert text_of(finding(source, (4, 4, "\nx: 3"))) == "a: 1\r\nx: 3\r\nb: 2\r\n"
    source = Source("a.yaml", "a: 1\nb: 2\n")
    assert text_of(finding(source, (4, 4, "\nx: 3"))) == "a: 1\nx: 3\nb: 2\n"


def test_what_has_no_fix_changes_nothing() -> None:
    label = Label(Source("a.yaml", TEXT), Span(0, 1))
    assert apply([Diagnostic("TST001", "test", Severity.ERROR, say("x", "x"), label)]).texts == {}


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10), st.text("ab", max_size=3))))
def test_text_outside_the_edits_is_untouched(spans: list[tuple[int, int, str]]) -> None:
    source = Source("a.yaml", TEXT)
    found = [finding(source, (min(a, b), max(a, b), text)) for a, b, text in spans]
    applied = apply(found)
    kept = set(range(10))
    for each in applied.fixed:
        assert each.fix is not None
        kept -= set(range(each.fix.edits[0].span.start, each.fix.edits[0].span.end))
    text = applied.texts.get("a.yaml", TEXT)
    assert [letter for letter in text if letter.isdigit()] == [TEXT[i] for i in sorted(kept)]
