"""Diagnostics: how bad, and in which order."""

from orgspec.diagnostics import Diagnostic, Label, Severity, say
from orgspec.source import Source, Span


def made(path: str, start: int, code: str) -> Diagnostic:
    label = Label(Source(path, "roles: {}"), Span(start, start + 1))
    return Diagnostic(code, "a-check", Severity.ERROR, say("wrong", "有误"), label)


def test_an_error_is_worse_than_a_warning_and_that_than_an_info() -> None:
    assert Severity.ERROR.rank < Severity.WARNING.rank < Severity.INFO.rank


def test_findings_stand_in_the_order_of_file_place_and_code() -> None:
    wanted = [
        made("a.yaml", 0, "REF001"),
        made("a.yaml", 0, "SYN001"),
        made("a.yaml", 5, "DUT001"),
        made("b.yaml", 1, "DUT001"),
    ]
    backwards = wanted[::-1]
    assert sorted(backwards, key=lambda d: d.sort_key) == wanted
