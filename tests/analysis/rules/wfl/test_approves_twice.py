"""WFL020: approves-twice."""

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}, controller: {}, clerk: {}}
people:
  chen: {name: Chen, holds: [{role: boss, primary: true}, {role: controller}]}
  lin: {holds: clerk}
workflows:
  w:
    object: expense
    steps:
      claim: {raci: clerk, next: one}
      one: {raci: controller, action: approve, next: book}
      book: {raci: clerk, next: two}
      two: {raci: boss, action: 批准, end: true}
"""


def twice(text: str) -> int:
    return len(findings(text, select="WFL020"))


def test_one_person_in_two_posts_approves_one_thing_twice() -> None:
    marked = "end: true}\n#                               ^^ WFL020\n"
    (found,) = check(TEXT.replace("end: true}\n", marked), select="WFL020")
    assert found.message.in_("en") == (
        "`Chen` approves twice: as `controller` in step `one` and as `boss` in step `two`"
    )
    assert "审批了两次" in found.message.in_("zh")
    assert {x.address for x in found.related} >= {"step/w/one", "person/chen"}


def test_without_people_nothing_is_said() -> None:
    head, _, tail = TEXT.partition("people:")
    assert not twice(head + tail[tail.index("workflows:") :])


def test_two_holders_or_an_acting_one_may_share_the_work() -> None:
    assert not twice(TEXT.replace("holds: clerk", "holds: [clerk, controller]"))
    acting = "holds: [{role: clerk}, {role: controller, acting: true}]"
    assert not twice(TEXT.replace("holds: clerk", acting))


def test_the_same_role_twice_is_not_meant() -> None:
    assert not twice(TEXT.replace("raci: controller", "raci: boss"))


def test_checks_are_no_approvals() -> None:
    assert not twice(TEXT.replace("action: approve", "action: check"))


def test_other_objects_and_none_are_not_compared() -> None:
    assert not twice(TEXT.replace("action: approve", "action: approve, object: budget"))
    assert not twice(TEXT.replace("    object: expense\n", ""))
    assert twice(TEXT.replace("action: approve", "action: approve, object: ' Expense'"))
    text = TEXT.replace("object: expense", "object: 費用")
    assert twice(text.replace("action: approve", "action: approve, object: 费用"))


def test_alternatives_are_not_on_one_path() -> None:
    ways = "next: [{to: one, when: small}, {to: two, otherwise: true}]"
    text = TEXT.replace("clerk, next: one", f"clerk, {ways}").replace("clerk, next: two", "clerk")
    assert not twice(text)


def test_who_answers_for_an_approval_approves_too() -> None:
    assert twice(TEXT.replace("raci: controller", "raci: {A: controller, R: clerk}"))
    assert not twice(TEXT.replace("raci: controller", "raci: {A: clerk, R: [controller, clerk]}"))


def test_a_person_and_object_is_one_finding() -> None:
    text = TEXT.replace("end: true", "next: three")
    assert twice(text + "      three: {raci: controller, action: sign, end: true}\n") == 1


def test_an_unresolved_hold_may_be_the_second_holder() -> None:
    assert not twice(TEXT.replace("holds: clerk", "holds: [clerk, controler]"))
