"""WFL006: branches that meet without waiting."""

from __future__ import annotations

from orgspec.testing import check, findings

TWICE = """
organization: {locales: [en, zh]}
roles: {clerk: {reports_to: none}}
workflows:
  ordering:
    owner: clerk
    steps:
      quote: {name: {en: Quote, zh: 报价}, raci: clerk, next: {all: [plan, check]}}
      plan: {name: {en: Plan, zh: 排产}, raci: clerk, next: ship}
      check: {name: {en: Check, zh: 复核}, raci: clerk, next: ship}
      ship: {name: {en: Ship, zh: 发货}, raci: clerk, next: bill}
    # ^^^^ WFL006
      bill: {raci: clerk, end: true}
"""


def test_a_step_that_runs_twice_is_found_once_and_told() -> None:
    (found,) = check(TWICE, select="WFL006")
    assert found.message.in_("en") == (
        "`Ship` runs twice: after `Quote`, `Plan` and `Check` run side by side and both lead to it"
    )
    assert found.message.in_("zh") == (
        "`发货` 会执行两次：`报价` 之后，`排产` 与 `复核` 并行，而且都转到它"
    )
    assert len(found.related) == 3


def test_a_join_waits_for_both() -> None:
    text = TWICE.replace("raci: clerk, next: bill", "raci: clerk, join: all, next: bill")
    assert not findings(text, select="WFL006,WFL005")


def test_a_branch_may_end_by_itself() -> None:
    text = TWICE.replace("check: {name: {en: Check, zh: 复核}, raci: clerk, next: ship}",
                         "check: {raci: clerk, end: true}")  # fmt: skip
    assert not findings(text, select="WFL006")


def test_sides_of_a_choice_may_meet() -> None:
    text = TWICE.replace(
        "{all: [plan, check]}", "[{to: plan, when: big}, {to: check, otherwise: true}]"
    )
    assert not findings(text, select="WFL006")


def test_a_fork_back_to_itself_is_told_too() -> None:
    text = TWICE.replace("next: bill", "next: {all: [quote, bill]}").replace(
        "{all: [plan, check]}", "plan"
    )
    (found,) = findings(text, select="WFL006")
    assert "runs twice" in found.message.in_("en")
