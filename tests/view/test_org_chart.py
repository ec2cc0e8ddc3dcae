"""What an organisation chart shows."""

from __future__ import annotations

from orgspec.document import CardKind, Chart
from orgspec.view.org_chart import LARGEST, PERSONAL, chart_of, initial, org_chart
from tests.view.organisations import graph


def cards(chart: Chart) -> dict[str, tuple[str, str, CardKind]]:
    return {card.id: (card.title, card.subtitle, card.kind) for card in chart.cards}


def test_every_holder_has_a_card_and_every_missing_one_is_shown_vacant() -> None:
    shown = cards(chart_of(graph(), "zh"))
    assert shown["role/rep/li"] == ("李娜", "外贸业务员", CardKind.POST)
    assert shown["role/rep/wang"] == ("王强", "外贸业务员", CardKind.POST)
    assert shown["role/rep/vacant-1"] == ("招聘中", "外贸业务员", CardKind.VACANT)
    assert "role/rep/vacant-2" not in shown


def test_a_role_without_declared_people_is_shown_by_its_own_name() -> None:
    shown = cards(chart_of(graph(), "en"))
    assert shown["role/accountant"] == ("Accountant", "Finance", CardKind.POST)


def test_the_one_top_role_is_the_root() -> None:
    chart = chart_of(graph(), "zh")
    assert [c.id for c in chart.cards if c.kind is CardKind.ROOT] == ["role/director"]
    assert not [line for line in chart.lines if line.subordinate == "role/director"]


def test_solid_lines_make_a_tree_over_all_cards() -> None:
    chart = chart_of(graph(), "zh")
    below = [line.subordinate for line in chart.lines if not line.dotted]
    assert len(below) == len(set(below)) == len(chart.cards) - 1


def test_dotted_lines_are_drawn_and_named() -> None:
    dotted = [line for line in chart_of(graph(), "zh").lines if line.dotted]
    assert [(x.superior, x.subordinate, x.label) for x in dotted] == [
        ("role/accountant", "role/rep/li", "虚线汇报")
    ]


def test_a_dotted_superior_outside_the_department_gets_a_card_of_its_own() -> None:
    shown = cards(chart_of(graph(), "zh", "sales"))
    assert shown["role/accountant"] == ("会计", "财务部", CardKind.OUTSIDE)
    assert "role/director" not in shown


def test_posts_filled_and_vacant_are_counted() -> None:
    assert chart_of(graph(), "zh", "sales").facts == ("编制 5", "在岗 4", "空缺 1")


def test_the_legend_holds_only_what_is_drawn() -> None:
    kinds = [entry.kind for entry in chart_of(graph(), "zh", "finance").legend]
    assert kinds == []
    kinds = [entry.kind for entry in chart_of(graph(), "zh").legend]
    assert kinds == ["colour", "colour", "vacant", "solid", "dotted"]


def test_assistants_are_marked() -> None:
    marked = [card.id for card in chart_of(graph(), "zh").cards if card.assistant]
    assert marked == ["role/assistant"]


def test_above_the_limit_departments_stand_for_their_posts() -> None:
    lines = ["roles:", "  boss: {reports_to: none}"]
    lines += [f"  r{i}: {{reports_to: boss, department: d{i % 3}}}" for i in range(LARGEST + 5)]
    lines += ["departments:", *(f"  d{i}: {{name: Unit {i}}}" for i in range(3))]
    chart = chart_of(graph("\n".join(lines)), "en")
    assert [c.id for c in chart.cards] == [
        "role/boss", "department/d0", "department/d1", "department/d2",
    ]  # fmt: skip
    assert [c.kind for c in chart.cards[1:]] == [CardKind.SUMMARY] * 3
    assert chart.cards[1].code == "15 roles"


def test_a_reporting_circle_does_not_hang_the_chart() -> None:
    chart = chart_of(
        graph("roles: {a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: a}}"), "en"
    )
    assert {c.id for c in chart.cards} == {"anchor", "role/a", "role/b", "role/c"}


def test_the_card_that_holds_several_tops_together_has_a_sign_like_the_others() -> None:
    chart = chart_of(graph("organization: {name: Harbour Trade}\nroles: {a: {}, b: {}}"), "en")
    assert (chart.cards[0].title, chart.cards[0].initial) == ("Harbour Trade", "HT")


def test_an_empty_organisation_still_has_a_chart() -> None:
    assert org_chart(graph("organization: {name: Empty}"), "en").title == "Organisation chart"


def test_initials_are_a_surname_or_latin_capitals() -> None:
    assert initial("欧阳婧") == "欧"
    assert initial("Maria del Carmen Santos") == "MC"
    assert initial("li na") == "L"
    assert initial("") == ""


def test_those_who_hold_one_role_share_a_card_where_each_would_make_too_many() -> None:
    people = [f"  p{i}: {{name: Person {i}, holds: {{role: rep}}}}" for i in range(PERSONAL)]
    text = "\n".join(
        [
            "departments:", "  sales: {name: Sales}",
            "roles:", "  boss: {reports_to: none, department: sales}",
            f"  rep: {{name: Rep, reports_to: boss, department: sales, headcount: {PERSONAL}}}",
            "people:", "  chief: {name: Chief, holds: boss}", *people,
        ]
    )  # fmt: skip
    shown = {card.id: card for card in chart_of(graph(text), "en").cards}
    assert set(shown) == {"role/boss", "role/rep"}
    assert shown["role/rep"].title == "Rep"
    assert shown["role/rep"].subtitle.startswith("Person 0, Person 1, ")


def test_filled_posts_are_not_counted_where_only_some_are_known() -> None:
    text = (
        "departments:\n  a: {name: A}\n  b: {name: B}\n"
        "roles:\n  boss: {reports_to: none, department: a, headcount: 2}\n"
        "  clerk: {reports_to: boss, department: b, headcount: 3}\n"
        "people:\n  p: {name: P, holds: boss}\n"
    )
    assert chart_of(graph(text), "en").facts == ("Planned 5", "Vacant 1")
