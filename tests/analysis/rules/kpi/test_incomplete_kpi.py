"""KPI004: incomplete-kpi."""

from orgspec.testing import check


def test_what_half_of_the_kpis_say_is_asked_of_the_others_in_one_finding() -> None:
    (found,) = check(
        """
    kpis:
      sales: {source: ledger, frequency: monthly}
      complaints: {}
    # ^^^^^^^^^^ KPI004
    """,
        select="KPI004",
    )
    assert "`source`, `frequency`" in found.message.in_("en")
    assert "`source`、`frequency`" in found.message.in_("zh")


def test_what_few_say_is_asked_under_strict_only() -> None:
    text = """
    kpis:
      a: {source: ledger, frequency: monthly}
      b: {source: ledger}
      c: {source: ledger}
    """
    check(text, select="KPI004")
    found = check(
        text.replace("  b:", "# ^ KPI004\n      b:").replace("  c:", "# ^ KPI004\n      c:")
        + "# ^ KPI004\n",
        select="KPI004",
        profile="strict",
    )
    assert "`frequency`, `assessor`" in found[1].message.in_("en")


def test_the_superior_of_who_is_measured_is_the_assessor() -> None:
    check(
        """
    roles: {boss: {}, seller: {reports_to: boss, kpis: [a, b]}}
    kpis: {a: {assessor: boss}, b: {}}
    """,
        select="KPI004",
    )
    check(
        """
    roles: {boss: {kpis: [a, b]}}
    kpis:
      a: {assessor: boss}
      b: {}
    # ^ KPI004
    """,
        select="KPI004",
    )
