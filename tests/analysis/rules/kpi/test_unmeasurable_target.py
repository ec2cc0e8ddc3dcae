"""KPI003: unmeasurable-target."""

from orgspec.testing import check


def test_a_target_without_number_is_found() -> None:
    (found,) = check(
        """
    kpis:
      service: {target: customers are content}
      #                 ^^^^^^^^^^^^^^^^^^^^^ KPI003
    """,
        select="KPI003",
    )
    assert "没有数字" in found.message.in_("zh")


def test_a_target_of_a_role_is_found_there() -> None:
    (found,) = check(
        """
    kpis: {service: {target: ≥ 90%}}
    roles:
      seller: {kpis: [{kpi: service, target: as good as can be}]}
      #                                      ^^^^^^^^^^^^^^^^^ KPI003
    """,
        select="KPI003",
    )
    assert found.related[0].address == "kpi/service"


def test_numbers_and_standards_with_an_assessor_or_a_superior_are_sound() -> None:
    check(
        """
    roles: {boss: {reports_to: none}, seller: {reports_to: boss, kpis: service}}
    kpis:
      sales: {target: [≥ 6, ≤ 8]}
      share: {target: 满意度不低于九成 90%}
      tidy: {target: the shop is tidy, standard: as the checklist says, assessor: boss}
      service: {target: friendly, standard: as the checklist says}
    """,
        select="KPI003",
    )


def test_a_standard_that_nobody_judges_by_is_not_enough() -> None:
    check(
        """
    kpis:
      tidy: {target: the shop is tidy, standard: as the checklist says}
      #              ^^^^^^^^^^^^^^^^ KPI003
    """,
        select="KPI003",
    )
