"""DUT015: effort-total."""

from orgspec.testing import check

ROLES = "roles: {a: {}, b: {}, boss: {}}\nduties:\n"


def test_more_than_all_is_found_at_the_share_that_goes_beyond() -> None:
    (found,) = check(
        ROLES
        + """
  one: {raci: {A: boss, R: a}, effort: 70%}
  two: {raci: {A: boss, R: [a, b]}, effort: {a: 50%, b: 20%}}
  #                                             ^^^ DUT015
  three: {raci: {A: boss, R: [a, b]}}
""",
        select="DUT015",
    )
    assert "120%" in found.message.in_("en") and "合计" in found.message.in_("zh")


def test_too_little_is_found_at_the_role_if_each_duty_has_an_effort() -> None:
    check(
        """
    roles:
      a: {}
    # ^ DUT015
    duties:
      one: {raci: a, effort: 70%}
      two: {raci: a, effort: 20%}
    """,
        select="DUT015",
    )


def test_rounding_and_duties_without_effort_are_silent() -> None:
    check(ROLES + "  one: {raci: a, effort: 70%}\n  two: {raci: a, effort: 33%}\n", select="DUT015")
    check(ROLES + "  one: {raci: a, effort: 70%}\n  two: {raci: a}\n", select="DUT015")


def test_an_impossible_share_is_another_finding() -> None:
    check(ROLES + "  one: {raci: a, effort: 170%}\n", select="DUT015")
