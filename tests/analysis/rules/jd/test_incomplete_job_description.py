"""JD001: incomplete-job-description."""

from orgspec.testing import check

KEPT = """
roles:
  director: {purpose: leads, qualifications: {education: degree}}
  manager: {purpose: manages}
"""


def test_a_role_without_what_half_of_the_roles_have_is_found_once() -> None:
    (found,) = check(
        """
        roles:
          director: {purpose: leads, qualifications: {education: degree}}
          manager: {purpose: manages, qualifications: {skills: [talking]}}
          seller: {name: Seller}
        # ^^^^^^ JD001
          caller: {purpose: calls}
        # ^^^^^^ JD001
        """,
        select="JD001",
    )[:1]
    assert "`purpose`, `qualifications`" in found.message.in_("en")
    assert "岗位说明书" in found.message.in_("zh")


def test_a_section_that_few_have_is_asked_for_under_strict_only() -> None:
    text = KEPT + "  seller: {purpose: sells}\n"
    check(text, select="JD001")
    text = text.replace("manages}\n", "manages}\n# ^^^^^^^ JD001\n") + "# ^^^^^^ JD001\n"
    check(text, select="JD001", profile="strict")


def test_machines_and_values_that_cannot_be_read_are_silent() -> None:
    check(KEPT + "  robot: {kind: system}\n  seller: {purpose: [a, b]}\n", select="JD001")


def test_an_empty_section_is_none() -> None:
    check(
        """
        roles:
          a: {qualifications: {skills: [x]}}
          b: {qualifications: {}}
        # ^ JD001
        """,
        select="JD001",
    )


def test_the_sections_are_an_option_also_of_a_department() -> None:
    check(
        """
        checks: {options: {sections: [grade]}}
        departments: {sales: {checks: {options: {sections: [duties]}}}}
        roles:
          a: {grade: P1}
          b: {}
        # ^ JD001
          c: {department: sales, grade: P1}
          d: {department: sales}
        # ^ JD001
        duties: {x: {raci: a}, y: {raci: {A: b, R: c}}}
        """,
        select="JD001",
    )
