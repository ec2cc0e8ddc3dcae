"""KPI010: roll-up-mismatch."""

import pytest

from orgspec.testing import check, findings


def _codes(parent: str, child: str, roles: str = "", more: str = "", child_more: str = "") -> int:
    text = (
        f"roles:\n  boss: {{}}\n{roles}kpis:\n  whole: {{target: '{parent}'{more}}}\n"
        f"  part: {{target: '{child}', rolls_up_to: whole{child_more}}}\n"
    )
    return len(findings(text, select="KPI010"))


FOUR = "  seller: {headcount: 4, kpis: part}\n"


def test_parts_that_make_less_are_found_at_the_target_of_the_whole() -> None:
    (found,) = check(
        """
        roles: {seller: {headcount: 4, kpis: part}}
        kpis:
          whole: {target: ≥ 4800000 CNY per year}
          #               ^^^^^^^^^^^^^^^^^^^^^^ KPI010
          part: {target: 每月 ≥ 8 万元, rolls_up_to: whole}
        """,
        select="KPI010",
    )
    assert "CNY 3,840,000 per year" in found.message.in_("en")
    assert "384 万元" in found.message.in_("zh")
    assert "4 heads" in (found.related[0].message or found.message).in_("en")


@pytest.mark.parametrize(
    ("parent", "child", "found"),
    [
        ("≥ 40 per month", "≥ 10 per month", 0),
        ("≥ 40 per month", "≥ 9.9 per month", 0),
        ("≥ 40 per month", "≥ 9.8 per month", 1),
        ("≥ 480 per year", "≥ 10 per month", 0),
        ("≥ 500 per quarter", "≥ 40 per month", 1),
        ("≥ 40 per month", "≥ 10 customers per month", 0),
        ("≥ 50 per month", "≥ 10 customers per month", 1),
        ("≥ 50 customers", "≥ 10 visits", 0),
        ("≥ 50 CNY", "≥ 10 USD", 0),
        ("≥ 50 CNY", "≥ 10", 0),
        ("≥ 95%", "≥ 10%", 0),
        ("≥ 90 points", "≥ 10 points", 0),
        ("≤ 50 per month", "≤ 1 per month", 0),
        ("≤ 50 hours", "≤ 1 hour", 0),
        ("≥ 50 per month", "≥ 1", 0),
    ],
)
def test_only_counts_and_amounts_that_can_be_compared_are(
    parent: str, child: str, found: int
) -> None:
    assert _codes(parent, child, FOUR) == found


def test_a_team_counts_once_and_a_department_holds_its_roles() -> None:
    team = "  seller: {headcount: 4, kpis: [{kpi: part, of: team}]}\n"
    assert _codes("≥ 40", "≥ 10", team) == 1
    assert _codes("≥ 40", "≥ 40", team) == 0
    text = """
departments: {sales: {kpis: [{kpi: part, target: ≥ 20}]}}
roles: {seller: {department: sales, headcount: 2, kpis: part}}
kpis: {whole: {target: ≥ 40}, part: {target: ≥ 10, rolls_up_to: whole}}
"""
    assert len(findings(text, select="KPI010")) == 1
    assert findings(text.replace("target: ≥ 20", "target: ≥ 40"), select="KPI010") == ()


def test_the_team_of_a_manager_holds_those_who_report_to_it() -> None:
    text = """
roles:
  manager: {kpis: [{kpi: part, of: team, target: ≥ 20}]}
  seller: {reports_to: manager, headcount: 2, kpis: part}
kpis: {whole: {target: ≥ 40}, part: {target: ≥ 10, rolls_up_to: whole}}
"""
    assert len(findings(text, select="KPI010")) == 1


def test_a_kpi_that_nobody_lists_counts_once() -> None:
    assert _codes("≥ 40", "≥ 10") == 1
    assert _codes("≥ 10", "≥ 10") == 0


def test_means_and_ratios_do_not_add_up() -> None:
    assert _codes("≥ 40", "≥ 1", FOUR, ", name: 平均分数") == 0
    assert _codes("≥ 40", "≥ 1", FOUR, "", ", formula: orders / customers") == 0


def test_how_often_a_figure_is_taken_stands_for_a_period_that_is_not_written() -> None:
    assert _codes("≥ 120", "≥ 3", FOUR, ", frequency: yearly", ", frequency: monthly") == 0
    assert _codes("≥ 150", "≥ 3", FOUR, ", frequency: yearly", ", frequency: monthly") == 1


def test_a_circle_and_a_name_that_nothing_declares_are_not_summed_up() -> None:
    text = "kpis: {a: {target: ≥ 5, rolls_up_to: b}, b: {target: ≥ 4, rolls_up_to: a}}"
    assert [f.code for f in findings(text) if f.code in ("KPI010", "REF008")] == ["REF008"]
    text = """
roles: {seller: {kpis: prat}}
kpis: {whole: {target: ≥ 40}, part: {target: ≥ 1, rolls_up_to: whole}}
"""
    assert findings(text, select="KPI010") == ()
