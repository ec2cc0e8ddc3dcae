"""REF008: departments and figures inside themselves."""

from orgspec.testing import check, findings


def test_parents_in_a_circle_are_found_once() -> None:
    (found,) = check(
        """
        departments:
          c: {parent: a}
          a: {parent: b}
        #             ^ REF008
          b: {parent: c}
        """,
        select="REF008",
    )
    assert [label.address for label in found.related] == ["department/b", "department/c"]


def test_a_kpi_may_not_roll_up_to_itself() -> None:
    check(
        """
        kpis:
          sales: {rolls_up_to: sales}
        #                      ^^^^^ REF008
        """,
        select="REF008",
    )


def test_trees_are_fine_and_reporting_is_another_matter() -> None:
    text = """
    departments: {a: {}, b: {parent: a}, c: {parent: b}}
    kpis: {x: {}, y: {rolls_up_to: x}}
    roles: {p: {reports_to: q}, q: {reports_to: p}}
    """
    assert {d.code for d in findings(text, select="REF,ORG002")} == {"ORG002"}
