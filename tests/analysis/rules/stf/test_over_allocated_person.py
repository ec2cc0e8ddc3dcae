"""STF004: over-allocated-person."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_more_than_all_of_the_time_is_found_at_the_share_that_goes_beyond() -> None:
    (found,) = check(
        """
    roles: {a: {}, b: {}, c: {}}
    people:
      li: {holds: [{role: a, share: 60%}, {role: b, share: 50%}, {role: c, share: 10%}]}
      #                                                    ^^^ STF004
    """,
        select="STF004",
    )
    assert found.message.in_("en") == "the posts of `li` take 120% of the time"
    assert found.message.in_("zh") == "`li` 各岗位的工时占比合计 120%"
    assert len(found.related) == 2


def test_exactly_all_and_what_is_not_written_are_fine() -> None:
    check(
        """
    roles: {a: {}, b: {}, c: {}}
    people:
      li: {holds: [{role: a, share: 60%}, {role: b, share: 40%}, c]}
    """,
        select="STF004",
    )


def test_holds_that_follow_each_other_do_not_add_up() -> None:
    check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [{role: a, share: 100%, until: 2026-03-31}, {role: b, share: 100%, since: 2026-04-01}]}
    """,
        select="STF004",
    )


def test_a_single_day_on_which_they_meet_is_enough() -> None:
    (found,) = check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [{role: a, share: 100%, until: 2026-03-31}, {role: b, share: 100%, since: 2026-03-31}]}
      #                                                                        ^^^^ STF004
    """,
        select="STF004",
    )
    assert found.message.in_("en") == "the posts of `li` take 200% of the time on 2026-03-31"
    assert found.message.in_("zh") == "2026-03-31，`li` 各岗位的工时占比合计 200%"


def test_the_worst_day_is_told_once_a_person() -> None:
    (found,) = findings(
        """
        roles: {a: {}, b: {}, c: {}}
        people:
          li:
            holds:
              - {role: a, share: 80%}
              - {role: b, share: 40%}
              - {role: c, share: 30%, since: 2026-05-01, until: 2026-05-31}
        """,
        select="STF004",
    )
    assert found.message.in_("en") == "the posts of `li` take 150% of the time on 2026-05-01"


def test_what_has_always_been_so_is_told_for_its_last_day() -> None:
    (found,) = findings(
        """
        roles: {a: {}, b: {}}
        people:
          li: {holds: [{role: a, share: 80%, until: 2025-06-30}, {role: b, share: 40%}]}
        """,
        select="STF004",
    )
    assert found.message.in_("en").endswith("on 2025-06-30")


def test_a_hold_that_ends_before_it_begins_takes_nothing() -> None:
    check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [{role: a, share: 80%, since: 2026-05-01, until: 2026-04-01}, {role: b, share: 40%}]}
    """,
        select="STF004",
    )
