"""KPI002: no-kpi."""

from orgspec.testing import check

KEPT = """
departments: {sales: {}, works: {}}
roles: {seller: {department: sales}, caller: {department: sales, kpis: k}}
kpis: {k: {}}
duties:
  quoting: {raci: seller, priority: primary, kpis: k}
"""


def test_a_primary_duty_without_kpi_is_found_among_such_as_have_one() -> None:
    (found,) = check(
        KEPT
        + """
  contracting: {raci: seller, priority: primary}
# ^^^^^^^^^^^ KPI002
""",
        select="KPI002",
    )
    assert "考核指标" in found.message.in_("zh")


def test_other_duties_those_of_measured_roles_and_measured_ones_are_silent() -> None:
    check(
        KEPT.replace("k: {}", "k: {}, m: {measures: counting}, n: {measures: w/sign}")
        + """
  filing: {raci: seller, priority: routine}
  calling: {raci: {A: seller, R: caller}, priority: primary}
  counting: {raci: seller, priority: primary}
  signing: {raci: seller, priority: primary}
workflows: {w: {steps: {sign: {duty: signing, end: true}}}}
""",
        select="KPI002",
    )


def test_a_department_that_measures_little_is_judged_under_strict_only() -> None:
    text = KEPT + "  turning: {raci: seller, department: works, priority: primary}\n"
    check(text, select="KPI002")
    check(text + "# ^^^^^^^ KPI002\n", select="KPI002", profile="strict")
