"""JUnit XML."""

from typing import Any

from lxml import etree

from orgspec.diagnostics import Diagnostic
from orgspec.report.junit import render
from tests.report.made import ROLES, finding, label, odd, report


def root(findings: tuple[Diagnostic, ...] | None = None) -> Any:
    return etree.fromstring(render(report(findings)).encode())


def test_a_suite_is_a_file_and_a_test_a_finding() -> None:
    whole = root()
    assert [(s.get("name"), s.get("tests")) for s in whole] == [
        ("specs/总部/组织/岗位 表#1.yaml", "3"),
        ("specs/总部/org/duties.yaml", "2"),
        ("specs/总部/not/read.yaml", "1"),
    ]
    assert (whole.get("tests"), whole.get("failures"), whole.get("errors")) == ("6", "4", "0")


def test_informations_are_skipped_and_the_others_fail() -> None:
    tags = [case[0].tag for case in root().iter("testcase")]
    assert tags == ["failure", "failure", "failure", "skipped", "skipped", "failure"]


def test_names_are_unique_and_without_lines() -> None:
    names = [(c.get("classname"), c.get("name")) for c in root().iter("testcase")]
    assert len(set(names)) == len(names)
    assert names[0][1] == "RAC001 no-accountable role/市场经理"
    assert names[4][1] == "ZZZ999 of-a-plugin (2)"


def test_a_failure_says_where_and_what_to_do() -> None:
    case = next(root().iter("testcase"))
    assert case[0].get("message") == "nobody answers for `合同`"
    assert (case[0].text or "").splitlines() == [
        "specs/总部/组织/岗位 表#1.yaml:2:6",
        "nobody answers for `合同`",
        "name one role",
    ]


def test_what_xml_cannot_hold_becomes_visible() -> None:
    (case,) = root(findings=odd()[2:3]).iter("testcase")
    message = case[0].get("message") or ""
    assert message.startswith("a\ufffd[2J\ufffd\ufffd|`<b>@team")
    assert message.endswith("\n::warning::z")


def test_without_findings_one_test_passes() -> None:
    (case,) = root(findings=()).iter("testcase")
    assert len(case) == 0
    assert root(findings=(finding(label(ROLES, "经理")),)).get("failures") == "1"
