"""WFL001: no-single-start."""

from orgspec.testing import check


def test_a_workflow_without_steps_is_found_at_its_id() -> None:
    (found,) = check(
        """
    workflows:
      ordering: {trigger: an order}
    # ^^^^^^^^ WFL001
    """,
        select="WFL001",
    )
    assert "没有步骤" in found.message.in_("zh")


def test_of_several_starts_the_one_without_trigger_is_found_and_the_others_are_related() -> None:
    (found,) = check(
        """
    workflows:
      complaint:
        steps:
          call: {start: true, trigger: a customer calls, next: answer}
          letter: {start: true, next: answer}
    #                     ^^^^ WFL001
          answer: {end: true}
    """,
        select="WFL001",
    )
    assert [label.address for label in found.related] == ["step/complaint/call"]


def test_starts_with_a_trigger_each_and_one_marked_start_are_sound() -> None:
    check(
        """
    workflows:
      complaint:
        steps:
          call: {start: true, trigger: a customer calls, next: answer}
          letter: {start: true, trigger: a letter comes, next: answer}
          answer: {end: true}
      order: {steps: {check: {next: done}, enter: {start: true, next: check}, done: {end: true}}}
    """,
        select="WFL001",
    )


def test_steps_that_could_not_be_read_are_not_missing() -> None:
    check(
        """
    workflows:
      ordering: {steps: {none: {end: true}}}
    """,
        select="WFL001",
    )
