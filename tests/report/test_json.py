"""Findings for machines."""

import json
from typing import Any

from orgspec.report.json import document
from orgspec.testing import findings

TEXT = """organization: {name: A}
roles:
  市场: {reports_to: ghost}
  clerk: {purpose: one, two}
  Clerk: {}
"""


def report(text: str = TEXT, locale: str = "en") -> dict[str, Any]:
    found = findings(text, select="REF,SYN")
    whole: dict[str, Any] = json.loads(document(found, 1, 3, locale))
    return whole


def test_it_has_the_published_form() -> None:
    whole = report()
    assert list(whole) == ["version", "summary", "diagnostics"]
    assert whole["version"] == 1
    assert whole["summary"] == {"error": 3, "warning": 0, "info": 0, "files": 1, "entities": 3}
    assert all(
        list(each)
        == ["code", "name", "severity", "message", "help", "address", "path", "line", "column",
            "end_line", "end_column", "related", "fix"]
        for each in whole["diagnostics"]
    )  # fmt: skip


def test_lines_and_columns_count_from_one_in_characters() -> None:
    first = report()["diagnostics"][0]
    assert (first["code"], first["path"]) == ("REF001", "orgspec.yaml")
    assert [first[k] for k in ("line", "column", "end_line", "end_column")] == [3, 20, 3, 25]


def test_related_places_and_fixes_have_places_too() -> None:
    by_code = {each["code"]: each for each in report()["diagnostics"]}
    (first,) = by_code["REF002"]["related"]
    assert (first["line"], first["column"], first["message"]) == (4, 3, "first here")
    fix = by_code["SYN011"]["fix"]
    assert fix["safe"] is False
    assert fix["edits"] == [
        {"path": "orgspec.yaml", "line": 4, "column": 20, "end_line": 4, "end_column": 28,
         "text": '"one, two"'}
    ]  # fmt: skip
    assert by_code["REF001"]["fix"] is None


def test_it_speaks_the_language_asked_for() -> None:
    english, chinese = report(), report(locale="zh")
    assert english["diagnostics"][0]["message"] == "nothing is declared as `ghost`"
    assert chinese["diagnostics"][0]["message"] == "`ghost` 没有声明"
    assert [d["code"] for d in english["diagnostics"]] == [
        d["code"] for d in chinese["diagnostics"]
    ]


def test_chinese_is_written_as_it_is() -> None:
    assert "市场" in document(findings(TEXT, select="REF001"), 1, 3, "zh")


def test_no_findings_are_an_empty_list() -> None:
    assert report("roles: {a: {reports_to: none}}")["diagnostics"] == []
