"""ORG009: graded above one's superior."""

from orgspec.testing import check, findings


def test_the_top_of_the_range_counts() -> None:
    (found,) = check(
        """
        roles:
          boss: {grade: P5}
          rep: {reports_to: boss, grade: P3-P10}
        #                                ^^^^^^ ORG009
        """,
        select="ORG009",
    )
    assert {label.address for label in found.related} == {"role/boss", "role/rep"}


def test_equal_tops_are_fine() -> None:
    check("roles: {boss: {grade: P5}, rep: {reports_to: boss, grade: P2-P5}}", select="ORG009")


def test_the_ladder_of_the_organisation_decides() -> None:
    text = """
    organization: {grades: [P1, P2, M1]}
    roles: {boss: {grade: P2}, rep: {reports_to: boss, grade: M1}}
    """
    assert [d.address for d in findings(text, select="ORG009")] == ["role/rep"]


def test_grades_of_other_prefixes_do_not_compare() -> None:
    check("roles: {boss: {grade: M1}, rep: {reports_to: boss, grade: P9}}", select="ORG009")


def test_a_range_upside_down_is_an_impossible_value_and_not_compared() -> None:
    text = "roles: {boss: {grade: P2}, rep: {reports_to: boss, grade: P9-P3}}"
    assert [d.code for d in findings(text, select="ORG009,REF010")] == ["REF010"]
