"""KPI007: missing-category."""

from orgspec.testing import check

KPIS = """
kpis:
  turnover: {category: performance}
  disputes: {category: 风险控制}
  calls: {}
"""
WANTED = "checks: {options: {kpi_categories: [performance, risk]}}\n"


def test_a_role_without_a_category_is_found_only_where_categories_are_asked_for() -> None:
    text = "roles:\n  seller: {kpis: [turnover, calls]}\n"
    check(text + KPIS, select="KPI007")
    (found,) = check(WANTED + text + "  #        ^^^^ KPI007\n" + KPIS, select="KPI007")
    assert "`risk`" in found.message.in_("en")
    assert "`risk`" in found.message.in_("zh")
    assert [each.address for each in found.related] == ["kpi/calls"]


def test_a_category_counts_in_either_language() -> None:
    check(WANTED + "roles: {seller: {kpis: [turnover, disputes]}}\n" + KPIS, select="KPI007")


def test_roles_without_kpis_and_names_that_nothing_declares_are_not_judged() -> None:
    check(WANTED + "roles: {a: {}, b: {kpis: [turnover, ghost]}}\n" + KPIS, select="KPI007")


def test_a_department_asks_for_its_own_categories() -> None:
    check(
        """
        departments:
          sales: {checks: {options: {kpi_categories: process}}}
          works: {}
        roles:
          seller: {department: sales, kpis: k}
          #                           ^^^^ KPI007
          turner: {department: works, kpis: k}
        kpis: {k: {category: risk}}
        """,
        select="KPI007",
    )
