"""What an appraisal form holds."""

from __future__ import annotations

from orgspec.document import Facts, RowKind, Section, Signature
from orgspec.view.tables.appraisal import appraisal
from tests.view.organisations import graph
from tests.view.tables.reading import column, rows, tables, titles

FORM = """
organization: {name: Firm, locales: [zh, en]}
roles:
  boss: {name: {zh: 经理, en: Boss}, reports_to: none}
  rep:
    name: {zh: 业务员, en: Rep}
    reports_to: boss
    kpis: [{kpi: late, weight: 30%}, {kpi: sold, weight: 50%, target: ≥ 12 per month, of: team}, {kpi: kind, weight: 20%}, missing]
kpis:
  sold: {name: {zh: 销量, en: Sold}, category: performance, target: ≥ 10 per month, formula: {zh: 出库数, en: Shipped}, source: crm, frequency: monthly, incentive: bonus}
  late: {name: {zh: 迟交, en: Late}, category: risk, target: ≤ 2%, assessor: boss}
  kind: {name: {zh: 服务, en: Kindness}, standard: {zh: 无投诉, en: No complaint}}
systems: {crm: {name: CRM}}
programs: {bonus: {name: {zh: 奖金, en: Bonus}, kind: incentive}}
"""


def test_indicators_stand_by_category_and_are_numbered_through() -> None:
    table = tables(appraisal(graph(FORM), "zh", "rep"))["考核指标"]
    assert [row[0] for row in rows(table, RowKind.GROUP)] == [
        "业绩指标　50%", "风险控制指标　30%", "其他指标　20%",
    ]  # fmt: skip
    assert column(table, "序") == ["1", "2", "3"]
    assert column(table, "指标") == ["销量", "迟交", "服务"]


def test_a_row_holds_weight_target_basis_source_period_assessor_and_incentive() -> None:
    table = tables(appraisal(graph(FORM), "en", "rep"))["Indicators"]
    assert rows(table, RowKind.BODY)[0] == [
        "1", "Sold", "50%", "≥ 12 per month (team)", "Shipped", "CRM", "Monthly", "Boss", "Bonus",
        "", "",
    ]  # fmt: skip
    assert titles(table)[-2:] == ["Actual", "Score"]


def test_the_weights_are_summed_up() -> None:
    table = tables(appraisal(graph(FORM), "en", "rep"))["Indicators"]
    assert rows(table, RowKind.TOTAL)[0][1:3] == ["Total", "100%"]


def test_who_is_appraised_and_the_superior_sign() -> None:
    last = appraisal(graph(FORM), "en", "rep").blocks[-1]
    assert isinstance(last, Section)
    signature = last.blocks[-1]
    assert isinstance(signature, Signature)
    assert signature.parties == ("Appraised", "Superior", "Human resources")


def test_weights_and_columns_that_nothing_fills_are_left_out() -> None:
    text = "roles: {boss: {reports_to: none, kpis: [sold]}}\nkpis: {sold: {target: ≥ 10}}"
    table = tables(appraisal(graph(text), "en", "boss"))["Indicators"]
    assert titles(table) == ["#", "Indicator", "Target", "Actual", "Score"]
    assert rows(table, RowKind.TOTAL) == []


def test_only_weighed_indicators_have_a_weighted_score() -> None:
    text = "roles: {boss: {reports_to: none, kpis: [sold]}}\nkpis: {sold: {target: ≥ 10}}"
    for spec, role, label in ((FORM, "rep", "Weighted score"), (text, "boss", "Overall result")):
        last = appraisal(graph(spec), "en", role).blocks[-1]
        assert isinstance(last, Section)
        facts = last.blocks[0]
        assert isinstance(facts, Facts)
        assert facts.pairs[0][0] == label


def test_nobody_assesses_what_they_are_measured_by_themselves() -> None:
    text = """
roles:
  boss: {reports_to: none, kpis: [won]}
  lead: {reports_to: boss, kpis: [sold]}
  rep: {reports_to: lead, kpis: [sold]}
kpis: {sold: {target: ≥ 10, assessor: lead}, won: {target: ≥ 1, assessor: boss}}
"""
    boss, lead, rep = (
        tables(appraisal(graph(text), "en", role))["Indicators"] for role in ("boss", "lead", "rep")
    )
    assert "Assessor" not in titles(boss)
    assert column(lead, "Assessor") == ["boss"]
    assert column(rep, "Assessor") == ["lead"]


def test_what_is_to_be_met_exactly_stands_without_a_sign() -> None:
    text = """
roles: {boss: {reports_to: none, kpis: [leaks, filed, told]}}
kpis: {leaks: {target: = 0 per month, unit: leaks}, filed: {target: = 100%}, told: {target: a = b}}
"""
    english, chinese = (
        tables(appraisal(graph(text), locale, "boss"))[title]
        for locale, title in (("en", "Indicators"), ("zh", "考核指标"))
    )
    assert column(english, "Target") == ["0 leaks per month", "100%", "a = b"]
    assert column(chinese, "目标值") == ["每月 0 leaks", "100%", "a = b"]


def test_one_holder_is_called_so() -> None:
    def labels(text: str) -> list[str]:
        section = appraisal(graph(text), "en", "rep").blocks[0]
        assert isinstance(section, Section) and isinstance(section.blocks[0], Facts)
        return [label for label, _ in section.blocks[0].pairs]

    assert "Holder" in labels(FORM)
    assert "Holders" in labels(
        FORM.replace("reports_to: boss\n", "reports_to: boss\n    headcount: 2\n")
    )
