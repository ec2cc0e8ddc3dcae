"""Workflows in which some steps are not done."""

from orgspec.graph.unending import unending
from orgspec.testing import compiled

STEPS = """
roles: {boss: {reports_to: none}}
workflows:
  order:
    steps:
      start: {raci: boss, next: %s}
      left: {raci: boss, next: close}
      right: {raci: boss, next: close}
      close: {raci: boss, end: true}
"""


def halted(text: str, *steps: str) -> tuple[str, ...]:
    return unending(compiled(text).graph, frozenset(steps))


def test_a_workflow_whose_steps_are_all_done_ends() -> None:
    assert halted(STEPS % "[left, right]") == ()


def test_of_two_choices_one_is_enough() -> None:
    assert halted(STEPS % "[left, right]", "order/left") == ()


def test_of_two_branches_that_begin_together_each_is_needed() -> None:
    assert halted(STEPS % "{all: [left, right]}", "order/left") == ("order",)


def test_without_its_last_step_nothing_ends() -> None:
    assert halted(STEPS % "[left, right]", "order/close") == ("order",)


def test_without_its_first_step_nothing_begins() -> None:
    assert halted(STEPS % "[left, right]", "order/start") == ("order",)


def test_who_calls_a_workflow_that_cannot_end_waits_for_ever() -> None:
    text = STEPS % "[left, right]" + (
        "  sale:\n    steps:\n      ask: {raci: boss, next: deliver}\n"
        "      deliver: {call: order, end: true}\n"
    )
    assert halted(text, "order/close") == ("order", "sale")
