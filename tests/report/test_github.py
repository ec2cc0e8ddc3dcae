"""Annotations of GitHub Actions."""

import re

from orgspec.diagnostics import Severity
from orgspec.report.github import LIMIT, render
from tests.report.made import many, odd, report

COMMAND = re.compile(r"^::(error|warning|notice) (\S.*?)::(.*)$")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner reads: level, properties, message, with its escapes undone."""
    found = []
    for line in text.splitlines():
        match = COMMAND.match(line)
        if match:
            pairs = (pair.split("=", 1) for pair in match[2].split(","))
            found.append((match[1], {k: undone(v) for k, v in pairs}, undone(match[3])))
    return found


def undone(text: str) -> str:
    """What a text stood for."""
    for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_an_annotation_has_its_place_and_says_what_to_do() -> None:
    ((level, where, message),) = commands(render(report(odd()[:1])))
    assert level == "error"
    assert where == {
        "file": "specs/总部/组织/岗位 表#1.yaml",
        "line": "2",
        "endLine": "2",
        "col": "6",
        "endColumn": "7",
        "title": "RAC001 no-accountable",
    }
    assert message == "nobody answers for `合同`\nname one role"


def test_columns_are_named_within_one_line_only() -> None:
    ((level, where, message),) = commands(render(report(odd()[1:2])))
    assert (level, where["line"], where["endLine"]) == ("warning", "2", "3")
    assert "col" not in where
    assert message.endswith("specs/总部/org/duties.yaml:3: here")


def test_no_text_of_a_specification_becomes_a_command() -> None:
    text = render(report(odd()[2:3]))
    assert text.count("\n") == 1
    ((level, where, message),) = commands(text)
    assert level == "error"
    assert where["title"] == "RAC001 no-accountable"
    assert "\n::warning::z" in message
    assert "\x1b" not in text
    assert "\x00" not in text


def test_above_the_limit_the_rest_is_listed_and_counted() -> None:
    text = render(report(many(25) + many(12, Severity.WARNING) + many(11, Severity.INFO)))
    levels = [level for level, _, _ in commands(text)]
    assert levels.count("error") == levels.count("warning") == levels.count("notice") == LIMIT
    assert commands(text)[-1][2].startswith("19 more findings are not annotated")
    assert sum(line.startswith("- ") for line in text.splitlines()) == 25 + 12 + 11 - 29


def test_errors_come_first() -> None:
    text = render(report(many(3, Severity.INFO) + many(1)))
    assert [level for level, _, _ in commands(text)] == ["error", "notice", "notice", "notice"]


def test_what_is_only_listed_is_no_command_either() -> None:
    hostile = odd()[2]
    text = render(report((*many(10), hostile)))
    listed = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(listed) == 1
    assert "::" not in listed[0]
    assert "##[" not in listed[0]


def test_without_findings_nothing_is_said() -> None:
    assert render(report(())) == ""
