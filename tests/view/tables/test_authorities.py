"""How the delegation of authority shows who proposes, reviews and decides."""

from __future__ import annotations

from orgspec.document import RowKind, Tone
from orgspec.view.tables.authorities import authorities
from tests.view.organisations import graph
from tests.view.tables.reading import rows, tables, titles

LIMITS = """
organization: {name: Firm, locales: [zh, en]}
roles:
  boss: {name: {zh: 总经理, en: Boss}, reports_to: none}
  lead: {name: {zh: 主管, en: Lead}, reports_to: boss}
  rep: {name: {zh: 业务员, en: Rep}, reports_to: lead}
  clerk: {name: {zh: 文员, en: Clerk}, reports_to: lead}
authorities:
  discount:
    name: {zh: 折扣, en: Discount}
    measure: "%"
    levels: [{role: lead, up_to: 10}, {role: boss, review: clerk, condition: {zh: 书面, en: in writing}}]
    max: 30
    order: [{propose: rep}, {review: clerk}, approve]
    denied: [clerk]
    when_vacant: up-one-level
"""


def overview(locale: str = "en") -> dict[str, str]:
    """Post → what it does in the first matter."""
    table = tables(authorities(graph(LIMITS), locale))[
        "权限总表" if locale == "zh" else "Who decides what"
    ]
    return dict(zip(titles(table), rows(table)[0], strict=True))


def test_each_post_shows_its_part_its_place_in_the_order_and_its_limits() -> None:
    found = overview()
    assert found["Rep"] == "① Propose"
    assert found["Lead"] == "③ Approve\n≤ 10%"
    assert found["Boss"] == "③ Approve\n> 10%\n≤ 30%\nin writing"
    assert found["Clerk"] == "② Review\nNever approve"


def test_approval_goes_from_left_to_right_up_the_line() -> None:
    assert list(overview("zh")) == ["事项", "业务员", "文员", "主管", "总经理", "空缺时"]


def test_the_greatest_amount_and_what_happens_in_a_vacancy_are_said() -> None:
    found = overview("zh")
    assert found["事项"] == "折扣\n任何人不得超过 30%"
    assert found["空缺时"] == "上移一级"


def test_who_decides_and_who_never_may_stand_out() -> None:
    table = tables(authorities(graph(LIMITS), "en"))["Who decides what"]
    tones = dict(zip(titles(table), (cell.tone for cell in table.rows[0].cells), strict=True))
    assert (tones["Boss"], tones["Clerk"], tones["Rep"]) == (Tone.CALM, Tone.ALARM, Tone.PLAIN)


def test_the_details_have_an_act_a_row_with_numbers_and_their_unit() -> None:
    table = tables(authorities(graph(LIMITS), "en"))["Order and limits"]
    assert rows(table, RowKind.BODY) == [
        ["1", "Propose", "Rep", "", "", "", ""],
        ["2", "Review", "Clerk", "", "", "", ""],
        ["3", "Approve", "Lead", "", "10", "%", ""],
        ["3", "Approve", "Boss", "10", "30", "%", "in writing"],
        ["", "Never approve", "Clerk", "", "", "", ""],
        ["", "When vacant", "One level up", "", "", "", ""],
    ]


def test_a_level_without_an_end_has_no_limit_and_money_its_currency() -> None:
    text = """
roles: {a: {reports_to: none}, b: {reports_to: a}}
authorities: {pay: {measure: CNY, levels: [{role: b, up_to: 5万}, {role: a}], when_vacant: b}}
"""
    table = tables(authorities(graph(text), "zh"))["审批顺序与额度"]
    assert rows(table, RowKind.BODY) == [
        ["审批", "b", "", "50,000", "元"],
        ["审批", "a", "50,000", "不限", "元"],
        ["空缺时", "b", "", "", ""],
    ]


def test_without_an_order_no_column_of_it_stands_empty() -> None:
    text = "roles: {a: {reports_to: none}}\nauthorities: {pay: {levels: [{role: a, up_to: 1}]}}"
    table = tables(authorities(graph(text), "en"))["Order and limits"]
    assert titles(table) == ["Act", "Post", "Up to"]


def test_common_units_stand_in_the_language_of_the_document() -> None:
    text = """
roles: {a: {reports_to: none}}
authorities: {closing: {measure: days, levels: [{role: a, up_to: 1}], max: 3}}
organization: {locales: [zh, en]}
"""
    zh, en = (tables(authorities(graph(text), locale)) for locale in ("zh", "en"))
    assert rows(zh["权限总表"])[0] == ["closing\n任何人不得超过 3 天", "审批\n≤ 1 天"]
    assert rows(en["Who decides what"])[0] == ["closing\nNobody beyond 3 days", "Approve\n≤ 1 day"]


def test_a_reviewer_of_a_level_joins_that_of_the_order() -> None:
    text = """
roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: a}}
authorities: {pay: {levels: [{role: b, up_to: 5}, {role: a, review: c}], order: [{review: b}, approve]}}
"""
    table = tables(authorities(graph(text), "en"))["Order and limits"]
    assert [row[1:4] for row in rows(table, RowKind.BODY)][:2] == [
        ["Review", "b", ""], ["Review", "c", "5"],
    ]  # fmt: skip


def test_a_reviewer_whom_only_a_level_names_stands_in_the_order_before_the_decision() -> None:
    text = LIMITS.replace(
        "order: [{propose: rep}, {review: clerk}, approve]", "order: [{propose: rep}, approve]"
    )
    table = tables(authorities(graph(text), "en"))["Order and limits"]
    assert rows(table, RowKind.BODY)[:4] == [
        ["1", "Propose", "Rep", "", "", "", ""],
        ["2", "Review", "Clerk", "10", "30", "%", ""],
        ["3", "Approve", "Lead", "", "10", "%", ""],
        ["3", "Approve", "Boss", "10", "30", "%", "in writing"],
    ]


def test_many_posts_take_several_overviews() -> None:
    posts = [f"p{n}" for n in range(20)]
    text = "roles:\n" + "".join(f"  {p}: {{reports_to: boss}}\n" for p in posts)
    text += "  boss: {reports_to: none}\nauthorities:\n"
    text += f"  pay: {{levels: [{{role: [{', '.join(posts)}]}}]}}\n"
    assert list(tables(authorities(graph(text), "en")))[:2] == [
        "Who decides what 1/2", "Who decides what 2/2",
    ]  # fmt: skip


def test_posts_equally_far_from_the_top_stand_by_department() -> None:
    text = """
departments: {a: {}, b: {}}
roles:
  boss: {reports_to: none}
  one: {department: a, reports_to: boss}
  other: {department: b, reports_to: boss}
  two: {department: a, reports_to: boss}
authorities: {spend: {levels: [{role: one}, {role: other}, {role: two}, {role: boss}]}}
"""
    overview = tables(authorities(graph(text), "en"))["Who decides what"]
    assert titles(overview)[1:] == ["one", "two", "other", "boss"]
