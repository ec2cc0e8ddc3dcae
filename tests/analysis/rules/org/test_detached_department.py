"""ORG001: departments that hang on nothing."""

from orgspec.testing import check, findings


def test_beside_the_one_company_a_department_without_parent_is_detached() -> None:
    (found,) = check(
        """
        departments:
          voyage: {kind: company, name: 远航}
          sales: {parent: voyage}
          logistics: {name: {en: Logistics, zh: 物流部}}
        # ^^^^^^^^^ ORG001
        """,
        select="ORG001",
    )
    assert found.related[0].address == "department/voyage"
    assert "parent: voyage" in (found.help.in_("zh") if found.help else "")


def test_with_two_companies_other_departments_may_stand_alone() -> None:
    check(
        """
        departments:
          north: {kind: company}
          south: {kind: company}
          audit: {}
        """,
        select="ORG001",
    )


def test_without_company_departments_belong_to_the_organisation() -> None:
    check("departments: {sales: {}, logistics: {}}", select="ORG001")


def test_a_group_above_the_company_is_its_top_and_not_detached() -> None:
    check(
        """
        departments:
          holding: {kind: division}
          voyage: {kind: company, parent: holding}
        """,
        select="ORG001",
    )


def test_a_team_without_parent_is_detached_if_another_team_has_one() -> None:
    check(
        """
        departments:
          sales: {}
          inside: {kind: team, parent: sales}
          outside: {kind: team}
        # ^^^^^^^ ORG001
          east: {kind: region}
        """,
        select="ORG001",
    )


def test_an_unknown_parent_counts_as_one() -> None:
    check("departments: {voyage: {kind: company}, sales: {parent: voyge}}", select="ORG001")


def test_a_parent_of_itself_is_a_loop_and_not_detached() -> None:
    codes = [d.code for d in findings("departments: {a: {kind: company}, b: {parent: b}}")]
    assert codes == ["REF008"]
