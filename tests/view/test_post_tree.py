"""Every post of a chart that folds: who stands below whom, and what is told of each."""

from __future__ import annotations

from orgspec.document import CardKind, Chart, Post, PostTree
from orgspec.view.charts.wish import ChartWish
from orgspec.view.org_chart import USUAL, org_chart
from orgspec.view.post_tree import MOST_CARDS
from tests.view.organisations import graph

FIRM = """
organization: {name: {en: Seawind, zh: 海风}, locales: [en, zh]}
departments:
  trade: {name: {en: Trade, zh: 外贸部}, head: head}
  risk: {name: {en: Risk, zh: 风险组}, parent: trade, head: risk-lead}
roles:
  head: {name: {en: Head of Trade, zh: 外贸部经理}, department: trade, reports_to: none}
  clerk: {name: {en: Clerk, zh: 跟单员}, department: trade, reports_to: head, headcount: 3}
  risk-lead: {name: {en: Risk Lead, zh: 风险主管}, department: risk, reports_to: head, deputy: head}
  credit: {department: risk, reports_to: risk-lead, dotted_to: clerk, number: R-2, grade: P3-P4}
people:
  chen: {name: {en: Chen Xiaoming, zh: 陈晓明}, holds: [head]}
  li: {name: {en: Li Jianguo, zh: 李建国}, holds: [clerk]}
  wu: {name: {en: Wu Qian, zh: 吴倩}, holds: [clerk]}
  ou: {name: {en: Ouyang Jing, zh: 欧阳婧}, holds: [{role: risk-lead, acting: true}]}
  xie: {name: {en: Xie Kun, zh: 谢堃}, holds: [credit]}
"""


def tree(
    text: str, locale: str = "en", department: str | None = None, wish: ChartWish = USUAL
) -> PostTree:
    block = org_chart(graph(text), locale, department, folding=True, wish=wish).blocks[0]
    assert isinstance(block, Chart)
    assert block.tree is not None
    return block.tree


def of(found: PostTree, address: str) -> list[Post]:
    return [post for post in found.posts if post.address == address]


def test_a_drawing_is_not_burdened_with_every_post() -> None:
    block = org_chart(graph(FIRM), "en").blocks[0]
    assert isinstance(block, Chart)
    assert block.tree is None


def test_superiors_stand_before_those_below_them() -> None:
    posts = tree(FIRM).posts
    assert posts[0].address == "role/head"
    assert posts[0].kind is CardKind.ROOT
    assert all(post.above < index for index, post in enumerate(posts))


def test_who_holds_a_post_that_leads_nobody_has_a_card_and_its_vacancies_share_one() -> None:
    cards = of(tree(FIRM), "role/clerk")
    assert [(card.heading, card.kind) for card in cards] == [
        ("Li Jianguo", CardKind.POST),
        ("Wu Qian", CardKind.POST),
        ("", CardKind.VACANT),
    ]
    assert {card.posts for card in cards} == {"3 (2 filled, 1 vacant)"}


def test_a_post_that_very_many_hold_is_one_card_that_names_the_first() -> None:
    count = MOST_CARDS + 1
    people = "\n".join(f"  p{i}: {{name: Person {i}, holds: [all]}}" for i in range(count))
    text = f"organization: {{name: X}}\nroles: {{top: {{reports_to: none}}, all: {{reports_to: top, headcount: {count}}}}}\npeople:\n{people}\n"
    (card,) = of(tree(text), "role/all")
    assert card.heading == f"Person 0, Person 1, Person 2 and {count - 3} more"
    assert len(card.holders) == count


def test_an_acting_holder_is_called_so() -> None:
    (lead,) = of(tree(FIRM), "role/risk-lead")
    assert lead.heading == "Ouyang Jing (acting)"
    assert lead.holders[0].note == "acting"


def test_a_card_tells_number_grade_deputies_and_dotted_lines() -> None:
    found = tree(FIRM)
    (credit,) = of(found, "role/credit")
    (lead,) = of(found, "role/risk-lead")
    assert (credit.number, credit.grade) == ("R-2", "P3–P4")
    assert [found.posts[index].address for index in credit.dotted] == ["role/clerk"]
    assert [(d.name, d.address) for d in lead.deputies] == [("Head of Trade", "role/head")]


def test_names_in_the_other_language_are_known_but_not_shown() -> None:
    found = tree(FIRM, "zh")
    assert found.posts[0].title == "外贸部经理"
    assert found.posts[0].also == "Head of Trade Chen Xiaoming"
    assert [(unit.name, unit.also) for unit in found.units] == [
        ("外贸部", "Trade"),
        ("风险组", "Risk"),
    ]


def test_a_dotted_superior_outside_a_department_has_a_card_at_the_end() -> None:
    found = tree(FIRM, department="risk")
    assert [post.address for post in found.posts] == ["role/risk-lead", "role/credit", "role/clerk"]
    assert found.posts[-1].kind is CardKind.OUTSIDE
    assert found.posts[1].dotted == (2,)


def test_several_tops_hang_on_one_card_of_the_organisation() -> None:
    text = "organization: {name: Twin}\nroles: {a: {reports_to: none}, b: {reports_to: none}}\n"
    posts = tree(text).posts
    assert [(post.address, post.above) for post in posts] == [
        ("organization", -1), ("role/a", 0), ("role/b", 0),
    ]  # fmt: skip


def test_posts_that_report_in_a_circle_stand_at_the_top() -> None:
    text = "organization: {name: Ring}\nroles: {a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: b}}\n"
    posts = {post.address: post for post in tree(text).posts}
    assert posts["role/a"].above == posts["role/b"].above == 0
    assert posts["role/c"].above > 0


def test_an_organisation_without_posts_has_a_tree_without_cards() -> None:
    assert tree("organization: {name: Empty}").posts == ()


def test_the_legend_names_only_what_occurs() -> None:
    kinds = [entry.kind for entry in tree(FIRM).legend]
    assert kinds == ["colour", "vacant", "solid", "dotted"]
    assert tree("organization: {name: X}\nroles: {a: {reports_to: none}}").legend == ()


# --- by grade, department, role and person; colours of their own ---


def below(found: PostTree) -> dict[str, list[str]]:
    """Who stands below whom, by what is shown."""
    names = [post.heading or post.title for post in found.posts]
    heads: dict[str, list[str]] = {}
    for post, name in zip(found.posts, names, strict=True):
        heads.setdefault(names[post.above] if post.above >= 0 else "", []).append(name)
    return heads


def test_a_chart_by_grade_folds_by_its_grades_and_they_are_found() -> None:
    found = tree(FIRM, wish=ChartWish(by="grade"))
    heads = below(found)
    assert heads[""] == ["Seawind"]
    assert heads["Seawind"] == ["P4", "Without grade"]
    assert heads["P4"] == ["Xie Kun"]
    assert {"Chen Xiaoming", "Li Jianguo", "Wu Qian"} <= set(heads["Without grade"])
    groups = [post for post in found.posts if post.kind is CardKind.SUMMARY]
    assert [post.address for post in groups] == ["grade/P4", "grade/none"]
    (xie,) = of(found, "role/credit")
    assert "P4" in xie.also
    assert "谢堃" in xie.also
    assert {entry.kind for entry in found.legend}.isdisjoint({"solid", "dotted"})
    helped = FIRM.replace("number: R-2", "number: R-2, assistant: true")
    assert not any(post.assistant for post in tree(helped, wish=ChartWish(by="grade")).posts)


def test_a_chart_by_department_folds_by_departments() -> None:
    found = tree(FIRM, wish=ChartWish(by="department"))
    assert below(found) == {"": ["Trade"], "Trade": ["Risk"]}
    assert [post.address for post in found.posts] == ["department/trade", "department/risk"]
    assert found.posts[1].unit == 1


def test_a_chart_by_role_has_one_card_a_post_and_by_person_one_a_person() -> None:
    roles = [post.address for post in tree(FIRM, wish=ChartWish(by="role")).posts]
    assert roles == ["role/head", "role/clerk", "role/risk-lead", "role/credit"]
    people = tree(FIRM, wish=ChartWish(by="person"))
    assert below(people)["Chen Xiaoming"][:2] == ["Li Jianguo", "Wu Qian"]
    (xie,) = of(people, "person/xie")
    assert (people.posts[xie.dotted[0]].heading, xie.grade) == ("Li Jianguo", "P3–P4")
    assert "谢堃" in xie.also


def test_posts_coloured_by_grade_say_it_and_fold_as_ever() -> None:
    found = tree(FIRM, wish=ChartWish(colour="grade"))
    assert [p.address for p in found.posts] == [p.address for p in tree(FIRM).posts]
    (credit,) = of(found, "role/credit")
    assert (credit.colour, credit.remark) == (100, "P3–P4")
    assert [entry.text for entry in found.legend][:2] == ["P4", "Without grade"]
    assert {post.colour for post in tree(FIRM).posts} == {-1}
