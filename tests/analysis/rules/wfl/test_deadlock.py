"""WFL005: a join that waits for what was not chosen."""

from __future__ import annotations

from orgspec.testing import check, findings

STUCK = """
organization: {locales: [en, zh]}
roles: {clerk: {reports_to: none}}
workflows:
  ordering:
    owner: clerk
    steps:
      enter: {name: {en: Enter, zh: 录入}, raci: clerk, next: {all: [review, pick]}}
      review:
        name: {en: Review, zh: 复核}
        raci: clerk
        next: [{to: ship, when: the customer agrees}, {to: cancel, otherwise: true}]
      pick: {raci: clerk, next: ship}
      ship: {raci: clerk, join: all, next: bill}
      #                         ^^^ WFL005
      bill: {raci: clerk, end: true}
      cancel: {raci: clerk, end: true}
"""


def test_a_join_that_waits_for_a_branch_not_taken_is_told_as_a_story() -> None:
    (found,) = check(STUCK, select="WFL005")
    assert found.message.in_("en") == (
        "once `Review` goes on to `cancel`, `ship` waits for `Review` for ever"
    )
    assert found.message.in_("zh") == "一旦 `复核` 转到 `cancel`，`ship` 就会一直等待 `复核`"
    assert found.help is not None
    assert "→ Review" in found.help.in_("en")
    said = [label.message.in_("en") for label in found.related if label.message]
    assert said == ["from here on it never comes", "waited for", "has come"]


def test_the_condition_of_the_fatal_branch_is_told() -> None:
    text = STUCK.replace("otherwise: true", "when: 客户拒绝")
    (found,) = findings(text, select="WFL005")
    assert "（客户拒绝）" in found.message.in_("zh")


def test_sides_of_a_choice_that_are_joined_are_told_as_such() -> None:
    text = STUCK.replace(
        "{all: [review, pick]}", "[{to: review, when: big}, {to: pick, otherwise: true}]"
    )
    (found,) = findings(text, select="WFL005")
    assert "and no run brings both" in found.message.in_("en")


def test_branches_that_merge_before_the_join_are_sound() -> None:
    check(
        STUCK.replace("^^^ WFL005", "")
        .replace("{to: cancel, otherwise: true}", "{to: pick-again, otherwise: true}")
        .replace("cancel: {raci: clerk, end: true}", "pick-again: {raci: clerk, next: review}"),
        select="WFL005",
    )


def test_a_join_on_an_unreachable_step_is_told_there_alone() -> None:
    text = """
    roles: {clerk: {reports_to: none}}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: ship}
          lost: {raci: clerk, next: ship}
          ship: {raci: clerk, join: all, end: true}
    """
    assert [d.code for d in findings(text, select="WFL003,WFL005")] == ["WFL003"]


def test_a_loop_without_a_way_out_is_told_instead() -> None:
    text = """
    roles: {clerk: {reports_to: none}}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter: {raci: clerk, next: {all: [a, b]}}
          a: {raci: clerk, next: c}
          c: {raci: clerk, next: a}
          b: {raci: clerk, next: ship}
          d: {raci: clerk, next: ship}
          ship: {raci: clerk, join: all, end: true}
    """
    assert "WFL005" not in {d.code for d in findings(text, select="WFL")}
