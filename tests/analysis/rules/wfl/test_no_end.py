"""WFL002: no-end."""

from orgspec.testing import check


def test_a_step_that_neither_goes_on_nor_ends_is_found_at_its_id() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: confirm, when: complete}, {to: reject, otherwise: true}]}
          confirm: {}
    #     ^^^^^^^ WFL002
          reject: {end: true}
    """,
        select="WFL002",
    )
    assert "confirm" in found.message.in_("en")


def test_a_step_that_ends_and_goes_on_is_found_at_end() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: confirm, end: true}
    #                                 ^^^^ WFL002
          confirm: {end: true}
    """,
        select="WFL002",
    )


def test_a_workflow_in_which_nothing_ends_is_one_finding_at_the_workflow() -> None:
    check(
        """
    workflows:
      order:
    # ^^^^^ WFL002
        steps:
          enter: {next: confirm}
          confirm: {next: enter}
    """,
        select="WFL002,WFL004",
    )


def test_a_step_that_cannot_be_reached_is_not_judged() -> None:
    check(
        """
    workflows: {order: {steps: {enter: {end: true}, archive: {}}}}
    """,
        select="WFL002",
    )


def test_a_broken_edge_counts_as_an_edge() -> None:
    check(
        """
    workflows: {order: {steps: {enter: {next: confrim}, confirm: {end: true}}}}
    """,
        select="WFL002,WFL003",
    )


def test_events_and_gateways_must_end_too() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: sent}
          sent: {kind: event}
    #     ^^^^ WFL002
    """,
        select="WFL002",
    )
