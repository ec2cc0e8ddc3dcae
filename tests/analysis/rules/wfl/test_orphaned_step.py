"""WFL003: orphaned-step."""

from orgspec.testing import check


def test_a_lost_group_is_one_finding_at_its_first_step() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          enter: {end: true}
          pack: {next: ship}
    #     ^^^^ WFL003
          ship: {end: true}
    """,
        select="WFL003",
    )
    places = [label.address for label in found.related]
    assert places == ["step/order/ship", "step/order/enter"]
    assert "无法到达" in found.message.in_("zh")


def test_two_lost_groups_are_two_findings() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {end: true}
          pack: {end: true}
    #     ^^^^ WFL003
          file: {end: true}
    #     ^^^^ WFL003
    """,
        select="WFL003",
    )


def test_steps_behind_forks_loops_and_second_starts_are_reached() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {start: true, trigger: a, next: {all: [pack, invoice]}}
          phone: {start: true, trigger: b, next: enter}
          pack: {next: ship}
          invoice: {next: ship}
          ship: {join: all, next: [{to: done, when: ok}, {to: pack, otherwise: true}]}
          done: {end: true}
    """,
        select="WFL003",
    )
