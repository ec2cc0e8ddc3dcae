"""ORG010: solid lines into other departments."""

import yaml

from orgspec.testing import check, findings

TEXT = """
departments:
  sales: {head: sales-head}
  team: {parent: sales, kind: team}
  finance: {head: finance-head}
roles:
  ceo: {reports_to: none}
  sales-head: {department: sales, reports_to: ceo}
  finance-head: {department: finance, reports_to: ceo}
"""


def test_a_superior_in_another_department_is_found() -> None:
    text = TEXT.lstrip() + "  clerk: {department: sales, reports_to: finance-head}\n"
    (found,) = findings(text, select="ORG010")
    assert text[found.place.span.start : found.place.span.end] == "finance-head"
    assert {label.address for label in found.related} == {"role/clerk", "role/finance-head"}


def test_the_fix_reports_to_the_head_and_dots_the_other() -> None:
    text = TEXT.lstrip() + "  clerk: {department: sales, reports_to: finance-head}\n"
    (found,) = findings(text, select="ORG010")
    assert found.fix is not None
    (edit,) = found.fix.edits
    tree = yaml.safe_load(text[: edit.span.start] + edit.text + text[edit.span.end :])
    clerk = tree["roles"]["clerk"]
    assert (clerk["reports_to"], clerk["dotted_to"]) == ("sales-head", ["finance-head"])


def test_the_department_above_is_no_other() -> None:
    check(TEXT + "  clerk: {department: team, reports_to: sales-head}\n", select="ORG010")


def test_heads_of_departments_may_report_anywhere() -> None:
    text = TEXT.replace("sales, reports_to: ceo", "sales, reports_to: finance-head")
    check(text, select="ORG010")


def test_a_top_role_may_lead_anybody() -> None:
    text = TEXT.replace("ceo: {", "ceo: {department: finance, ")
    check(text + "  clerk: {department: sales, reports_to: ceo}\n", select="ORG010")


def test_who_heads_the_department_leads_it_wherever_he_belongs() -> None:
    text = TEXT.replace("sales: {head: sales-head}", "sales: {head: finance-head}")
    check(text + "  clerk: {department: team, reports_to: finance-head}\n", select="ORG010")


def test_roles_without_department_cross_nothing() -> None:
    check(TEXT + "  clerk: {reports_to: finance-head}\n", select="ORG010")
