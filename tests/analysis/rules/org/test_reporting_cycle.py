"""ORG002: circles of reporting."""

from orgspec.testing import check, findings


def test_a_loop_is_found_once_at_its_least_id_with_every_line() -> None:
    (found,) = check(
        """
        roles:
          ceo: {reports_to: none}
          c: {reports_to: a}
          a: {reports_to: b}
        #                 ^ ORG002
          b: {reports_to: c}
          below: {reports_to: b}
        """,
        select="ORG002",
    )
    assert found.message.in_("en").endswith("`a`, `b`, `c`, `a`")
    assert [label.address for label in found.related] == ["role/b", "role/c"]
    assert "环" in found.message.in_("zh")


def test_a_role_may_not_report_to_itself() -> None:
    check(
        """
        roles:
          boss: {reports_to: boss}
        #                    ^^^^ ORG002
        """,
        select="ORG002",
    )


def test_two_loops_are_two_findings() -> None:
    found = findings(
        "roles: {a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: d}, d: {reports_to: c}}",
        select="ORG002",
    )
    assert [d.address for d in found] == ["role/a", "role/c"]


def test_a_loop_through_a_second_superior_is_found_too() -> None:
    check(
        """
        roles:
          top: {reports_to: none}
          a: {reports_to: [top, b]}
        #                       ^ ORG002
          b: {reports_to: a}
        """,
        select="ORG002",
    )


def test_roles_of_a_loop_are_left_out_of_the_other_checks_of_lines() -> None:
    text = """
    departments: {x: {head: b}, y: {head: a}}
    roles:
      a: {reports_to: b, grade: P9, department: x}
      b: {reports_to: a, grade: P1, department: y}
      many: {reports_to: b, headcount: 40}
    """
    assert {d.code for d in findings(text, select="ORG")} == {"ORG002"}


def test_a_chain_is_no_loop() -> None:
    check("roles: {a: {reports_to: b}, b: {reports_to: c}, c: {}}", select="ORG002")
