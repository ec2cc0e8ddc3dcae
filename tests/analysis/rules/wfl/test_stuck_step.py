"""WFL004: stuck-step."""

from orgspec.testing import check


def test_a_circle_without_exit_is_found_where_it_is_entered() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: done, when: ok}, {to: wait, otherwise: true}]}
          ask: {next: wait}
          wait: {next: ask}
    #     ^^^^ WFL004
          done: {end: true}
    """,
        select="WFL004",
    )
    assert [label.address for label in found.related] == ["step/order/ask", "step/order/enter"]


def test_a_step_that_only_leads_to_itself_is_stuck() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: done, when: ok}, {to: wait, otherwise: true}]}
          wait: {next: wait}
    #     ^^^^ WFL004
          done: {end: true}
    """,
        select="WFL004",
    )


def test_a_circle_with_an_exit_an_end_or_a_broken_edge_is_silent() -> None:
    check(
        """
    workflows:
      exit: {steps: {a: {next: b}, b: {next: [{to: a, when: x}, {to: c}]}, c: {end: true}}}
      ends: {steps: {a: {next: b}, b: {next: a, end: true}, c: {end: true}}}
      slip: {steps: {a: {next: b}, b: {next: [a, dnoe]}, done: {end: true}}}
    """,
        select="WFL004",
    )
