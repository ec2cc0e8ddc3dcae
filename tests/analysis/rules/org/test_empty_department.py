"""ORG011: boxes with nothing in them."""

import pytest

from orgspec.testing import check, findings

EMPTY = """
departments: {a: {}, old: {}}
roles: {x: {department: a}, y: {department: a, reports_to: x}}
"""


def test_a_department_without_anything_is_found() -> None:
    (found,) = findings(EMPTY, select="ORG011")
    assert found.address == "department/old"


@pytest.mark.parametrize(
    "more",
    [
        "duties: {d: {raci: {A: x, R: x, I: old}}}",
        "duties: {d: {coordination: old}}",
        "handoffs: {h: {from: a, to: old}}",
        "meetings: {m: {attendees: [old]}}",
        "programs: {p: {for: old}}",
        "workflows: {w: {steps: {s: {raci: {C: old}}}}}",
    ],
)
def test_one_that_something_names_is_not_empty(more: str) -> None:
    check(EMPTY + more, select="ORG011")


@pytest.mark.parametrize("fields", ["functions: [keeping]", "functions: {keeping: {}}"])
def test_one_with_functions_is_not_empty(fields: str) -> None:
    check(EMPTY.replace("old: {}", f"old: {{{fields}}}"), select="ORG011")


def test_one_with_departments_below_is_not_empty() -> None:
    check(EMPTY.replace("a: {}", "a: {parent: old}"), select="ORG011")


def test_it_is_silent_without_roles_except_under_strict() -> None:
    check("departments: {a: {}}", select="ORG011")
    assert findings("departments: {a: {}}", select="ORG011", profile="strict")


def test_an_empty_department_is_not_also_said_to_lack_its_mission() -> None:
    text = EMPTY.replace("a: {}", "a: {mission: sell}")
    assert [d.code for d in findings(text, select="ORG")] == ["ORG011"]
