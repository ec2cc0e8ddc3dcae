"""What the table of posts counts, and how it shows what is not known."""

from __future__ import annotations

from orgspec.document import Paragraph, RowKind, Section, Tone, plain
from orgspec.view.tables.cells import group
from orgspec.view.tables.headcount import headcount
from tests.view.organisations import COMPANY, graph
from tests.view.tables.reading import column, rows, tables, titles

NESTED = """
departments: {firm: {kind: company}, sales: {parent: firm}, north: {parent: sales}, works: {parent: firm}}
roles:
  boss: {department: firm, reports_to: none, grade: M2}
  seller: {department: sales, reports_to: boss, headcount: {planned: 2, current: 1}, grade: P1-P3}
  northerner: {department: north, reports_to: seller, headcount: {planned: 1, current: 3}, grade: P2}
  maker: {department: works, reports_to: boss, headcount: {planned: 4, current: 4}, grade: P1-P3}
organization: {name: Firm, locales: [en], grades: [P1, P2, P3, M1, M2]}
"""


def test_posts_stand_below_their_department_with_a_sub_total_and_a_total() -> None:
    table = tables(headcount(graph(), "en"))["Posts"]
    assert rows(table, RowKind.GROUP) == [["Sales"], ["Finance"], ["Without department"]]
    assert rows(table, RowKind.TOTAL)[0][0] == "Sub-total"
    assert rows(table, RowKind.TOTAL)[0][titles(table).index("Planned")] == "5"
    assert rows(table, RowKind.TOTAL)[-1][titles(table).index("Planned")] == "7"


def test_a_post_shows_planned_filled_vacant_and_who_holds_it() -> None:
    table = tables(headcount(graph(), "zh"))["岗位明细"]
    assert ["外贸业务员", "S-02", "P3～P5", "3", "2", "1", "0", "李娜、王强"] in rows(table)


def test_vacancies_ask_for_attention_and_what_is_over_more() -> None:
    table = tables(headcount(graph(NESTED), "en"))["Posts"]
    tones = {row.cells[0].lines[0][0].text: [c.tone for c in row.cells] for row in table.rows}
    vacant, over = titles(table).index("Vacant"), titles(table).index("Over")
    assert tones["seller"][vacant] is Tone.WATCH
    assert tones["northerner"][over] is Tone.ALARM
    assert tones["maker"][vacant] is Tone.PLAIN


def test_too_many_in_one_post_do_not_make_up_for_a_vacancy_in_another() -> None:
    table = tables(headcount(graph(NESTED), "en"))["By department"]
    sales = next(row for row in rows(table) if row[0].strip() == "sales")
    assert sales[titles(table).index("Vacant")] == "1"
    assert sales[titles(table).index("Over")] == "2"


def test_departments_stand_in_the_order_of_the_tree_each_with_all_below() -> None:
    table = tables(headcount(graph(NESTED), "en"))["By department"]
    assert titles(table)[0] == "Department, with all below"
    assert column(table, titles(table)[0]) == ["firm", "sales", "north", "works"]
    assert [row.cells[0].depth for row in table.rows] == [0, 1, 2, 1]
    assert column(table, "Planned") == ["8", "3", "1", "4"]


def test_one_department_above_all_others_needs_no_total_below() -> None:
    assert rows(tables(headcount(graph(NESTED), "en"))["By department"], RowKind.TOTAL) == []
    assert rows(tables(headcount(graph(), "en"))["By department"], RowKind.TOTAL)


def test_what_is_filled_is_left_out_where_nothing_says() -> None:
    table = tables(
        headcount(graph("roles: {boss: {reports_to: none}, hand: {reports_to: boss}}"), "en")
    )
    assert titles(table["Posts"]) == ["Post", "Planned"]


def test_a_sum_over_what_is_not_known_is_left_empty_and_a_note_says_why() -> None:
    document = headcount(graph(COMPANY), "en")
    table = tables(document)["Posts"]
    assert rows(table, RowKind.TOTAL)[-1][titles(table).index("Filled")] == ""
    posts = next(b for b in document.blocks if isinstance(b, Section) and b.title == "Posts")
    notes = [plain(block.text) for block in posts.blocks if isinstance(block, Paragraph)]
    assert any("is blank" in note for note in notes)


def test_grades_stand_from_the_highest_down() -> None:
    table = tables(headcount(graph(NESTED), "en"))["By grade"]
    assert column(table, "Grade") == ["M2", "P1–P3", "P2"]
    assert column(table, "Planned") == ["1", "6", "1"]


def test_a_share_of_a_person_and_acting_are_said() -> None:
    text = """
departments: {a: {}}
roles: {x: {department: a, reports_to: none}, y: {department: a, reports_to: x}}
people:
  li: {name: Li, holds: [{role: x, share: 60%}, {role: y, acting: true}]}
"""
    table = tables(headcount(graph(text), "en"))["Posts"]
    assert column(table, "Holders") == ["Li (60%)", "Li (acting)"]
    assert column(table, "Filled") == ["0.6", "0"]


def test_agents_and_systems_stand_in_their_department_but_count_nowhere() -> None:
    text = """
departments: {a: {}}
roles:
  bot: {department: a, reports_to: boss, kind: ai-agent}
  boss: {department: a, reports_to: none}
"""
    table = tables(headcount(graph(text), "en"))["Posts"]
    assert rows(table, RowKind.BODY) == [["boss", "1"], ["bot\nNot counted (AI agent)", ""]]
    assert rows(table, RowKind.TOTAL) == [["Total", "1"]]


def test_a_department_has_a_table_of_its_own_posts_only() -> None:
    document = headcount(graph(NESTED), "en", "sales")
    assert document.title == "sales: headcount"
    assert column(tables(document)["By department"], "Planned") == ["3", "1"]
    assert column(tables(document)["Posts"], "Post") == ["seller", "northerner"]


def test_a_group_and_its_note_stand_apart_in_the_space_of_their_language() -> None:
    assert plain(group("Process", "≥ 50%").cells[0].lines[0]) == "Process\u2003≥ 50%"
    assert plain(group("过程指标", "50%").cells[0].lines[0]) == "过程指标\u300050%"
