"""WFL012: unowned-step."""

from orgspec.testing import check


def test_a_step_without_anybody_is_found_at_its_id() -> None:
    (found,) = check(
        """
    roles: {clerk: {}}
    workflows:
      order:
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: {I: clerk}, end: true}
    #     ^^^^^^^ WFL012
    """,
        select="WFL012",
    )
    assert "confirm" in found.message.in_("en") and "无人执行" in found.message.in_("zh")


def test_a_workflow_without_anybody_is_one_finding() -> None:
    check(
        """
    workflows:
      order: {steps: {enter: {next: confirm}, confirm: {end: true}}}
    # ^^^^^ WFL012
    """,
        select="WFL012",
    )


def test_it_speaks_before_the_checks_of_the_matrix() -> None:
    check(
        """
    roles: {clerk: {}}
    workflows:
      order:
        owner: clerk
        steps:
          enter: {raci: clerk, next: confirm}
          confirm: {raci: {C: clerk}, end: true}
    #     ^^^^^^^ WFL012
    """,
        select="RAC001,RAC003,RAC004,WFL012",
    )


def test_a_step_of_a_duty_that_nobody_does_is_told_at_the_duty() -> None:
    check(
        """
    roles: {clerk: {}}
    duties:
      entering: {raci: clerk}
      confirming: {}
    # ^^^^^^^^^^ RAC004
    workflows:
      order:
        steps: {enter: {duty: entering, next: confirm}, confirm: {duty: confirming, end: true}}
    """,
        select="RAC004,WFL012",
    )


def test_calls_approvals_events_gateways_and_unknown_names_are_owned() -> None:
    check(
        """
    roles: {clerk: {}, boss: {}}
    authorities: {discount: {levels: [{role: clerk, up_to: 3}, {role: boss}]}}
    workflows:
      packing: {owner: clerk, steps: {pack: {raci: clerk, end: true}}}
      order:
        steps:
          start: {kind: event, next: enter}
          enter: {raci: {R: clrk}, next: which}
          which: {kind: gateway, next: approve}
          approve: {action: approve, authority: discount, next: pack}
          pack: {call: packing, next: file}
          file: {duty: fling, end: true}
    """,
        select="WFL012",
    )
