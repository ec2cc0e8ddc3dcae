"""What charts show: posts, people, grades, departments, in pages and colours."""

from __future__ import annotations

from orgspec.document import Card, CardKind, Chart
from orgspec.graph.graph import Graph
from orgspec.testing import compiled
from orgspec.view.charts.pages import LARGEST, chart_for, chart_with_pages
from orgspec.view.charts.setting import Setting
from orgspec.view.charts.wish import ChartWish
from orgspec.view.org_chart import org_chart

FIRM = """
organization: {name: Firm, grades: [P1, P2, P3, M1]}
departments: {sales: {name: Sales, head: manager}}
roles:
  boss: {name: Boss, reports_to: none, grade: M1, conditions: {location: Paris}}
  manager: {name: Manager, department: sales, reports_to: boss, grade: P3}
  rep:
    {name: Rep, department: sales, reports_to: manager, grade: P1-P2, headcount: 3,
     conditions: {location: Lyon}}
  clerk: {name: Clerk, department: sales, reports_to: rep}
people:
  ann: {name: Ann, holds: boss}
  bob: {name: Bob, holds: [{role: manager, share: 50%}, {role: clerk, share: 50%}]}
  cy: {name: Cy, holds: rep}
  di: {name: Di, holds: rep}
"""


def graph(text: str = FIRM) -> Graph:
    return compiled(text).graph


def large(departments: int = 4, posts: int = 20) -> str:
    """A top department, so many below it, and so many posts in each of these."""
    lines = ["departments:", "  firm: {name: Firm, head: boss}"]
    lines += [f"  d{i}: {{name: Unit {i}, parent: firm, head: h{i}}}" for i in range(departments)]
    lines += ["roles:", "  boss: {reports_to: none, department: firm}"]
    lines += ["  aide: {name: Aide, reports_to: boss, department: firm, assistant: true}"]
    for i in range(departments):
        lines.append(f"  h{i}: {{reports_to: boss, department: d{i}}}")
        lines += [f"  r{i}x{j}: {{reports_to: h{i}, department: d{i}}}" for j in range(posts)]
    return "\n".join(lines)


def drawn(wish: ChartWish, text: str = FIRM, department: str | None = None) -> Chart:
    return chart_for(Setting(graph(text), "en", wish), department)


def cards(chart: Chart) -> dict[str, Card]:
    return {card.id: card for card in chart.cards}


def above(chart: Chart) -> dict[str, str]:
    return {line.subordinate: line.superior for line in chart.lines if not line.dotted}


# --- by ---


def test_by_role_each_post_has_one_card_with_all_who_hold_it() -> None:
    shown = cards(drawn(ChartWish(by="role")))
    assert set(shown) == {"role/boss", "role/manager", "role/rep", "role/clerk"}
    assert shown["role/rep"].title == "Rep"
    assert shown["role/rep"].subtitle == "Cy, Di"
    assert shown["role/rep"].kind is CardKind.POST  # one of three is vacant: the pill says so


def test_by_person_everybody_stands_once_with_all_posts() -> None:
    chart = drawn(ChartWish(by="person"))
    shown = cards(chart)
    assert set(shown) == {
        "person/ann", "person/bob", "person/cy", "person/di", "role/rep/vacant-1",
    }  # fmt: skip
    assert shown["person/bob"].subtitle == "Manager, Clerk"
    assert shown["role/rep/vacant-1"].kind is CardKind.VACANT
    assert above(chart) == {
        "person/bob": "person/ann", "person/cy": "person/bob", "person/di": "person/bob",
        "role/rep/vacant-1": "person/bob",
    }  # fmt: skip


def test_by_grade_the_highest_stands_at_the_top_and_those_without_at_the_end() -> None:
    chart = drawn(ChartWish(by="grade"))
    assert [row.title for row in chart.rows] == ["M1", "P3", "P2", "Without grade"]
    assert chart.rows[2].note == "3 posts"
    assert chart.lines == ()
    assert {id_ for row in chart.rows for id_ in row.cards} == set(cards(chart))
    assert "P1–P2" in cards(chart)["role/rep"].code


def test_by_department_only_departments_are_shown() -> None:
    shown = cards(drawn(ChartWish(by="department"), large()))
    assert set(shown) == {f"department/{d}" for d in ("firm", "d0", "d1", "d2", "d3")}


def test_someone_whose_posts_lie_above_one_another_does_not_hang_the_chart() -> None:
    text = (
        "roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: b}}\n"
        "people: {x: {name: X, holds: [a, c]}, y: {name: Y, holds: b}}\n"
    )
    assert set(cards(drawn(ChartWish(by="person"), text))) == {"person/x", "person/y"}


# --- colour ---


def test_colours_tell_grades_and_the_legend_names_them() -> None:
    chart = drawn(ChartWish(colour="grade"))
    named = {entry.text: entry.colour for entry in chart.legend if entry.kind == "colour"}
    assert list(named) == ["M1", "P3", "P2", "Without grade"]
    assert cards(chart)["role/manager"].colour == named["P3"]
    assert len(set(named.values())) == 4


def test_colours_tell_places_of_work_which_stand_on_the_cards_too() -> None:
    chart = drawn(ChartWish(colour="location"))
    named = {entry.text: entry.colour for entry in chart.legend if entry.kind == "colour"}
    assert set(named) == {"Paris", "Lyon", "Place not stated"}
    assert cards(chart)["role/boss"].colour == named["Paris"]
    assert cards(chart)["role/boss"].code == "Paris"


# --- pages ---


def test_a_large_organisation_has_a_page_for_each_department() -> None:
    chart = chart_with_pages(Setting(graph(large()), "en", ChartWish()))
    assert [page.address for page in chart.pages] == [
        "department/firm", "department/d0", "department/d1", "department/d2", "department/d3",
    ]  # fmt: skip
    assert all(len(page.cards) <= LARGEST for page in (chart, *chart.pages))


def test_summary_cards_lead_to_the_page_of_their_department() -> None:
    chart = chart_with_pages(Setting(graph(large()), "en", ChartWish()))
    assert cards(chart)["department/d2"].page == "department/d2"
    firm = chart.pages[0]
    assert {"role/boss", "role/aide", "department/d0"} <= set(cards(firm))
    assert cards(firm)["department/d0"].page == "department/d0"
    assert [title for _, title in chart.pages[1].trail][-1] == "Firm"


def test_every_post_is_on_some_page() -> None:
    setting = Setting(graph(large(9, 30)), "en", ChartWish())
    chart = chart_with_pages(setting)
    shown = {card.address for page in (chart, *chart.pages) for card in page.cards}
    assert {role.address for role in setting.roles(None)} <= shown


def test_a_page_that_would_repeat_the_one_above_is_left_out() -> None:
    text = large().replace(
        "  aide: {name: Aide, reports_to: boss, department: firm, assistant: true}\n", ""
    )
    chart = chart_with_pages(Setting(graph(text), "en", ChartWish()))
    assert next(page.address for page in chart.pages) == "department/d0"


def test_a_chart_of_its_own_department_shows_its_posts_and_those_below_as_one_card() -> None:
    shown = cards(chart_for(Setting(graph(large()), "en", ChartWish()), "firm"))
    assert shown["role/aide"].assistant
    assert shown["department/d3"].kind is CardKind.SUMMARY


def test_a_large_organisation_without_departments_still_shows_its_posts() -> None:
    text = "roles:\n  boss: {reports_to: none}\n" + "".join(
        f"  r{i}: {{reports_to: boss}}\n" for i in range(LARGEST + 5)
    )
    assert len(drawn(ChartWish(), text).cards) == LARGEST + 6


def test_a_poster_has_every_post() -> None:
    assert len(drawn(ChartWish(whole=True), large()).cards) == 86


def test_the_title_says_what_a_chart_is_by() -> None:
    assert org_chart(graph(), "zh", wish=ChartWish(by="grade")).title == "组织架构图（按职级）"
    assert (
        org_chart(graph(), "en", wish=ChartWish(by="grade")).title == "Organisation chart by grade"
    )
