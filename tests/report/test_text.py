"""Findings on the terminal."""

from collections.abc import Callable

import pytest

from orgspec.diagnostics import Diagnostic, Label, Severity, say
from orgspec.report.columns import width
from orgspec.report.style import Style
from orgspec.report.text import finding, summary, withheld
from orgspec.source import Source, Span
from orgspec.testing import findings

TEXT = """
organization: {name: 远航外贸, locales: [zh, en]}
roles:
  director: {reports_to: none}
  外贸经理: {reports_to: directer, 职级: P3}
  Director: {reports_to: director}
  clerk: {reports_to: director, purpose: 只制单,不审单}
"""


def shown(text: str, locale: str = "en", select: str = "SYN,REF") -> str:
    return "\n\n".join(finding(d, locale, Style()) for d in findings(text, select=select))


def made(text: str, span: tuple[int, int], said: str = "here") -> Diagnostic:
    label = Label(Source("a.yaml", text), Span(*span), say(said, said))
    return Diagnostic("TST001", "test", Severity.ERROR, say("wrong", "有误"), label)


def caret_line(shown: str) -> tuple[str, str]:
    """The line of source and the line of carets below it, without the gutter."""
    lines = shown.splitlines()
    index = next(i for i, line in enumerate(lines) if "^" in line)
    return lines[index - 1].partition("| ")[2], lines[index].partition("| ")[2]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_findings_read_as_people_know_them(locale: str, golden: Callable[[str, str], None]) -> None:
    golden(f"report/findings.{locale}.txt", shown(TEXT, locale) + "\n")


@pytest.mark.parametrize("before", ["", "ab: ", "市场部: ", "（x）: ", "\t", "e\u0301: ", "😀 "])
@pytest.mark.parametrize("word", ["word", "外贸", "mix 混"])
def test_carets_stand_under_what_is_meant_whatever_its_width(before: str, word: str) -> None:
    text = f"{before}{word} rest"
    source, carets = caret_line(
        finding(made(text, (len(before), len(before) + len(word))), "en", Style())
    )
    indent = len(carets) - len(carets.lstrip(" "))
    head, _, _ = source.partition(word)
    assert indent == width(head)
    assert carets.count("^") == width(word)


def test_a_place_without_length_has_one_caret() -> None:
    for offset in (0, 3, 6):
        assert (
            caret_line(finding(made("abc\ndef", (offset, offset)), "en", Style()))[1].count("^")
            == 1
        )


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    source, carets = caret_line(finding(made("ab cde\nfgh", (3, 9)), "en", Style()))
    assert (source, carets.partition(" here")[0]) == ("ab cde", "   ^^^")


def test_an_endless_line_is_cut_around_the_place() -> None:
    text = "x" * 5000 + "NAME" + "y" * 5000
    source, carets = caret_line(finding(made(text, (5000, 5004)), "en", Style()))
    assert len(source) < 200
    at = carets.index("^")
    assert source[at : at + 4] == "NAME"
    assert source.startswith("…")
    assert source.endswith("…")


def test_a_place_longer_than_a_screen_is_not_marked_forever() -> None:
    _, carets = caret_line(finding(made("x" * 10_000, (0, 10_000)), "en", Style()))
    assert carets.count("^") <= 200


def test_a_file_without_text_is_named_alone() -> None:
    lines = finding(made("", (0, 0)), "en", Style()).splitlines()
    assert "--> a.yaml:1:1" in lines[1]
    assert not any("^" in line for line in lines)


def test_nothing_in_a_specification_can_command_the_terminal() -> None:
    text = 'roles: {a: {reports_to: "\\e[2J\\x07evil"}}\n"\\e]0;x": {}\n'
    assert "\x1b" not in shown(text)
    assert "\x07" not in shown(text)
    assert "evil" in shown(text)
    hostile = Diagnostic(
        "TST001", "t", Severity.ERROR, say("x", "x"), Label(Source("a\x1b[2J.yaml", ""), Span(0, 0))
    )
    assert "\x1b" not in finding(hostile, "en", Style())


def test_colour_changes_nothing_but_colour() -> None:
    import re

    (found,) = findings("roles: {a: {reports_to: b}}", select="REF001")
    coloured = finding(found, "en", Style(True))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == finding(found, "en", Style())


@pytest.mark.parametrize(
    ("counts", "locale", "said"),
    [
        (
            {"error": 1, "warning": 2},
            "en",
            "1 error, 2 warnings in 7 files (41 roles, 1 duty) · 0.08 s",
        ),
        ({}, "en", "no problems in 7 files (41 roles, 1 duty) · 0.08 s"),
        ({"error": 1}, "zh", "1 个错误 · 7 个文件（41 个岗位、1 项职责） · 0.08 秒"),
        ({}, "zh", "没有发现问题 · 7 个文件（41 个岗位、1 项职责） · 0.08 秒"),
    ],
)
def test_the_last_line_counts(counts: dict[str, int], locale: str, said: str) -> None:
    sizes = {"files": 7, "roles": 41, "duties": 1, "workflows": 0}
    assert summary(counts, sizes, "0.08", locale, 0) == said


def test_the_last_line_counts_what_is_not_shown() -> None:
    assert "1 info not shown" in summary({}, {"files": 1}, "0.00", "en", 1)
    assert "另有 3 条提示" in summary({}, {"files": 1}, "0.00", "zh", 3)


def test_what_could_not_be_judged_is_said() -> None:
    assert withheld([], "en") == ""
    assert "DUT005, ORG011" in withheld(["DUT005", "ORG011"], "en")
    assert "DUT005、ORG011" in withheld(["DUT005", "ORG011"], "zh")
