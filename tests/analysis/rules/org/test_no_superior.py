"""ORG003: roles that report to nobody."""

from orgspec.testing import check, findings


def test_a_role_without_superior_that_is_not_marked_as_top_is_found() -> None:
    (found,) = check(
        """
        departments: {sales: {head: manager}}
        roles:
          ceo: {reports_to: none}
          manager: {reports_to: ceo, department: sales}
          clerk: {department: sales}
        # ^^^^^ ORG003
        """,
        select="ORG003",
    )
    assert found.help is not None
    assert "`reports_to: manager`" in found.help.in_("en")


def test_heads_of_parentless_departments_are_tops_if_none_of_them_reports() -> None:
    check(
        """
        departments: {a: {head: x}, b: {head: y}}
        roles:
          x: {}
          y: {}
          z: {reports_to: x}
          w: {}
        # ^ ORG003
        """,
        select="ORG003",
    )


def test_else_the_role_with_most_roles_below_is_the_top() -> None:
    check(
        """
        departments: {a: {head: x}, b: {head: y}}
        roles:
          boss: {}
          x: {reports_to: boss}
          y: {}
        # ^ ORG003
        """,
        select="ORG003",
    )


def test_agents_and_systems_need_no_superior() -> None:
    check(
        "roles: {a: {}, b: {reports_to: a}, bot: {kind: ai-agent}, x: {kind: system}}",
        select="ORG003",
    )


def test_it_is_silent_where_no_role_reports_to_one() -> None:
    text = "roles: {a: {}, b: {}}"
    check(text, select="ORG003")
    assert len(findings(text, select="ORG003", profile="strict")) == 1


def test_an_unknown_superior_counts_as_one() -> None:
    check("roles: {a: {}, b: {reports_to: a}, c: {reports_to: bb}}", select="ORG003")


def test_a_superior_that_could_not_be_read_is_reported_as_that_alone() -> None:
    text = "roles: {a: {}, b: {reports_to: a}, c: {reports_to: {role: a}}}"
    assert [d.code for d in findings(text) if not d.code.startswith("DUT")] == ["SYN007"]
