"""ORG006: too many to lead."""

from orgspec.testing import check, findings


def test_more_planned_heads_than_the_span_are_found() -> None:
    (found,) = check(
        """
        roles:
          boss: {reports_to: none}
        # ^^^^ ORG006
          a: {reports_to: boss, headcount: 10}
          b: {reports_to: boss, headcount: 6}
        """,
        select="ORG006",
    )
    assert "16" in found.message.in_("en")
    assert "16 人" in found.message.in_("zh")
    assert len(found.related) == 2


def test_exactly_the_span_is_fine() -> None:
    check(
        "roles: {x: {}, a: {reports_to: x, headcount: 10}, b: {reports_to: x, headcount: 5}}",
        select="ORG006",
    )


def test_heads_of_one_role_may_be_more() -> None:
    check("roles: {x: {}, a: {reports_to: x, headcount: 25}}", select="ORG006")
    assert findings("roles: {x: {}, a: {reports_to: x, headcount: 26}}", select="ORG006")


def test_several_heads_share_the_lead() -> None:
    check("roles: {x: {headcount: 2}, a: {reports_to: x, headcount: 50}}", select="ORG006")


def test_assistants_agents_and_systems_are_not_counted() -> None:
    check(
        """
        roles:
          x: {}
          a: {reports_to: x, headcount: 25}
          b: {reports_to: x, headcount: 9, assistant: true}
          c: {reports_to: x, headcount: 9, kind: ai-agent}
        """,
        select="ORG006",
    )


def test_the_limit_is_set_in_the_manifest_and_on_departments_downward() -> None:
    text = """
    checks: {options: {span_same_work: 3}}
    departments:
      plant: {checks: {options: {span_same_work: 50}}}
      line: {parent: plant}
    roles:
      x: {department: line}
      a: {reports_to: x, headcount: 40}
      y: {reports_to: none}
      b: {reports_to: y, headcount: 4}
    """
    assert [d.address for d in findings(text, select="ORG006")] == ["role/y"]
