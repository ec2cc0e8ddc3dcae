"""WFL009: branch-interval."""

import textwrap

from orgspec.diagnostics import Diagnostic
from orgspec.testing import check, findings

TEXT = """
authorities: {discount: {measure: "%", max: 30}}
workflows:
  order:
    steps:
      a:
        next:
NEXT
      b: {end: true}
      c: {end: true}
      d: {end: true}
"""


def found(*ways: str) -> tuple[Diagnostic, ...]:
    lines = "\n".join(f"          - {{{way}}}" for way in ways)
    return findings(TEXT.replace("NEXT", lines), select="WFL009")


def messages(*ways: str) -> list[str]:
    return [each.message.in_("en") for each in found(*ways)]


def test_a_value_that_no_branch_takes_is_found_at_the_branch_below_it() -> None:
    (gap,) = check(
        textwrap.dedent("""
        workflows:
          order:
            steps:
              a:
                next:
                  - {to: b, when: 金额 < 5万元}
        #                         ^^^^^^^^ WFL009
                  - {to: c, when: 金额 > 5万元}
              b: {end: true}
              c: {end: true}
        """),
        select="WFL009",
    )
    assert gap.message.in_("zh") == "`金额` 正好 5 万元时，步骤 `a` 没有分支可走"
    assert len(gap.related) == 1


def test_a_value_that_two_branches_take_is_found() -> None:
    (overlap,) = found("to: b, when: amount <= 5000", "to: c, when: amount >= 5000")
    assert overlap.message.in_("en") == (
        "where `amount` is exactly 5,000 both the branch to `b` and the one to `c` apply"
    )
    assert "同时适用" in overlap.message.in_("zh")


def test_nothing_above_the_last_limit_is_a_gap() -> None:
    assert messages("to: b, when: n <= 3", "to: c, when: 3 < n <= 10") == [
        "where `n` is over 10 no branch of step `a` applies"
    ]


def test_intervals_end_to_end_are_sound_in_any_order_and_spelling() -> None:
    assert not found(
        "to: d, when: Amount over 10",
        "to: c, when: 3 < amount <= 10",
        "to: b, when: ３ ≥ amount",
    )


def test_a_default_branch_takes_the_rest() -> None:
    assert not found("to: b, when: n < 3", "to: d, when: n > 5", "to: c, otherwise: true")
    assert not found("to: b, when: n < 3", "to: c")


def test_a_default_branch_does_not_excuse_an_overlap() -> None:
    ways = ("to: b, when: n < 5", "to: c, when: 3 < n <= 10", "to: d, otherwise: true")
    assert messages(*ways) == [
        "where `n` is over 3 and below 5 both the branch to `b` and the one to `c` apply"
    ]


def test_every_gap_is_told() -> None:
    ways = ("to: b, when: 1 <= n < 2", "to: c, when: 3 <= n < 4")
    assert len(found(*ways)) == 3


def test_zero_alone_may_be_left_out() -> None:
    assert not found("to: b, when: 0 < n <= 5", "to: c, when: n > 5")


def test_what_lies_below_zero_is_not_judged() -> None:
    assert not found("to: b, when: n < 5", "to: d, when: n < -1", "to: c, when: n >= 5")


def test_between_two_whole_numbers_of_what_is_counted_lies_nothing() -> None:
    assert not found("to: b, when: 退回次数 <= 3", "to: c, when: 退回次数 >= 4")
    assert not found("to: b, when: delay <= 3 times", "to: c, when: delay >= 4 times")
    assert len(found("to: b, when: price <= 3", "to: c, when: price >= 4")) == 1
    assert len(found("to: b, when: 退回次数 <= 3", "to: c, when: 退回次数 >= 5")) == 1


def test_branches_to_one_step_may_overlap() -> None:
    ways = ("to: b, when: n < 5", "to: b, when: n < 7", "to: c, when: n >= 7")
    assert not found(*ways)


def test_words_several_names_and_other_units_are_not_compared() -> None:
    assert not found("to: b, when: n < 5", "to: c, when: the customer agrees")
    assert not found("to: b, when: n < 5", "to: c, when: m > 5")
    assert not found("to: b, when: n < 5 and m > 3", "to: c, when: n > 5")
    assert not found("to: b, when: n < 5 CNY", "to: c, when: n > 5 USD")


def test_a_bare_number_is_in_the_unit_of_the_others() -> None:
    (overlap,) = found("to: b, when: n <= 5", "to: c, when: n >= 5%")
    assert "exactly 5%" in overlap.message.in_("en")


def test_beyond_the_most_of_an_authority_lies_nothing() -> None:
    assert not found("to: b, when: discount <= 10", "to: c, when: 10 < discount <= 30")
    assert messages("to: b, when: discount <= 10", "to: c, when: 10 < discount <= 20") == [
        "where `discount` is over 20 and up to 30 no branch of step `a` applies"
    ]
