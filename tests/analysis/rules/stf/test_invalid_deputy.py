"""STF007: invalid-deputy."""

from __future__ import annotations

from orgspec.testing import check


def test_a_role_an_agent_and_a_system_role_do_not_stand_in() -> None:
    found = check(
        """
    roles:
      a: {deputy: a}
      #           ^ STF007
      b: {deputy: [a, bot]}
      #               ^^^ STF007
      c: {deputy: machine}
      #           ^^^^^^^ STF007
      bot: {kind: ai-agent}
      machine: {kind: system}
    """,
        select="STF007",
    )
    assert found[0].message.in_("en") == "`a` is its own deputy"
    assert found[1].message.in_("zh") == "`b` 的代理人 `bot` 不是人员岗位"
    assert found[1].related[0].message is not None


def test_two_roles_of_one_person_leave_nobody() -> None:
    found = check(
        """
    roles:
      a: {deputy: b}
      #           ^ STF007
      b: {deputy: a}
      #           ^ STF007
      c: {deputy: li}
      d: {deputy: wu}
      #           ^^ STF007
    people:
      li: {holds: [a, b]}
      wu: {holds: d}
    """,
        select="STF007",
    )
    assert found[0].message.in_("en") == (
        "`b`, the deputy of `a`, is held only by `li`, who holds `a` as well"
    )
    assert len(found[0].related) == 2
    assert found[2].message.in_("zh") == "`wu` 是 `d` 的代理人，也是唯一的任职者"


def test_mutual_deputies_and_vacant_ones_are_fine() -> None:
    check(
        """
    roles: {a: {deputy: b}, b: {deputy: a}, c: {deputy: d}, d: {}}
    people: {li: {holds: a}, wu: {holds: b}, he: {holds: c}}
    """,
        select="STF007",
    )


def test_one_further_holder_on_either_side_is_enough() -> None:
    check(
        """
    roles: {a: {deputy: b}, b: {}, c: {deputy: [d, wu]}, d: {}}
    people:
      li: {holds: [a, b, c]}
      wu: {holds: b}
      he: {holds: [c, d]}
    """,
        select="STF007",
    )


def test_a_deputy_who_already_acts_is_no_contradiction() -> None:
    check(
        """
    roles: {a: {deputy: b}, b: {}}
    people: {li: {holds: [b, {role: a, acting: true, until: 2026-06-30}]}}
    """,
        select="STF007",
    )


def test_it_counts_who_is_there_on_the_day() -> None:
    text = """
    roles:
      a: {deputy: b}
      #           ^ STF007
      b: {}
    people: {li: {holds: [a, b]}, wu: {holds: {role: b, until: 2026-03-31}}}
    """
    check(text, select="STF007", as_of="2026-04-01")
    check(text.replace("#           ^ STF007", ""), select="STF007", as_of="2026-03-31")
