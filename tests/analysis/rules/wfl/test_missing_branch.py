"""WFL008: missing-branch."""

from orgspec.testing import check


def test_two_ways_without_a_condition_are_no_choice() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          enter: {next: [confirm, decline]}
    #                    ^^^^^^^ WFL008
          confirm: {end: true}
          decline: {end: true}
    """,
        select="WFL008",
    )
    assert found.message.in_("en") == (
        "nothing says which way to go from step `enter`: `confirm`, `decline` have no `when`"
    )
    assert "`confirm`、`decline` 都没有 `when`" in found.message.in_("zh")
    assert found.help is not None and "`all: [confirm, decline]`" in found.help.in_("en")
    assert len(found.related) == 1


def test_a_branch_beside_otherwise_needs_a_condition() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: decline, otherwise: true}, {to: confirm}, {to: ask, when: unclear}]}
    #                                                         ^^^^^^^ WFL008
          confirm: {end: true}
          decline: {end: true}
          ask: {end: true}
    """,
        select="WFL008",
    )


def test_one_branch_without_a_condition_is_the_default() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: confirm, when: in stock}, decline]}
          confirm: {next: [{to: pack, when: paid}, {all: [ask, decline], otherwise: true}]}
          pack: {next: {all: [ask, decline]}}
          ask: {end: true}
          decline: {end: true}
    """,
        select="WFL008",
    )


def test_a_fork_beside_another_way_is_a_choice_too() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{all: [confirm, ask]}, decline]}
    #                     ^^^ WFL008
          confirm: {end: true}
          ask: {end: true}
          decline: {end: true}
    """,
        select="WFL008",
    )


def test_the_same_way_twice_is_one_way() -> None:
    check(
        "workflows: {order: {steps: {enter: {next: [done, done]}, done: {end: true}}}}",
        select="WFL008",
    )


def test_a_condition_that_cannot_be_read_is_there() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: confirm, when: [a, b]}, decline]}
          confirm: {end: true}
          decline: {end: true}
    """,
        select="WFL008",
    )


def test_an_empty_condition_says_nothing() -> None:
    check(
        """
    workflows:
      order:
        steps:
          enter: {next: [{to: confirm, when: ""}, decline]}
    #                         ^^^^^^^ WFL008
          confirm: {end: true}
          decline: {end: true}
    """,
        select="WFL008",
    )
