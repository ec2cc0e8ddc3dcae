"""SARIF: regions, rules, fixes, fingerprints."""

import json
from typing import Any

from orgspec.analysis.registry import registry
from orgspec.report.links import page_address
from orgspec.report.sarif import render
from tests.report.made import ROLES, finding, label, many, odd, report


def run(**arguments: Any) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(render(report(**arguments)))["runs"][0]
    return whole


def region(result: dict[str, Any]) -> list[int]:
    """Start and end as four numbers."""
    found = result["locations"][0]["physicalLocation"]["region"]
    return [found[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]


def test_columns_are_code_points_and_the_log_says_so() -> None:
    whole = run()
    assert whole["columnKind"] == "unicodeCodePoints"
    assert region(whole["results"][0]) == [2, 6, 2, 8]  # 市 场 😀 stand before it, one column each


def test_a_place_over_lines_with_crlf_has_both_its_ends() -> None:
    assert region(run()["results"][1]) == [2, 10, 3, 5]
    assert region(run()["results"][2]) == [1, 1, 4, 1]


def test_a_file_without_text_has_a_region_too() -> None:
    assert region(run()["results"][5]) == [1, 1, 1, 1]


def test_addresses_are_percent_encoded_and_relative_to_the_repository() -> None:
    place = run()["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uriBaseId"] == "SRCROOT"
    assert place["uri"] == (
        "specs/%E6%80%BB%E9%83%A8/%E7%BB%84%E7%BB%87/%E5%B2%97%E4%BD%8D%20%E8%A1%A8%231.yaml"
    )
    assert list(run()["originalUriBaseIds"]) == ["SRCROOT"]
    assert "uri" not in run()["originalUriBaseIds"]["SRCROOT"]


def test_related_places_have_messages() -> None:
    first, second = run()["results"][1]["relatedLocations"]
    assert (first["id"], first["message"]["text"]) == (1, "here")
    assert first["logicalLocations"] == [{"fullyQualifiedName": "duty/b"}]
    assert "message" not in second


def test_a_rule_carries_its_page() -> None:
    rule = run()["tool"]["driver"]["rules"][1]
    assert (rule["id"], rule["name"]) == ("RAC001", "NoAccountable")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["shortDescription"]["text"]
    assert rule["fullDescription"]["text"]
    assert rule["help"]["markdown"].startswith("# RAC001 `no-accountable`")
    assert "为什么" in run(locale="zh")["tool"]["driver"]["rules"][1]["help"]["markdown"]


def test_every_rule_that_there_is_can_be_carried() -> None:
    found = tuple(
        finding(label(ROLES, "经理"), rule.severity, code=code, name=rule.name)
        for code, rule in registry().rules.items()
    )
    rules = run(findings=found)["tool"]["driver"]["rules"]
    assert len(rules) == len(registry().rules)
    assert all(rule["shortDescription"]["text"] for rule in rules)


def test_results_point_at_their_rules() -> None:
    whole = run()
    rules = whole["tool"]["driver"]["rules"]
    for result in whole["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert {"id": "ZZZ999"} in rules  # of a plugin that is gone


def test_severities_are_those_of_sarif() -> None:
    levels = [result["level"] for result in run()["results"]]
    assert levels == ["error", "warning", "error", "note", "note", "error"]


def test_fixes_are_grouped_by_file() -> None:
    one, two = (result["fixes"][0] for result in run()["results"][:2])
    (change,) = one["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 8},
            "insertedContent": {"text": "主管\n"},
        }
    ]
    assert [len(each["replacements"]) for each in two["artifactChanges"]] == [1, 1]


def test_text_that_looks_like_a_link_is_none() -> None:
    assert "100% \\[l](x)" in run()["results"][2]["message"]["text"]
    (plain,) = run(findings=(finding(label(ROLES, "经理")),))["results"]
    assert "\\" not in plain["message"]["text"]


def test_what_was_not_judged_is_a_notification() -> None:
    (note,) = run()["invocations"][0]["toolExecutionNotifications"]
    assert "DUT005" in note["message"]["text"]


def test_fingerprints_are_unique() -> None:
    marks = [
        r["partialFingerprints"]["orgspec/v1"] for r in run(findings=odd() + many(50))["results"]
    ]
    assert len(set(marks)) == len(marks)


def test_the_page_on_the_web_is_named_where_there_is_one() -> None:
    assert page_address("RAC001", "en", "https://example.org/docs") == (
        "https://example.org/docs/checks/RAC001.md"
    )
    assert page_address("RAC001", "zh", "https://e.org") == "https://e.org/checks/RAC001.zh.md"
    assert page_address("RAC001", "en", "") is None
