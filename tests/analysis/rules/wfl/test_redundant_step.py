"""WFL011: redundant-step."""

from orgspec.testing import check


def test_a_gateway_with_one_way_in_and_one_out_is_found() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          a: {next: g}
          g: {kind: gateway, next: b}
    #               ^^^^^^^ WFL011
          b: {end: true}
    """,
        select="WFL011",
    )
    assert "decides nothing" in found.message.in_("en")
    assert "不作任何判断" in found.message.in_("zh")
    assert found.help is not None and "`b`" in found.help.in_("zh")


def test_a_fork_of_one_and_a_join_of_one_are_found() -> None:
    check(
        """
    workflows:
      order:
        steps:
          a: {next: [{all: [b]}]}
    #                 ^^^ WFL011
          b: {join: all, next: c}
    #               ^^^ WFL011
          c: {end: true}
    """,
        select="WFL011",
    )


def test_a_gateway_that_parts_or_gathers_ways_is_sound() -> None:
    check(
        """
    workflows:
      order:
        steps:
          a: {next: [{to: b, when: x}, {to: c, otherwise: true}]}
          b: {next: g}
          c: {next: g}
          g: {kind: gateway, next: h}
          h: {kind: gateway, next: [{to: d, when: y}, {to: a, otherwise: true, at_most: 1}]}
          d: {next: {all: [e, f]}}
          e: {next: j}
          f: {next: j}
          j: {join: all, end: true}
    """,
        select="WFL011",
    )


def test_a_gateway_that_does_something_besides_stays() -> None:
    check(
        """
    roles: {clerk: {}}
    workflows:
      order: {steps: {a: {next: g}, g: {kind: gateway, raci: clerk, next: b}, b: {end: true}}}
    """,
        select="WFL011",
    )


def test_a_start_that_is_also_led_back_to_has_two_ways_in() -> None:
    check(
        """
    workflows:
      order:
        steps:
          g: {kind: gateway, next: a}
          a: {next: [{to: g, when: again, at_most: 2}, {to: b, otherwise: true}]}
          b: {end: true}
    """,
        select="WFL011",
    )


def test_an_edge_to_a_name_that_nothing_declares_may_be_the_second_way() -> None:
    check(
        """
    workflows:
      order: {steps: {a: {next: [{to: gg, when: x}, g]}, g: {kind: gateway, next: b}, b: {end: true}}}
    """,
        select="WFL011",
    )
