"""AUT001: authority-interval."""

import pytest

from orgspec.testing import check, findings

AUTHORITY = """
roles: {clerk: {}, manager: {}, director: {}}
authorities:
  discount:
"""


def levels(text: str, rest: str = "") -> str:
    """An authority with some levels."""
    return f"{AUTHORITY}{rest}    levels: {text}\n"


def test_an_amount_between_two_levels_that_neither_decides_is_found() -> None:
    (found,) = check(
        AUTHORITY
        + """
    measure: "%"
    levels: [{role: clerk, up_to: 3}, {role: manager, over: 5}]
    #                                                       ^ AUT001
""",
        select="AUT001",
    )
    assert "over 3% and up to 5%" in found.message.in_("en")
    assert "高于 3% 且不超过 5%" in found.message.in_("zh")


def test_without_max_the_last_level_must_be_open() -> None:
    (found,) = check(
        AUTHORITY
        + """
    measure: CNY
    levels: [{role: clerk, up_to: 3万}, {role: manager, up_to: 100000元}]
    #                                                         ^^^^^^^ AUT001
""",
        select="AUT001",
    )
    assert "over CNY 100,000" in found.message.in_("en")
    assert found.help is not None and "max" in found.help.in_("zh")


def test_the_highest_level_below_max_leaves_what_lies_between() -> None:
    (found,) = check(
        AUTHORITY
        + """
    max: 30
    levels: [{role: clerk, up_to: 3}, {role: manager, up_to: 20}]
    #                                                        ^^ AUT001
""",
        select="AUT001",
    )
    assert [x.span for x in found.related]


def test_equal_ends_give_an_amount_to_one_level_too_many() -> None:
    check(
        AUTHORITY
        + """
    levels: [{role: clerk, up_to: 3}, {role: manager, up_to: 3.0}, {role: director}]
    #                                                        ^^^ AUT001
""",
        select="AUT001",
    )


def test_levels_that_overlap_and_several_open_ones_are_found() -> None:
    (found,) = check(
        AUTHORITY
        + """
    levels: [{role: clerk, up_to: 10}, {role: manager, over: 5}]
    #                                                        ^ AUT001
""",
        select="AUT001",
    )
    assert "levels 1 and 2" in found.message.in_("en")
    assert "都可决定同样的数额：高于 5 且不超过 10" in found.message.in_("zh")
    check(
        AUTHORITY
        + """
    levels: [{role: clerk}, {role: manager}]
    #                              ^^^^^^^ AUT001
""",
        select="AUT001",
    )


def test_levels_from_the_highest_to_the_lowest_are_found_once() -> None:
    text = levels("[{role: director, up_to: 10}, {role: clerk, up_to: 3}]", "    max: 10\n")
    (found,) = findings(text, select="AUT001")
    assert "level 2" in found.message.in_("en")


@pytest.mark.parametrize(
    "sound",
    [
        levels("[{role: clerk, up_to: 3}, {role: manager, up_to: 10}, {role: director}]"),
        levels("[{role: clerk, up_to: 3}, {role: manager, over: 3}]"),
        levels("[{role: clerk, up_to: 3}, {role: manager, up_to: 10}]", "    max: 10\n"),
        levels("[{role: clerk, up_to: 3}, {role: manager, up_to: 100}]", '    measure: "%"\n'),
        levels("[{role: clerk, up_to: 3}, {role: manager, over: 3万元}]", "    measure: 万元\n"),
        levels("[clerk]"),
        levels("[{role: [clerk, manager]}]"),
    ],
)
def test_levels_that_follow_one_another_are_silent(sound: str) -> None:
    check(sound, select="AUT001")


def test_levels_of_different_conditions_may_cover_the_same_amounts() -> None:
    check(
        levels(
            "[{role: clerk, up_to: 5, condition: 老客户}, {role: clerk, up_to: 3, condition: 新客户},"
            " {role: manager}]"
        ),
        select="AUT001",
    )


def test_what_cannot_be_compared_or_read_is_not_judged() -> None:
    check(levels("[{role: clerk, up_to: 3%}, {role: manager, up_to: 5 CNY}]"), select="AUT001")
    check(levels("[{role: clerk, up_to: [3]}, {role: manager}]"), select="AUT001")
    check(levels("[{role: clerk, up_to: viel}, {role: manager}]"), select="AUT001")


def test_an_unknown_role_in_a_level_is_a_level_all_the_same() -> None:
    check(levels("[{role: clerk, up_to: 3}, {role: nobody}]"), select="AUT001")
