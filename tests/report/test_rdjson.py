"""The Reviewdog Diagnostic Format."""

import json
from typing import Any

from orgspec.report.rdjson import render
from tests.report.made import odd, report


def entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(report()))["diagnostics"]
    return found


def test_columns_are_bytes_of_utf_8() -> None:
    # two spaces, 市 and 场 of three bytes, 😀 of four
    assert entries()[0]["location"]["range"] == {
        "start": {"line": 2, "column": 13},
        "end": {"line": 2, "column": 19},
    }


def test_a_place_over_lines_has_both_its_ends() -> None:
    place = entries()[1]["location"]["range"]
    assert (place["start"]["line"], place["end"]) == (2, {"line": 3, "column": 9})


def test_a_single_edit_is_a_suggestion() -> None:
    (suggestion,) = entries()[0]["suggestions"]
    assert suggestion["text"] == "主管\n"
    assert suggestion["range"] == entries()[0]["location"]["range"]


def test_half_of_a_fix_is_never_suggested() -> None:
    assert "suggestions" not in entries()[1]


def test_severities_and_codes() -> None:
    assert [e["severity"] for e in entries()][:4] == ["ERROR", "WARNING", "ERROR", "INFO"]
    assert entries()[0]["code"] == {"value": "RAC001"}


def test_messages_say_what_to_do_and_what_is_related() -> None:
    assert entries()[1]["message"].splitlines()[1:] == [
        "name one role",
        "specs/总部/org/duties.yaml:3: here",
    ]


def test_no_findings_are_an_empty_list() -> None:
    whole = json.loads(render(report(())))
    assert whole["diagnostics"] == []
    assert whole["source"]["name"] == "orgspec"


def test_odd_findings_are_all_there() -> None:
    assert len(entries()) == len(odd())
