"""STF009: single-point-of-failure."""

from orgspec.testing import check, findings

HEAD = """
roles:
  boss: {name: Boss}
  rep: {headcount: 9}
people:
  ada: {name: Ada, holds: boss}
"""
CROWD = "".join(f"  p{n}: {{holds: rep}}\n" for n in range(9))
DUTIES = """
duties:
  a: {raci: {A: boss, R: rep}}
  b: {raci: {A: boss, R: rep}}
  c: {raci: {A: rep, R: boss}}
  d: {raci: rep}
"""
FLOW = """
workflows:
  w:
    name: Flow
    steps:
      one: {raci: rep, next: [{to: two, when: x}, {to: three, otherwise: true}]}
      two: {raci: boss, next: four}
      three: {raci: rep, next: four}
      four: {raci: rep, end: true}
"""


def told(text: str) -> list[str]:
    return [d.message.in_("en") for d in findings(text, select="STF009")]


def test_too_many_duties_hang_on_one_person() -> None:
    (found,) = check(HEAD + "# ^^^ STF009\n" + CROWD + DUTIES, select="STF009")
    assert found.message.in_("en") == "without `Ada` 3 of 4 duties have no A or no R"
    assert found.message.in_("zh") == "缺少 `Ada` 时，4 项职责中有 3 项失去 A 或 R"
    assert {x.address for x in found.related} == {"role/boss", "duty/a", "duty/b", "duty/c"}


def test_three_duties_at_least_and_ten_people() -> None:
    text = HEAD + CROWD + DUTIES
    assert not told(text.replace("{A: rep, R: boss}", "{A: rep, R: [boss, rep]}"))
    assert not told(text.replace("  p8: {holds: rep}\n", ""))


def test_the_share_is_settable_also_for_a_department() -> None:
    text = HEAD + CROWD + DUTIES
    assert not told("checks: {options: {key_person_share: 75%}}\n" + text)
    unit = "departments: {hq: {checks: {options: {key_person_share: 0.75}}}}\n"
    assert not told(unit + text.replace("name: Boss", "department: hq"))


def test_a_deputy_who_is_there_stands_in() -> None:
    text = HEAD.replace("name: Boss", "deputy: {}") + CROWD + DUTIES
    assert not told(text.replace("deputy: {}", "deputy: rep"))
    assert not told(text.replace("deputy: {}", "deputy: p1"))


def test_a_deputy_post_of_the_same_person_is_gone_too() -> None:
    text = HEAD.replace("name: Boss}", "deputy: vice}\n  vice: {}").replace(
        "holds: boss", "holds: [boss, vice]"
    )
    assert told(text + CROWD + DUTIES)


def test_a_workflow_that_cannot_end_without_one_person_is_named() -> None:
    assert not told(HEAD + CROWD + FLOW)
    stuck = FLOW.replace("three: {raci: rep", "three: {raci: boss")
    assert told(HEAD + CROWD + stuck) == ["without `Ada` `Flow` cannot reach an end"]


def test_a_join_waits_for_every_branch() -> None:
    forked = FLOW.replace(
        "[{to: two, when: x}, {to: three, otherwise: true}]", "{all: [two, three]}"
    )
    assert told(HEAD + CROWD + forked.replace("four: {", "four: {join: all, "))


def test_roles_of_which_nothing_says_who_holds_them_are_not_judged() -> None:
    text = HEAD.replace("name: Boss", "department: hq").replace("holds: boss", "holds: rep")
    assert not told("departments: {hq: {}}\n" + text + CROWD + DUTIES + FLOW)


def test_a_role_that_deputises_for_itself_is_another_finding() -> None:
    text = (HEAD + CROWD + DUTIES).replace("boss: {name: Boss}", "boss: {name: Boss, deputy: boss}")
    assert not told(text)
