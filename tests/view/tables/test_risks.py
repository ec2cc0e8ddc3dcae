"""What the risk register shows, and in which order."""

from __future__ import annotations

from orgspec.document import Tone
from orgspec.view.tables.risks import risks
from tests.view.organisations import graph
from tests.view.tables.reading import column, rows, tables, titles, words

RISKS = """
organization: {name: Firm, locales: [zh, en]}
roles: {boss: {name: {zh: 经理, en: Boss}, reports_to: none}}
duties: {checking: {name: {zh: 复核, en: Checking}, raci: boss}}
systems: {vault: {name: {zh: 保险箱, en: Vault}}}
workflows: {flood: {name: {zh: 防汛, en: Flood}, steps: {a: {raci: boss, end: true}}}}
risks:
  late: {name: {zh: 迟交, en: Late}, category: supply, likelihood: low, impact: medium}
  loss:
    name: {zh: 丢单, en: Loss}
    category: 天气
    likelihood: high
    impact: high
    owner: boss
    indicator: {zh: 三天无单, en: Three days without an order}
    controls: [{name: {zh: 双人, en: Two people}, duty: checking}, {system: vault}, {name: {zh: 保险, en: Insurance}}]
    contingency: flood
    accepted: {owner: boss, until: 2027-12-31, reason: {zh: 成本高, en: Costs too much}}
  odd: {name: {zh: 怪事, en: Odd}}
"""


def test_the_gravest_stand_first_and_the_unrated_last() -> None:
    table = tables(risks(graph(RISKS), "en"))["Risks"]
    assert column(table, "Risk") == ["Loss", "Late", "Odd"]
    assert column(table, "Rating") == ["9", "2", ""]


def test_a_rating_is_coloured_and_said_in_words() -> None:
    table = tables(risks(graph(RISKS), "zh"))["风险明细"]
    at = titles(table).index("评分")
    assert [row.cells[at].tone for row in table.rows] == [Tone.ALARM, Tone.CALM, Tone.PLAIN]
    assert column(table, "可能性") == ["高", "低", ""]


def test_controls_name_what_carries_them() -> None:
    assert column(tables(risks(graph(RISKS), "en"))["Risks"], "Controls")[0] == (
        "Two people (Checking)\nVault\nInsurance"
    )


def test_owner_sign_contingency_and_acceptance_are_shown() -> None:
    row = dict(
        zip(
            titles(tables(risks(graph(RISKS), "zh"))["风险明细"]),
            rows(tables(risks(graph(RISKS), "zh"))["风险明细"])[0],
            strict=True,
        )
    )
    assert row["责任人"] == "经理"
    assert row["预警指标"] == "三天无单"
    assert row["应急流程"] == "防汛"
    assert row["已接受"] == "经理\n至 2027-12-31\n成本高"


def test_a_common_category_is_translated_and_any_other_stands_as_written() -> None:
    assert column(tables(risks(graph(RISKS), "zh"))["风险明细"], "类别") == ["天气", "供应", ""]
    assert column(tables(risks(graph(RISKS), "en"))["Risks"], "Category") == ["天气", "Supply", ""]


def test_a_risk_to_performance_is_named_in_the_language_of_the_register() -> None:
    text = "risks: {short: {category: performance}}"
    assert column(tables(risks(graph(text), "zh"))["风险明细"], "类别") == ["业绩"]
    assert column(tables(risks(graph(text), "en"))["Risks"], "Category") == ["Performance"]


def test_a_category_may_be_written_in_each_language() -> None:
    text = "risks: {short: {category: {zh: 天气, en: Weather}}}\norganization: {locales: [zh, en]}"
    assert column(tables(risks(graph(text), "zh"))["风险明细"], "类别") == ["天气"]
    assert column(tables(risks(graph(text), "en"))["Risks"], "Category") == ["Weather"]


def test_the_matrix_places_each_rated_risk_by_its_number() -> None:
    table = tables(risks(graph(RISKS), "en"))["Likelihood and impact"]
    assert words(table.rows[0].cells[3]) == "1 Loss"
    assert words(table.rows[2].cells[2]) == "2 Late"
    assert sum(bool(cell.lines) for row in table.rows for cell in row.cells[1:]) == 2


def test_without_ratings_there_is_no_matrix() -> None:
    assert list(tables(risks(graph("risks: {odd: {}}"), "en"))) == ["Risks"]
