"""ORG005: departments that nobody leads."""

from orgspec.testing import check, findings

TWO = """
departments:
  a: {KIND head: x}
  b: {KIND}
roles:
  x: {department: a}
  y: {department: b, reports_to: x}
  z: {department: b, reports_to: x}
"""


def test_two_roles_without_head_are_found() -> None:
    (found,) = findings(TWO.replace("KIND", ""), select="ORG005")
    assert found.address == "department/b"
    assert [label.address for label in found.related] == ["role/y", "role/z"]


def test_committees_need_no_head() -> None:
    text = TWO.replace("KIND ", "kind: committee, ").replace("KIND", "kind: committee")
    check(text, select="ORG005")


def test_one_human_role_needs_no_head() -> None:
    check(TWO.replace("KIND", "").replace("z: {", "z: {kind: ai-agent, "), select="ORG005")


def test_it_is_silent_where_no_other_of_its_kind_has_a_head() -> None:
    text = TWO.replace("{KIND head: x}", "{kind: team, head: x}").replace("KIND", "")
    check(text, select="ORG005")
    assert len(findings(text, select="ORG005", profile="strict")) == 1


def test_an_unknown_head_counts_as_one() -> None:
    check(TWO.replace("b: {KIND}", "b: {head: yy}").replace("KIND", ""), select="ORG005")
