"""Code Quality reports of GitLab."""

import json

from orgspec.report.gitlab import render
from tests.report.made import odd, report


def test_an_entry_has_what_gitlab_reads() -> None:
    (entry,) = json.loads(render(report(odd()[:1])))
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": "nobody answers for `合同`",
        "check_name": "RAC001 no-accountable",
        "severity": "major",
        "location": {"path": "specs/总部/组织/岗位 表#1.yaml", "lines": {"begin": 2}},
    }


def test_severities_are_those_of_gitlab() -> None:
    entries = json.loads(render(report()))
    assert [e["severity"] for e in entries] == ["major", "minor", "major", "info", "info", "major"]


def test_fingerprints_are_unique_and_the_same_in_both_languages() -> None:
    english, chinese = (json.loads(render(report(locale=locale))) for locale in ("en", "zh"))
    marks = [entry["fingerprint"] for entry in english]
    assert len(set(marks)) == len(marks)
    assert marks == [entry["fingerprint"] for entry in chinese]


def test_no_findings_are_an_empty_list() -> None:
    assert render(report(())) == "[]\n"
