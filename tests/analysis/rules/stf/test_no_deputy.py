"""STF006: no-deputy."""

from orgspec.testing import check

HEAD = """
roles:
  director: {reports_to: none, deputy: manager}
  manager: {reports_to: director, deputy: nobody-yet}
"""
WORK = """
duties:
  leading: {raci: director}
  managing: {raci: manager}
"""


def test_an_accountable_role_of_one_head_without_deputy_is_found() -> None:
    (found,) = check(
        HEAD
        + """
  buyer: {reports_to: director}
# ^^^^^ STF006
"""
        + WORK
        + "  buying: {raci: buyer}\n",
        select="STF006",
    )
    assert "`buying` waits for it" in found.message.in_("en")
    assert "没有代理人" in found.message.in_("zh")
    assert [label.address for label in found.related] == ["duty/buying"]


def test_the_only_one_who_does_a_step_and_the_last_to_approve_need_one_too() -> None:
    check(
        HEAD
        + """
  clerk: {}
# ^^^^^ STF006
  judge: {}
# ^^^^^ STF006
"""
        + WORK
        + """
workflows: {w: {steps: {go: {raci: {A: director, R: clerk}, end: true}}}}
authorities: {credit: {levels: [{role: director, up_to: 5}, {role: judge}]}}
""",
        select="STF006",
    )


def test_several_heads_several_doers_machines_and_helpers_need_none() -> None:
    check(
        HEAD
        + """
  pair: {headcount: 2}
  gone: {headcount: 0}
  one: {}
  other: {}
  helper: {}
  robot: {kind: system}
"""
        + WORK
        + """
  a: {raci: pair}
  b: {raci: gone}
  c: {raci: {A: director, R: helper}}
workflows: {w: {steps: {go: {raci: {A: director, R: [one, other]}, end: true}}}}
authorities: {credit: {levels: [{role: helper, up_to: 5}, {role: [one, other]}]}}
""",
        select="STF006",
    )


def test_a_post_that_two_people_share_covers_itself() -> None:
    text = HEAD + "  buyer: {}\n" + WORK + "  buying: {raci: buyer}\npeople:\n"
    shared = text + "  li: {holds: [{role: buyer, share: 50%}]}\n"
    check(shared + "  wang: {holds: [{role: buyer, share: 50%}]}\n", select="STF006")
    check(shared.replace("  buyer: {}", "  buyer: {}\n# ^^^^^ STF006"), select="STF006")


def test_a_slip_in_a_key_of_the_role_is_no_second_finding() -> None:
    check(HEAD + "  buyer: {head_count: 3}\n" + WORK + "  buying: {raci: buyer}\n", select="STF006")


def test_where_most_have_none_only_strict_asks() -> None:
    few = "roles: {a: {}, b: {}, c: {deputy: a}}\nduties: {x: {raci: a}, y: {raci: b}, z: {raci: c}}\n"
    check(few, select="STF006")
    check(few.replace("\n", "\n#       ^      ^ STF006\n", 1), select="STF006", profile="strict")
