"""AUT002: approver-below-amount."""

import pytest

from orgspec.testing import check, findings

HEAD = """
roles: {clerk: {}, manager: {}, director: {}}
authorities:
  discount:
    measure: "%"
    levels: [{role: clerk, up_to: 3}, {role: manager, up_to: 10}, {role: director}]
    max: 30
workflows:
  w:
    steps:
"""


def step(fields: str, before: str = "go") -> str:
    """An authority of three levels, and a step that takes it."""
    return f"{HEAD}      ask: {{next: [{{to: go, when: {before}}}]}}\n      go: {{{fields}, end: true}}\n"


def test_a_step_beyond_the_limit_of_its_r_is_found_with_who_may() -> None:
    (found,) = check(
        HEAD
        + """
      go: {raci: {A: director, R: manager}, authority: {id: discount, up_to: 20}, end: true}
    #                                                                        ^^ AUT002
""",
        select="AUT002",
    )
    assert "`manager` may decide up to 10% only" in found.message.in_("en")
    assert "额度只到 10%" in found.message.in_("zh")
    assert found.help is not None and "`director`" in found.help.in_("en")
    assert len(found.related) == 2


@pytest.mark.parametrize(
    "sound",
    [
        step("raci: manager, authority: {id: discount, up_to: 10}"),
        step("raci: director, authority: {id: discount, up_to: 30%}"),
        step("raci: director, authority: {id: discount, up_to: 2}"),
        step("raci: {A: director, R: [clerk, manager]}, authority: {id: discount, up_to: 10}"),
        step("raci: manager, authority: discount"),
        step("raci: manager, authority: {id: discount, up_to: 50 CNY}"),
    ],
)
def test_whoever_reaches_the_amount_may_do_the_step(sound: str) -> None:
    check(sound, select="AUT002")


def test_nobody_may_go_beyond_max() -> None:
    text = step("raci: director, authority: {id: discount, up_to: 31}")
    (found,) = findings(text, select="AUT002")
    assert found.help is not None and "nobody may go so far" in found.help.in_("en")


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ("折扣 <= 10", 0),
        ("折扣 > 10", 0),
        ("折扣 <= 20%", 1),
        ("10 < discount < 10.1", 1),
        ("discount = 11", 1),
        ("金额 <= 20 CNY", 0),
        ("客户接受", 0),
    ],
)
def test_without_amount_the_end_of_the_condition_before_counts(when: str, count: int) -> None:
    text = step("raci: manager, authority: discount", f'"{when}"')
    assert len(findings(text, select="AUT002")) == count


def test_an_open_end_of_a_condition_is_reached_by_a_limit_of_the_same_number() -> None:
    check(step("raci: manager, authority: discount", '"discount < 10"'), select="AUT002")


def test_the_condition_of_another_authority_says_nothing() -> None:
    text = step("raci: manager, authority: discount", '"other <= 50"')
    assert findings(text, select="AUT002")
    check(text.replace("authorities:\n", "authorities:\n  other: {}\n"), select="AUT002")


def test_where_a_step_approves_whoever_is_accountable_decides_too() -> None:
    text = step("raci: {A: director, R: clerk}, authority: {id: discount, up_to: 20}")
    assert findings(text, select="AUT002")
    check(text.replace("go: {", "go: {action: approve, "), select="AUT002")


def test_one_who_stands_in_no_level_is_named_so() -> None:
    text = step("raci: {A: director, R: helper}, authority: {id: discount, up_to: 1}")
    text = text.replace("clerk: {},", "clerk: {}, helper: {},", 1)
    (found,) = findings(text, select="AUT002")
    assert "stands in none of its levels" in found.message.in_("en")


def test_what_is_unknown_or_reported_already_is_not_judged() -> None:
    beyond = step("raci: manager, authority: {id: discount, up_to: 20}")
    check(beyond.replace("role: director", "role: directer"), select="AUT002")
    check(beyond.replace("raci: manager", "raci: manger"), select="AUT002")
    nowhere = step("raci: helper, authority: {id: discount, up_to: 1}")
    text = nowhere.replace("clerk: {},", "clerk: {}, helper: {},", 1)
    assert [d.code for d in findings(text, select="AUT002,RAC017")] == ["RAC017"]


def test_a_measure_that_counts_in_ten_thousands_scales_bare_numbers() -> None:
    text = step("raci: manager, authority: {id: discount, up_to: 100000元}")
    check(text.replace('"%"', "万元"), select="AUT002")
    assert findings(text.replace('"%"', "万元").replace("100000元", "100001元"), select="AUT002")
