"""AUT007: limit-inversion."""

from orgspec.testing import check

HEAD = """
roles:
  director: {reports_to: none}
  manager: {reports_to: director}
  clerk: {reports_to: manager}
  accountant: {reports_to: director}
authorities:
  discount:
    max: 30
"""


def test_a_role_that_may_decide_more_than_one_above_it_is_found() -> None:
    (found,) = check(
        HEAD
        + """
    levels: [{role: manager, up_to: 5}, {role: clerk, up_to: 10}, {role: director}]
    #                                          ^^^^^ AUT007
""",
        select="AUT007",
    )
    assert "than `manager`, to whom it reports" in found.message.in_("en")
    assert "高于其上级" in found.message.in_("zh")


def test_a_superior_further_up_counts_and_an_open_level_is_the_most() -> None:
    check(
        HEAD
        + """
    levels: [{role: director, up_to: 5}, {role: clerk}]
    #                                           ^^^^^ AUT007
""",
        select="AUT007",
    )


def test_equal_limits_other_lines_and_superiors_without_level_are_silent() -> None:
    check(
        HEAD + "    levels: [{role: [clerk, manager], up_to: 5}, {role: accountant}]\n",
        select="AUT007",
    )
    check(
        HEAD + "    levels: [{role: director, up_to: 30}, {role: clerk, over: 30}]\n",
        select="AUT007",
    )


def test_a_limit_under_a_condition_is_not_compared() -> None:
    check(
        HEAD + "    levels: [{role: manager, up_to: 5}, {role: clerk, up_to: 9, condition: 样品},"
        " {role: director}]\n",
        select="AUT007",
    )


def test_levels_that_overlap_are_reported_in_its_place() -> None:
    check(
        HEAD
        + """
    levels: [{role: director, up_to: 5}, {role: clerk, over: 3}]
    #                                                        ^ AUT001
""",
        select="AUT001,AUT007",
    )


def test_in_a_reporting_circle_nobody_is_above() -> None:
    check(
        """
        roles: {a: {reports_to: b}, b: {reports_to: a}}
        authorities: {x: {levels: [{role: a, up_to: 5}, {role: b}]}}
        """,
        select="AUT007",
    )
    check(
        """
        roles: {a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: b}}
        authorities: {x: {levels: [{role: a, up_to: 5}, {role: c}]}}
        """,
        select="AUT007",
    )
